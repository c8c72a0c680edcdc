import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { CardActions } from '../cards/useCardActions.ts';
import { useClock } from '../clock/useClock.tsx';
import { whenInChat } from '../clock/words.ts';
import type { Message } from '../control/answers.ts';
import { usePersona } from '../people/persona.tsx';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { MessageBody } from './MessageBody.tsx';
import { isFrom } from './read-marks.ts';

const useStyles = makeStyles({
  scroller: {
    containerType: 'inline-size',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    scrollPaddingBlock: '16px',
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '840px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    listStyleType: 'none',
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  // On a phone the card needs the room, and the head of the chat already shows who writes.
  face: { '@container (max-width: 480px)': { display: 'none' } },
  mine: { justifyContent: 'flex-end' },
  bubble: {
    minWidth: 0,
    maxWidth: 'min(560px, 100%)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  withCard: { backgroundColor: 'transparent', padding: 0, flexGrow: 1, border: 'none' },
  mineBubble: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  pending: { opacity: 0.7 },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0, maxWidth: '100%' },
  cardColumn: { width: 'min(560px, 100%)', flexShrink: 1 },
});

/** A chat's messages, newest at the bottom; new ones are read out to those who listen instead of look. */
export function MessageList({
  messages,
  pending,
  typing,
  actions,
  openLink,
}: {
  messages: readonly Message[];
  pending: readonly string[];
  typing: string | undefined;
  actions: CardActions;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const { ids: me } = usePersona();
  const scroller = useRef<HTMLDivElement>(null);
  useFollowNewest(scroller, messages, pending.length);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.list} aria-label="Messages" aria-live="polite" aria-relevant="additions">
        {messages.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            mine={isFrom(message, me)}
            actions={actions}
            openLink={openLink}
          />
        ))}
        {pending.map((text, index) => (
          <li key={`pending ${index} ${text}`} className={mergeClasses(styles.row, styles.mine, styles.pending)}>
            <div className={mergeClasses(styles.bubble, styles.mineBubble)}>
              {text} <Text size={200}>Sending…</Text>
            </div>
          </li>
        ))}
        {typing === undefined ? null : (
          <li className={styles.row}>
            <Text size={200} italic>
              {typing} is typing…
            </Text>
          </li>
        )}
      </ol>
    </div>
  );
}

function MessageRow({
  message,
  mine,
  actions,
  openLink,
}: {
  message: Message;
  mine: boolean;
  actions: CardActions;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const { now, zone } = useClock();
  const name = message.from.name ?? 'App';
  const hasCard = (message.attachments ?? []).length > 0;
  const at = message.timestamp ? whenInChat(Temporal.Instant.from(message.timestamp), now, zone) : '';
  return (
    <li className={mergeClasses(styles.row, mine && styles.mine)}>
      {mine ? null : <AppAvatar className={styles.face} botId={message.from.id} name={name} size={32} />}
      <div className={mergeClasses(styles.column, hasCard && styles.cardColumn)}>
        <div className={styles.head}>
          {mine ? null : <Text size={200}>{name}</Text>}
          <Text size={200}>
            {at}
            {!hasCard && message.updatedAt && message.updatedAt !== message.timestamp ? ' · Edited' : ''}
          </Text>
        </div>
        <div className={mergeClasses(styles.bubble, mine && styles.mineBubble, hasCard && styles.withCard)}>
          <MessageBody message={message} actions={actions} where="chat" openLink={openLink} />
        </div>
      </div>
    </li>
  );
}

/** How near to the bottom counts as reading the newest. */
const NEAR_PX = 120;

/**
 * Keeps the newest message in view for whoever was reading it, from its top where it is taller than the screen; leaves
 * the place of whoever has scrolled up.
 */
function useFollowNewest(
  scroller: { readonly current: HTMLDivElement | null },
  messages: readonly Message[],
  pending: number,
): void {
  const follows = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller]);

  const newest = messages.at(-1)?.id;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !follows.current || (newest === undefined && pending === 0)) return;
    const last = element.querySelector('ol > li:last-child');
    element.scrollTop = element.scrollHeight;
    // Cards draw themselves just after this; then the top of a tall one has to be put right.
    const frame = requestAnimationFrame(() => {
      const tall = last !== null && last.getBoundingClientRect().height > element.clientHeight;
      // Not scrollIntoView: that would scroll everything around the chat as well.
      if (tall) element.scrollTop += last.getBoundingClientRect().top - element.getBoundingClientRect().top;
      else element.scrollTop = element.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [scroller, newest, pending]);
}

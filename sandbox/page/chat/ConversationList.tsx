import { CounterBadge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Temporal } from 'temporal-polyfill';
import { useClock } from '../clock/useClock.tsx';
import { whenInChat } from '../clock/words.ts';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { preview } from './preview.ts';
import type { Chat } from './useChats.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    listStyleType: 'none',
  },
  chat: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorNeutralForeground1Selected },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Softer by opacity, not by a colour of its own: in high contrast a chosen entry turns its text black.
  soft: { opacity: 0.8, flexShrink: 0 },
  preview: { opacity: 0.85 },
  unread: { fontWeight: tokens.fontWeightSemibold, opacity: 1 },
});

/** The persona's chats, with what was said last and what is still unread. */
export function ConversationList({
  chats,
  open,
  choose,
}: {
  chats: readonly Chat[];
  open: string | undefined;
  choose: (chat: Chat) => void;
}) {
  const styles = useStyles();
  const { now, zone } = useClock();
  return (
    <ul className={styles.list} aria-label="Chats">
      {chats.map((chat) => {
        const last = chat.messages.at(-1);
        const isUnread = chat.unread > 0;
        return (
          <li key={chat.id}>
            <button
              type="button"
              className={mergeClasses(styles.chat, chat.id === open && styles.open)}
              aria-current={chat.id === open ? 'true' : undefined}
              onClick={() => choose(chat)}
            >
              <AppAvatar botId={chat.botId} name={chat.name} size={36} />
              <span className={styles.words}>
                <span className={styles.line}>
                  <Text className={mergeClasses(styles.cut, isUnread && styles.unread)}>{chat.name}</Text>
                  <Text size={200} className={styles.soft}>
                    {last?.timestamp ? whenInChat(Temporal.Instant.from(last.timestamp), now, zone) : ''}
                  </Text>
                </span>
                <span className={styles.line}>
                  <Text size={200} className={mergeClasses(styles.cut, styles.preview, isUnread && styles.unread)}>
                    {last === undefined ? 'Nothing said yet' : preview(last)}
                  </Text>
                  {isUnread && (
                    <CounterBadge
                      count={chat.unread}
                      size="small"
                      color="danger"
                      aria-label={`${chat.unread} unread`}
                    />
                  )}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

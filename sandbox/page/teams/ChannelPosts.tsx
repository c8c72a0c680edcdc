import { Avatar, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowReply20Regular, Megaphone24Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { type CardActions, useCardActions } from '../cards/useCardActions.ts';
import { Composer } from '../chat/Composer.tsx';
import { MessageBody } from '../chat/MessageBody.tsx';
import { isShown } from '../chat/read-marks.ts';
import type { Chats } from '../chat/useChats.ts';
import { useClock } from '../clock/useClock.tsx';
import { whenInChat } from '../clock/words.ts';
import type { Message } from '../control/answers.ts';
import { getMessages, sendMessage } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { usePersona } from '../people/persona.tsx';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { EmptyState, ErrorState, Loading } from '../shell/Notice.tsx';
import { threads } from './threads.ts';

const useStyles = makeStyles({
  posts: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '760px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    listStyleType: 'none',
  },
  post: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  soft: { color: tokens.colorNeutralForeground3 },
  replies: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    listStyleType: 'none',
  },
});

/** The posts of one channel, live, with cards as the viewer sees them. */
export function ChannelPosts({
  conversationId,
  channelName,
  hasApp,
  markRead,
  openLink,
}: {
  conversationId: string;
  channelName: string;
  /** Whether an app is in the channel that would hear what one writes. */
  hasApp: boolean;
  markRead: Chats['markRead'];
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const actions = useCardActions(conversationId, persona.id);
  const asked = useAnswer(`${conversationId} ${persona.id}`, () => getMessages(conversationId, persona.id));
  useLiveEvent((event) => {
    // A thread's id is its channel's with `;messageid=…` behind it.
    if (event.type === 'reconnected' || event.conversationId?.startsWith(conversationId)) asked.reload();
  });

  const messages = asked.data;
  useEffect(() => {
    if (messages !== undefined && document.visibilityState === 'visible')
      markRead({ id: conversationId, messages: messages.filter(isShown) });
  }, [messages, conversationId, markRead]);
  const write = async (text: string, thread?: string): Promise<string | undefined> => {
    const { failure } = await sendMessage(conversationId, persona.id, text, thread);
    return failure === undefined ? undefined : `Sent, but the app did not answer: ${failure}`;
  };

  if (asked.data === undefined) {
    return asked.error === undefined ? (
      <Loading what="posts" />
    ) : (
      <ErrorState error={asked.error} retry={asked.reload} />
    );
  }
  const found = threads(asked.data.filter(isShown));
  return (
    <>
      <div className={styles.posts}>
        {found.length > 0 ? null : (
          <EmptyState icon={<Megaphone24Regular />} title={`Nothing in ${channelName} yet`}>
            What apps post to this channel appears here at once.
          </EmptyState>
        )}
        <ol className={styles.list} aria-label="Posts" aria-live="polite" aria-relevant="additions">
          {found.map(({ post, replies }) => (
            <li key={post.id} className={styles.post}>
              <Post message={post} actions={actions} openLink={openLink} />
              {replies.length === 0 ? null : (
                <ol className={styles.replies} aria-label="Replies">
                  {replies.map((reply) => (
                    <li key={reply.id}>
                      <Post message={reply} actions={actions} openLink={openLink} />
                    </li>
                  ))}
                </ol>
              )}
              {hasApp ? <Reply to={post.from.name ?? 'this post'} send={(text) => write(text, post.id)} /> : null}
            </li>
          ))}
        </ol>
      </div>
      {hasApp ? <Composer to={channelName} commands={[]} send={write} /> : null}
    </>
  );
}

function Post({
  message,
  actions,
  openLink,
}: {
  message: Message;
  actions: CardActions;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const { now, zone } = useClock();
  const name = message.from.name ?? 'App';
  return (
    <>
      <div className={styles.head}>
        {message.from.aadObjectId ? (
          <Avatar name={name} color="colorful" size={32} aria-hidden />
        ) : (
          <AppAvatar botId={message.from.id} name={name} size={32} />
        )}
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.soft}>
          {message.timestamp ? whenInChat(Temporal.Instant.from(message.timestamp), now, zone) : ''}
        </Text>
      </div>
      <MessageBody message={message} actions={actions} where="channel" openLink={openLink} />
    </>
  );
}

/** Where one answers a post; closed until it is asked for, as a channel has many posts. */
function Reply({ to, send }: { to: string; send: (text: string) => Promise<string | undefined> }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button appearance="subtle" size="small" icon={<ArrowReply20Regular />} onClick={() => setOpen(true)}>
          Reply
        </Button>
      </div>
    );
  }
  return <Composer to={to} commands={[]} send={send} />;
}

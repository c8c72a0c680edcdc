import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useCardActions } from '../cards/useCardActions.ts';
import { sendMessage } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { usePersona } from '../people/persona.tsx';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { EmptyState } from '../shell/Notice.tsx';
import { AddApp } from './AddApp.tsx';
import { Composer } from './Composer.tsx';
import { commandsOf } from './commands.ts';
import { MessageList } from './MessageList.tsx';
import { isFrom } from './read-marks.ts';
import type { Chat } from './useChats.ts';

const useStyles = makeStyles({
  chat: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '52px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** How long a bot that said it is typing is believed. */
const TYPING_MS = 4000;

interface Sending {
  readonly text: string;
  readonly after: number;
}

/** One chat with an app: what was said, and where to write. */
export function Conversation({
  chat,
  head,
  back,
  markRead,
  openLink,
}: {
  chat: Chat;
  /** What stands at the head beside the chat's name; no head at all where the surroundings already name the app. */
  head: ReactNode | undefined;
  back: (() => void) | undefined;
  markRead: (chat: Chat) => void;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const actions = useCardActions(chat.id, persona.id);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const typing = useTyping(chat);

  useEffect(() => {
    if (chat.unread > 0 && document.visibilityState === 'visible') markRead(chat);
  }, [chat, markRead]);

  async function send(text: string): Promise<string | undefined> {
    const one = { text, after: chat.messages.length };
    setSending((before) => [...before, one]);
    try {
      const { failure } = await sendMessage(chat.id, persona.id, text);
      return failure === undefined ? undefined : `Sent, but ${chat.name} did not answer: ${failure}`;
    } finally {
      setSending((before) => before.filter((each) => each !== one));
    }
  }

  const pending = sending
    .filter(
      (one) => !chat.messages.slice(one.after).some((each) => isFrom(each, persona.ids) && each.text === one.text),
    )
    .map((one) => one.text);

  return (
    <section className={styles.chat} aria-label={`Chat with ${chat.name}`}>
      {head === undefined ? null : (
        <header className={styles.head}>
          {back === undefined ? null : (
            <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label="Back to chats" onClick={back} />
          )}
          <AppAvatar botId={chat.botId} name={chat.name} size={28} />
          <Text as="h2" size={400} weight="semibold">
            {chat.name}
          </Text>
          {head}
        </header>
      )}
      {chat.messages.length === 0 && pending.length === 0 ? (
        <EmptyState title="Nothing said yet">Write to {chat.name} below, or wait until it writes to you.</EmptyState>
      ) : (
        <MessageList
          messages={chat.messages}
          pending={pending}
          typing={typing ? chat.name : undefined}
          actions={actions}
          openLink={openLink}
        />
      )}
      {chat.installed && !chat.blocked ? (
        <Composer to={chat.name} commands={commandsOf(chat.app)} send={send} />
      ) : (
        <NotInstalled chat={chat} />
      )}
    </section>
  );
}

/** In the composer's place: why one cannot write here, and what to do. */
function NotInstalled({ chat }: { chat: Chat }) {
  const styles = useStyles();
  return (
    <div className={styles.foot}>
      <Text>
        {chat.blocked
          ? `You have blocked ${chat.name}; it can no longer write to you.`
          : `${chat.name} was removed. Add it again to go on.`}
      </Text>
      {chat.app === undefined || chat.blocked ? null : <AddApp app={chat.app} />}
    </div>
  );
}

/** Whether the app is typing: until it says something, or a little while. */
function useTyping(chat: Chat): boolean {
  const [typing, setTyping] = useState(false);
  useLiveEvent((event) => {
    if (event.conversationId !== chat.id) return;
    if (event.type === 'typing') setTyping(true);
    if (event.type === 'message') setTyping(false);
  });
  useEffect(() => {
    if (!typing) return;
    const timer = window.setTimeout(() => setTyping(false), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typing]);
  return typing;
}

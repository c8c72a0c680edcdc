import { useCallback, useMemo, useState } from 'react';
import type { Conversation, Message, Person, TeamsApp } from '../control/answers.ts';
import { getConversations, getMessages } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { remember, remembered } from '../shell/remembered.ts';
import { isShown, newestStamp, unreadCount } from './read-marks.ts';

/** A chat of the persona's with an app, with all that was said. */
export interface Chat {
  readonly id: string;
  readonly botId: string;
  readonly name: string;
  readonly app: TeamsApp | undefined;
  readonly installed: boolean;
  readonly blocked: boolean;
  readonly messages: readonly Message[];
  readonly unread: number;
}

/** A channel of the persona's in which an app is, with all its posts. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly team: { readonly id: string; readonly displayName: string };
  readonly messages: readonly Message[];
  readonly unread: number;
}

/** The persona's chats and channels, live. `markRead` notes that the person has seen one to its end. */
export interface Chats {
  /** All ids by which bots may know the persona. */
  readonly ids: readonly string[];
  readonly chats: readonly Chat[] | undefined;
  readonly channels: readonly Channel[];
  readonly error: Error | undefined;
  readonly reload: () => void;
  readonly markRead: (seen: Pick<Chat, 'id' | 'messages'>) => void;
}

const TOLD_OF = ['message', 'update', 'delete', 'conversation', 'tenant', 'reconnected'];

/** Reads the persona's chats and keeps them up to date. */
export function useChats(persona: Person, apps: readonly TeamsApp[]): Chats {
  const asked = useAnswer(persona.id, () => readChats(persona.id));
  const [, redraw] = useState(0);

  useLiveEvent((event) => {
    if (!TOLD_OF.includes(event.type)) return;
    const known = asked.data?.all.some((each) => each.conversation.id === event.conversationId?.split(';')[0]);
    // A chat not known yet may be a new one of ours; one that is known to be another's cannot be told apart from it,
    // so new conversations are announced by their own kind of event.
    if (known || event.conversationId === undefined || event.type === 'conversation') asked.reload();
  });

  const markRead = useCallback(
    (seen: Pick<Chat, 'id' | 'messages'>) => {
      const newest = newestStamp(seen.messages);
      if (newest > readUpTo(persona.id, seen.id)) {
        remember(readKey(persona.id, seen.id), newest);
        redraw((count) => count + 1);
      }
    },
    [persona.id],
  );

  const ids = useMemo(() => [persona.id, ...(asked.data?.memberIds ?? [])], [persona.id, asked.data]);
  const unread = ({ conversation, messages }: Said) =>
    unreadCount(messages, readUpTo(persona.id, conversation.id), ids);
  const chats = asked.data?.all.filter(isChat).map((said): Chat => {
    const { conversation, messages } = said;
    const app = apps.find((each) => each.botId === conversation.bot.id);
    return {
      id: conversation.id,
      botId: conversation.bot.id,
      name: conversation.bot.name,
      app,
      installed: conversation.installed,
      blocked: conversation.blocked,
      messages,
      unread: unread(said),
    };
  });
  const channels = (asked.data?.all ?? []).flatMap((said): Channel[] => {
    const { team, channel, id } = said.conversation;
    if (isChat(said) || team === undefined || channel === undefined) return [];
    return [{ id, name: channel.displayName, team, messages: said.messages, unread: unread(said) }];
  });
  return { ids, chats, channels, error: asked.error, reload: asked.reload, markRead };
}

function readKey(personaId: string, chatId: string): string {
  return `read:${personaId}:${chatId}`;
}

function readUpTo(personaId: string, chatId: string): string {
  return remembered(readKey(personaId, chatId)) ?? '';
}

interface Said {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
}
interface Read {
  readonly memberIds: readonly string[];
  readonly all: readonly Said[];
}

const isChat = ({ conversation }: Said) => conversation.type === 'personal';

async function readChats(personaId: string): Promise<Read> {
  const conversations = await getConversations(personaId);
  const all = await Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: (await getMessages(conversation.id, personaId)).filter(isShown),
    })),
  );
  return { memberIds: [...new Set(conversations.map((each) => each.memberId))], all };
}

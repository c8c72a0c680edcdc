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

/** The persona's chats, live. `markRead` notes that the person has seen a chat to its end. */
export interface Chats {
  /** All ids by which bots may know the persona. */
  readonly ids: readonly string[];
  readonly chats: readonly Chat[] | undefined;
  readonly error: Error | undefined;
  readonly reload: () => void;
  readonly markRead: (chat: Chat) => void;
}

const TOLD_OF = ['message', 'update', 'delete', 'conversation', 'tenant', 'reconnected'];

/** Reads the persona's chats and keeps them up to date. */
export function useChats(persona: Person, apps: readonly TeamsApp[]): Chats {
  const asked = useAnswer(persona.id, () => readChats(persona.id));
  const [, redraw] = useState(0);

  useLiveEvent((event) => {
    if (!TOLD_OF.includes(event.type)) return;
    const known = asked.data?.chats.some((each) => each.conversation.id === event.conversationId);
    // A chat not known yet may be a new one of ours; one that is known to be another's cannot be told apart from it,
    // so new conversations are announced by their own kind of event.
    if (known || event.conversationId === undefined || event.type === 'conversation') asked.reload();
  });

  const markRead = useCallback(
    (chat: Chat) => {
      const newest = newestStamp(chat.messages);
      if (newest > readUpTo(persona.id, chat.id)) {
        remember(readKey(persona.id, chat.id), newest);
        redraw((count) => count + 1);
      }
    },
    [persona.id],
  );

  const ids = useMemo(() => [persona.id, ...(asked.data?.memberIds ?? [])], [persona.id, asked.data]);
  const chats = asked.data?.chats.map(({ conversation, messages }): Chat => {
    const app = apps.find((each) => each.botId === conversation.bot.id);
    return {
      id: conversation.id,
      botId: conversation.bot.id,
      name: conversation.bot.name,
      app,
      installed: conversation.installed,
      blocked: conversation.blocked,
      messages,
      unread: unreadCount(messages, readUpTo(persona.id, conversation.id), ids),
    };
  });
  return { ids, chats, error: asked.error, reload: asked.reload, markRead };
}

function readKey(personaId: string, chatId: string): string {
  return `read:${personaId}:${chatId}`;
}

function readUpTo(personaId: string, chatId: string): string {
  return remembered(readKey(personaId, chatId)) ?? '';
}

interface Read {
  readonly memberIds: readonly string[];
  readonly chats: readonly { readonly conversation: Conversation; readonly messages: readonly Message[] }[];
}

async function readChats(personaId: string): Promise<Read> {
  const conversations = await getConversations(personaId);
  const chats = await Promise.all(
    conversations
      .filter((conversation) => conversation.type === 'personal')
      .map(async (conversation) => ({
        conversation,
        messages: (await getMessages(conversation.id, personaId)).filter(isShown),
      })),
  );
  return { memberIds: [...new Set(conversations.map((each) => each.memberId))], chats };
}

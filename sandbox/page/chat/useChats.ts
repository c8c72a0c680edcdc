import { useCallback, useState } from 'react';
import type { Conversation, Message, Person, TeamsApp } from '../control/answers.ts';
import { getConversations, getMessages } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { idsOf } from '../people/persona.tsx';
import { remember, remembered } from '../shell/remembered.ts';
import { isShown, newestStamp, unreadCount } from './read-marks.ts';

/** A chat of the persona's with an app, with all that was said. */
export interface Chat {
  readonly id: string;
  readonly name: string;
  readonly app: TeamsApp | undefined;
  readonly messages: readonly Message[];
  readonly unread: number;
}

/** The persona's chats, live. `markRead` notes that the person has seen a chat to its end. */
export interface Chats {
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
    const known = asked.data?.some((each) => each.conversation.id === event.conversationId);
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

  const chats = asked.data?.map(({ conversation, messages }): Chat => {
    const app = apps.find((each) => each.botId === conversation.botId) ?? (apps.length === 1 ? apps[0] : undefined);
    return {
      id: conversation.id,
      name: app?.manifest.name.short ?? conversation.name ?? 'Chat',
      app,
      messages,
      unread: unreadCount(messages, readUpTo(persona.id, conversation.id), idsOf(persona)),
    };
  });
  return { chats, error: asked.error, reload: asked.reload, markRead };
}

function readKey(personaId: string, chatId: string): string {
  return `read:${personaId}:${chatId}`;
}

function readUpTo(personaId: string, chatId: string): string {
  return remembered(readKey(personaId, chatId)) ?? '';
}

async function readChats(personaId: string): Promise<{ conversation: Conversation; messages: Message[] }[]> {
  const conversations = (await getConversations(personaId)).filter(isPersonal);
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: (await getMessages(conversation.id, personaId)).filter(isShown),
    })),
  );
}

function isPersonal(conversation: Conversation): boolean {
  return conversation.kind === undefined || conversation.kind === 'personal';
}

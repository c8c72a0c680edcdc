import { preview } from '../chat/preview.ts';
import { isFrom } from '../chat/read-marks.ts';
import type { Channel, Chat } from '../chat/useChats.ts';
import type { Message } from '../control/answers.ts';
import type { Place } from '../shell/place.ts';

/** One line of the activity feed: who did what, where it is, and since when. */
export interface Activity {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'mention' | 'reply' | 'post' | 'message';
  /** The bot's or person's id, for the picture. */
  readonly fromId: string;
  readonly title: string;
  readonly text: string;
  /** A UTC instant's text, which sorts by time. */
  readonly at: string;
  readonly to: Place;
}

/** As many as anybody would read. */
const MOST = 60;

/** What others said to the persona and in their channels, newest first. */
export function activities(
  chats: readonly Chat[],
  channels: readonly Channel[],
  ids: readonly string[],
): readonly Activity[] {
  const inChats = chats.flatMap((chat) =>
    chat.messages.map((message) => {
      const kind = mentions(message, ids) ? ('mention' as const) : ('message' as const);
      const title = kind === 'mention' ? `${nameOf(message)} mentioned you` : `${nameOf(message)} sent you a message`;
      return line(message, chat.id, kind, title, { at: 'chat', conversationId: chat.id });
    }),
  );
  const inChannels = channels.flatMap((channel) =>
    channel.messages.map((message) => {
      const kind = mentions(message, ids)
        ? ('mention' as const)
        : message.threadId && message.threadId !== message.id
          ? ('reply' as const)
          : ('post' as const);
      const where = `${channel.name} of ${channel.team.displayName}`;
      const to = { at: 'teams', teamId: channel.team.id, channelId: channel.id } as const;
      return line(message, channel.id, kind, `${nameOf(message)} ${DID[kind]} ${where}`, to);
    }),
  );
  return [...inChats, ...inChannels]
    .filter(({ message }) => !isFrom(message, ids))
    .map(({ activity }) => activity)
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST);
}

const DID = { mention: 'mentioned you in', reply: 'replied in', post: 'posted in' } as const;

function line(message: Message, conversationId: string, kind: Activity['kind'], title: string, to: Place) {
  const activity: Activity = {
    ...{ id: `${conversationId} ${message.id}`, conversationId, kind, title, to },
    ...{ fromId: message.from.id, text: preview(message), at: message.timestamp ?? '' },
  };
  return { message, activity };
}

function nameOf(message: Message): string {
  return message.from.name ?? 'An app';
}

function mentions(message: Message, ids: readonly string[]): boolean {
  return (message.entities ?? []).some(
    ({ type, mentioned }) => type === 'mention' && ids.includes(mentioned?.id ?? ''),
  );
}

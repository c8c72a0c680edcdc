import type { Message } from '../control/answers.ts';

/** Whether a message was written by one of these ids' owner, and not by a bot or somebody else. */
export function isFrom(message: Message, ids: readonly string[]): boolean {
  return ids.includes(message.from.id) || ids.includes(message.from.aadObjectId ?? '');
}

/** Whether there is anything to see in an activity: text or a card. */
export function isShown(message: Message): boolean {
  const isMessage = message.type === undefined || message.type === 'message';
  const hasContent = Boolean(message.text) || (message.attachments ?? []).length > 0;
  return isMessage && !message.deletedAt && hasContent;
}

/** The last thing that happened to a message, as an instant's text that sorts by time; empty where nothing is known. */
function stampOf(message: Message): string {
  return message.timestamp ?? '';
}

/** How many messages others wrote after the last one read. */
export function unreadCount(messages: readonly Message[], readUpTo: string, mine: readonly string[]): number {
  return messages.filter((message) => stampOf(message) > readUpTo && !isFrom(message, mine)).length;
}

/** The newest message's stamp, to be remembered as read. */
export function newestStamp(messages: readonly Message[]): string {
  return messages.map(stampOf).sort().at(-1) ?? '';
}

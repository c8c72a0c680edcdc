import type { ChannelDuty, PersonDuty, Task } from '@owls/policy';
import type { ConversationRow } from '../service-stores.ts';
import type { World } from '../world.ts';

/** A duty that is done by sending a message. */
export type MessageDuty = PersonDuty | ChannelDuty | Task;

/** What the list of the undelivered calls the channel, where it would name a person. */
export const CHANNEL = 'channel';

export function recipientOf(duty: MessageDuty): string {
  return duty.kind === 'category-summary' ? CHANNEL : duty.person;
}

/**
 * Where a recipient is reached: the person's own chat with the bot, or the channel of the team the app was installed
 * in. Undefined where the app never was installed; a row in state `removed` where it is no longer.
 */
export function conversationOf(recipient: string, world: Pick<World, 'conversations'>): ConversationRow | undefined {
  if (recipient !== CHANNEL) return world.conversations.get(recipient);
  const teams = world.conversations
    .all()
    .filter((row) => row.key.startsWith('team/'))
    .sort((a, b) => a.key.localeCompare(b.key));
  return teams.find((row) => row.state === 'installed') ?? teams[0];
}

export function isInstalled(recipient: string, world: Pick<World, 'conversations'>): boolean {
  return conversationOf(recipient, world)?.state === 'installed';
}

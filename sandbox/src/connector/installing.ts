import type { Core } from '../core/core.ts';
import type { User } from '../entra/directory.ts';
import { channelsOf, membersOf } from '../entra/directory.ts';
import { botAccountId } from './accounts.ts';
import {
  type Bot,
  type Conversation,
  channelConversations,
  installation,
  personalConversation,
  targetOf,
} from './conversations.ts';
import { deliverTo, inbound } from './to-bot.ts';

/** Who or what an app is installed for: a person, or a team (by one of its members). */
export type Place = { readonly person: User } | { readonly teamId: string; readonly by: User };

/** Installs a bot's app and tells the bot, as Teams does; where it is installed already nothing happens. */
export async function install(core: Core, to: Bot, place: Place): Promise<{ conversationId: string }> {
  const { where, from, target, fresh } = core.store.write(() => {
    const found = conversationAt(core, to, place);
    const fresh = installation(core.store, to.id, found.target) === undefined;
    if (fresh) core.store.run('INSERT INTO installations (bot_id, target) VALUES (?, ?)', to.id, found.target);
    return { ...found, fresh };
  });
  if (fresh) {
    await deliverTo(core, to, inbound(core, to, where, from, where.id, { type: 'installationUpdate', action: 'add' }));
    const eventType = target.startsWith('team:') ? { channelData: teamMemberAdded(core, where) } : {};
    const added = { type: 'conversationUpdate', membersAdded: [{ id: botAccountId(to.id) }], ...eventType };
    await deliverTo(core, to, inbound(core, to, where, from, where.id, added));
  }
  return { conversationId: where.id };
}

/** Takes the app away: from then on what the bot posts there is refused. */
export async function uninstall(core: Core, to: Bot, place: Place): Promise<void> {
  const { where, from, target } = core.store.write(() => conversationAt(core, to, place));
  const gone = core.store.run('DELETE FROM installations WHERE bot_id = ? AND target = ?', to.id, target);
  if (gone > 0)
    await deliverTo(
      core,
      to,
      inbound(core, to, where, from, where.id, { type: 'installationUpdate', action: 'remove' }),
    );
}

/** Whether a person who has the app wants to hear from it. */
export function block(core: Core, to: Bot, person: User, blocked: boolean): boolean {
  return (
    core.store.run(
      'UPDATE installations SET blocked = ? WHERE bot_id = ? AND target = ?',
      blocked ? 1 : 0,
      to.id,
      `user:${person.id}`,
    ) > 0
  );
}

function conversationAt(core: Core, to: Bot, place: Place): { where: Conversation; from: User; target: string } {
  if ('person' in place) {
    const where = personalConversation(core, to.id, place.person);
    return { where, from: place.person, target: targetOf(where) };
  }
  const [general] = channelConversations(core, to.id, place.teamId);
  if (!general) throw new Error(`The team ${place.teamId} has no channels.`);
  return { where: general, from: place.by, target: targetOf(general) };
}

function teamMemberAdded(core: Core, where: Conversation): Record<string, unknown> {
  const general = where.team_id === null ? undefined : channelsOf(core.store, where.team_id)[0];
  return { eventType: 'teamMemberAdded', team: { id: general?.id, aadGroupId: where.team_id } };
}

/** Any member of a team, to be the one who installed the app there. */
export function someMember(core: Core, teamId: string): User | undefined {
  return membersOf(core.store, teamId)[0];
}

import type { Core } from '../core/core.ts';
import type { Store } from '../core/store.ts';
import { channelsOf, isMember, membersOf, type User, user } from '../entra/directory.ts';
import { personalConversationId } from './accounts.ts';
import { ConnectorError } from './connector-error.ts';

/** A chat of one person with a bot, or a channel of a team as a bot sees it. */
export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly bot_id: string;
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly channel_id: string | null;
}
export interface Bot {
  readonly id: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly endpoint: string;
}

export function bot(store: Store, id: string): Bot | undefined {
  const row = store.get<{ id: string; manifest: string; endpoint: string }>(
    'SELECT * FROM bots WHERE id = ?',
    id.toLowerCase(),
  );
  return row && { id: row.id, manifest: JSON.parse(row.manifest) as Record<string, unknown>, endpoint: row.endpoint };
}
export function bots(store: Store): Bot[] {
  return store.all<{ id: string }>('SELECT id FROM bots ORDER BY id').flatMap(({ id }) => bot(store, id) ?? []);
}
/** The name a bot has in its manifest. */
export function botName(found: Bot | undefined): string {
  const name = found?.manifest.name as { short?: string } | undefined;
  return name?.short ?? 'Bot';
}

/** The id without the `;messageid=` of a thread in a channel. */
function withoutThread(id: string): string {
  return id.split(';')[0] ?? id;
}

export function conversation(store: Store, id: string): Conversation | undefined {
  return store.get<Conversation>('SELECT * FROM conversations WHERE id = ?', withoutThread(id));
}

export function conversationsOf(store: Store, userId: string): Conversation[] {
  const personal = store.all<Conversation>(
    "SELECT * FROM conversations WHERE kind = 'personal' AND user_id = ?",
    userId,
  );
  const channels = store.all<Conversation>("SELECT * FROM conversations WHERE kind = 'channel' ORDER BY id");
  return [...personal, ...channels.filter((one) => one.team_id !== null && isMember(store, one.team_id, userId))];
}

/** The chat of a person with a bot; made if it is not there. Having a chat does not mean having the app installed. */
export function personalConversation(core: Core, botId: string, person: User): Conversation {
  const id = personalConversationId(botId, person.id);
  const made = core.store.run(
    "INSERT OR IGNORE INTO conversations (id, kind, bot_id, user_id, team_id, channel_id) VALUES (?, 'personal', ?, ?, NULL, NULL)",
    ...[id, botId, person.id],
  );
  if (made > 0) core.happenings.tell({ type: 'conversation', conversationId: id, userId: person.id });
  return conversation(core.store, id) as Conversation;
}

/** All channels of a team, as conversations of a bot. The first is General. */
export function channelConversations(core: Core, botId: string, teamId: string): Conversation[] {
  return channelsOf(core.store, teamId).map((channel) => {
    const made = core.store.run(
      "INSERT INTO conversations (id, kind, bot_id, user_id, team_id, channel_id) VALUES (?, 'channel', ?, NULL, ?, ?) ON CONFLICT (id) DO UPDATE SET bot_id = excluded.bot_id",
      ...[channel.id, botId, teamId, channel.id],
    );
    if (made > 0) core.happenings.tell({ type: 'conversation', conversationId: channel.id, teamId });
    return conversation(core.store, channel.id) as Conversation;
  });
}

export function membersIn(store: Store, where: Conversation): User[] {
  if (where.team_id !== null) return membersOf(store, where.team_id);
  const person = where.user_id === null ? undefined : user(store, where.user_id);
  return person ? [person] : [];
}

export function targetOf(where: Pick<Conversation, 'user_id' | 'team_id'>): string {
  return where.team_id === null ? `user:${where.user_id}` : `team:${where.team_id}`;
}

/** Whether the bot's app is installed for a person or in a team, and whether the person blocked it. */
export function installation(store: Store, botId: string, target: string): { blocked: boolean } | undefined {
  const row = store.get<{ blocked: number }>(
    'SELECT blocked FROM installations WHERE bot_id = ? AND target = ?',
    botId,
    target,
  );
  return row && { blocked: row.blocked === 1 };
}

/** The conversation, if this bot may write in it; the coded refusals are those Teams documents. */
export function writable(store: Store, botId: string, id: string): Conversation {
  const where = conversation(store, id);
  if (!where || where.bot_id !== botId)
    throw new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.');
  requireInstalled(store, botId, targetOf(where));
  return where;
}

export function requireInstalled(store: Store, botId: string, target: string): void {
  const installed = installation(store, botId, target);
  if (!installed)
    throw new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  if (installed.blocked)
    throw new ConnectorError(
      403,
      'MessageWritesBlocked',
      'Thread is blocked from message writes. (ConversationBlockedByUser)',
    );
}

import type { Core } from '../core/core.ts';
import { serviceUrl } from '../core/core.ts';
import type { Store } from '../core/store.ts';
import { tenant } from '../entra/directory.ts';
import { botAccountId } from './accounts.ts';
import { ConnectorError } from './connector-error.ts';
import { bot, botName, type Conversation } from './conversations.ts';

/** A Bot Framework activity; what is not named here passes through as it is. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly attachments?: unknown;
  readonly [key: string]: unknown;
}
export interface Message {
  readonly id: string;
  readonly conversation_id: string;
  readonly thread_id: string;
  readonly activity: Activity;
  readonly updatedAt: string | null;
}
interface Row extends Omit<Message, 'activity' | 'updatedAt'> {
  activity: string;
  updated_at: string | null;
}

export const cardType = 'application/vnd.microsoft.card.adaptive';

const messageOf = ({ activity, updated_at, ...row }: Row): Message => ({
  ...row,
  activity: JSON.parse(activity) as Activity,
  updatedAt: updated_at,
});

export function message(store: Store, conversationId: string, id: string): Message | undefined {
  const row = store.get<Row>('SELECT * FROM messages WHERE conversation_id = ? AND id = ?', conversationId, id);
  return row && messageOf(row);
}

/** The messages of a conversation, newest last. */
export function messages(store: Store, conversationId: string): Message[] {
  return store
    .all<Row>('SELECT * FROM messages WHERE conversation_id = ? ORDER BY CAST(id AS INTEGER)', conversationId)
    .map(messageOf);
}

export function lastMessage(store: Store, conversationId: string): Message | undefined {
  const sql = 'SELECT * FROM messages WHERE conversation_id = ? ORDER BY CAST(id AS INTEGER) DESC LIMIT 1';
  const row = store.get<Row>(sql, conversationId);
  return row && messageOf(row);
}

/** Message ids are the milliseconds of their time, as Teams' are; two in one millisecond get two. */
export function newMessageId(core: Core): string {
  const last = Number(core.store.setting('message.last') ?? 0);
  const id = Math.max(core.clock.ms(), last + 1);
  core.store.setSetting('message.last', String(id));
  return String(id);
}

export function conversationAccount(core: Core, where: Conversation, threadId: string): Record<string, unknown> {
  const here = { conversationType: where.kind, tenantId: tenant(core.store)?.id };
  return where.kind === 'personal'
    ? { ...here, id: where.id }
    : { ...here, id: `${where.id};messageid=${threadId}`, isGroup: true };
}

/** Keeps what a bot sent as a message of the conversation, and in the ledger of deliveries. */
export function keepFromBot(
  core: Core,
  where: Conversation,
  given: Activity,
  thread: string | undefined,
  requestId: string,
): Message {
  refuseUnfit(core, given);
  const id = newMessageId(core);
  const threadId = thread ?? id;
  const activity: Activity = {
    ...given,
    id,
    timestamp: core.clock.iso(),
    serviceUrl: serviceUrl(core),
    channelId: 'msteams',
    from: { id: botAccountId(where.bot_id), name: botName(bot(core.store, where.bot_id)) },
    conversation: conversationAccount(core, where, threadId),
  };
  core.store.run(
    'INSERT INTO messages (id, conversation_id, thread_id, activity, updated_at) VALUES (?, ?, ?, ?, NULL)',
    id,
    where.id,
    threadId,
    JSON.stringify(activity),
  );
  deliver(core, 'message', where, id, requestId);
  core.recording.cardsOf(given);
  return { id, conversation_id: where.id, thread_id: threadId, activity, updatedAt: null };
}

/** Puts `given` in the place of a message; whoever saw a view of their own sees the new one again. */
export function replace(core: Core, where: Conversation, old: Message, given: Activity, requestId: string): void {
  refuseUnfit(core, given);
  const activity = {
    ...old.activity,
    ...given,
    id: old.id,
    timestamp: old.activity.timestamp,
    from: old.activity.from,
    conversation: old.activity.conversation,
  };
  core.store.run(
    'UPDATE messages SET activity = ?, updated_at = ? WHERE conversation_id = ? AND id = ?',
    JSON.stringify(activity),
    core.clock.iso(),
    where.id,
    old.id,
  );
  core.store.run('DELETE FROM views WHERE conversation_id = ? AND message_id = ?', where.id, old.id);
  deliver(core, 'update', where, old.id, requestId);
  core.recording.cardsOf(given);
}

export function remove(core: Core, where: Conversation, old: Message, requestId: string): void {
  core.store.run('DELETE FROM messages WHERE conversation_id = ? AND id = ?', where.id, old.id);
  core.store.run('DELETE FROM views WHERE conversation_id = ? AND message_id = ?', where.id, old.id);
  deliver(core, 'delete', where, old.id, requestId);
}

/** The card an invoke was answered with: in a chat of two it is the message's, in a channel the person's own view. */
export function showCard(core: Core, where: Conversation, old: Message, userId: string, card: unknown): void {
  core.recording.card(card);
  if (where.kind === 'channel') {
    core.store.run('INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?)', where.id, old.id, userId, JSON.stringify(card));
    return;
  }
  const activity = { ...old.activity, attachments: withCard(old.activity.attachments, card) };
  core.store.run(
    'UPDATE messages SET activity = ?, updated_at = ? WHERE conversation_id = ? AND id = ?',
    JSON.stringify(activity),
    core.clock.iso(),
    where.id,
    old.id,
  );
}

/** An activity with the card this person sees of it. */
export function asSeenBy(store: Store, found: Message, userId: string | undefined): Activity {
  if (userId === undefined) return found.activity;
  const sql = 'SELECT card FROM views WHERE conversation_id = ? AND message_id = ? AND user_id = ?';
  const view = store.get<{ card: string }>(sql, found.conversation_id, found.id, userId);
  return view
    ? { ...found.activity, attachments: withCard(found.activity.attachments, JSON.parse(view.card)) }
    : found.activity;
}

function withCard(attachments: unknown, card: unknown): unknown[] {
  const known: { contentType?: string }[] = Array.isArray(attachments) ? attachments : [];
  const at = known.findIndex((one) => one.contentType === cardType);
  const fresh = { contentType: cardType, content: card };
  return at < 0 ? [...known, fresh] : known.map((one, index) => (index === at ? fresh : one));
}

function deliver(core: Core, kind: string, where: Conversation, activityId: string, requestId: string): void {
  core.store.run(
    'INSERT INTO deliveries (at, kind, bot_id, conversation_id, activity_id, request_id) VALUES (?, ?, ?, ?, ?, ?)',
    ...[core.clock.iso(), kind, where.bot_id, where.id, activityId, requestId],
  );
}

function refuseUnfit(core: Core, activity: Activity): void {
  if (activity.type !== 'message')
    throw new ConnectorError(400, 'BadSyntax', `Activities of the type '${activity.type}' cannot be posted.`);
  const empty =
    !activity.text && !activity.summary && !(Array.isArray(activity.attachments) && activity.attachments.length > 0);
  if (empty) throw new ConnectorError(400, 'BadSyntax', 'The activity has neither text nor attachments.');
  const { messageKb } = core.limits.settings;
  if (sizeOf(activity, messageKb) > messageKb * 1024)
    throw new ConnectorError(413, 'MessageSizeTooBig', `Message size too large: more than ${messageKb} KB.`);
}

/**
 * A message's size in bytes. 28 KB is what a card through Graph and webhooks may have, in UTF-8; the bot pages count the
 * whole message, encoded in UTF-16 ("Format your bot messages").
 */
function sizeOf(activity: Activity, messageKb: number): number {
  if (messageKb === 28) return Buffer.byteLength(JSON.stringify(activity.attachments ?? activity.text));
  return Buffer.byteLength(JSON.stringify(activity), 'utf16le');
}

import { randomUUID } from 'node:crypto';
import type { Core } from '../core/core.ts';
import type { User } from '../entra/directory.ts';
import { botAccountId } from './accounts.ts';
import { type Bot, botName, type Conversation } from './conversations.ts';
import { type Activity, cardType, type Message, message, newMessageId, showCard } from './messages.ts';
import { type BotAnswer, clientInfo, deliverTo, inbound } from './to-bot.ts';

/** A button of a card, pressed, with what was in the card's inputs. */
interface Pressed {
  readonly activityId: string;
  readonly action: {
    readonly type: 'Action.Execute' | 'Action.Submit';
    readonly verb?: string | undefined;
    readonly data?: unknown;
    readonly id?: string | undefined;
  };
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly trigger: 'manual' | 'automatic';
  /** When the message that was looked at was written or last changed. */
  readonly seen?: string | undefined;
}

/** A person says something: kept as a message, then sent to the bot. */
export async function say(
  core: Core,
  to: Bot,
  where: Conversation,
  from: User,
  text: string,
  thread?: string,
): Promise<{ id: string; answer: BotAnswer }> {
  const activity = core.store.write(() => {
    const id = newMessageId(core);
    const threadId = thread ?? id;
    const mention = where.kind === 'channel' ? mentioning(to, text) : { text };
    const said: Activity = inbound(core, to, where, from, threadId, {
      type: 'message',
      id,
      textFormat: 'plain',
      ...mention,
    });
    core.store.run(
      'INSERT INTO messages (id, conversation_id, thread_id, activity, updated_at) VALUES (?, ?, ?, ?, NULL)',
      ...[id, where.id, threadId, JSON.stringify({ ...said, text })],
    );
    return said;
  });
  const id = String(activity.id);
  core.happenings.tell({ type: 'message', conversationId: where.id, activityId: id });
  return { id, answer: await deliverTo(core, to, activity) };
}

/** In a channel people reach a bot by naming it. */
function mentioning(to: Bot, text: string): { text: string; entities: unknown[] } {
  const name = botName(to);
  const at = `<at>${name}</at>`;
  const mention = { type: 'mention', text: at, mentioned: { id: botAccountId(to.id), name } };
  return { text: `${at} ${text}`, entities: [mention, clientInfo] };
}

/** `Action.Submit`: a message with the card's data and inputs as its value. */
export function submit(core: Core, to: Bot, where: Conversation, from: User, pressed: Pressed): Promise<BotAnswer> {
  const value = merged(pressed);
  const more = {
    type: 'message',
    id: core.store.write(() => newMessageId(core)),
    value,
    replyToId: pressed.activityId,
  };
  return deliverTo(core, to, inbound(core, to, where, from, threadOf(core, where, pressed.activityId), more));
}

/** `Action.Execute`: an invoke, whose answer may hold the card to show instead. */
export async function execute(
  core: Core,
  to: Bot,
  where: Conversation,
  from: User,
  pressed: Pressed,
): Promise<BotAnswer> {
  const { verb, id } = pressed.action;
  const action = {
    type: 'Action.Execute',
    title: '',
    ...(id === undefined ? {} : { id }),
    ...(verb === undefined ? {} : { verb }),
    data: merged(pressed),
  };
  const more = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    value: { action, trigger: pressed.trigger },
    replyToId: pressed.activityId,
  };
  const overtaken = order(core, `${where.id} ${pressed.activityId} ${from.id}`, pressed.trigger);
  const answer = await deliverTo(
    core,
    to,
    inbound(core, to, where, from, threadOf(core, where, pressed.activityId), more),
  );
  if (overtaken()) return answer;
  const body = answer.body as { statusCode?: number; type?: string; value?: unknown } | null;
  const old = message(core.store, where.id, pressed.activityId);
  if (answer.status === 200 && body?.type === cardType && old && !isLate(pressed, old)) {
    core.store.write(() => showCard(core, where, old, from.id, body.value));
    core.happenings.tell({ type: 'update', conversationId: where.id, activityId: old.id, userId: from.id });
  }
  return answer;
}

/** Whether a refresh nobody asked for was of a card that another has taken the place of since. */
function isLate({ trigger, seen }: Pressed, { updatedAt, activity }: Message): boolean {
  return trigger === 'automatic' && seen !== undefined && seen !== (updatedAt ?? activity.timestamp);
}

const lastPress = new WeakMap<Core, Map<string, number>>();
let presses = 0;

/** A refresh nobody asked for must not take the place of what a button pressed meanwhile leads to. */
function order(core: Core, card: string, trigger: Pressed['trigger']): () => boolean {
  const last = lastPress.get(core) ?? new Map<string, number>();
  lastPress.set(core, last);
  presses += 1;
  const mine = presses;
  if (trigger === 'manual') last.set(card, mine);
  return () => trigger === 'automatic' && (last.get(card) ?? 0) > mine;
}

function threadOf(core: Core, where: Conversation, activityId: string): string {
  return message(core.store, where.id, activityId)?.thread_id ?? activityId;
}

/** Teams lays the inputs over the action's data. */
function merged({ action, inputs }: Pressed): unknown {
  const data = typeof action.data === 'object' && action.data !== null ? action.data : {};
  return { ...data, ...inputs };
}

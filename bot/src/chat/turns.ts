/** What the bot does with each kind of activity: a table, then one small function a kind. */
import type { Person } from '@owls/policy';
import type { Logger } from 'pino';
import { agreementVerbs } from '../categorisation/agreement-verbs.ts';
import { categoryTakeBackVerbs } from '../categorisation/take-back-verbs.ts';
import { categoryVerbs } from '../categorisation/verbs.ts';
import { extraDataVerbs } from '../extra-data/verbs.ts';
import { gatheringVerbs } from '../gatherings/verbs.ts';
import { reviewVerbs } from '../peer-review/verbs.ts';
import { takeBackVerbs } from '../soap/take-back-verbs.ts';
import { soapVerbs } from '../soap/verbs.ts';
import { targetVerbs } from '../targets/verbs.ts';
import { taskVerbs } from '../tasks/verbs.ts';
import type { World } from '../world.ts';
import { type Activity, CardAction, isPersonal } from './activity.ts';
import type { Connector, TurnAnswer } from './adapter.ts';
import { answerTo, type Said } from './answers.ts';
import { conversationKey, heardFrom, installed, removed } from './conversations.ts';
import { cardAnswer, errorAnswer, stillWorking } from './invoke-answer.ts';
import { type CardMessage, cardActivity, sendFailure, Throttled, Unreachable } from './messenger.ts';
import { type Answer, refused, type Verb } from './verb.ts';
import { elsewhereText, strangerText, teamText, welcomeCard } from './welcome.ts';
import { WORDS, wordIn } from './words.ts';

export interface Turn {
  readonly activity: Activity;
  readonly connector: Connector;
  readonly world: World;
  readonly log: Logger;
  /** Told the key of a delivery whose card came back: it arrived. */
  onSeen(deliveryKey: string): void;
}

const VERBS: ReadonlyMap<string, Verb> = new Map(
  [
    ...soapVerbs,
    ...takeBackVerbs,
    ...categoryVerbs,
    ...categoryTakeBackVerbs,
    ...agreementVerbs,
    ...extraDataVerbs,
    ...taskVerbs,
    ...gatheringVerbs,
    ...targetVerbs,
    ...reviewVerbs,
  ].map((verb) => [verb.name, verb]),
);
/** Teams gives up on an invoke after about 15 seconds and delivers it again. */
const ANSWER_WITHIN_MS = 10_000;
const MOST_TRIES = 3;

const KINDS: Readonly<Record<string, (turn: Turn) => Promise<TurnAnswer>>> = {
  installationUpdate: onInstallation,
  conversationUpdate: onMembers,
  message: onMessage,
  invoke: onInvoke,
};

/** Answers an activity; kinds the bot has no use for (typing, reactions) are acknowledged. */
export async function takeTurn(turn: Turn): Promise<TurnAnswer> {
  return (await KINDS[turn.activity.type]?.(turn)) ?? { status: 200 };
}

async function onInstallation(turn: Turn): Promise<TurnAnswer> {
  const { activity, world } = turn;
  if (activity.action?.startsWith('remove')) await removed(activity, world.conversations);
  else if (await installed(activity, world.conversations)) await greet(turn);
  return { status: 200 };
}

async function onMembers(turn: Turn): Promise<TurnAnswer> {
  const { activity, world } = turn;
  const isBot = ({ id }: { id: string }) => id === activity.recipient?.id;
  if (activity.membersRemoved?.some(isBot)) await removed(activity, world.conversations);
  else if (activity.membersAdded?.some(isBot) && (await installed(activity, world.conversations))) await greet(turn);
  return { status: 200 };
}

/** Once, when the app arrives; people who join a team later are not written to. */
async function greet(turn: Turn): Promise<void> {
  const { activity, world } = turn;
  if (!isPersonal(activity)) {
    if (conversationKey(activity)) await reply(turn, { text: teamText(world.policy) });
    return;
  }
  const person = personOf(turn);
  const given = { policy: world.policy, facts: world.facts(), now: world.now() };
  await reply(turn, person ? welcomeCard({ ...given, person }) : { text: strangerText(given) });
}

async function onMessage(turn: Turn): Promise<TurnAnswer> {
  const { activity, world } = turn;
  inBackground(turn, heardFrom(activity, world.conversations));
  if (!isPersonal(activity)) {
    // Others read along in a channel or a group: nothing of a school is shown there (M1).
    await reply(turn, { text: elsewhereText });
    return { status: 200 };
  }
  const person = personOf(turn);
  if (!person) {
    await reply(turn, { text: strangerText({ policy: world.policy, facts: world.facts() }) });
    return { status: 200 };
  }
  const pressed = asRecord(activity.value);
  if (typeof pressed?.verb === 'string') {
    await showAnswer(turn, await press(turn, person, pressed.verb, pressed));
    return { status: 200 };
  }
  const said = WORDS.find(({ word }) => word === pressed?.word)?.word ?? wordIn(activity.text ?? '');
  await reply(turn, answerTo(said, person, world));
  return { status: 200 };
}

/** A plain submit, from clients without universal actions: the card is replaced in place where it can be. */
async function showAnswer(turn: Turn, answer: Answer): Promise<void> {
  if (answer.kind === 'refused') return reply(turn, { text: answer.says });
  const { activity, log } = turn;
  if (!activity.replyToId) return reply(turn, answer.message);
  try {
    await replaceCard(turn, activity.replyToId, answer.message);
  } catch (error) {
    log.warn({ err: sendFailure(error) }, 'A card could not be replaced; it is sent anew');
    await reply(turn, answer.message);
  }
}

async function onInvoke(turn: Turn): Promise<TurnAnswer> {
  const { activity, world, log } = turn;
  if (activity.name !== 'adaptiveCard/action') return { status: 501 };
  inBackground(turn, heardFrom(activity, world.conversations));
  const parsed = CardAction.safeParse(activity.value);
  if (!parsed.success) return errorAnswer(400, 'BadInput', 'That is not a card’s action.');
  if (!isPersonal(activity)) return errorAnswer(403, 'NotHere', elsewhereText);
  const { verb, data } = parsed.data.action;
  const person = personOf(turn);
  if (!person) {
    return errorAnswer(403, 'NotKnown', strangerText({ policy: world.policy, facts: world.facts() }));
  }
  const work = press(turn, person, verb, data ?? {});
  const answer = await within(work, ANSWER_WITHIN_MS);
  if (answer === 'late') {
    log.warn({ verb }, 'A press takes long; it goes on after the answer');
    inBackground(turn, work);
    return stillWorking();
  }
  if (answer.kind === 'refused') return errorAnswer(answer.status, answer.code, answer.says);
  const messageId = activity.replyToId;
  if (answer.lasting && messageId) {
    const { message } = answer;
    inBackground(turn, replaceCard(turn, messageId, message));
  }
  return cardAnswer(answer.message);
}

/** Runs the verb for this person and notes that the card it came from had arrived. */
async function press(
  turn: Turn,
  person: Person,
  name: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const verb = VERBS.get(name);
  if (!verb) return refused(400, 'UnknownVerb', 'This button is not known any more. Type "help" for what I can do.');
  // Only the person it was sent to can have it: somebody else's key proves nothing.
  if (typeof data.delivery === 'string' && data.delivery.split('/').includes(person.id)) turn.onSeen(data.delivery);
  const { world, log } = turn;
  try {
    return await verb.handle(data, { world, person, log, later: (task) => inBackground(turn, task()) });
  } catch (error) {
    log.error({ err: error, verb: name }, 'A press failed');
    return refused(500, 'Failed', 'That could not be kept just now, and nothing was lost: try again in a minute.');
  }
}

function personOf({ activity, world }: Turn): Person | undefined {
  const id = activity.from.aadObjectId?.toLowerCase();
  return id ? world.facts().people.find((person) => person.id.toLowerCase() === id) : undefined;
}

/** Sends an answer. One that certainly did not arrive is tried again; one that may have is not. */
async function reply(turn: Turn, said: Said): Promise<void> {
  const { activity, connector, log } = turn;
  const message = 'text' in said ? { type: 'message', textFormat: 'plain', text: said.text } : cardActivity(said);
  for (let tries = 1; ; tries += 1) {
    try {
      await connector.send(activity.conversation.id, message);
      return;
    } catch (error) {
      const failure = sendFailure(error);
      if (!(failure instanceof Throttled) || tries === MOST_TRIES) {
        log.error({ err: failure }, 'An answer did not arrive');
        return;
      }
      await pause(Math.min(failure.retryAfterSeconds ?? 2 ** tries, 10) * 1000);
    }
  }
}

/** Puts a card in the place of a message. Done twice it is the same, so it is tried again even where it may have been done. */
async function replaceCard({ activity, connector }: Turn, messageId: string, message: CardMessage): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connector.update(activity.conversation.id, messageId, cardActivity(message));
    } catch (error) {
      const failure = sendFailure(error);
      if (failure instanceof Unreachable || tries === MOST_TRIES) throw error;
      const seconds = failure instanceof Throttled ? failure.retryAfterSeconds : undefined;
      await pause(Math.min(seconds ?? 2 ** tries, 10) * 1000);
    }
  }
}

function inBackground({ log }: Turn, work: Promise<unknown>): void {
  work.catch((error: unknown) => log.error({ err: error }, 'Work after an answer failed'));
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

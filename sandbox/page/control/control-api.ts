import { z } from 'zod';
import {
  CalendarEvent,
  ClockMark,
  Conversation,
  type InvitationAnswer,
  InvokeAnswer,
  Message,
  Person,
  SentAnswer,
  Status,
  Team,
  TeamsApp,
} from './answers.ts';

/** The sandbox answered, but not with what was asked for; `message` can be shown to a person as it is. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A button press or an automatic refresh on a card, as the control API wants it. */
export interface CardAction {
  readonly from: string;
  readonly activityId: string;
  readonly action: { readonly type: string; readonly verb?: string; readonly data: unknown; readonly id?: string };
  readonly inputs: Readonly<Record<string, string>>;
  readonly trigger: 'manual' | 'automatic';
  /** When the message that was looked at was written or last changed. */
  readonly seen: string;
}

const Refusal = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string() })]),
});

async function refusalOf(response: Response): Promise<ControlError> {
  const text = await response.text();
  const parsed = Refusal.safeParse(parseJson(text));
  const error = parsed.success ? parsed.data.error : undefined;
  const says = typeof error === 'string' ? error : error?.message;
  return new ControlError(response.status, says ?? `The sandbox answered ${response.status} ${response.statusText}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function ask<T>(shape: z.ZodType<T>, path: string, method = 'GET', body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new ControlError(0, 'The sandbox cannot be reached. Is it still running?');
  }
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  const parsed = shape.safeParse(text === '' ? null : parseJson(text));
  if (!parsed.success) {
    throw new ControlError(
      response.status,
      `The sandbox gave an answer this page cannot read: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

/** Reads a list that may come bare or, as Graph does it, under `value`. */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<T[]> {
  return z.union([z.array(item), z.looseObject({ value: z.array(item) }).transform((page) => page.value)]);
}

const id = encodeURIComponent;

export const getStatus = (): Promise<Status> => ask(Status, '/api/status');
export const getPeople = (): Promise<Person[]> => ask(listOf(Person), '/api/users');
/** Where an app's colour icon is; `botId` may be the bot's account in a chat (`28:…`). */
export const iconAddress = (botId: string): string =>
  `/api/teams-apps/${encodeURIComponent(botId.replace(/^28:/, ''))}/icon`;

export const getApps = (): Promise<TeamsApp[]> => ask(listOf(TeamsApp), '/api/teams-apps');
export const getTeams = (): Promise<Team[]> => ask(listOf(Team), '/api/teams');
export const getConversations = (userId: string): Promise<Conversation[]> =>
  ask(listOf(Conversation), `/api/users/${id(userId)}/conversations`);
export const getMessages = (conversationId: string, viewer: string): Promise<Message[]> =>
  ask(listOf(Message), `/api/conversations/${id(conversationId)}/messages?viewer=${id(viewer)}`);
export const getCalendar = (userId: string, start: string, end: string): Promise<CalendarEvent[]> =>
  ask(listOf(CalendarEvent), `/api/users/${id(userId)}/calendar?start=${id(start)}&end=${id(end)}`);

/** Answers an invitation; a person who declines loses the meeting from their own calendar. */
export const answerInvitation = (userId: string, eventId: string, response: InvitationAnswer): Promise<unknown> =>
  ask(z.unknown(), `/api/users/${id(userId)}/calendar/${id(eventId)}/response`, 'POST', { response });

/** Says something to a bot, in a channel in answer to the post `thread`; `failure` says why the bot did not take it, though it was said. */
export const sendMessage = (
  conversationId: string,
  from: string,
  text: string,
  thread?: string,
): Promise<{ failure?: string | undefined }> =>
  ask(SentAnswer, `/api/conversations/${id(conversationId)}/messages`, 'POST', {
    from,
    text,
    ...(thread === undefined ? {} : { thread }),
  });
export const pressAction = (conversationId: string, action: CardAction): Promise<InvokeAnswer> =>
  ask(InvokeAnswer, `/api/conversations/${id(conversationId)}/actions`, 'POST', action);
export const install = (botId: string, userId: string): Promise<{ conversationId: string }> =>
  ask(z.looseObject({ conversationId: z.string() }), '/api/installations', 'POST', { botId, userId });
export const uninstall = (botId: string, userId: string): Promise<unknown> =>
  ask(z.unknown(), '/api/installations', 'DELETE', { botId, userId });

/** A token as Teams gives it to an app's tab: for the signed-in person, for the app's own API. */
export async function tabToken(botId: string, userId: string): Promise<string> {
  const answer = await ask(z.looseObject({ token: z.string() }), '/api/tab-tokens', 'POST', { botId, userId });
  return answer.token;
}

const Clock = z.looseObject({ now: z.string() });
export const getClock = (): Promise<{ now: string }> => ask(Clock, '/api/clock');
/** Moves the sandbox's clock on to an instant (UTC). Refused with 409 when it lies in the past. */
export const setClock = (now: string): Promise<{ now: string }> => ask(Clock, '/api/clock', 'POST', { now });

/** Dates worth going to; none where the sandbox was given none. */
export async function getClockMarks(): Promise<ClockMark[]> {
  try {
    return await ask(listOf(ClockMark), '/api/clock/marks');
  } catch (error) {
    if (error instanceof ControlError && error.status === 404) return [];
    throw error;
  }
}

import { type CalendarDuty, type Duty, due, type RecordedMeeting } from '@owls/policy';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Graph, GraphAnswer } from '../m365/graph.ts';
import type { World } from '../world.ts';
import { type CalendarEvent, chatOf, EventShape, type Invitation, MEETING_KEY, newEvent } from './event.ts';

/** Meetings are put into calendars this many at a time, so that an interruption leaves few to look up again. */
const AT_ONCE = 20;

const Events = z.object({ value: z.array(EventShape) });
const Problem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type CalendarConfig = Pick<Config, 'organiser' | 'endpoint' | 'teamsAppId'>;

/** What invitations are written from: the people of now, and what they said about coming. */
export function invitationOf(
  world: Pick<World, 'policy' | 'facts' | 'gatherings'>,
  config: CalendarConfig,
): Invitation {
  return {
    timeZone: world.policy.trust.timeZone,
    people: new Map(world.facts().people.map((person) => [person.id, person])),
    apologies: world.gatherings.kept().apologies,
    config,
  };
}

/**
 * Puts meetings that are agreed and stand in no calendar into calendars (M4, M5): those put back after their event was
 * gone. One that failed stays owed and is tried with the next beat. Returns how many were made.
 */
export async function putIntoCalendars(
  world: World,
  graph: Graph,
  config: CalendarConfig,
  stop: AbortSignal,
): Promise<number> {
  const owedKeys = new Set(
    due(world.policy, world.facts(), world.now())
      .filter(isCalendarDuty)
      .map((duty) => duty.meeting),
  );
  const owed = world.meetings.recorded().filter((meeting) => owedKeys.has(meeting.key));
  let made = 0;
  for (let from = 0; from < owed.length && !stop.aborted; from += AT_ONCE) {
    const outcomes = await makeEvents(owed.slice(from, from + AT_ONCE), graph, invitationOf(world, config));
    const events = outcomes.flatMap(({ meeting, event }) =>
      event === undefined ? [] : [{ key: meeting.key, eventId: event.id, chat: chatOf(event) }],
    );
    for (const { meeting, refused } of outcomes) {
      if (refused === undefined) continue;
      const { status, code } = refused;
      world.log.warn({ meeting: meeting.key, status, code }, 'a meeting is not in calendars yet');
    }
    if (events.length > 0) await world.meetings.inCalendars(events);
    made += events.length;
  }
  if (owed.length > 0) world.log.info({ owed: owed.length, made }, 'meetings put into calendars');
  return made;
}

function isCalendarDuty(duty: Duty): duty is CalendarDuty {
  return duty.kind === 'meeting-event';
}

/** Why Outlook made nothing: the status (0: no answer), and its code and words where it gave any. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly says: string;
}
export type Making = Pick<
  RecordedMeeting,
  'key' | 'kind' | 'title' | 'start' | 'end' | 'place' | 'attendees' | 'reminderMinutes' | 'agenda' | 'again'
>;
export interface Made<M> {
  readonly meeting: M;
  readonly event?: CalendarEvent;
  readonly refused?: Refused;
}

/**
 * Makes one event each on the organiser's calendar, which invites the others. `transactionId` follows from the meeting,
 * so Outlook makes no second event however often it is asked; the one there is comes back.
 */
export async function makeEvents<M extends Making>(
  meetings: readonly M[],
  graph: Graph,
  given: Invitation,
): Promise<Made<M>[]> {
  const { organiser } = given.config;
  const answers = await graph.batch(
    meetings.map((meeting) => ({
      method: 'POST',
      url: `/users/${encodeURIComponent(organiser)}/events`,
      headers: { Prefer: 'outlook.timezone="UTC"' },
      body: newEvent(meeting, meeting.again ?? 0, given),
      repeatable: true,
    })),
  );
  return Promise.all(
    meetings.map(async (meeting, index): Promise<Made<M>> => {
      const answer = answers[index];
      const event = EventShape.safeParse(answer?.body);
      if (answer !== undefined && answer.status > 0 && answer.status < 300 && event.success) {
        return { meeting, event: event.data };
      }
      const refused = refusedBy(answer);
      if (refused.code !== 'ErrorDuplicateTransactionId') return { meeting, refused };
      const found = await findEvent(meeting.key, graph, organiser);
      return found === undefined ? { meeting, refused } : { meeting, event: found };
    }),
  );
}

export function refusedBy(answer: GraphAnswer | undefined): Refused {
  const problem = Problem.safeParse(answer?.body);
  const { code, message } = problem.success ? problem.data.error : { code: '', message: '' };
  return { status: answer?.status ?? 0, code, says: message };
}

/** The event that carries this meeting's key. */
async function findEvent(key: string, graph: Graph, organiser: string): Promise<CalendarEvent | undefined> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${MEETING_KEY}' and ep/value eq '${key.replaceAll("'", "''")}')`;
  const answer = await graph.get(
    `/users/${encodeURIComponent(organiser)}/events?$filter=${encodeURIComponent(filter)}&$top=1`,
  );
  return Events.parse(answer).value[0];
}

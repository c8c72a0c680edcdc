import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { type User, userByAddress } from '../../entra/directory.ts';
import { described, type GraphAnswer, GraphError, type GraphRequest, objectBody, ok } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { when } from './event-entity.ts';
import { eventsBetween, type Kept } from './event-store.ts';
import { ianaZone, instantOf, preferredZone } from './time-zones.ts';

/** Limits of "Get free/busy schedule of Outlook calendar users and resources". */
const mostSchedules = 20;
const mostDays = 62;
/** Every mailbox's zone and hours; mailboxSettings are not in the sandbox. Exchange's default is Monday to Friday, 8 to 17. */
export const workingHours = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '08:00:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'GMT Standard Time' },
} as const;

const When = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });
const Body = z.strictObject({
  schedules: z.array(z.string()).min(1),
  starttime: When,
  endtime: When,
  availabilityviewinterval: z.coerce.number().int().min(5).max(1440).nullish(),
});

/** A time that an event takes, and how much of the person: `0` to `3` as in an availabilityView. */
export interface Taken {
  readonly event: Kept;
  readonly status: string;
  readonly level: number;
}
const levels: Readonly<Record<string, number>> = { free: 0, workingElsewhere: 0, tentative: 1, busy: 2, oof: 3 };

/** What a person's calendar says between two instants; a meeting that was called off takes nothing. */
export function taken(core: Core, mailbox: string, from: string, until: string): Taken[] {
  return eventsBetween(core, mailbox, from, until).map((event) => {
    const status = event.body.own.showAs;
    return { event, status, level: levels[status] ?? 0 };
  });
}

/** The highest level of what overlaps a time. */
export function levelAt(all: readonly Taken[], from: string, until: string): number {
  return Math.max(0, ...all.filter(({ event }) => event.starts < until && event.ends > from).map(({ level }) => level));
}

/** The free and busy times of up to 20 people ("calendar: getSchedule"). */
export function getSchedule(request: GraphRequest): GraphAnswer {
  userOfRequest(request);
  const zone = preferredZone(request.header('prefer'));
  ianaZone(zone);
  const { schedules, from, until, minutes } = understood(request);
  const value = schedules.map((address) => {
    const person = userByAddress(request.core.store, address);
    return person ? scheduleOf(request.core, person, address, from, until, minutes, zone) : unknown(address);
  });
  return ok(described(request, 'Collection(microsoft.graph.scheduleInformation)', { value }));
}

function understood(request: GraphRequest) {
  const lower = Object.entries(objectBody(request)).map(([name, value]) => [name.toLowerCase(), value]);
  const parsed = Body.safeParse(Object.fromEntries(lower));
  if (!parsed.success) throw refused(`The request is not valid: ${z.prettifyError(parsed.error)}`);
  const { schedules, starttime, endtime, availabilityviewinterval: interval } = parsed.data;
  const [from, until] = [
    instantOf(starttime.dateTime, starttime.timeZone),
    instantOf(endtime.dateTime, endtime.timeZone),
  ];
  const minutes = interval ?? 30;
  const lasts = (Date.parse(until) - Date.parse(from)) / 60_000;
  if (schedules.length > mostSchedules) throw refused(`At most ${mostSchedules} schedules can be asked for at once.`);
  if (lasts < minutes) throw refused('The period ends before its first time slot does.');
  if (lasts >= mostDays * 24 * 60) throw refused(`The period must be less than ${mostDays} days.`);
  return { schedules, from, until, minutes };
}

function refused(says: string): GraphError {
  return new GraphError(400, 'ErrorInvalidParameter', says);
}

function scheduleOf(
  core: Core,
  person: User,
  address: string,
  from: string,
  until: string,
  minutes: number,
  zone: string,
) {
  const all = taken(core, person.id, from, until);
  const slots = Math.floor((Date.parse(until) - Date.parse(from)) / (minutes * 60_000));
  const slot = (at: number) => new Date(Date.parse(from) + at * minutes * 60_000).toISOString();
  return {
    scheduleId: address,
    availabilityView: Array.from({ length: slots }, (_, at) => levelAt(all, slot(at), slot(at + 1))).join(''),
    scheduleItems: all.map(({ event, status }) => {
      const isPrivate = ['private', 'confidential'].includes(event.body.sensitivity);
      const said = { isPrivate: false, subject: event.body.subject, location: event.body.location.displayName ?? '' };
      return {
        ...(isPrivate ? { isPrivate } : said),
        ...{ status, start: when(event.starts, zone), end: when(event.ends, zone) },
      };
    }),
    workingHours,
  };
}

/** "If getSchedule cannot identify a specified user or resource, it returns a single schedule item and indicates the error." */
function unknown(address: string) {
  return {
    scheduleId: address,
    availabilityView: '',
    error: {
      message: `Unable to resolve e-mail address ${address} to an Active Directory object.`,
      responseCode: 'ErrorMailRecipientNotFound',
    },
  };
}

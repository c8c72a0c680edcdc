import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { userByAddress } from '../../entra/directory.ts';
import { hasNoMailbox } from '../../faults/mailboxes.ts';
import { mayReadMailbox } from '../access/check.ts';
import { described, type GraphAnswer, GraphError, type GraphRequest, objectBody, ok } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { when } from './event-entity.ts';
import { eventsBetween, type Kept } from './event-store.ts';
import { preferences } from './preferences.ts';
import { instantOf } from './time-zones.ts';

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

/** What a person is at a time: the most that anything there says. */
export function availabilityAt(all: readonly Taken[], from: string, until: string): string {
  const there = all.filter(({ event }) => event.starts < until && event.ends > from);
  return there.reduce((most, one) => (one.level > most.level ? one : most), { status: 'free', level: 0 }).status;
}

/** The highest level of what overlaps a time. */
function levelAt(all: readonly Taken[], from: string, until: string): number {
  return Math.max(0, ...all.filter(({ event }) => event.starts < until && event.ends > from).map(({ level }) => level));
}

/** The free and busy times of up to 20 people ("calendar: getSchedule"). */
export function getSchedule(request: GraphRequest): GraphAnswer {
  userOfRequest(request);
  const { zone, applied } = preferences(request);
  const { schedules, from, until, minutes } = understood(request);
  const value = schedules.map((address) => {
    const person = userByAddress(request.core.store, address);
    if (!person || hasNoMailbox(request.core, person.id)) return unknown(address);
    const all = taken(request.core, person.id, from, until);
    return {
      scheduleId: address,
      availabilityView: slots(from, until, minutes)
        .map(([begins, ends]) => levelAt(all, begins, ends))
        .join(''),
      scheduleItems: all.map((one) => item(one, zone, mayReadMailbox(request, person.id))),
      workingHours,
    };
  });
  return ok(described(request, 'Collection(microsoft.graph.scheduleInformation)', { value }), applied);
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

function slots(from: string, until: string, minutes: number): [string, string][] {
  const count = Math.floor((Date.parse(until) - Date.parse(from)) / (minutes * 60_000));
  const at = (slot: number) => new Date(Date.parse(from) + slot * minutes * 60_000).toISOString();
  return Array.from({ length: count }, (_, slot) => [at(slot), at(slot + 1)]);
}

/** What is private, or stands in a mailbox the caller may not read, shows its time alone. */
function item({ event, status }: Taken, zone: string, mayRead: boolean) {
  const { sensitivity, subject, location } = event.body;
  const isPrivate = ['private', 'confidential'].includes(sensitivity);
  const said = isPrivate ? { isPrivate } : { isPrivate, subject, location: location.displayName ?? '' };
  return { ...(mayRead ? said : {}), status, start: when(event.starts, zone), end: when(event.ends, zone) };
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

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { type User, userByAddress } from '../../entra/directory.ts';
import { described, type GraphAnswer, GraphError, type GraphRequest, ok } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { when } from './event-entity.ts';
import { availabilityAt, type Taken, taken, workingHours } from './free-busy.ts';
import { preferences } from './preferences.ts';
import { ianaZone, instantOf } from './time-zones.ts';

const When = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });
const Body = z.strictObject({
  attendees: z
    .array(z.looseObject({ type: z.string().default('required'), emailAddress: z.looseObject({ address: z.email() }) }))
    .default([]),
  isOrganizerOptional: z.boolean().default(false),
  locationConstraint: z
    .looseObject({ locations: z.array(z.looseObject({ displayName: z.string().nullish() })).nullish() })
    .nullish(),
  maxCandidates: z.number().int().min(1).default(20),
  meetingDuration: z.string().default('PT30M'),
  minimumAttendeePercentage: z.number().min(0).max(100).default(50),
  returnSuggestionReasons: z.boolean().default(false),
  timeConstraint: z
    .looseObject({
      activityDomain: z.enum(['work', 'personal', 'unrestricted', 'unknown']).default('work'),
      timeSlots: z.array(z.looseObject({ start: When, end: When })).nullish(),
    })
    .nullish(),
});
type Body = z.infer<typeof Body>;

const everyMinutes = 30;
/** The chance that an attendee comes: "free 100%, unknown 49%, busy 0%"; of tentative the page says nothing, it counts as unknown. */
const chances: Readonly<Record<string, number>> = { free: 100, workingElsewhere: 100, tentative: 49, unknown: 49 };

interface Calendar {
  readonly type: string;
  readonly address: string;
  /** Undefined where the mailbox is not of this tenant. */
  readonly taken: readonly Taken[] | undefined;
}

/** Times at which the organiser and the attendees could meet, the likeliest first ("user: findMeetingTimes"). */
export function findMeetingTimes(request: GraphRequest): GraphAnswer {
  const organiser = userOfRequest(request);
  const { zone, applied } = preferences(request);
  const parsed = Body.safeParse(request.body ?? {});
  if (!parsed.success) throw refused(`The request is not valid: ${z.prettifyError(parsed.error)}`);
  const body = parsed.data;
  const slots = startsIn(request.core, body);
  const [from, until] = [slots[0]?.[0] ?? '', slots.at(-1)?.[1] ?? ''];
  const own = taken(request.core, organiser.id, from, until);
  const calendars = body.attendees.map(({ type, emailAddress: { address } }) =>
    calendarOf(request.core, type, address, from, until),
  );
  const possible = slots.filter(
    ([begins, ends]) => body.isOrganizerOptional || !/^(busy|oof)$/.test(availabilityAt(own, begins, ends)),
  );
  const likely = possible
    .map(([begins, ends]) => ({ begins, ends, confidence: confidence(calendars, begins, ends) }))
    .filter((one) => one.confidence >= body.minimumAttendeePercentage)
    .sort((a, b) => b.confidence - a.confidence || (a.begins < b.begins ? -1 : 1))
    .slice(0, body.maxCandidates);
  const meetingTimeSuggestions = likely.map(({ begins, ends, confidence: percent }, at) => ({
    confidence: percent,
    order: at + 1,
    organizerAvailability: availabilityAt(own, begins, ends),
    ...(body.returnSuggestionReasons ? { suggestionReason: reason(percent) } : {}),
    attendeeAvailability: calendars.map((one) => ({
      availability: one.taken ? availabilityAt(one.taken, begins, ends) : 'unknown',
      attendee: { type: one.type, emailAddress: { address: one.address } },
    })),
    locations: body.locationConstraint?.locations?.map(({ displayName }) => ({ displayName: displayName ?? '' })) ?? [],
    meetingTimeSlot: { start: when(begins, zone), end: when(ends, zone) },
  }));
  const emptySuggestionsReason = likely.length > 0 ? '' : whyNone(possible.length, calendars);
  return ok(
    described(request, 'microsoft.graph.meetingTimeSuggestionsResult', {
      emptySuggestionsReason,
      meetingTimeSuggestions,
    }),
    applied,
  );
}

function refused(says: string): GraphError {
  return new GraphError(400, 'ErrorInvalidParameter', says);
}

function calendarOf(core: Core, type: string, address: string, from: string, until: string): Calendar {
  const person: User | undefined = userByAddress(core.store, address);
  return { type, address, taken: person && taken(core, person.id, from, until) };
}

function confidence(calendars: readonly Calendar[], begins: string, ends: string): number {
  if (calendars.length === 0) return 100;
  const sum = calendars.reduce(
    (all, one) => all + (chances[one.taken ? availabilityAt(one.taken, begins, ends) : 'unknown'] ?? 0),
    0,
  );
  return sum / calendars.length;
}

const reason = (percent: number) =>
  percent === 100
    ? 'Suggested because it is one of the nearest times when all attendees are available.'
    : 'Suggested because it is one of the nearest times when most attendees are available.';

function whyNone(possible: number, calendars: readonly Calendar[]): string {
  if (possible === 0) return 'organizerUnavailable';
  return calendars.some((one) => !one.taken) ? 'attendeesUnavailableOrUnknown' : 'attendeesUnavailable';
}

/** Every half hour at which a meeting of that length fits into the slots and the hours; without slots, of the next seven days. */
function startsIn(core: Core, { meetingDuration, timeConstraint }: Body): [string, string][] {
  const lasts = duration(meetingDuration);
  const domain = timeConstraint?.activityDomain ?? 'work';
  const now = core.clock.ms();
  const slots = timeConstraint?.timeSlots?.map(
    ({ start, end }) =>
      [
        Date.parse(instantOf(start.dateTime, start.timeZone)),
        Date.parse(instantOf(end.dateTime, end.timeZone)),
      ] as const,
  ) ?? [[now, now + 7 * 86_400_000] as const];
  const found: [string, string][] = [];
  for (const [from, until] of slots) {
    if (until < from) throw refused('A time slot ends before it begins.');
    const step = everyMinutes * 60_000;
    for (let at = Math.ceil(from / step) * step; at + lasts <= until; at += step) {
      const one: [string, string] = [new Date(at).toISOString(), new Date(at + lasts).toISOString()];
      if (withinHours(domain, ...one)) found.push(one);
    }
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

function duration(text: string): number {
  try {
    const ms = Temporal.Duration.from(text).total({ unit: 'milliseconds' });
    if (ms > 0) return ms;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw refused(`'${text}' is not a duration like PT1H.`);
}

/** `work`: Monday to Friday, 8 to 17; `personal`: every day, 8 to 17; `unrestricted`: always. */
function withinHours(domain: string, begins: string, ends: string): boolean {
  if (domain === 'unrestricted') return true;
  const zone = ianaZone(workingHours.timeZone.name);
  const [from, until] = [begins, ends].map((text) => Temporal.Instant.from(text).toZonedDateTimeISO(zone));
  if (!from || !until || !from.toPlainDate().equals(until.toPlainDate())) return false;
  const [opens, closes] = [workingHours.startTime, workingHours.endTime].map((text) => Temporal.PlainTime.from(text));
  if (!opens || !closes) return false;
  const inHours =
    Temporal.PlainTime.compare(from.toPlainTime(), opens) >= 0 &&
    Temporal.PlainTime.compare(until.toPlainTime(), closes) <= 0;
  return inHours && (domain === 'personal' || from.dayOfWeek <= 5);
}

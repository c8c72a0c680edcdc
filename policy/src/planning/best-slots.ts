import { Temporal } from 'temporal-polyfill';
import { shifted } from '../calendar/day-offset.ts';
import { startsOf, timeOfDay } from '../gatherings/diary.ts';
import type { ArrangedGathering } from '../gatherings/gathering.ts';
import { daysBetween } from '../gatherings/terms.ts';
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { dayOff } from './troubles.ts';

/** When somebody is taken, as their own calendar says. Wall-clock in the trust's time zone. */
export interface BusyTime {
  readonly person: string;
  readonly start: string;
  readonly end: string;
}

/** A slot a meeting could move to, the best first. */
export interface Slot {
  readonly start: string;
  readonly end: string;
  /** Person ids of those who could not come. */
  readonly busy: readonly string[];
  /** Person ids of those who could come but would have less than the policy's minutes for the way. */
  readonly hurried: readonly string[];
  /** What speaks for it or against it, in a sentence. */
  readonly says: string;
}

type Placed = Pick<ArrangedGathering, 'key' | 'kind' | 'start' | 'end' | 'place' | 'attendees' | 'urn' | 'host'>;

export interface Looking {
  readonly schools: readonly School[];
  /** All other meetings of the plan. */
  readonly meetings: readonly Placed[];
  readonly busy: readonly BusyTime[];
  /** Wall-clock; nothing earlier is suggested. */
  readonly now: string;
}

/** As far to either side as anybody would want a meeting to go. */
const DAYS_AROUND = 14;

/**
 * The best slots for a meeting (M3-M12) within two weeks of where it is: fewest people who can't come first, then fewest
 * who would be short of the way between schools, then nearest in days, then nearest to its own time of day. Only days
 * on which meetings of its kind take place, only within the policy's working day, only while its school belongs.
 */
export function bestSlots(
  policy: TrustPolicy,
  meeting: Placed,
  { schools, meetings, busy, now }: Looking,
  most = 6,
): readonly Slot[] {
  const date = meeting.start.slice(0, 10);
  const time = meeting.start.slice(11);
  const minutes = lengthOf(meeting);
  const own = schools.find(({ urn }) => urn === (meeting.urn ?? meeting.host));
  const days = daysBetween(shifted(date, -DAYS_AROUND), shifted(date, DAYS_AROUND))
    .map((day) => day.date)
    .filter((day) => dayOff(policy, meeting.kind, day) === undefined && (own === undefined || belongs(own, day)));
  const taken = takenBy(meeting, meetings, busy);
  return days
    .flatMap((day) =>
      startsOf(policy.gatherings.day, { time, minutes }).map((at) => {
        const start = `${day}T${timeOfDay(at)}`;
        const apart = Math.abs(Temporal.PlainDate.from(date).until(day).days);
        const shift = Math.abs(at - startOf(meeting.start));
        return { ...held(policy, meeting, taken, { start, end: `${day}T${timeOfDay(at + minutes)}` }), apart, shift };
      }),
    )
    .filter(({ start }) => start > now && start !== meeting.start)
    .sort(
      (one, other) =>
        one.busy.length - other.busy.length ||
        one.hurried.length - other.hurried.length ||
        one.apart - other.apart ||
        one.shift - other.shift ||
        (one.start < other.start ? -1 : 1),
    )
    .slice(0, most)
    .map(({ apart: _, shift: __, ...slot }) => slot);
}

type Taken = ReadonlyMap<string, readonly { readonly start: string; readonly end: string; readonly place?: string }[]>;

/** By person and day, what keeps those invited from other things. */
function takenBy({ key, attendees }: Placed, meetings: readonly Placed[], busy: readonly BusyTime[]): Taken {
  const invited = new Set(attendees);
  const taken = new Map<string, { start: string; end: string; place?: string }[]>();
  const note = (person: string, at: { start: string; end: string; place?: string }) => {
    const name = `${person}/${at.start.slice(0, 10)}`;
    taken.set(name, [...(taken.get(name) ?? []), at]);
  };
  for (const { key: other, start, end, place, attendees: theirs } of meetings) {
    if (other === key) continue;
    for (const person of theirs) if (invited.has(person)) note(person, { start, end, place });
  }
  for (const { person, start, end } of busy) if (invited.has(person)) note(person, { start, end });
  return taken;
}

function held(
  policy: TrustPolicy,
  { attendees, place }: Placed,
  taken: Taken,
  { start, end }: { readonly start: string; readonly end: string },
): Slot {
  const gap = policy.gatherings.day.gapMinutes;
  const others = (person: string) => taken.get(`${person}/${start.slice(0, 10)}`) ?? [];
  const busy = attendees.filter((person) => others(person).some((one) => one.start < end && start < one.end));
  const hurried = attendees.filter(
    (person) =>
      !busy.includes(person) &&
      others(person).some((one) => {
        if (one.place === undefined || one.place === place) return false;
        const between = one.end <= start ? startOf(start) - startOf(one.end) : startOf(one.start) - startOf(end);
        return between < gap;
      }),
  );
  const free = attendees.length - busy.length;
  const says = [
    busy.length === 0 ? `All ${attendees.length} are free` : `${free} of ${attendees.length} are free`,
    ...(hurried.length === 0 ? [] : [`${hurried.length} with less than ${gap} minutes for the way`]),
  ].join(', ');
  return { start, end, busy, hurried, says: `${says}.` };
}

function lengthOf({ start, end }: Pick<Placed, 'start' | 'end'>): number {
  return Temporal.PlainDateTime.from(start).until(end).total('minutes');
}

/** Minutes of the day of a wall-clock time. */
function startOf(wallClock: string): number {
  return Number(wallClock.slice(11, 13)) * 60 + Number(wallClock.slice(14, 16));
}

import { isSchoolDay } from '../calendar/academic-calendar.ts';
import type { ArrangedGathering } from '../gatherings/gathering.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** Something about a planned meeting that whoever plans has to know, with the rule it goes against. */
export interface Trouble {
  readonly key: string;
  readonly kind: 'two places' | 'no time to travel' | 'day off' | 'host not in the trust' | 'no mailbox' | 'nobody';
  readonly rule: string;
  /** What is wrong, in a sentence. */
  readonly says: string;
  /** The other meeting of a clash. */
  readonly with?: string;
  /** Person ids it is about. */
  readonly people: readonly string[];
}

type Looked = Pick<
  ArrangedGathering,
  'key' | 'kind' | 'rule' | 'title' | 'start' | 'end' | 'place' | 'host' | 'attendees'
>;

/**
 * What is wrong with a plan (M3-M12): somebody in two places at once or without the policy's minutes to get from one
 * place to the next, days off, hosts that have left, people no invitation reaches, meetings without anybody.
 */
export function troubles(
  policy: TrustPolicy,
  { schools, people }: { readonly schools: readonly School[]; readonly people: readonly Person[] },
  meetings: readonly Looked[],
): readonly Trouble[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  return [...meetings.flatMap((one) => own(policy, one, known, byUrn)), ...clashes(policy, meetings)];
}

function own(
  policy: TrustPolicy,
  { key, kind, rule, start, host, attendees }: Looked,
  known: ReadonlyMap<string, Person>,
  schools: ReadonlyMap<string, School>,
): Trouble[] {
  const date = start.slice(0, 10);
  const off = dayOff(policy, kind, date);
  const school = host === undefined ? undefined : schools.get(host);
  const unreached = attendees.filter((id) => !hasMailbox(known.get(id)));
  return [
    ...(off === undefined ? [] : [{ key, kind: 'day off' as const, rule: 'M3', says: off, people: [] }]),
    ...(host === undefined || (school && belongs(school, date))
      ? []
      : [
          {
            key,
            kind: 'host not in the trust' as const,
            rule,
            says: `${school?.name ?? `The school ${host}`} is to host it and is not in the trust on ${date}.`,
            people: [],
          },
        ]),
    ...(unreached.length === 0
      ? []
      : [
          {
            key,
            kind: 'no mailbox' as const,
            rule,
            says: `No invitation reaches ${unreached.map((id) => known.get(id)?.name ?? id).join(', ')}: there is no e-mail address on record.`,
            people: unreached,
          },
        ]),
    ...(attendees.length > 0
      ? []
      : [{ key, kind: 'nobody' as const, rule, says: 'Nobody is on record to be invited.', people: [] }]),
  ];
}

/** Why no meeting of this kind takes place on a day (M3, M6), in a sentence; undefined for a day that is fine. */
export function dayOff(policy: TrustPolicy, kind: string, date: string): string | undefined {
  if (isSchoolDay(policy, date)) return undefined;
  if (policy.calendar.bankHolidays.includes(date)) return `${date} is a bank holiday.`;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return `${date} is at a weekend.`;
  if (policy.calendar.years.some(({ insetDays }) => insetDays.includes(date))) return `${date} is an INSET day.`;
  const summer = policy.gatherings.gatherings.find((one) => one.kind === kind)?.rhythm === 'summer break';
  return summer ? undefined : `${date} is in a holiday.`;
}

export function hasMailbox(person: Pick<Person, 'email'> | undefined): person is Pick<Person, 'email'> {
  return person !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email);
}

/** Pairs of meetings that share people and overlap, or lie too close together for the way between their places. */
function clashes(policy: TrustPolicy, meetings: readonly Looked[]): Trouble[] {
  const days = new Map<string, Looked[]>();
  for (const one of meetings) {
    const date = one.start.slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days.values()].flatMap((day) =>
    day.flatMap((one, place) => day.slice(place + 1).flatMap((other) => clash(policy, one, other))),
  );
}

function clash(policy: TrustPolicy, one: Looked, other: Looked): Trouble[] {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  const gap = minutes(second.start) - minutes(first.end);
  const needed = first.place === second.place ? 0 : policy.gatherings.day.gapMinutes;
  if (gap >= needed) return [];
  const there = new Set(first.attendees);
  const people = second.attendees.filter((id) => there.has(id));
  if (people.length === 0) return [];
  const kind = gap < 0 ? 'two places' : 'no time to travel';
  const how =
    gap < 0 ? 'overlaps with' : `leaves ${gap} of the ${needed} minutes the policy gives for the way to or from`;
  return [[first, second] as const, [second, first] as const].map(([mine, theirs]) => ({
    key: mine.key,
    kind,
    rule: mine.rule,
    says: `It ${how} ${theirs.title}, ${theirs.start.slice(11)} to ${theirs.end.slice(11)}.`,
    with: theirs.key,
    people,
  }));
}

/** Minutes of the day of a wall-clock time. */
function minutes(wallClock: string): number {
  return Number(wallClock.slice(11, 13)) * 60 + Number(wallClock.slice(14, 16));
}

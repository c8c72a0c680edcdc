// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { holdersOf } from '../access/roles.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { MeetingPolicy, TrustPolicy } from '../trust-policy.ts';
import { hostsOf } from './hosts.ts';
import type { Meeting } from './meeting.ts';
import { slotsOf } from './slots.ts';

/**
 * The meetings of an academic year as the policy and the people of today make it (M4, M5), in order of time. The same
 * input gives the same plan, keys included; a year without dates in the policy gives none. Times are wall-clock.
 */
export function plan(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  year: AcademicYear,
): readonly Meeting[] {
  return policy.meetings
    .flatMap((kind) => ofKind(policy, kind, facts, year))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

function ofKind(
  policy: TrustPolicy,
  kind: MeetingPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  year: AcademicYear,
): readonly Meeting[] {
  const dates = slotsOf(policy, kind, year);
  const hosts = kind.host === 'rotating' ? hostsOf(dates, facts.schools, before(policy, kind, year)) : [];
  const chair = chairOf(facts, kind.chair);
  const invited = kind.attendees.flatMap((role) => holdersOf(facts, role).map((person) => ({ person, role })));
  const schools = new Map(facts.schools.map((school) => [school.urn, school]));
  return dates.map((date, place): Meeting => {
    const start = Temporal.PlainDateTime.from(`${date}T${kind.time}`);
    const host = hosts[place];
    const there = invited.filter((one) => heldOn(one, date, schools)).map(({ person }) => person.id);
    return {
      key: `${kind.kind}/${year}/${place + 1}`,
      kind: kind.kind,
      year,
      number: place + 1,
      title: kind.title,
      start: start.toString({ smallestUnit: 'minute' }),
      end: start.add({ minutes: kind.minutes }).toString({ smallestUnit: 'minute' }),
      ...(host ? { host: host.urn } : {}),
      place: kind.host === 'rotating' ? (host?.name ?? 'To be agreed') : kind.host.place,
      attendees: [...new Set([...(chair ? [chair.id] : []), ...there])],
      reminderMinutes: kind.reminderMinutes,
      agenda: kind.agenda,
    };
  });
}

/** How many meetings of the kind earlier years had: where the rotation of hosts goes on. */
function before(policy: TrustPolicy, kind: MeetingPolicy, year: AcademicYear): number {
  return policy.calendar.years
    .filter((one) => one.year < year)
    .reduce((sum, one) => sum + slotsOf(policy, kind, one.year).length, 0);
}

/** Who leads the meeting; the chair of the trust where the role is vacant (M5). */
function chairOf(facts: Pick<Facts, 'people'>, role: Role): Person | undefined {
  return holdersOf(facts, role)[0] ?? holdersOf(facts, 'chair')[0];
}

/** Whether the person still holds the role on a date: a head whose school has left is not invited as its head. */
function heldOn(
  { person, role }: { readonly person: Person; readonly role: Role },
  date: string,
  schools: ReadonlyMap<string, School>,
): boolean {
  return person.roles.some((held) => {
    if (held.role !== role) return false;
    if (held.scope.kind !== 'school') return true;
    const school = schools.get(held.scope.urn);
    return school !== undefined && belongs(school, date);
  });
}

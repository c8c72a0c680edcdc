// @ts-nocheck
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear, HalfTerm } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { plan } from '../meetings/plan.ts';
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { spread } from './spread.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** A visit that looks for a day. */
export interface Wanted {
  readonly school: School;
  readonly visitors: readonly string[];
  readonly why: Why;
  /** ISO date that it keeps. */
  readonly agreed: string | undefined;
}

/** The days that keep the most free first; with fewer left than there are visits, more and more of them are used. */
export function datesOf(
  own: Pick<VisitsPolicy, 'keepFree'>,
  wanted: readonly Wanted[],
  days: readonly string[],
  meetings: readonly MeetingDay[],
): ReadonlyMap<Wanted, string> {
  const visitors = new Set(wanted.flatMap((one) => one.visitors));
  const taken = new Set(meetings.filter(({ who }) => who.some((id) => visitors.has(id))).map(({ date }) => date));
  const quiet = days.slice(own.keepFree.first, Math.max(0, days.length - own.keepFree.last));
  const choices = [quiet.filter((day) => !taken.has(day)), days.filter((day) => !taken.has(day)), days];
  let dates: ReadonlyMap<Wanted, string> = new Map();
  for (const choice of choices) {
    dates = datesIn(wanted, choice);
    if (dates.size === wanted.length) break;
  }
  return dates;
}

function datesIn(wanted: readonly Wanted[], days: readonly string[]): ReadonlyMap<Wanted, string> {
  const agreed = new Map(wanted.flatMap((one) => (one.agreed === undefined ? [] : [[one, one.agreed] as const])));
  const slots = spread({
    items: wanted.filter((one) => !agreed.has(one) || days.includes(one.agreed ?? '')),
    slots: days.length,
    fits: ({ school }, slot) => belongs(school, days[slot] ?? ''),
    clash: (one, other) => one.visitors.some((id) => other.visitors.includes(id)),
    fixed: new Map(
      [...agreed].flatMap(([one, date]) => (days.includes(date) ? [[one, days.indexOf(date)] as const] : [])),
    ),
  });
  const found = [...slots].flatMap(([one, slot]) => {
    const date = days[slot];
    return date === undefined ? [] : [[one, date] as const];
  });
  return new Map([...found, ...agreed]);
}

/** The days of a half term on which pupils are in school. */
export function schoolDays(policy: TrustPolicy, { from, to }: HalfTerm): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = shifted(day, 1)) if (isSchoolDay(policy, day)) days.push(day);
  return days;
}

export interface MeetingDay {
  readonly date: string;
  readonly who: readonly string[];
}

/** Days with meetings of the trust: as they are in calendars, else as the plan has them. */
export function meetingDays(policy: TrustPolicy, facts: Facts, year: AcademicYear): readonly MeetingDay[] {
  const recorded = new Set(facts.meetings.map(({ key }) => key));
  const meetings = [
    ...facts.meetings.filter(({ state }) => state !== 'cancelled'),
    ...plan(policy, facts, year).filter(({ key }) => !recorded.has(key)),
  ];
  return meetings.map(({ start, attendees }) => ({ date: start.slice(0, 10), who: attendees }));
}

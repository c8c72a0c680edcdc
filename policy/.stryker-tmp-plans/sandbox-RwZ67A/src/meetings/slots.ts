// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { onceEach, remembered } from '../calendar/remembered.ts';
import type { MeetingPolicy, TrustPolicy } from '../trust-policy.ts';

const known = onceEach((_: TrustPolicy) => new Map<string, readonly string[]>());

/**
 * The dates of a meeting's cadence in an academic year (M3-M5).
 *
 * The first is the meeting's weekday in its first week. Each next one is `everyWeeks` later. Where that day is no
 * school day (a holiday, a bank holiday, an INSET day), it steps over a week at a time to the first school day, and the
 * cadence goes on from there. So between two meetings lie the cadence's weeks plus only the days off that were stepped
 * over, and no meeting ever takes place on a day off.
 */
export function slotsOf(policy: TrustPolicy, meeting: MeetingPolicy, year: AcademicYear): readonly string[] {
  return remembered(known(policy), `${meeting.kind}/${year}`, () => walk(policy, meeting, year));
}

function walk(policy: TrustPolicy, meeting: MeetingPolicy, year: AcademicYear): readonly string[] {
  const halfTerms = policy.calendar.years.find((one) => one.year === year)?.halfTerms;
  const [first, last] = [halfTerms?.[0], halfTerms?.at(-1)];
  if (!first || !last) return [];
  const { from } = first;
  const monday = shifted(from, 1 - Temporal.PlainDate.from(from).dayOfWeek);
  const dates: string[] = [];
  let day = shifted(monday, (meeting.firstWeek - 1) * 7 + meeting.weekday - 1);
  while (day <= last.to) {
    if (isSchoolDay(policy, day)) {
      dates.push(day);
      day = shifted(day, meeting.everyWeeks * 7);
    } else {
      day = shifted(day, 7);
    }
  }
  return dates;
}

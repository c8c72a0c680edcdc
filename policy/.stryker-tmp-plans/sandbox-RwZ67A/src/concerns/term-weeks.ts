// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/**
 * The date on which a number of weeks of term have passed since `date`. Days of holidays between half terms don't
 * count, so that a summer is no lack of progress (M38). Beyond the years the policy has dates for, every day counts.
 */
export function afterTermWeeks(policy: TrustPolicy, date: string, weeks: number): string {
  let left = weeks * 7;
  let day = date;
  for (const { from, to } of halfTerms(policy)) {
    if (to < day) continue;
    const start = from > day ? shifted(from, -1) : day;
    const room = Temporal.PlainDate.from(start).until(to).days;
    if (left <= room) return shifted(start, left);
    left -= room;
    day = to;
  }
  return shifted(day, left);
}

/** The moment of a time on a date, or on the next school day where it is a day off; as it is beyond the policy's years. */
export function schoolMoment(policy: TrustPolicy, date: string, time: string): Temporal.Instant {
  const last = halfTerms(policy).at(-1)?.to ?? date;
  return last < date ? instantAt(policy, date, time) : onSchoolDay(policy, date, { days: 0, at: time }, last);
}

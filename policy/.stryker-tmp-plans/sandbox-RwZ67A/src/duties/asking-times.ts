// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { dateAt, instantAt, isSchoolDay } from '../calendar/academic-calendar.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/**
 * The moment as of which people are asked for what they owe: the last of the policy's asking times that has passed
 * today, or the day's beginning before the first of them and on days without school. So tasks come together, a few times
 * a day, and what is owed stays the same between.
 */
export function askedAsOf(policy: TrustPolicy, now: Temporal.Instant): Temporal.Instant {
  const today = dateAt(policy, now);
  const times = isSchoolDay(policy, today) ? policy.asking.times : [];
  const passed = times
    .map((time) => instantAt(policy, today, time))
    .findLast((moment) => moment.epochMilliseconds <= now.epochMilliseconds);
  return passed ?? instantAt(policy, today, '00:00');
}

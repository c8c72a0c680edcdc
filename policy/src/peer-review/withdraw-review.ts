import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { Finding } from '../soap/return.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PeerReview } from './peer-review.ts';

/**
 * What stands against withdrawing a school's review (M32): it needs a reason, for those who hear of it, and what has
 * begun stays as it was. Nothing where it can be withdrawn.
 */
export function withdrawalFindings(
  policy: TrustPolicy,
  { days }: Pick<PeerReview, 'days'>,
  because: string,
  now: Temporal.Instant,
): readonly Finding[] {
  const [first] = days;
  const says = [
    ...(first !== undefined && first <= dateAt(policy, now)
      ? ['It has begun, and what has begun stays as it was. Say what became of it in its report.']
      : []),
    ...(because.trim() === '' ? ['Say why: those who had been told of it read your reason.'] : []),
  ];
  return says.map((text): Finding => ({ level: 'error', rule: 'M32', place: 'because', says: text }));
}

// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { halfTermAfter, instantAt } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Asked, SCHOOL_DAY_ENDS } from './asked.ts';
import { type ReviewDue, reviewsDue } from './reviews-due.ts';
import type { VisitRecords } from './visit-records.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** One task for each review of the policy and who holds it, while any of them isn't recorded. */
export function reviewAsks(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  { reviews }: VisitRecords,
  halfTerm: HalfTerm,
  since: Temporal.Instant,
): readonly Asked[] {
  const due = reviewsDue(policy, own, facts, halfTerm.id, reviews, halfTerm.to);
  const groups = new Map<string, ReviewDue[]>();
  for (const one of due) {
    const group = `${one.review.key}/${one.by?.id ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        key: `reviews/${halfTerm.id}/${first.review.key}`,
        rule: 'M39',
        people: [first.by],
        title: `Record that the ${first.review.name} of ${first.review.of} took place, and when`,
        since,
        by: instantAt(policy, halfTerm.to, SCHOOL_DAY_ENDS),
        until: instantAt(policy, shifted((halfTermAfter(policy, halfTerm.id) ?? halfTerm).to, 1), '00:00'),
        because: `Nothing is recorded for ${group.map(({ name }) => name).join(', ')}.`,
        otherwise: "The trust can't show that performance management took place.",
      },
    ];
  });
}

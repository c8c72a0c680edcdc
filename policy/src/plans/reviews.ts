import { halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import { latestDay } from '../concerns/day-order.ts';
import { afterTermWeeks } from '../concerns/term-weeks.ts';
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';

/** A review that a plan is to have. */
export interface ReviewDue {
  /** ISO dates from which it is asked and by which it is wanted. */
  readonly from: string;
  readonly by: string;
  readonly why: Why;
}

/**
 * The review a plan owes next, asked on `today` (M36); none while it is not agreed, or once it is closed.
 *
 * - A school at risk: one in the core visit of each half term after the one it was agreed in; a half term that went by
 *   without one is over.
 * - The fuller plan: its own weeks of term (else the policy's) after the last one, or after it was agreed; a late one
 *   stays owed.
 * - A development plan: in the policy's half terms of its year.
 */
export function reviewDue(policy: TrustPolicy, own: PlansPolicy, plan: Plan, today: string): ReviewDue | undefined {
  if (!plan.agreed || plan.closed) return undefined;
  return plan.kind === 'full' ? byWeeks(policy, own, plan, plan.agreed.on) : byHalfTerms(policy, own, plan, today);
}

function byWeeks(policy: TrustPolicy, own: PlansPolicy, plan: Plan, agreed: string): ReviewDue {
  const last = latestDay(agreed, ...plan.reviews.map(({ on }) => on));
  const weeks = plan.reviewWeeks ?? own.full.reviewWeeks;
  const by = afterTermWeeks(policy, last, weeks);
  return {
    // A plan may set weeks so short that asking days before would ask before the last review.
    from: latestDay(shifted(by, -own.askDaysBefore), last),
    by,
    why: {
      rule: 'M36',
      because: [
        `${plan.reviewWeeks === undefined ? 'The policy' : 'The plan'} sets a review every ${weeks === 1 ? 'week' : `${weeks} weeks`} of term.`,
        last === agreed ? `It was agreed on ${agreed}.` : `The last review was on ${last}.`,
      ],
      wouldChange: 'Recording the review, or closing the plan.',
    },
  };
}

function byHalfTerms(policy: TrustPolicy, own: PlansPolicy, plan: Plan, today: string): ReviewDue | undefined {
  const all = halfTerms(policy);
  const at = all.findIndex(({ to }) => today <= to);
  const current = all[at];
  const agreed = plan.agreed?.on;
  if (!current || agreed === undefined || current.from <= agreed) return undefined;
  const asked =
    plan.kind === 'raising' || (current.year === plan.year && own.development.reviewedIn.includes(current.name));
  // A review in the holiday before belongs to the half term before: the next visit is still to come.
  const reviewed = plan.reviews.some(({ on }) => current.from <= on && on <= current.to);
  if (!asked || reviewed) return undefined;
  return {
    from: current.from,
    by: current.to,
    why: {
      rule: plan.kind === 'raising' ? 'M36' : 'M35',
      because: ['It is reviewed in the core visit of the half term, and no review in it is on record.'],
      wouldChange: 'Recording the review, or closing the plan.',
    },
  };
}

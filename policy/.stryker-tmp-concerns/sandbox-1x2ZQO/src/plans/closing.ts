// @ts-nocheck
import { latestDay } from '../concerns/day-order.ts';
import { entryFault, refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { type PlanImpact, planImpact } from './impact.ts';
import type { Plan, PlanClosing } from './plan.ts';
import type { RequiredPlan } from './required-plans.ts';

const RULE = 'M36';

/**
 * Closes a plan with the impact it had, and sums it up for the category decision (M36). An attainment plan needs a
 * review first. The fuller plan of a school that still has to have one is closed only into the plan that follows it:
 * its support stays until the next inspection confirms the move (M28).
 */
export function closePlan(
  plan: Plan,
  required: readonly RequiredPlan[],
  given: PlanClosing,
): { readonly ok: true; readonly plan: Plan; readonly impact: PlanImpact } | Refusal {
  if (plan.closed) return refusal(RULE, 'Leave it as it is.', `It was closed on ${plan.closed.on}.`);
  if (given.followedBy === plan.id) return refusal(RULE, 'Name another plan.', "A plan can't follow itself.");
  if (plan.kind !== 'development' && plan.agreed && plan.reviews.length === 0)
    return refusal(RULE, 'Record a review of its progress first.', 'It was never reviewed.');
  const still = required.find(({ kind }) => kind === 'full');
  if (plan.kind === 'full' && still && given.followedBy === undefined)
    return {
      ok: false,
      says: 'Begin the plan that follows it, and name that one.',
      why: { rule: 'M28', because: [...still.why.because], wouldChange: still.why.wouldChange },
    };
  const lastTouched = latestDay(plan.begun, plan.agreed?.on, plan.noted?.on, ...plan.reviews.map(({ on }) => on));
  const fault = entryFault(RULE, given, lastTouched);
  if (fault) return fault;
  const closed = { ...plan, closed: given };
  return { ok: true, plan: closed, impact: planImpact(closed, given.on) };
}

// @ts-nocheck
import { entryFault, refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { planFindings } from './findings.ts';
import type { Plan } from './plan.ts';

type Changed = { readonly ok: true; readonly plan: Plan } | Refusal;
interface Day {
  readonly on: string;
  readonly by: string;
}

/** Agrees a plan with the school's head (M35); refused while it has an error. Who is the head is `access`'s matter. */
export function agreePlan(plan: Plan, given: Day): Changed {
  if (plan.closed) return closedAlready(plan.closed.on);
  if (plan.agreed) return refusal('M35', 'Leave it as it is.', `It was agreed on ${plan.agreed.on}.`);
  const errors = planFindings(plan).filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first)
    return {
      ok: false,
      says: errors.length === 1 ? first.says : `Mend ${errors.length} things first. ${first.says}`,
      why: { rule: first.rule, because: errors.map(({ says }) => says), wouldChange: 'Mending what is wrong.' },
    };
  return dayFault(given, plan.begun) ?? { ok: true, plan: { ...plan, agreed: given } };
}

/** Records that governors noted a plan at their meeting (M35): after it was agreed. */
export function notePlan(plan: Plan, given: Day): Changed {
  if (plan.closed) return closedAlready(plan.closed.on);
  if (!plan.agreed) return refusal('M35', 'Agree it with the head first.', 'It is not agreed with the head.');
  if (plan.noted) return refusal('M35', 'Leave it as it is.', `It was noted on ${plan.noted.on}.`);
  return dayFault(given, plan.agreed.on) ?? { ok: true, plan: { ...plan, noted: given } };
}

/** Records a review of a plan's progress (M36): of one that is agreed and not closed, with what was seen. */
export function reviewPlan(plan: Plan, given: Day & { readonly says: string }): Changed {
  if (plan.closed) return closedAlready(plan.closed.on);
  if (!plan.agreed) return refusal('M36', 'Agree it with the head first.', 'It is not agreed with the head.');
  const fault = entryFault('M36', { ...given, why: given.says }, plan.agreed.on);
  return fault ?? { ok: true, plan: { ...plan, reviews: [...plan.reviews, given] } };
}

function closedAlready(on: string): Refusal {
  return refusal('M36', 'Begin a new plan.', `It was closed on ${on}.`);
}

function dayFault(given: Day, notBefore: string): Refusal | undefined {
  return entryFault('M35', { ...given, why: '-' }, notBefore);
}

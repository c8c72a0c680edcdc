// @ts-nocheck
import type { Why } from '../explanation/why.ts';
import type { Plan } from './plan.ts';

/** What came of a plan, counted, for those who decide on the school's category (M25, M36). */
export interface PlanImpact {
  readonly urn: string;
  readonly plan: string;
  /** Objectives all of whose milestones are met; one without a milestone is not. */
  readonly objectives: { readonly met: number; readonly of: number };
  /** `missed` is past its day, or recorded as missed, and not met on the day that is asked about. */
  readonly milestones: { readonly met: number; readonly missed: number; readonly of: number };
  readonly actions: { readonly done: number; readonly of: number };
  /** Whole pounds: of all actions, and of those that were done. */
  readonly cost: { readonly planned: number; readonly done: number };
  readonly why: Why;
}

/** Sums up a plan's impact on a day (ISO date), in figures and in sentences that the category's reason can rest on. */
export function planImpact(plan: Plan, today: string): PlanImpact {
  const milestones = plan.objectives.flatMap((one) => one.milestones);
  const actions = plan.objectives.flatMap((one) => one.actions);
  const done = actions.filter((one) => one.done !== undefined && one.done <= today);
  const isMet = ({ met }: (typeof milestones)[number]) => met !== undefined && met <= today;
  const objectivesMet = plan.objectives.filter((one) => one.milestones.length > 0 && one.milestones.every(isMet));
  const met = milestones.filter(isMet).length;
  const missed = milestones.filter(
    (one) => !isMet(one) && (one.by < today || (one.missed !== undefined && one.missed <= today)),
  ).length;
  const cost = { planned: pounds(actions), done: pounds(done) };
  const last = plan.reviews
    .filter(({ on }) => on <= today)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
  return {
    urn: plan.urn,
    plan: plan.id,
    objectives: { met: objectivesMet.length, of: plan.objectives.length },
    milestones: { met, missed, of: milestones.length },
    actions: { done: done.length, of: actions.length },
    cost,
    why: {
      rule: 'M36',
      because: [
        `${objectivesMet.length} of ${plan.objectives.length} objectives are met.`,
        `${met} of ${milestones.length} milestones are met and ${missed} missed.`,
        `${done.length} of ${actions.length} actions are done, for £${cost.done} of £${cost.planned}.`,
        ...(last ? [`Reviewed on ${last.on}: ${last.says}`] : ['It was never reviewed.']),
        ...(plan.closed && plan.closed.on <= today ? [`Closed on ${plan.closed.on}: ${plan.closed.why}`] : []),
      ],
      wouldChange: 'Milestones recorded as met, or a later review.',
    },
  };
}

function pounds(actions: readonly { readonly cost: number }[]): number {
  return actions.reduce((sum, { cost }) => sum + cost, 0);
}

// @ts-nocheck
import { shifted } from '../calendar/day-offset.ts';
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { SchoolStanding } from '../concerns/school-standing.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { lastDayOf } from './attainment-wanted.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import type { RequiredPlan } from './required-plans.ts';
import { reviewDue } from './reviews.ts';

const KIND: Record<Plan['kind'], string> = {
  development: 'development plan',
  raising: 'raising attainment plan',
  full: 'full raising attainment plan',
};

/**
 * What an open plan wants (M36): its review, a word on milestones past their day, and closing once its year is over or
 * since the date, if any, from which the school no longer has to have it.
 */
export function openPlanWanted(
  policy: TrustPolicy,
  own: PlansPolicy,
  facts: Pick<Facts, 'people'>,
  school: School,
  plan: Plan,
  unneeded: string | undefined,
  today: string,
): readonly Wanted[] {
  const closing = closings(policy, own, school, plan, unneeded);
  // A plan that is to be closed is reviewed by its closing.
  const due = closing.some(({ from }) => from <= today) ? undefined : reviewDue(policy, own, plan, today);
  const review: readonly Wanted[] = due
    ? [
        {
          key: `plan-review/${plan.id}/${due.by}`,
          rule: due.why.rule,
          role: own.reviewer,
          title: `Review the ${KIND[plan.kind]} of ${school.name}`,
          from: due.from,
          until: due.by,
          because: due.why.because.join(' '),
          otherwise: 'Without it nobody knows whether the plan works.',
        },
      ]
    : [];
  return [...review, ...milestones(facts, school, plan), ...closing];
}

/** A milestone whose day went by is its owner's to answer; the head's where the owner is nobody on record. */
function milestones(facts: Pick<Facts, 'people'>, school: School, plan: Plan): readonly Wanted[] {
  if (!plan.agreed) return [];
  return plan.objectives.flatMap((objective) => {
    const owner = facts.people.find(({ id }) => id === objective.owner);
    return objective.milestones
      .filter(({ met, missed }) => met === undefined && missed === undefined)
      .map((milestone) => ({
        key: `plan-milestone/${plan.id}/${objective.id}/${milestone.id}/${milestone.by}`,
        rule: plan.kind === 'development' ? 'M35' : 'M36',
        role: 'head' as const,
        ...(owner ? { person: owner } : {}),
        title: `Say what became of "${milestone.what}" at ${school.name}`,
        from: shifted(milestone.by, 1),
        because: `It was to be seen by ${milestone.by} and is recorded neither as met nor as missed.`,
        otherwise: 'Without it the milestone counts as missed.',
      }));
  });
}

function closings(
  policy: TrustPolicy,
  own: PlansPolicy,
  { name }: School,
  plan: Plan,
  unneeded: string | undefined,
): readonly Wanted[] {
  const last = lastDayOf(policy, plan.year);
  const over = last === '' ? undefined : shifted(last, 1);
  const early = unneeded !== undefined && (over === undefined || unneeded < over);
  const from = early ? unneeded : over;
  if (from === undefined) return [];
  return [
    {
      key: `plan-closing/${plan.id}/${early ? 'unneeded' : 'year'}`,
      rule: plan.kind === 'development' ? 'M35' : 'M36',
      role: own.reviewer,
      title: `Close the ${KIND[plan.kind]} of ${name} with the impact it had`,
      from,
      until: shifted(from, own.closingDays),
      because: early
        ? `Since ${from} neither grade nor category of the school asks for it.`
        : `The year of the plan, ${plan.year}, is over.`,
      otherwise: 'Without it the category is decided without knowing what the plan did.',
    },
  ];
}

/**
 * Since when a school no longer has to have an attainment plan it has; undefined while it has to, and for development
 * plans. The fuller plan does for a school at risk too; the other one gives way to the fuller.
 */
export function unneededSince(
  required: readonly RequiredPlan[],
  { gradeSince, categorySince }: SchoolStanding,
  { kind, begun }: Plan,
): string | undefined {
  if (kind === 'development') return undefined;
  const needed = required.some((one) => one.kind === kind || (kind === 'full' && one.kind === 'raising'));
  return needed ? undefined : latestDay(begun, gradeSince, categorySince);
}

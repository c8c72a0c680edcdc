// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { tasksOf, type Wanted } from '../concerns/asking.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { attainmentWanted } from './attainment-wanted.ts';
import { developmentWanted } from './development-wanted.ts';
import { openPlanWanted, unneededSince } from './open-plan-wanted.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import { requiredPlans } from './required-plans.ts';

/** What is on record about plans; meetings of a school's governors, where their dates are known (M11). */
export interface PlanRecords {
  readonly plans: readonly Plan[];
  readonly governorMeetings: readonly { readonly urn: string; readonly on: string }[];
}

/**
 * Everything owed about plans at this moment (M35, M36): agreeing and noting the year's development plan, beginning
 * and agreeing the attainment plan a school has to have, reviews, milestones past their day, closing. Nothing is owed
 * for schools that have left or not joined.
 */
export function plansTasks(
  policy: TrustPolicy,
  own: PlansPolicy,
  facts: Facts,
  records: PlanRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  return schoolsOn(facts.schools, today).flatMap((school) => {
    const plans = records.plans.filter(({ urn }) => urn === school.urn);
    const meetings = records.governorMeetings.filter(({ urn }) => urn === school.urn).map(({ on }) => on);
    const standing = schoolStanding(policy, facts, school);
    const required = requiredPlans(own, school, standing);
    const open = plans.filter(({ closed }) => !closed);
    const wanted: readonly Wanted[] = [
      ...developmentWanted(policy, own, school, plans, meetings, today),
      ...attainmentWanted(policy, own, school, required, plans),
      ...open.flatMap((plan) =>
        openPlanWanted(policy, own, facts, school, plan, unneededSince(required, standing, plan), today),
      ),
    ];
    return tasksOf(policy, own, facts, school, wanted, now);
  });
}

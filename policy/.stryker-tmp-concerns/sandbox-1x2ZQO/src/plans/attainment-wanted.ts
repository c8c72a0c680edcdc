// @ts-nocheck
import { halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import type { RequiredPlan } from './required-plans.ts';

/**
 * The attainment plan that a school has to have and has not agreed (M36). The fuller plan does for a school at risk
 * too. A plan for a school at risk that was closed within its year, with none to follow, has done what its category asked
 * for: its impact goes into the next judgement. One whose year ran out is followed by another.
 */
export function attainmentWanted(
  policy: TrustPolicy,
  own: PlansPolicy,
  { urn, name }: School,
  required: readonly RequiredPlan[],
  plans: readonly Plan[],
): readonly Wanted[] {
  return required.flatMap(({ kind, since, why }): Wanted[] => {
    if (kind === 'development' || since === undefined) return [];
    const fitting = plans.filter((plan) => plan.kind === 'full' || plan.kind === kind);
    if (fitting.some(({ closed, agreed }) => !closed && agreed)) return [];
    const ended = fitting.flatMap(({ closed, year }) => (closed && closed.on >= since ? [{ ...closed, year }] : []));
    const done = ended.some(({ on, year, followedBy }) => followedBy === undefined && on <= lastDayOf(policy, year));
    if (kind === 'raising' && done) return [];
    const from = latestDay(since, ...ended.map(({ on }) => on));
    return [
      {
        key: `attainment-plan/${urn}/${kind}/${from}`,
        rule: why.rule,
        role: own[kind].writer,
        title: `Agree the ${kind === 'full' ? 'full ' : ''}raising attainment plan of ${name}`,
        from,
        until: shifted(from, own[kind].agreedDays),
        because: why.because.join(' '),
        otherwise: 'Without it the support the school needs is neither planned nor costed.',
      },
    ];
  });
}

/** The last school day of an academic year; before any day where the policy has no dates for the year. */
export function lastDayOf(policy: TrustPolicy, year: AcademicYear): string {
  return halfTerms(policy).findLast((one) => one.year === year)?.to ?? '';
}

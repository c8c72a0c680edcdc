import { groupsAsked } from '../groups/asked.ts';
import type { School, YearGroup } from '../trust/school.ts';
import type { Measure, SoapStep, TrustPolicy } from '../trust-policy.ts';

/** The steps of the return that this school is asked: a junior school has no EYFS step, a nursery none of pupil groups (M13). */
export function stepsFor(policy: TrustPolicy, school: Pick<School, 'years'>): readonly SoapStep[] {
  return policy.soap.steps.filter(
    (step) =>
      (!step.years || yearsOf(step, school).length > 0) && (!step.groups || groupsAsked(policy, school).length > 0),
  );
}

/** The year groups of a step that the school teaches, youngest first. */
export function yearsOf(step: SoapStep, school: Pick<School, 'years'>): readonly YearGroup[] {
  return school.years.filter((year) => step.years?.includes(year));
}

/** The measures a school is asked: all of them, or those of one step. */
export function measuresFor(policy: TrustPolicy, school: Pick<School, 'years'>, step?: SoapStep): readonly Measure[] {
  const steps = step ? [step] : stepsFor(policy, school);
  return policy.soap.measures.filter((measure) =>
    steps.some((one) =>
      measure.years
        ? yearsOf(one, school).some((year) => measure.years?.includes(year))
        : one.school?.includes(measure.key),
    ),
  );
}

/** The measures asked of one year group. */
export function measuresOfYear(policy: TrustPolicy, year: YearGroup): readonly Measure[] {
  return policy.soap.measures.filter((measure) => measure.years?.includes(year));
}

/** The year groups of a school that are asked for figures. */
export function yearsAsked(policy: TrustPolicy, school: Pick<School, 'years'>): readonly YearGroup[] {
  return school.years.filter((year) => measuresOfYear(policy, year).length > 0);
}

/** The whole-school measures. */
export function schoolMeasures(policy: TrustPolicy): readonly Measure[] {
  return policy.soap.measures.filter((measure) => !measure.years);
}

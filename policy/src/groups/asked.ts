import type { Cohort } from '../soap/return.ts';
import type { School, YearGroup } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { GroupPolicy } from './groups-policy.ts';

/** The measures asked of each pupil group, in the order of the policy's measures (M13). */
export function groupMeasures({ soap }: Pick<TrustPolicy, 'soap'>): readonly Measure[] {
  return soap.measures.filter(({ key }) => soap.groups?.measures.includes(key));
}

/** The year groups of a school whose pupils its pupil groups are made of. */
export function groupYears(policy: Pick<TrustPolicy, 'soap'>, school: Pick<School, 'years'>): readonly YearGroup[] {
  const measures = groupMeasures(policy);
  return school.years.filter((year) => measures.some(({ years }) => years?.includes(year)));
}

/** The pupil groups a school is asked for: none in a nursery, whose year groups have none of their measures. */
export function groupsAsked(policy: Pick<TrustPolicy, 'soap'>, school: Pick<School, 'years'>): readonly GroupPolicy[] {
  return groupYears(policy, school).length > 0 ? (policy.soap.groups?.groups ?? []) : [];
}

/** The year groups of a return that its pupil groups are made of. */
export function groupCohorts(policy: Pick<TrustPolicy, 'soap'>, cohorts: readonly Cohort[]): readonly Cohort[] {
  const measures = groupMeasures(policy);
  return cohorts.filter(({ year }) => measures.some(({ years }) => years?.includes(year)));
}

/** How many pupils those year groups have together. */
export function pupilsTogether(cohorts: readonly Pick<Cohort, 'pupils'>[]): number {
  return cohorts.reduce((sum, { pupils }) => sum + pupils, 0);
}

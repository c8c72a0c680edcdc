import { weighted } from '../soap/aggregation.ts';
import type { Cohort } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { Reader } from './report.ts';

/** A measure over a school's year groups. `value` is missing where the reader may not see it. */
export interface Total {
  readonly measure: Measure;
  readonly pupils: number;
  readonly value?: number;
}

/** The measures of year groups that are percentages. */
export function cohortMeasures(policy: TrustPolicy): readonly Measure[] {
  return policy.soap.measures.filter(({ years, unit }) => years && unit === '%');
}

/**
 * A school's figure of each measure over its year groups, weighted by pupils; measures without a figure are left out.
 * From outside (M15) a total is hidden where the total less the year groups that are shown would speak of too few pupils;
 * where it speaks of too few itself none of them is shown, so that is the same.
 */
export function totalsOf(policy: TrustPolicy, cohorts: readonly Cohort[], reader: Reader): readonly Total[] {
  const hidden = new Set(reader === 'school' ? [] : suppressed(policy, cohorts).hidden);
  return cohortMeasures(policy).flatMap((measure): Total[] => {
    const { value, pupils } = weighted(cohorts, measure.key);
    if (value === undefined) return [];
    const unseen = weighted(
      cohorts.filter(({ year }) => hidden.has(`${year}/${measure.key}`)),
      measure.key,
    ).pupils;
    const secret = unseen > 0 && unseen < policy.soap.suppressBelow;
    return [{ measure, pupils, ...(secret ? {} : { value }) }];
  });
}

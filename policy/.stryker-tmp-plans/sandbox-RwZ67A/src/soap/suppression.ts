// @ts-nocheck
import type { YearGroup } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Cohort } from './return.ts';

/** Year groups as somebody outside the school may see them. */
export interface Suppressed {
  readonly cohorts: readonly Cohort[];
  /** The cells that were taken out, as `year/measure`. */
  readonly hidden: readonly string[];
}

/**
 * Hides the figures of year groups smaller than the policy's threshold (M15). Where that hides exactly one year group
 * of a measure, the school's total less the others would give it away, so the next smallest year group with that
 * measure is hidden too. Sizes of year groups stay: they are public.
 */
export function suppressed(policy: TrustPolicy, cohorts: readonly Cohort[]): Suppressed {
  const hidden = new Set<string>();
  for (const { key } of policy.soap.measures) {
    const given = cohorts.filter((cohort) => cohort.figures[key] !== undefined);
    const small = given.filter((cohort) => cohort.pupils < policy.soap.suppressBelow);
    for (const cohort of small) hidden.add(cell(cohort.year, key));
    if (small.length !== 1) continue;
    const partner = given
      .filter((cohort) => cohort.pupils >= policy.soap.suppressBelow)
      .reduce<Cohort | undefined>((least, one) => (least && least.pupils <= one.pupils ? least : one), undefined);
    if (partner) hidden.add(cell(partner.year, key));
  }
  return {
    cohorts: cohorts.map((cohort) => ({
      ...cohort,
      figures: Object.fromEntries(
        Object.entries(cohort.figures).filter(([key]) => !hidden.has(cell(cohort.year, key))),
      ),
    })),
    hidden: [...hidden],
  };
}

function cell(year: YearGroup, measure: string): string {
  return `${year}/${measure}`;
}

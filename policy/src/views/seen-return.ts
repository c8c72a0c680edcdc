import type { Sight } from '../access/sight.ts';
import type { SoapReturn } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A return as a reader may see it. */
export interface SeenReturn {
  readonly seen: SoapReturn;
  /** The cells that were taken out because the year group is small, as `year/measure`. */
  readonly hidden: readonly string[];
}

/** Cuts a return to what a reader may see (M1), small cohorts hidden from those who don't see it in full (M15). */
export function seenReturn(policy: TrustPolicy, one: SoapReturn, { figures, comment }: Sight): SeenReturn {
  const words = comment ? {} : { comment: '', nextSteps: '' };
  if (figures === 'all') return { seen: { ...one, ...words }, hidden: [] };
  if (figures === 'none') {
    const cohorts = one.cohorts.map((cohort) => ({ ...cohort, figures: {} }));
    return { seen: { ...one, ...words, school: {}, cohorts }, hidden: [] };
  }
  const { cohorts, hidden } = suppressed(policy, one.cohorts);
  return { seen: { ...one, ...words, cohorts }, hidden };
}

import type { Sight } from '../access/sight.ts';
import { suppressedGroups } from '../groups/group-suppression.ts';
import type { SoapReturn } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A return as a reader may see it. */
export interface SeenReturn {
  readonly seen: SoapReturn;
  /** The cells that were taken out because the year group is small, as `year/measure`. */
  readonly hidden: readonly string[];
  /** Keys of the pupil groups that were taken out so that no few children stand out. */
  readonly hiddenGroups: readonly string[];
}

/** Cuts a return to what a reader may see (M1), small cohorts and pupil groups hidden from those who don't see it in full (M15). */
export function seenReturn(policy: TrustPolicy, one: SoapReturn, { figures, comment }: Sight): SeenReturn {
  const words = comment ? {} : { comment: '', nextSteps: '' };
  if (figures === 'all') return { seen: { ...one, ...words }, hidden: [], hiddenGroups: [] };
  const { groups = [], ...without } = one;
  if (figures === 'none') {
    const cohorts = one.cohorts.map((cohort) => ({ ...cohort, figures: {} }));
    return { seen: { ...without, ...words, school: {}, cohorts }, hidden: [], hiddenGroups: [] };
  }
  const { cohorts, hidden } = suppressed(policy, one.cohorts);
  const kept = suppressedGroups(policy, groups, one.cohorts);
  return {
    seen: { ...without, ...words, cohorts, ...(kept.groups.length > 0 ? { groups: kept.groups } : {}) },
    hidden,
    hiddenGroups: kept.hidden,
  };
}

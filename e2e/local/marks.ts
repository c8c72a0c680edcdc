import { collectionWindow, halfTermLabel, halfTerms, roundWindow, type TrustPolicy } from '@owls/policy';

/** Moments after `from` worth jumping to, for the sandbox's clock, which knows nothing of a trust's year. */
export function marksOf(policy: TrustPolicy, from: string): { readonly label: string; readonly at: string }[] {
  return halfTerms(policy)
    .flatMap(({ id }) => {
      const name = halfTermLabel(id);
      const window = collectionWindow(policy, id);
      const round = roundWindow(policy, id);
      return [
        { label: `${name}: SOAPs are asked for`, at: window.opens.toString() },
        { label: `${name}: SOAPs are due`, at: window.due.toString() },
        { label: `${name}: categories are due`, at: round.validationsDue.toString() },
        { label: `${name}: the round closes`, at: window.closes.toString() },
      ];
    })
    .filter(({ at }) => at > from);
}

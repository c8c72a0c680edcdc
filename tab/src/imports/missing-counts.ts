import type { Missing, PublishedResult } from '@owls/policy';

/** How many published figures are missing for each reason, the commonest first. */
export function missingCounts(
  results: readonly PublishedResult[],
): readonly { readonly reason: Missing; readonly count: number }[] {
  const counts = new Map<Missing, number>();
  for (const figure of results.flatMap(({ expected }) => Object.values(expected))) {
    if ('missing' in figure) counts.set(figure.missing, (counts.get(figure.missing) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

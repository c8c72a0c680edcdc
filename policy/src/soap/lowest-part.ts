import type { Figures } from './return.ts';

/**
 * The lowest of the figures that one stands within, such as writing's of reading-writing-maths: it can't be above that.
 * Of equal ones the first; undefined where it stands within none that is given.
 */
export function lowestPart(
  measures: readonly { readonly key: string; readonly name: string }[],
  within: readonly string[],
  figures: Figures,
): { readonly name: string; readonly bound: number } | undefined {
  const parts = measures.flatMap(({ key, name }) => {
    const bound = within.includes(key) ? figures[key] : undefined;
    return bound === undefined ? [] : [{ name, bound }];
  });
  return parts.sort((one, other) => one.bound - other.bound)[0];
}

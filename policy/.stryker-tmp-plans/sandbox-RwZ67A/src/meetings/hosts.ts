// @ts-nocheck
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';

/**
 * Which school hosts each of these dates (M5). Each time it is the turn of a school that has hosted least so far; among
 * those the one next in the list, which starts `offset` places in, so that a new year goes on where the last one ended.
 * So no school of the whole year hosts more than once more often than another. A school hosts only while it belongs to
 * the trust. Undefined for a date on which there is no school.
 */
export function hostsOf(
  dates: readonly string[],
  schools: readonly School[],
  offset: number,
): readonly (School | undefined)[] {
  const inOrder = [...schools].sort((one, other) => (one.urn < other.urn ? -1 : 1));
  const start = offset % inOrder.length;
  const queue = [...inOrder.slice(start), ...inOrder.slice(0, start)];
  const hosted = new Map<string, number>();
  return dates.map((date) => {
    const next = queue
      .filter((school) => belongs(school, date))
      .reduce<School | undefined>((least, one) => {
        if (!least) return one;
        return (hosted.get(one.urn) ?? 0) < (hosted.get(least.urn) ?? 0) ? one : least;
      }, undefined);
    if (next) hosted.set(next.urn, (hosted.get(next.urn) ?? 0) + 1);
    return next;
  });
}

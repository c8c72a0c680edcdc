import type { DashboardView } from '@owls/policy';

export type HeatRow = DashboardView['heatMap']['rows'][number];

/** What the reader asked the heat map to show. */
export interface HeatAsked {
  readonly search: string;
  /** Empty for every cluster. */
  readonly cluster: string;
  readonly concernsOnly: boolean;
  readonly sort: HeatSort;
}

/** By the school's name, or by a measure's key. */
export interface HeatSort {
  readonly by: 'name' | string;
  readonly down: boolean;
}

/** The rows asked for, in the order asked for. Schools without a figure stand last whichever way a measure is sorted. */
export function heatRows(
  rows: readonly HeatRow[],
  asked: HeatAsked,
  clusterOf: ReadonlyMap<string, string>,
): readonly HeatRow[] {
  const wanted = asked.search.trim().toLocaleLowerCase('en-GB');
  const kept = rows.filter(
    (row) =>
      (wanted === '' || row.name.toLocaleLowerCase('en-GB').includes(wanted) || row.urn === wanted) &&
      (asked.cluster === '' || clusterOf.get(row.urn) === asked.cluster) &&
      (!asked.concernsOnly || concerns(row) > 0),
  );
  return kept.sort((a, b) => inOrder(a, b, asked.sort) || a.name.localeCompare(b.name, 'en-GB'));
}

/** How many of a school's figures are in the lowest band. */
function concerns(row: HeatRow): number {
  return row.cells.filter((cell) => cell.band === 'concern').length;
}

/** The order after a press on a column: lowest figures first, then highest, as somebody looking for trouble wants it. */
export function sortedBy(now: HeatSort, by: string): HeatSort {
  return now.by === by ? { by, down: !now.down } : { by, down: false };
}

function inOrder(a: HeatRow, b: HeatRow, sort: HeatSort): number {
  if (sort.by === 'name') return a.name.localeCompare(b.name, 'en-GB') * (sort.down ? -1 : 1);
  const left = figure(a, sort.by);
  const right = figure(b, sort.by);
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return (left - right) * (sort.down ? -1 : 1);
}

function figure(row: HeatRow, measure: string): number | undefined {
  return row.cells.find((cell) => cell.measure === measure)?.value;
}

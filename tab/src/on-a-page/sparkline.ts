import type { PagePoint } from '@owls/policy';

/** The drawing's size in units of its own; the styles give it its size on the page. */
export const SPARK = { width: 60, height: 30, edge: 4 } as const;
/** A year's half terms: the line grows into its place as the year goes on. */
const PLACES = 6;

/** The vertical reach of a line with its targets; never so little that a few points look like a mountain. */
export function reachOf(figures: readonly number[], most: number): { readonly from: number; readonly to: number } {
  if (figures.length === 0) return { from: 0, to: most };
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const room = Math.max(0, LEAST_REACH - (high - low)) / 2;
  return { from: Math.max(0, low - room), to: Math.min(most, Math.max(high + room, low + 1)) };
}
const LEAST_REACH = 10;

export interface SparkPlaces {
  /** One or more runs: where a half term has no figure the line breaks. */
  readonly runs: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly last: { readonly x: number; readonly y: number } | undefined;
}

/** Where the points of a line stand; one beyond the reach stands at its edge. */
export function placed(line: readonly PagePoint[], reach: { readonly from: number; readonly to: number }): SparkPlaces {
  const step = (SPARK.width - 2 * SPARK.edge) / (Math.max(PLACES, line.length) - 1);
  const runs: { x: number; y: number }[][] = [[]];
  for (const [index, { figure }] of line.entries()) {
    if (figure === undefined) runs.push([]);
    else runs.at(-1)?.push({ x: round(SPARK.edge + index * step), y: heightOf(figure, reach) });
  }
  const given = runs.filter((run) => run.length > 0);
  return { runs: given, last: given.at(-1)?.at(-1) };
}

/** How high a figure stands in the drawing. */
export function heightOf(figure: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const part = Math.min(1, Math.max(0, (figure - from) / Math.max(1e-9, to - from)));
  return round(SPARK.edge + (1 - part) * (SPARK.height - 2 * SPARK.edge));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Where things stand in a line chart's drawing, apart from how it is drawn. */

export interface ChartPoint {
  readonly halfTerm: string;
  readonly value: number | undefined;
}

export interface PlacedPoint {
  readonly halfTerm: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The vertical axis: round steps that hold every value; percentages end at 100 and counts begin at 0. */
export function axisFor(
  values: readonly number[],
  unit: string,
): { readonly from: number; readonly to: number; readonly ticks: readonly number[] } {
  const lowest = values.length === 0 ? 0 : Math.min(...values);
  const highest = values.length === 0 ? 100 : Math.max(...values);
  const step = stepFor(highest - (unit === '%' ? lowest : 0));
  const from = unit === '%' ? Math.max(0, Math.floor(lowest / step) * step - step) : 0;
  const top = Math.ceil((highest + step / 10) / step) * step;
  const to = unit === '%' ? Math.min(100, Math.max(top, from + step)) : Math.max(top, step);
  const ticks = Array.from({ length: Math.floor((to - from) / step + 0.001) + 1 }, (_, index) => from + index * step);
  return { from, to, ticks: ticks.at(-1) === to ? ticks : [...ticks, to] };
}

function stepFor(span: number): number {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000];
  return steps.find((step) => span / step <= 4) ?? 5000;
}

/** Places the points that have a value; their horizontal place is that of their half term, so that a gap stays a gap. */
export function placePoints(
  points: readonly ChartPoint[],
  frame: ChartFrame,
  axis: { from: number; to: number },
): readonly PlacedPoint[] {
  const across = frame.width - frame.left - frame.right;
  const down = frame.height - frame.top - frame.bottom;
  const gaps = Math.max(1, points.length - 1);
  return points.flatMap(({ halfTerm, value }, index) =>
    value === undefined
      ? []
      : [
          {
            halfTerm,
            value,
            x: frame.left + (points.length === 1 ? across / 2 : (index / gaps) * across),
            y: frame.top + (1 - (value - axis.from) / (axis.to - axis.from)) * down,
          },
        ],
  );
}

/** Lines between neighbours; where a half term has no figure the line breaks. */
export function linesThrough(points: readonly ChartPoint[], placed: readonly PlacedPoint[]): readonly string[] {
  const byTerm = new Map(placed.map((point) => [point.halfTerm, point]));
  const runs: PlacedPoint[][] = [[]];
  for (const { halfTerm } of points) {
    const point = byTerm.get(halfTerm);
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1).map((run) => run.map(({ x, y }) => `${round(x)},${round(y)}`).join(' '));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `2026-27/autumn-2` → ["Aut 2", "2026-27"], short enough for an axis. */
export function shortHalfTerm(id: string): readonly [string, string] {
  const [year = '', name = ''] = id.split('/');
  const [term = '', half = ''] = name.split('-');
  return [`${term.charAt(0).toUpperCase()}${term.slice(1, 3)} ${half}`, year];
}

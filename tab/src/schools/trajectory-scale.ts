import type { Trajectory } from '@owls/policy';
import { axisFor } from './chart-scale.ts';

/** Where things stand in the drawing of a trajectory, apart from how it is drawn. */
export interface TrajectoryPlaces {
  readonly axis: ReturnType<typeof axisFor>;
  /** A figure's height in the drawing. */
  y(figure: number): number;
  /** How past years ended, then the returns of this one. */
  readonly past: readonly Place[];
  readonly line: readonly Place[];
  /** Where this year begins: to the left lie past years. */
  readonly begins: number;
  /** The year's end. */
  readonly end: number;
  /** From where the range opens: the newest figure, else the newest past year. */
  readonly opens: Place | undefined;
  /** "’25" under a past year's end, "Aut" where a term begins. */
  readonly labels: readonly { readonly x: number; readonly says: string }[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly figure: number;
}

export const FRAME = { left: 34, right: 38, top: 14, bottom: 24 } as const;

/** Places a trajectory in a drawing of this size: a column for each past year and half term, and one for the end. */
export function placesOf(given: Trajectory, width: number, height: number): TrajectoryPlaces {
  const { past, line, outlook, target } = given;
  const axis = axisFor(
    [
      ...past.map(({ value }) => value),
      ...line.flatMap(({ figure }) => figure ?? []),
      ...(outlook ? [outlook.low, outlook.high] : []),
      ...(target ? [target.minimum, target.aspirational] : []),
    ],
    '%',
  );
  const y = (figure: number) =>
    FRAME.top + (1 - (figure - axis.from) / (axis.to - axis.from)) * (height - FRAME.top - FRAME.bottom);
  const columns = past.length + line.length;
  const step = (width - FRAME.left - FRAME.right) / Math.max(1, columns);
  const x = (column: number) => FRAME.left + (column + 0.5) * step;
  const pastPlaces = past.map(({ value }, at) => ({ x: x(at), y: y(value), figure: value }));
  const places = line.flatMap(({ figure }, at) =>
    figure === undefined ? [] : [{ x: x(past.length + at), y: y(figure), figure }],
  );
  return {
    axis,
    y,
    past: pastPlaces,
    line: places,
    begins: FRAME.left + past.length * step,
    end: width - FRAME.right,
    opens: places.at(-1) ?? pastPlaces.at(-1),
    labels: [
      ...past.map(({ year }, at) => ({ x: x(at), says: `’${year.slice(-2)}` })),
      ...line.flatMap(({ halfTerm }, at) => {
        const term = termOf(halfTerm);
        return term === termOf(line[at - 1]?.halfTerm) ? [] : [{ x: x(past.length + at), says: term.slice(0, 3) }];
      }),
    ],
  };
}

/** "Autumn" of `2026-27/autumn-2`. */
function termOf(halfTerm: string | undefined): string {
  const name = halfTerm?.split('/')[1]?.split('-')[0] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

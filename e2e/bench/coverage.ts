/** A stated range and what came, in per cent, of how many pupils. */
export interface Stated {
  readonly year: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly came: number;
  readonly pupils: number;
}

/** How often stated ranges held what came, and how wide they were. */
export interface Coverage {
  readonly years: number;
  /** % of the years that ended within the stated range. */
  readonly held: number;
  /** Mean width in points. */
  readonly width: number;
  /** Mean width, plus ten points for each point what came lay outside: Winkler's score for 80%, the lower the better. */
  readonly score: number;
  /** Points by which the years ended above the middle of their ranges, on average: below 0 where below it. */
  readonly above: number;
}

export function coverage(given: readonly Stated[]): Coverage {
  const outside = ({ low, high, came }: Stated) => Math.max(0, low - came, came - high);
  return {
    years: given.length,
    held: tenth((100 * given.filter((one) => outside(one) === 0).length) / Math.max(1, given.length)),
    width: tenth(average(given.map(({ low, high }) => high - low))),
    score: tenth(average(given.map((one) => one.high - one.low + 10 * outside(one)))),
    above: tenth(average(given.map(({ middle, came }) => came - middle))),
  };
}

const SIZES = [
  ['up to 15', 15],
  ['16 to 30', 30],
  ['31 to 60', 60],
  ['above 60', Number.POSITIVE_INFINITY],
] as const;

/** The same by the size of the cohort. */
export function coverageBySize(given: readonly Stated[]): readonly (Coverage & { readonly pupils: string })[] {
  return SIZES.map(([pupils, most], at) => {
    const above = SIZES[at - 1]?.[1] ?? 0;
    return { pupils, ...coverage(given.filter((one) => one.pupils > above && one.pupils <= most)) };
  });
}

/** The same by the year that was foretold. */
export function coverageByYear(given: readonly Stated[]): readonly (Coverage & { readonly year: string })[] {
  return [...new Set(given.map(({ year }) => year))]
    .sort()
    .map((year) => ({ year, ...coverage(given.filter((one) => one.year === year)) }));
}

export function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Measure } from '../trust-policy.ts';
import { angleOf, cohortVariance, normalBelow, percentAt } from './angle.ts';
import type { TrajectoryPolicy } from './trajectory-policy.ts';

/** How a past year ended: a figure in per cent, of how many pupils, and England's of the same year. */
export interface YearEnd {
  readonly value: number;
  readonly pupils: number;
  readonly nation?: number;
}

/** What is known of how a year will end for a cohort. Figures are in per cent. */
export interface Known {
  /** Pupils of the cohort, 1 or more. */
  readonly pupils: number;
  /** Ends of past years of the same school, year group and measure. */
  readonly past: readonly YearEnd[];
  /** England's newest figure, towards which schools are drawn; without it the school's own past stands alone. */
  readonly nation?: number;
  /** What the school's newest return is on track for, and how much of the year's returns lies behind: 0 to 1. */
  readonly onTrack?: { readonly value: number; readonly passed: number };
}

/** Where the year will end, as a normal distribution over angles. */
export interface Prediction {
  readonly angle: number;
  /** Square radians. */
  readonly variance: number;
}

/** The middle and the range in which eight years of ten end, in whole per cent. */
export interface Outlook {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Standard deviations on both sides that hold 80% of a normal distribution. */
const EIGHT_OF_TEN = 1.2815515655446004;
type Own = Pick<TrajectoryPolicy, 'spread' | 'returns'>;

/**
 * What past years and the newest return together say of the year's end (M23); undefined where neither is known.
 * Past years are drawn towards England the more, the fewer and smaller they are. The return counts the more, the
 * later it is: earlier ones are taken as contained in it.
 */
export function predicted(own: Own, known: Known): Prediction | undefined {
  const held = known.past.filter(({ nation }) => known.nation === undefined || nation !== undefined);
  const before = ofPastYears(own, known, held);
  const now = ofReturn(own, known);
  // England alone says nothing of a school.
  if (!now) return held.length === 0 ? undefined : before;
  if (!before) return now;
  const [weight, other] = [1 / before.variance, 1 / now.variance];
  const both = weight + other;
  return { angle: (before.angle * weight + now.angle * other) / both, variance: 1 / both };
}

function ofPastYears({ spread }: Own, { pupils, nation }: Known, held: readonly YearEnd[]): Prediction | undefined {
  const change = variance(spread.change);
  const chance = (of: number) => change + spread.cohort * cohortVariance(of);
  let precision = nation === undefined ? 0 : 1 / Math.max(variance(spread.level), Number.EPSILON);
  let pull = 0;
  for (const end of held) {
    const weight = 1 / chance(end.pupils);
    // Held against England of its own year, so that a better year for everybody isn't taken for a better school.
    const from = nation === undefined || end.nation === undefined ? 0 : nationAngle(end.nation);
    precision += weight;
    pull += weight * (angleOf(end.value, end.pupils) - from);
  }
  if (precision === 0) return undefined;
  const centre = nation === undefined ? 0 : nationAngle(nation);
  return { angle: centre + pull / precision, variance: 1 / precision + chance(pupils) };
}

function ofReturn({ spread, returns }: Own, { pupils, onTrack }: Known): Prediction | undefined {
  if (!onTrack) return undefined;
  const passed = Math.min(1, Math.max(0, onTrack.passed));
  const open = returns.openAtFirst + (returns.openAtLast - returns.openAtFirst) * passed;
  const error = variance(returns.judgement) + open * spread.cohort * cohortVariance(pupils);
  return { angle: angleOf(onTrack.value, pupils), variance: Math.max(error, Number.EPSILON) };
}

/** The range a prediction states for a cohort of as many pupils. */
export function outlookOf({ angle, variance: spread }: Prediction, pupils: number): Outlook {
  const far = EIGHT_OF_TEN * Math.sqrt(spread);
  const at = (where: number) => Math.round(percentAt(where, pupils));
  return { low: at(angle - far), middle: at(angle), high: at(angle + far) };
}

/**
 * The chance, 0 to 1, that the cohort reaches a target in per cent: that as many pupils do as the target needs. Where
 * less is better, that no more do than it allows.
 */
export function chanceOf(
  { angle, variance: spread }: Prediction,
  pupils: number,
  target: number,
  better: Measure['better'],
): number {
  const needed = (Math.min(100, Math.max(0, target)) * pupils) / 100;
  // Half a pupil to the side, as pupils are whole; a billionth, as 7% of 100 isn't quite 7 in floating point.
  const pupil = better === 'higher' ? Math.ceil(needed - 1e-9) - 0.5 : Math.floor(needed + 1e-9) + 0.5;
  if (pupil < 0 || pupil > pupils) return 1;
  const below = normalBelow((angleOf((100 * pupil) / pupils, pupils) - angle) / Math.sqrt(spread));
  return better === 'higher' ? 1 - below : below;
}

function variance(points: number): number {
  return (points / 100) ** 2;
}

/** England is no cohort: chance plays no part in its figure. */
function nationAngle(percent: number): number {
  return angleOf(percent, Number.MAX_SAFE_INTEGER);
}

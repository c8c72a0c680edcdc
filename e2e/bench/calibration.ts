import { OWLS, outlookOf, predicted } from '@owls/policy';
import { chance } from '../trusts/chance.ts';
import { fitted, type Spread } from './fit.ts';
import { type Case, casesOf, type PublishedSchool } from './published-years.ts';

/** How often stated ranges held what came, and how wide they were. */
export interface Coverage {
  readonly years: number;
  /** % of the years that ended within the stated range. */
  readonly held: number;
  /** Mean width in points. */
  readonly width: number;
  /** Mean width plus ten points for each point by which the truth lay outside: the lower the better (Winkler's score for 80%). */
  readonly score: number;
}

export interface Calibration {
  readonly schools: number;
  readonly halvings: number;
  /** The spread fitted to all schools: what belongs into the policy. */
  readonly fitted: Spread;
  /** The policy's own spread. */
  readonly policy: Spread;
  /** Stated 80% ranges on schools that the fit had not seen. */
  readonly unseen: Coverage;
  /** The least and most that one half's unseen schools held, in %. */
  readonly heldFrom: number;
  readonly heldTo: number;
  readonly bySize: readonly (Coverage & { readonly pupils: string })[];
  /** Last year's figure, give or take the spread between schools, on the same years. */
  readonly floor: Coverage;
}

const HALVINGS = 5;
const SIZES = [
  ['up to 15', 15],
  ['16 to 30', 30],
  ['31 to 60', 60],
  ['above 60', Number.POSITIVE_INFINITY],
] as const;
const EIGHT_OF_TEN = 1.2816;

interface Stated {
  readonly low: number;
  readonly high: number;
  readonly came: number;
  readonly pupils: number;
}

/**
 * Halves the schools several times; each half's ranges come from a fit to the other half, so that no school is ever
 * judged by a fit that saw it. The halvings follow the URNs and are the same every time.
 */
export function calibrated(schools: readonly PublishedSchool[]): Calibration {
  const halves = Array.from({ length: HALVINGS }, (_, halving) => {
    const dealt = [...schools].sort((one, other) => chance(one.urn, halving) - chance(other.urn, halving));
    const middle = Math.ceil(dealt.length / 2);
    const parts = [dealt.slice(0, middle), dealt.slice(middle)].map((part) => part.flatMap(casesOf));
    return parts.map((judged, at) => {
      const seen = parts[1 - at] ?? [];
      return { model: stated(judged, fitted(seen)), floor: floorOf(judged, seen) };
    });
  }).flat();
  const unseen = halves.flatMap(({ model }) => model);
  const held = halves.map(({ model }) => coverage(model).held);
  let above = 0;
  return {
    schools: schools.length,
    halvings: HALVINGS,
    fitted: rounded(fitted(schools.flatMap(casesOf))),
    policy: OWLS.targets.trajectory.spread,
    unseen: coverage(unseen),
    heldFrom: Math.min(...held),
    heldTo: Math.max(...held),
    bySize: SIZES.map(([pupils, most]) => {
      const from = above;
      above = most;
      return { pupils, ...coverage(unseen.filter((one) => one.pupils > from && one.pupils <= most)) };
    }),
    floor: coverage(halves.flatMap(({ floor }) => floor)),
  };
}

function stated(cases: readonly Case[], spread: Spread): readonly Stated[] {
  const own = { spread, returns: OWLS.targets.trajectory.returns };
  return cases.flatMap(({ known, came }) => {
    const said = predicted(own, known);
    return said ? [{ ...outlookOf(said, known.pupils), came, pupils: known.pupils }] : [];
  });
}

function floorOf(judged: readonly Case[], seen: readonly Case[]): readonly Stated[] {
  const figures = seen.map(({ came }) => came);
  const mean = average(figures);
  const far = EIGHT_OF_TEN * Math.sqrt(average(figures.map((one) => (one - mean) ** 2)));
  return judged.map(({ known, came }) => {
    const last = known.past.at(-1)?.value ?? mean;
    const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
    return { low: within(last - far), high: within(last + far), came, pupils: known.pupils };
  });
}

function coverage(given: readonly Stated[]): Coverage {
  const outside = ({ low, high, came }: Stated) => Math.max(0, low - came, came - high);
  return {
    years: given.length,
    held: tenth((100 * given.filter((one) => outside(one) === 0).length) / Math.max(1, given.length)),
    width: tenth(average(given.map(({ low, high }) => high - low))),
    score: tenth(average(given.map((one) => one.high - one.low + 10 * outside(one)))),
  };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function rounded({ level, change, cohort }: Spread): Spread {
  return { level: tenth(level), change: tenth(change), cohort: tenth(cohort) };
}

import { type Chance, chanceInWords, chanceOf, OWLS, outlookOf, predicted } from '@owls/policy';
import { chance } from '../trusts/chance.ts';
import { average, type Coverage, coverage, coverageBySize, coverageByYear, type Stated, tenth } from './coverage.ts';
import { fitted, INDEPENDENT, type Spread } from './fit.ts';
import { type Case, casesOf, type PublishedSchool } from './published-years.ts';

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
  readonly bySize: ReturnType<typeof coverageBySize>;
  readonly byYear: ReturnType<typeof coverageByYear>;
  /** The same with pupils who each pass or fail by themselves. */
  readonly independentPupils: ReturnType<typeof coverageBySize>;
  /** Last year's figure, give or take the spread between schools, on the same years. */
  readonly floor: Coverage;
  /** Of targets that were given a chance in these words, how many were reached in the year, in %. */
  readonly chances: readonly {
    readonly year: string;
    readonly told: string;
    readonly targets: number;
    readonly reached: number;
  }[];
}

const HALVINGS = 5;
const EIGHT_OF_TEN = 1.2816;
/** Targets to give a chance for: last year's figure and so many points more or less. */
const TARGETS = [-15, -5, 5, 15];

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
      const spread = fitted(seen);
      return {
        model: stated(judged, spread),
        independent: stated(judged, fitted(seen, INDEPENDENT)),
        floor: floorOf(judged, seen),
        told: toldOf(judged, spread),
      };
    });
  }).flat();
  const unseen = halves.flatMap(({ model }) => model);
  const held = halves.map(({ model }) => coverage(model).held);
  const { level, change, cohort } = fitted(schools.flatMap(casesOf));
  return {
    schools: schools.length,
    halvings: HALVINGS,
    fitted: { level: tenth(level), change: tenth(change), cohort: tenth(cohort) },
    policy: OWLS.targets.trajectory.spread,
    unseen: coverage(unseen),
    heldFrom: Math.min(...held),
    heldTo: Math.max(...held),
    bySize: coverageBySize(unseen),
    byYear: coverageByYear(unseen),
    independentPupils: coverageBySize(halves.flatMap(({ independent }) => independent)),
    floor: coverage(halves.flatMap(({ floor }) => floor)),
    chances: reached(halves.flatMap(({ told }) => told)),
  };
}

function predictions(cases: readonly Case[], spread: Spread) {
  const own = { spread, returns: OWLS.targets.trajectory.returns };
  return cases.flatMap(({ year, known, came }) => {
    const said = predicted(own, known);
    return said ? [{ said, year, known, came }] : [];
  });
}

function stated(cases: readonly Case[], spread: Spread): readonly Stated[] {
  return predictions(cases, spread).map(({ said, year, known: { pupils }, came }) => ({
    year,
    ...outlookOf(said, pupils),
    came,
    pupils,
  }));
}

function floorOf(judged: readonly Case[], seen: readonly Case[]): readonly Stated[] {
  const figures = seen.map(({ came }) => came);
  const mean = average(figures);
  const far = EIGHT_OF_TEN * Math.sqrt(average(figures.map((one) => (one - mean) ** 2)));
  return judged.map(({ year, known, came }) => {
    const last = known.past.at(-1)?.value ?? mean;
    const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
    return {
      year,
      low: within(last - far),
      middle: within(last),
      high: within(last + far),
      came,
      pupils: known.pupils,
    };
  });
}

interface Told {
  readonly year: string;
  readonly chance: Chance;
  readonly reached: boolean;
}

function toldOf(cases: readonly Case[], spread: Spread): readonly Told[] {
  return predictions(cases, spread).flatMap(({ said, year, known: { pupils, past }, came }) =>
    TARGETS.flatMap((points) => {
      const target = (past.at(-1)?.value ?? 0) + points;
      // Published figures are whole, so a target no whole number of pupils makes could be missed by rounding alone.
      const needed = Math.round((100 * Math.ceil((target * pupils) / 100 - 1e-9)) / pupils);
      if (target <= 0 || target > 100) return [];
      return [{ year, chance: chanceInWords(chanceOf(said, pupils, target, 'higher')), reached: came >= needed }];
    }),
  );
}

function reached(told: readonly Told[]): Calibration['chances'] {
  const years = [...new Set(told.map(({ year }) => year))].sort();
  const words = new Map(told.map(({ chance: { share, says } }) => [says, share]));
  const inOrder = [...words].sort(([, one], [, other]) => one - other);
  return years.flatMap((year) =>
    inOrder.flatMap(([says]) => {
      const these = told.filter((one) => one.year === year && one.chance.says === says);
      const share = these.filter((one) => one.reached).length / these.length;
      return these.length === 0 ? [] : [{ year, told: says, targets: these.length, reached: tenth(100 * share) }];
    }),
  );
}

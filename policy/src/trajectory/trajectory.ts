import { halfTermLabel, halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear, HalfTermId } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { returnsOf } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { signedOff, type Target, type TargetCell, type TargetFigures, targetOf } from '../targets/target.ts';
import { cellName, measureOf, pupilsOf, targetCells } from '../targets/target-cells.ts';
import { tenth } from '../tenth.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { type Chance, chanceInWords } from './chance-words.ts';
import { chanceOf, type Outlook, outlookOf, predicted } from './outlook.ts';
import { nationBefore, type PastYear, pastYearsOf } from './past-years.ts';

/** Where a figure of a school is heading by the year's end, beside its target (M23). */
export interface Trajectory extends TargetCell {
  /** "Maths in Year 3". */
  readonly name: string;
  readonly year: AcademicYear;
  /** The year's half terms in order; `figure` is what the return was on track for. */
  readonly line: readonly { readonly halfTerm: HalfTermId; readonly figure?: number }[];
  /** How past years ended, oldest first. */
  readonly past: readonly PastYear[];
  readonly target?: TargetFigures;
  /** Absent where the cohort is too small or too little is known; `says` tells which. */
  readonly outlook?: Outlook;
  /** The chance to reach the target. */
  readonly chance?: { readonly minimum: Chance; readonly aspirational: Chance };
  /** All of it in words, to read after the name. */
  readonly says: string;
  readonly why: Why;
}

/**
 * The trajectories of a school in an academic year (M23): each cell that can have a target (M20), with or without one,
 * where it is a measure trajectories are drawn for and something is known of it. For those who read the school in full
 * alone; cohorts below the policy's threshold are left without figures all the same (M15).
 */
export function trajectories(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'results'>,
  targets: readonly Target[],
  school: School,
  year: AcademicYear,
): readonly Trajectory[] {
  const returns = returnsOf(facts, policy, school.urn);
  return targetCells(policy, policy.targets, school).flatMap((cell) => {
    const measure = measureOf(policy, cell.measure);
    if (!measure || !policy.targets.trajectory.measures.includes(cell.measure)) return [];
    const standing = signedOff(targetOf(targets, school.urn, year, cell));
    const past = pastYearsOf(policy, facts, returns, school.urn, year, cell);
    const line = lineOf(policy, returns, year, cell);
    const target = standing && { minimum: standing.minimum, aspirational: standing.aspirational };
    if (!target && past.length === 0 && line.every(({ figure }) => figure === undefined)) return [];
    return [
      trajectory(policy, { cell, measure, year, past, line, target, pupils: pupilsNow(returns, school, year, cell) }),
    ];
  });
}

interface Given {
  readonly cell: TargetCell;
  readonly measure: Measure;
  readonly year: AcademicYear;
  readonly past: readonly PastYear[];
  readonly line: Trajectory['line'];
  readonly target: TargetFigures | undefined;
  readonly pupils: number | undefined;
}

function trajectory(policy: TrustPolicy, given: Given): Trajectory {
  const { cell, measure, year, target, pupils } = given;
  const name = cellName(policy, cell);
  const base = { ...cell, name, year, ...(target ? { target } : {}) };
  const least = Math.max(1, policy.soap.suppressBelow);
  if (pupils === undefined)
    return { ...base, line: given.line, past: given.past, ...silent(name, 'how many pupils there are isn’t known') };
  // Not even its line: what is heading where in so small a cohort is a matter of single children (M15).
  if (pupils < least) return { ...base, line: [], past: [], ...silent(name, `fewer than ${least} pupils`) };
  const shown = { ...base, line: given.line, past: given.past };
  const nation = nationBefore(policy, cell, year);
  const newest = given.line.findLastIndex(({ figure }) => figure !== undefined);
  const value = given.line[newest]?.figure;
  const passed = given.line.length > 1 ? newest / (given.line.length - 1) : 1;
  const prediction = predicted(policy.targets.trajectory, {
    pupils,
    past: given.past,
    ...(nation === undefined ? {} : { nation: nation.value }),
    ...(value === undefined ? {} : { onTrack: { value, passed } }),
  });
  if (!prediction) return { ...shown, ...silent(name, 'neither this year nor a past one has a figure') };
  const outlook = outlookOf(prediction, pupils);
  const reach = (figure: number) => chanceInWords(chanceOf(prediction, pupils, figure, measure.better));
  const chance = target && { minimum: reach(target.minimum), aspirational: reach(target.aspirational) };
  return {
    ...shown,
    outlook,
    ...(chance ? { chance } : {}),
    says: sentence(measure, outlook, target, chance),
    why: whyOf(policy, given, pupils, nation),
  };
}

function sentence(
  { better }: Measure,
  { low, high }: Outlook,
  target: TargetFigures | undefined,
  chance: Trajectory['chance'],
): string {
  const heading = `Heading for ${low === high ? `${low}%` : `${low}% to ${high}%`} by the end of the year.`;
  if (!target || !chance) return heading;
  const least = better === 'higher' ? 'minimum' : 'limit';
  return `${heading} The chance to reach the ${least} of ${target.minimum}% is ${chance.minimum.says}; the target of ${target.aspirational}%, ${chance.aspirational.says}.`;
}

function silent(name: string, because: string): Pick<Trajectory, 'says' | 'why'> {
  return {
    says: `Where it is heading can’t be said honestly: ${because}.`,
    why: {
      rule: 'M23',
      because: [`For ${name} there is: ${because}.`],
      wouldChange: 'More pupils, or the next return.',
    },
  };
}

function whyOf(
  { targets }: TrustPolicy,
  { past, line }: Given,
  pupils: number,
  nation: ReturnType<typeof nationBefore>,
): Why {
  const newest = line.findLast(({ figure }) => figure !== undefined);
  return {
    rule: 'M23',
    because: [
      ...past.map(({ year, value, from }) =>
        from === 'published' ? `${value}% was published for ${year}.` : `${year} ended at ${value}% in the return.`,
      ),
      ...(nation ? [`England was at ${nation.value}% in ${nation.year}; schools are drawn towards it.`] : []),
      newest
        ? `The return of ${halfTermLabel(newest.halfTerm)} is on track for ${newest.figure}%.`
        : 'There is no return of this year yet.',
      `One of ${pupils} pupils is ${tenth(100 / pupils)} points.`,
      `How far schools move from year to year: ${targets.trajectory.source}.`,
    ],
    wouldChange: 'The next return. The later in the year, the narrower the range.',
  };
}

function lineOf(
  policy: TrustPolicy,
  returns: readonly SoapReturn[],
  year: AcademicYear,
  { yearGroup, measure }: TargetCell,
): Trajectory['line'] {
  return halfTerms(policy)
    .filter((one) => one.year === year)
    .map(({ id }) => {
      const made = returns.find(({ halfTerm }) => halfTerm === id);
      const figures = yearGroup ? made?.cohorts.find((one) => one.year === yearGroup)?.figures : made?.school;
      const figure = figures?.[measure];
      return { halfTerm: id, ...(figure === undefined ? {} : { figure }) };
    });
}

function pupilsNow(
  returns: readonly SoapReturn[],
  school: School,
  year: AcademicYear,
  cell: TargetCell,
): number | undefined {
  const made = returns.findLast(({ halfTerm }) => halfTerm.startsWith(`${year}/`));
  return made?.cohorts.find((one) => one.year === cell.yearGroup)?.pupils ?? pupilsOf(school, cell);
}

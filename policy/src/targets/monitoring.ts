import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { latestReturn } from '../soap/kept.ts';
import type { Cohort, SoapReturn } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { betterBy, signedOff, type Target, type TargetCell, type TargetFigures, targetOf } from './target.ts';
import { cellName, measureOf, pupilsOf, targetCells } from './target-cells.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** `met`: the aspirational target is reached; `on track`: the minimum is. `hidden`: too few pupils for this reader. */
export type Progress = 'met' | 'on track' | 'off track' | 'no figure' | 'no target' | 'hidden';

/** A figure beside its target. */
export interface Judged {
  readonly progress: Progress;
  /** In per cent; absent where there is none, or where it is hidden. */
  readonly figure?: number;
  readonly target?: TargetFigures;
  /** Off track: points worse than the minimum. On track: points to the aspirational target. Met: points beyond it. */
  readonly points?: number;
  readonly pupils: number;
  /** All of it in a sentence. */
  readonly says: string;
}
/** A school's figure of a half term read against its signed-off target (M23). */
export interface TargetReading extends TargetCell, Judged {
  readonly urn: string;
}

/**
 * A school's return of a half term read against its targets, year group by measure (M23). Every figure of the return is
 * what pupils are on track for by the year's end, so it stands beside the year's target at once. For a reader from
 * outside (`inFull` false) small cohorts are hidden with their targets, which would give the figures away (M15).
 */
export function schoolReadings(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'returns'>,
  targets: readonly Target[],
  school: School,
  halfTerm: HalfTerm,
  inFull: boolean,
): readonly TargetReading[] {
  const made = latestReturn(facts, school.urn, halfTerm.id);
  const cells = targetCells(policy, own, school).flatMap((cell) => {
    const measure = measureOf(policy, cell.measure);
    const standing = signedOff(targetOf(targets, school.urn, halfTerm.year, cell));
    const target = standing && { minimum: standing.minimum, aspirational: standing.aspirational };
    const figure = figureOf(made, cell);
    const pupils = returnedPupils(made, cell) ?? pupilsOf(school, cell) ?? 0;
    return measure ? [{ cell, measure, target, figure, pupils }] : [];
  });
  const hidden = inFull ? () => false : hiddenCells(policy, cells);
  return cells.map(({ cell, measure, target, figure, pupils }) => {
    const name = `${school.name}, ${cellName(policy, cell)}`;
    const judged = hidden(cell)
      ? { progress: 'hidden' as const, says: `${name}: hidden, too few pupils.` }
      : judge(measure, name, figure, target);
    return { urn: school.urn, ...cell, pupils, ...judged };
  });
}

/** Reads a figure against a target, both in per cent; where less is better, the other way round. */
export function judge(
  measure: Pick<Measure, 'better'>,
  name: string,
  figure: number | undefined,
  target: TargetFigures | undefined,
): Omit<Judged, 'pupils'> {
  const known = { ...(figure === undefined ? {} : { figure }), ...(target ? { target } : {}) };
  if (!target) return { progress: 'no target', ...known, says: `${name}: no target is signed off.` };
  if (figure === undefined) return { progress: 'no figure', ...known, says: `${name}: no figure was returned.` };
  const [above, worse, least] =
    measure.better === 'higher' ? ['above', 'below', 'minimum'] : ['below', 'above', 'limit'];
  const beyond = betterBy(measure, figure, target.aspirational);
  if (beyond >= 0) {
    const says = `${name}: ${figure}%, ${beyond === 0 ? 'at' : `${spoken(beyond)} ${above}`} the target of ${target.aspirational}%.`;
    return { progress: 'met', ...known, points: beyond, says };
  }
  const short = betterBy(measure, target.minimum, figure);
  if (short <= 0) {
    const says = `${name}: ${figure}%, on track; ${spoken(-beyond)} to the target of ${target.aspirational}%.`;
    return { progress: 'on track', ...known, points: -beyond, says };
  }
  const says = `${name}: ${figure}%, ${spoken(short)} ${worse} the ${least} of ${target.minimum}%.`;
  return { progress: 'off track', ...known, points: short, says };
}

/** "1 point", "2.5 points". */
export function spoken(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

/** What a return says of a cell. */
export function figureOf(
  made: Pick<SoapReturn, 'cohorts' | 'school'> | undefined,
  { yearGroup, measure }: TargetCell,
): number | undefined {
  return yearGroup ? made?.cohorts.find(({ year }) => year === yearGroup)?.figures[measure] : made?.school[measure];
}

function returnedPupils(made: SoapReturn | undefined, { yearGroup }: TargetCell): number | undefined {
  if (yearGroup) return made?.cohorts.find(({ year }) => year === yearGroup)?.pupils;
  return made && made.cohorts.length > 0 ? made.cohorts.reduce((sum, { pupils }) => sum + pupils, 0) : undefined;
}

interface Cell {
  readonly cell: TargetCell;
  readonly target: TargetFigures | undefined;
  readonly figure: number | undefined;
  readonly pupils: number;
}

function hiddenCells(policy: TrustPolicy, cells: readonly Cell[]): (cell: TargetCell) => boolean {
  // Figures and targets each have a total of their own, from which one hidden cell alone could be worked out.
  const hidden = new Set(
    [(one: Cell) => one.figure, (one: Cell) => one.target?.aspirational].flatMap(
      (of) => suppressed(policy, cohortsOf(cells, of)).hidden,
    ),
  );
  const small = new Set(
    cells.flatMap(({ cell, pupils }) => (!cell.yearGroup && pupils < policy.soap.suppressBelow ? [cell.measure] : [])),
  );
  return ({ yearGroup, measure }) => (yearGroup ? hidden.has(`${yearGroup}/${measure}`) : small.has(measure));
}

function cohortsOf(cells: readonly Cell[], of: (one: Cell) => number | undefined): readonly Cohort[] {
  return cells.flatMap((one): Cohort[] => {
    const value = of(one);
    const { yearGroup: year, measure } = one.cell;
    return year && value !== undefined ? [{ year, pupils: one.pupils, figures: { [measure]: value } }] : [];
  });
}

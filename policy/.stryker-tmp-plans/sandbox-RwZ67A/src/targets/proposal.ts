// @ts-nocheck
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { AcademicYear, HalfTermId } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { returnsOf } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { type School, YEAR_GROUPS, type YearGroup } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { TargetCell, TargetFigures } from './target.ts';
import { cellName, measureOf, targetCells } from './target-cells.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** Where a cohort starts from: a figure, of which return, year group and measure. */
export interface StartingFigure extends TargetCell {
  readonly value: number;
  readonly halfTerm: HalfTermId;
}

/** A target as the head finds it pre-filled; without `figures` where there is nothing to start from. */
export interface TargetProposal extends TargetCell {
  readonly start?: StartingFigure;
  readonly figures?: TargetFigures;
  readonly why: Why;
}

/**
 * The targets a school is to propose for a year, pre-filled from its starting points (M20): what the same pupils had in
 * last year's last return that has the figure, one year group younger, with the policy's growth in percentage points.
 * Where nothing is known of them, this year's first return counts, such as the baseline of Reception (M16).
 */
export function targetProposals(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'returns'>,
  school: School,
  year: AcademicYear,
): readonly TargetProposal[] {
  const returns = returnsOf(facts, policy, school.urn);
  const of = (one: AcademicYear) => returns.filter(({ halfTerm }) => halfTerm.startsWith(`${one}/`));
  const [last, running] = [of(yearBefore(year)).reverse(), of(year)];
  return targetCells(policy, own, school).map((cell) => {
    const start = startOf(own, last, running, cell);
    const growth = own.measures.find(({ measure }) => measure === cell.measure)?.growth;
    const measure = measureOf(policy, cell.measure);
    if (!start || !growth || !measure)
      return { ...cell, why: gapWhy(policy, cell, `There is no figure of the same pupils in ${yearBefore(year)}.`) };
    const figures = {
      minimum: grown(measure, start.value, growth.minimum),
      aspirational: grown(measure, start.value, growth.aspirational),
    };
    return { ...cell, start, figures, why: startWhy(policy, start, growth) };
  });
}

function startOf(
  own: TargetsPolicy,
  last: readonly SoapReturn[],
  running: readonly SoapReturn[],
  cell: TargetCell,
): StartingFigure | undefined {
  const { yearGroup, measure } = cell;
  const instead = own.startsFrom.find((one) => one.measure === measure)?.from;
  const younger = yearGroup && YEAR_GROUPS[YEAR_GROUPS.indexOf(yearGroup) - 1];
  // A whole school's figure is of the same school; a year group's is of the same pupils.
  const before = yearGroup && !younger ? undefined : found(last, younger, measure);
  const otherwise = younger && instead ? found(last, younger, instead) : undefined;
  return before ?? otherwise ?? found(running, yearGroup, measure);
}

function found(
  returns: readonly SoapReturn[],
  yearGroup: YearGroup | undefined,
  measure: string,
): StartingFigure | undefined {
  for (const one of returns) {
    const figures = yearGroup ? one.cohorts.find(({ year }) => year === yearGroup)?.figures : one.school;
    const value = figures?.[measure];
    if (value !== undefined) return { ...(yearGroup ? { yearGroup } : {}), measure, value, halfTerm: one.halfTerm };
  }
  return undefined;
}

function grown({ better }: Measure, from: number, by: number): number {
  return Math.round(Math.min(100, Math.max(0, better === 'higher' ? from + by : from - by)));
}

function startWhy(policy: TrustPolicy, start: StartingFigure, growth: TargetFigures): Why {
  const better = measureOf(policy, start.measure)?.better === 'lower' ? 'less' : 'more';
  return {
    rule: 'M20',
    because: [
      `${cellName(policy, start)} was ${start.value}% in ${halfTermLabel(start.halfTerm)}.`,
      `The trust expects ${growth.minimum} points ${better} at least and aims for ${growth.aspirational}.`,
    ],
    wouldChange: 'Another starting figure, or what you know of these pupils.',
  };
}

function gapWhy(policy: TrustPolicy, cell: TargetCell, because: string): Why {
  return {
    rule: 'M20',
    because: [because],
    wouldChange: `Set ${cellName(policy, cell)} from what you know of the pupils, or make the first return of the year.`,
  };
}

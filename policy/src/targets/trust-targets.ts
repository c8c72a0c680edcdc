import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { together } from '../soap/aggregation.ts';
import { tenth } from '../tenth.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { sameCell, signedOff, type Target, type TargetCell, type TargetFigures, targetOf } from './target.ts';
import { cellName, measureOf, pupilsOf, targetCells } from './target-cells.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** A target of the trust for a year group and measure, or for whole schools (M22). */
export interface TrustTarget extends TargetCell {
  /** To a tenth of a per cent; undefined while no school's target counts. */
  readonly figures?: TargetFigures;
  /** Pupils of the schools that count, by their roll. */
  readonly pupils: number;
  /** What is missing, school by school, in sentences. */
  readonly gaps: readonly string[];
  readonly why: Why;
}

/**
 * The trust's targets of a year (M22): the mean of its schools' signed-off targets, weighted by the pupils on roll.
 * Schools are those of the trust on a date (`on`, ISO); what is not signed off, or has no roll, doesn't count and is
 * named as a gap.
 */
export function trustTargets(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'schools'>,
  targets: readonly Target[],
  year: AcademicYear,
  on: string,
): readonly TrustTarget[] {
  const schools = schoolsOn(facts.schools, on).map((school) => ({ school, cells: targetCells(policy, own, school) }));
  return trustCells(policy, own).flatMap((cell) => {
    const asked = schools
      .filter(({ cells }) => cells.some((one) => sameCell(one, cell)))
      .map(({ school }) => placed(school, signedOff(targetOf(targets, school.urn, year, cell)), cell));
    if (asked.length === 0) return [];
    const counted = asked.flatMap(({ counts }) => counts ?? []);
    const gaps = asked.flatMap(({ gap }) => gap ?? []);
    const over = (which: keyof TargetFigures) =>
      together(counted.map(({ figures, pupils }) => ({ value: figures[which], pupils })));
    const { value: minimum, pupils } = over('minimum');
    const { value: aspirational } = over('aspirational');
    return [
      {
        ...cell,
        ...(minimum === undefined || aspirational === undefined
          ? {}
          : { figures: { minimum: tenth(minimum), aspirational: tenth(aspirational) } }),
        pupils,
        gaps,
        why: whyOf(policy, cell, counted.length, pupils, gaps),
      },
    ];
  });
}

function trustCells(policy: TrustPolicy, own: TargetsPolicy): readonly TargetCell[] {
  return own.measures.flatMap(({ measure: key }): TargetCell[] => {
    const measure = measureOf(policy, key);
    if (!measure) return [];
    return measure.years ? measure.years.map((yearGroup) => ({ yearGroup, measure: key })) : [{ measure: key }];
  });
}

function placed(school: School, figures: TargetFigures | undefined, cell: TargetCell) {
  const pupils = pupilsOf(school, cell);
  if (!figures) return { gap: `${school.name} has no signed-off target.` };
  if (pupils === undefined)
    return { gap: `${school.name} has no number of pupils on record${inYear(cell.yearGroup)}.` };
  return pupils > 0 ? { counts: { figures, pupils } } : {};
}

function inYear(yearGroup: YearGroup | undefined): string {
  return yearGroup ? ` in ${yearName(yearGroup)}` : '';
}

function whyOf(policy: TrustPolicy, cell: TargetCell, schools: number, pupils: number, gaps: readonly string[]): Why {
  const from = schools === 1 ? 'one school' : `${schools} schools`;
  return {
    rule: 'M22',
    because: [
      schools === 0
        ? `No school's target for ${cellName(policy, cell)} counts yet.`
        : `${cellName(policy, cell)} is the mean of the signed-off targets of ${from}, weighted by ${pupils} pupils.`,
      ...gaps,
    ],
    wouldChange:
      gaps.length > 0
        ? 'Signing off what is missing, or completing the roll.'
        : 'A target raised by its head and the CEO, or another roll.',
  };
}

import type { Measure, YearGroup } from '@owls/policy';
import { chance, within } from './chance.ts';

/** How a school does, from which believable figures follow. `level` is its usual % on track in reading. */
export interface Standing {
  readonly urn: string;
  readonly level: number;
  /** Percentage points it moves a half term. */
  readonly trend: number;
}

/** How measures usually stand beside reading, in percentage points. */
export const BESIDE_READING: Readonly<Record<string, number>> = {
  reading: 0,
  writing: -4,
  grammar: -2,
  maths: -1,
  phonics: 4,
  communication: 6,
  personal: 9,
  physical: 11,
  literacy: -3,
  mathematics: 1,
};

/** Whole pupils of a cohort, as a percentage with one decimal: a one-pupil cohort has 0 or 100. */
export function asPupils(percent: number, pupils: number): number {
  if (pupils === 0) return 0;
  return Math.round((Math.round((within(0, percent, 100) / 100) * pupils) / pupils) * 1000) / 10;
}

/** The figures a cohort has in the half term with this number, from what its measures are. */
export function cohortFigures(
  standing: Standing,
  year: YearGroup,
  pupils: number,
  measures: readonly Measure[],
  halfTerm: number,
): Record<string, number> {
  const figures: Record<string, number> = {};
  const base = standing.level + standing.trend * halfTerm + (chance(standing.urn, year, 'cohort') - 0.5) * 8;
  // Within a year more pupils come on track; a new year's cohort starts lower again.
  const season = (halfTerm % 6) * 0.9;
  const asked = measures.filter((measure) => measure.years?.includes(year));
  for (const measure of asked.filter(({ within: limits }) => limits === undefined)) {
    const noise = (chance(standing.urn, year, measure.key, halfTerm) - 0.5) * 5;
    figures[measure.key] = asPupils(base + season + noise + (BESIDE_READING[measure.key] ?? 0), pupils);
  }
  for (const measure of asked.filter(({ within: limits }) => limits !== undefined)) {
    const lowest = Math.min(...(measure.within ?? []).map((key) => figures[key] ?? 100));
    figures[measure.key] = Math.min(lowest, asPupils(lowest - 3 - chance(standing.urn, year, halfTerm) * 4, pupils));
  }
  return figures;
}

/** The whole-school figures of the half term with this number. */
export function schoolFigures(standing: Standing, pupils: number, halfTerm: number): Record<string, number> {
  const of = (word: string) => chance(standing.urn, word, halfTerm);
  const better = standing.level + standing.trend * halfTerm;
  return {
    teachingGood: Math.round(within(40, better + 14 + of('teaching') * 6, 100)),
    attendance: Math.round(within(88, 91 + better / 20 + of('attendance') * 1.6, 98.5) * 10) / 10,
    persistentAbsence: Math.round(within(2, 30 - better / 4 + of('absence') * 3, 35) * 10) / 10,
    suspensions: Math.floor(of('suspensions') * within(0, (80 - better) / 8, 5)),
    behaviourIncidents: Math.round((pupils / 30) * (0.4 + of('behaviour') * 1.6)),
    pastoral: Math.round((pupils / 30) * (0.8 + of('pastoral') * 1.2)),
  };
}

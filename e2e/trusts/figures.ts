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

/** What share of a school's pupils each pupil group usually has, and how it stands beside all of them, in points. */
const GROUPS: Readonly<Record<string, { readonly share: number; readonly beside: number }>> = {
  disadvantaged: { share: 0.22, beside: -14 },
  send: { share: 0.15, beside: -30 },
  eal: { share: 0.12, beside: -4 },
  lookedAfter: { share: 0.008, beside: -18 },
  girls: { share: 0.49, beside: 3 },
};
/** Of boys, and of a group that nobody knows: what girls leave. */
const REST = { share: 0.51, beside: -3 };

/** How many of `all` pupils a school's pupil group has; girls and boys make up all of them. */
export function groupPupils(urn: string, group: string, all: number): number {
  if (group === 'boys') return all - groupPupils(urn, 'girls', all);
  const { share } = GROUPS[group] ?? REST;
  return Math.round(all * share * (1 + (chance(urn, group, 'share') - 0.5) * (group === 'girls' ? 0.15 : 0.6)));
}

/** The figures of a pupil group in the half term with this number, from what its measures are. */
export function groupFigures(
  standing: Standing,
  group: string,
  pupils: number,
  measures: readonly Measure[],
  halfTerm: number,
): Record<string, number> {
  if (pupils === 0) return {};
  const { beside } = GROUPS[group] ?? REST;
  const base = standing.level + standing.trend * halfTerm + (halfTerm % 6) * 0.9 + beside;
  const parts = measures.filter(({ within: limits }) => limits === undefined);
  const figures = Object.fromEntries(
    parts.map(({ key }) => [
      key,
      asPupils(base + (chance(standing.urn, group, key) - 0.5) * 6 + (BESIDE_READING[key] ?? 0), pupils),
    ]),
  );
  const lowest = Math.min(100, ...Object.values(figures));
  for (const { key, within: limits } of measures) if (limits) figures[key] = lowest;
  return figures;
}

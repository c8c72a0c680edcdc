// @ts-nocheck
import { comparison } from '../soap/comparison.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { figureOf, listed } from './figures.ts';
import type { Reader, ReportPoint, ReportSection } from './report.ts';
import type { Standing } from './standing.ts';

/** The whole school's figures that a section shows (M13): teaching, attendance and, for the school itself, counts. */
export function wholeSchoolSection(
  policy: TrustPolicy,
  { latest, before }: Standing,
  reader: Reader,
  rule: string,
): ReportSection {
  // Counts of a small school's suspensions are of children somebody knows: they stay with the school.
  const measures = policy.soap.measures.filter(({ years, unit }) => !years && (unit === '%' || reader === 'school'));
  const changes = latest ? comparison({ cohorts: [], school: latest.school }, before, policy) : [];
  const given = new Map(changes.map((one) => [one.measure, one]));
  const points = measures.flatMap((measure): ReportPoint[] => {
    const { to, change } = given.get(measure.key) ?? {};
    if (to === undefined) return [];
    const figures = [{ ...figureOf(measure, to, change), measure: measure.key }];
    return [{ says: `${listed(figures)}.`, figures }];
  });
  const missing = measures.filter(({ key }) => given.get(key)?.to === undefined).map(({ name }) => name);
  return {
    heading: 'Teaching, attendance and behaviour',
    rule,
    points,
    gaps: missing.length > 0 ? [`Not given: ${missing.join(', ')}.`] : [],
  };
}

import { comparison } from '../soap/comparison.ts';
import { measuresOfYear } from '../soap/measures.ts';
import type { Cohort, SoapReturn } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import { tenth } from '../tenth.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { counted, figureOf, listed } from './figures.ts';
import type { Reader, ReportFigure, ReportPoint, ReportSection } from './report.ts';
import type { Standing } from './standing.ts';
import { cohortMeasures, totalsOf } from './totals.ts';

/** Attainment on track and its change, a point a year group, then the school as a whole (M13, M40). */
export function attainmentSection(
  policy: TrustPolicy,
  { latest, before, noReturn, noEarlier }: Standing,
  reader: Reader,
  rule: string,
): ReportSection {
  const points = latest ? [...byYear(policy, latest, before, reader), ...overall(policy, latest, before, reader)] : [];
  const some = points.some(({ figures }) => figures?.some(({ hidden }) => hidden));
  return {
    heading: 'Attainment and progress',
    rule,
    points,
    gaps: [
      ...(noReturn ? [noReturn] : []),
      ...(noEarlier ? [noEarlier] : []),
      ...(some ? [`Figures that would speak of fewer than ${policy.soap.suppressBelow} pupils are hidden.`] : []),
    ],
  };
}

function byYear(
  policy: TrustPolicy,
  latest: SoapReturn,
  before: SoapReturn | undefined,
  reader: Reader,
): ReportPoint[] {
  const seen = (cohorts: readonly Cohort[]) =>
    reader === 'school' ? { cohorts, hidden: [] } : suppressed(policy, cohorts);
  const now = seen(latest.cohorts);
  const hidden = new Set(now.hidden);
  const changes = new Map(
    comparison(
      { cohorts: now.cohorts, school: {} },
      before && { cohorts: seen(before.cohorts).cohorts, school: {} },
      policy,
    ).map((one) => [`${one.year}/${one.measure}`, one]),
  );
  return now.cohorts.flatMap(({ year, pupils }) => {
    const figures = measuresOfYear(policy, year).flatMap((measure): ReportFigure[] => {
      const cell = `${year}/${measure.key}`;
      const about = { year, measure: measure.key };
      if (hidden.has(cell)) return [{ label: measure.name, unit: measure.unit, hidden: true, ...about }];
      const { to, change } = changes.get(cell) ?? {};
      return to === undefined ? [] : [{ ...figureOf(measure, to, change), ...about }];
    });
    return figures.length === 0
      ? []
      : [{ says: `${yearName(year)}, ${counted(pupils)}: ${listed(figures)}.`, figures }];
  });
}

function overall(
  policy: TrustPolicy,
  latest: SoapReturn,
  before: SoapReturn | undefined,
  reader: Reader,
): ReportPoint[] {
  const then = new Map(totalsOf(policy, before?.cohorts ?? [], reader).map((one) => [one.measure.key, one.value]));
  const now = new Map(totalsOf(policy, latest.cohorts, reader).map((one) => [one.measure.key, one.value]));
  const figures = cohortMeasures(policy).flatMap((measure): ReportFigure[] => {
    const { key, name, unit } = measure;
    if (!now.has(key)) return [];
    const value = now.get(key);
    if (value === undefined) return [{ label: name, unit, hidden: true, measure: key }];
    const last = then.get(key);
    return [{ ...figureOf(measure, tenth(value), last === undefined ? undefined : tenth(value - last)), measure: key }];
  });
  return figures.length === 0 ? [] : [{ says: `All year groups: ${listed(figures)}.`, figures }];
}

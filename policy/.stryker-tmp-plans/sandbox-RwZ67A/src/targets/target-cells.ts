// @ts-nocheck
import { halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { TargetCell } from './target.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** The measure of the return a target is about, by key. */
export function measureOf(policy: TrustPolicy, key: string): Measure | undefined {
  return policy.soap.measures.find((one) => one.key === key);
}

/** What a school sets targets for (M20): each year group it teaches by measure, then the whole school's measures. */
export function targetCells(
  policy: TrustPolicy,
  own: TargetsPolicy,
  { years, pupils }: Pick<School, 'years' | 'pupils'>,
): readonly TargetCell[] {
  const measures = own.measures.flatMap(({ measure }) => measureOf(policy, measure) ?? []);
  return [
    // A year group known to be empty has nobody to reach a target.
    ...years
      .filter((year) => pupils[year] !== 0)
      .flatMap((yearGroup) =>
        measures.filter((one) => one.years?.includes(yearGroup)).map(({ key }) => ({ yearGroup, measure: key })),
      ),
    ...measures.filter((one) => !one.years).map(({ key }) => ({ measure: key })),
  ];
}

/** Pupils a target of a school speaks of, by its roll; undefined where the roll doesn't say. */
export function pupilsOf(
  { years, pupils }: Pick<School, 'years' | 'pupils'>,
  { yearGroup }: TargetCell,
): number | undefined {
  if (yearGroup) return pupils[yearGroup];
  const known = years.flatMap((year) => pupils[year] ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0);
}

/** "Maths in Year 3", or "Attendance" of the whole school. */
export function cellName(policy: TrustPolicy, { yearGroup, measure }: TargetCell): string {
  const name = measureOf(policy, measure)?.name ?? measure;
  return yearGroup ? `${name} in ${yearName(yearGroup)}` : name;
}

/** First and last school day of an academic year as ISO dates; undefined where the policy has no dates for it. */
export function yearSpan(
  policy: TrustPolicy,
  year: AcademicYear,
): { readonly from: string; readonly to: string } | undefined {
  const mine = halfTerms(policy).filter((one) => one.year === year);
  const [first, last] = [mine[0], mine.at(-1)];
  return first && last ? { from: first.from, to: last.to } : undefined;
}

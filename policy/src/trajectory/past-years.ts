import { halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { nationalOf } from '../national/averages.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { TargetCell } from '../targets/target.ts';
import { measureOf } from '../targets/target-cells.ts';
import type { YearGroup } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { YearEnd } from './outlook.ts';

/** How a past year ended for a school's year group and measure: as published, else as the year's last return says. */
export interface PastYear extends YearEnd {
  readonly year: AcademicYear;
  readonly from: 'published' | 'returned';
}

/** The year group whose results are published at the end of Key Stage 2. */
const PUBLISHED_OF: YearGroup = 'Y6';
type Row = Pick<PastYear, 'value' | 'pupils' | 'from'>;

/** The ends of as many past years as the policy looks back, oldest first (M23); years without an end are left out. */
export function pastYearsOf(
  policy: TrustPolicy,
  facts: Pick<Facts, 'results'>,
  returns: readonly SoapReturn[],
  urn: string,
  year: AcademicYear,
  cell: TargetCell,
): readonly PastYear[] {
  const ends: PastYear[] = [];
  let past = year;
  for (let back = 0; back < policy.targets.trajectory.pastYears; back += 1) {
    past = yearBefore(past);
    const end = published(policy, facts, urn, past, cell) ?? returned(policy, returns, past, cell);
    // England's of the year, else the newest before it: it moves by little from year to year.
    const nation = nationOf(policy, cell, past);
    if (end) ends.unshift({ year: past, ...end, ...(nation ? { nation: nation.value } : {}) });
  }
  return ends;
}

/** England's newest figure before an academic year, where the country publishes one for the year group. */
export function nationBefore(
  policy: TrustPolicy,
  cell: TargetCell,
  year: AcademicYear,
): { readonly value: number; readonly year: AcademicYear } | undefined {
  return nationOf(policy, cell, yearBefore(year));
}

function nationOf({ national, soap }: TrustPolicy, { yearGroup, measure }: TargetCell, year: AcademicYear) {
  if (yearGroup === undefined) return undefined;
  const key = measureOf({ soap }, measure)?.published ?? measure;
  const found = nationalOf(national, key, year);
  return found.ok && found.series.unit === '%' && found.series.yearGroup === yearGroup
    ? { value: found.value, year: found.year }
    : undefined;
}

function published(
  policy: TrustPolicy,
  { results }: Pick<Facts, 'results'>,
  urn: string,
  year: AcademicYear,
  { yearGroup, measure }: TargetCell,
): Row | undefined {
  const key = measureOf(policy, measure)?.published;
  if (yearGroup !== PUBLISHED_OF || key === undefined) return undefined;
  const result = results.find((one) => one.urn === urn && one.year === year);
  const figure = result?.expected[key];
  if (!result?.pupils || !figure || 'missing' in figure) return undefined;
  return { value: figure.value, pupils: result.pupils, from: 'published' };
}

function returned(
  policy: TrustPolicy,
  returns: readonly SoapReturn[],
  year: AcademicYear,
  { yearGroup, measure }: TargetCell,
): Row | undefined {
  const last = halfTerms(policy).findLast((one) => one.year === year);
  const made = last && returns.find(({ halfTerm }) => halfTerm === last.id);
  const cohort = made?.cohorts.find((one) => one.year === yearGroup);
  const value = cohort?.figures[measure];
  return cohort && cohort.pupils > 0 && value !== undefined
    ? { value, pupils: cohort.pupils, from: 'returned' }
    : undefined;
}

import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { academicYearAt, isoOf } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { hasBegun } from '../national/assessment-findings.ts';
import type { AssessmentRecord } from '../national/assessment-record.ts';
import { askingWindow, assessmentHalfTerm, assessmentsOf } from '../national/assessments.ts';
import { type AgainstNation, againstNation } from '../national/averages.ts';
import type { Assessment } from '../national/national-policy.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** An assessment of a school in a year: what is recorded of it, or until when it is wanted. */
export interface ShownAssessment {
  readonly key: string;
  readonly name: string;
  /** "Year 6". */
  readonly yearName: string;
  readonly figures: Assessment['figures'];
  /** ISO instant by which it is wanted; undefined where the policy has no dates of the year. */
  readonly by?: string;
  /** Its half term has begun, so that it can be recorded. */
  readonly begun: boolean;
  readonly record?: AssessmentRecord;
  /** Who recorded it, by name. */
  readonly byName?: string;
  /** Its figures beside England's, measure by measure; those England has none of are not there. */
  readonly beside: readonly Pick<AgainstNation, 'measure' | 'national' | 'nationalYear' | 'standing' | 'says'>[];
}

interface AssessmentYear {
  readonly year: AcademicYear;
  readonly assessments: readonly ShownAssessment[];
}

/** A school's national assessments and its baseline, the newest year first (M16, M17). */
export interface AssessmentsView {
  readonly asOf: string;
  readonly school: { readonly urn: string; readonly name: string };
  readonly years: readonly AssessmentYear[];
  /** Years that are over, the newest first, each with all that is asked of it, to be entered late or corrected. */
  readonly over: readonly AssessmentYear[];
  readonly mayRecord: boolean;
}

/** Undefined where the reader may not see a school's returns in full, or there is no such school: the two look alike. */
export function assessmentsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  now: Temporal.Instant,
): AssessmentsView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'soap.read', facts, { urn }).allowed) return undefined;
  const records = (facts.records?.national?.assessments ?? []).filter((one) => one.urn === urn);
  const running = academicYearAt(policy, now);
  const years = new Set([...(running ? [running, yearBefore(running)] : []), ...records.map(({ year }) => year)]);
  const dated = [...policy.calendar.years.map(({ year }) => year), ...years];
  const isOver = (year: AcademicYear) => running !== undefined && year < running;
  const shown = (some: Iterable<AcademicYear>, all: boolean) =>
    [...new Set(some)]
      .sort()
      .reverse()
      .map((year) => ({ year, assessments: ofYear(policy, facts, school, records, year, all ? year : running, now) }))
      .filter(({ assessments }) => assessments.length > 0);
  return {
    asOf: now.toString(),
    school: { urn, name: school.name },
    years: shown(years, false),
    over: shown(dated.filter(isOver), true),
    mayRecord: access(policy, person, 'soap.write', facts, { urn }).allowed,
  };
}

/** Of the year asked about all that is asked; of others what is on record, or is still wanted. */
function ofYear(
  policy: TrustPolicy,
  facts: Facts,
  school: School,
  records: readonly AssessmentRecord[],
  year: AcademicYear,
  askedAbout: AcademicYear | undefined,
  now: Temporal.Instant,
): readonly ShownAssessment[] {
  // In the summer holidays the year to come runs already; nobody owes anything of it yet.
  const yearHasBegun = hasBegun(policy, { place: 'first' }, year, now);
  return assessmentsOf(policy.national, school, year).flatMap(({ assessment, asked }) => {
    const record = records.find((one) => one.year === year && one.assessment === assessment.key);
    const halfTerm = assessmentHalfTerm(policy, assessment, year);
    const window = halfTerm && askingWindow(policy, halfTerm, assessment);
    const open = window !== undefined && now.epochMilliseconds < window.until.epochMilliseconds;
    const wanted = asked && yearHasBegun && (year === askedAbout || open);
    if (!record && !wanted) return [];
    const { key, name, yearGroup, figures } = assessment;
    return [
      {
        ...{ key, name, figures, yearName: yearName(yearGroup), begun: hasBegun(policy, assessment, year, now) },
        ...(window ? { by: isoOf(window.by) } : {}),
        ...(record ? { record, byName: nameOf(facts, record.recordedBy) } : {}),
        beside: record ? besideEngland(policy, assessment, record) : [],
      },
    ];
  });
}

function besideEngland(
  { national }: TrustPolicy,
  { yearGroup, figures }: Assessment,
  { year, pupils, figures: given }: AssessmentRecord,
): ShownAssessment['beside'] {
  return figures.flatMap(({ measure }) => {
    const value = given[measure];
    // A measure can go by one name in two year groups; England's figure is of one of them.
    const known = national.series.some((one) => one.measure === measure && one.yearGroup === yearGroup);
    if (value === undefined || !known) return [];
    const against = againstNation(national, { measure, value, year, pupils });
    if (!against.ok) return [];
    const { national: england, nationalYear, standing, says } = against;
    return [{ measure, national: england, nationalYear, standing, says }];
  });
}

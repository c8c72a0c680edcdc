import type { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import type { AnalysisRecord } from '../analysis/analysis-record.ts';
import { analysisTasks } from '../analysis/analysis-tasks.ts';
import { dateAt, halfTerms, isoOf } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { belongs, schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AssessmentRecord } from './assessment-record.ts';
import { type AskingWindow, assessmentHalfTerm, assessmentsOf, openWindow } from './assessments.ts';
import type { NationalPolicy } from './national-policy.ts';

export interface NationalRecords {
  readonly assessments: readonly AssessmentRecord[];
  /** Undefined while the trust keeps none: nobody is asked for what can't be recorded. */
  readonly analyses?: readonly AnalysisRecord[];
}

/**
 * What heads owe of the year's assessments (M16, M17) and of the analysis of published results (M18) at this moment.
 * A school owes while it belongs to the trust, now and on the last day of the half term that asks.
 */
export function nationalTasks(
  policy: TrustPolicy,
  own: NationalPolicy,
  facts: Facts,
  records: NationalRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const years = [...new Set(halfTerms(policy).map(({ year }) => year))];
  const schools = schoolsOn(facts.schools, dateAt(policy, now)).flatMap((school) => {
    const head = headOf(facts, school.urn);
    return head ? [{ school, head }] : [];
  });
  return years.flatMap((year) => [
    ...own.assessments.flatMap((assessment) => {
      const halfTerm = assessmentHalfTerm(policy, assessment, year);
      const window = halfTerm && openWindow(policy, halfTerm, assessment, now);
      if (!window) return [];
      return schools
        .filter(({ school }) => belongs(school, halfTerm.to))
        .filter(({ school }) =>
          assessmentsOf(own, school, year).some((one) => one.asked && one.assessment.key === assessment.key),
        )
        .filter(
          ({ school }) =>
            !records.assessments.some(
              (one) => one.urn === school.urn && one.year === year && one.assessment === assessment.key,
            ),
        )
        .map(({ school, head }): Task => {
          const { key, rule, name, yearGroup } = assessment;
          return {
            ...owed(`assessment/${key}/${year}`, rule, school, head, window),
            title: `Record for ${school.name}: ${name}, ${year}`,
            because: `${school.name} teaches ${yearName(yearGroup)}, and the outcome is not on record.`,
            otherwise: 'Without it the year has no starting point or end to compare with.',
          };
        });
    }),
    ...(records.analyses ? analysisTasks(policy, own, facts, records.analyses, schools, year, now) : []),
  ]);
}

function owed(
  key: string,
  rule: string,
  { urn }: School,
  { id }: { readonly id: string },
  { since, by }: AskingWindow,
) {
  return {
    kind: 'task' as const,
    key: `${key}/${urn}/${id}`,
    rule,
    person: id,
    urn,
    since: isoOf(since),
    by: isoOf(by),
  };
}

import type { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import { dateAt, halfTerms, isoOf } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { belongs, schoolsOn } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { yearBefore } from './academic-year.ts';
import type { AnalysisRecord } from './analysis-record.ts';
import type { AssessmentRecord } from './assessment-record.ts';
import { type AskingWindow, askingWindow, assessmentHalfTerm, assessmentsOf } from './assessments.ts';
import { nameOn } from './names.ts';
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
      const window = halfTerm && openAt(policy, halfTerm, assessment, now);
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
    ...(records.analyses ? analyses(policy, own, records.analyses, schools, year, now) : []),
  ]);
}

function analyses(
  policy: TrustPolicy,
  own: NationalPolicy,
  records: readonly AnalysisRecord[],
  schools: readonly { readonly school: School; readonly head: Person }[],
  year: string,
  now: Temporal.Instant,
): Task[] {
  const halfTerm = halfTerms(policy).filter((one) => one.year === year)[own.analysis.halfTerm - 1];
  const window = halfTerm && openAt(policy, halfTerm, own.analysis, now);
  if (!window) return [];
  const analysed = yearBefore(year);
  const service = nameOn(own, 'resultsAnalysis', halfTerm.from);
  return schools
    .filter(({ school }) => belongs(school, halfTerm.to))
    .filter(({ school }) =>
      assessmentsOf(own, school, analysed).some((one) => one.status === 'statutory' && one.assessment.place === 'last'),
    )
    .filter(({ school }) => !records.some((one) => one.urn === school.urn && one.year === analysed))
    .map(({ school, head }) => ({
      ...owed(`analysis/${analysed}`, 'M18', school, head, window),
      title: `Analyse the results of ${analysed} for ${school.name}${service ? ` in ${service}` : ''}`,
      because: `Results of ${analysed} are held against England in the autumn after them.`,
      otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
    }));
}

function openAt(
  policy: TrustPolicy,
  halfTerm: HalfTerm,
  offsets: Parameters<typeof askingWindow>[2],
  now: Temporal.Instant,
): AskingWindow | undefined {
  const today = dateAt(policy, now);
  // Most half terms are long past or far ahead: their moments need not be worked out.
  if (today < halfTerm.from || shifted(halfTerm.to, offsets.closes.days) < today) return undefined;
  const window = askingWindow(policy, halfTerm, offsets);
  const at = now.epochMilliseconds;
  return window.since.epochMilliseconds <= at && at < window.until.epochMilliseconds ? window : undefined;
}

function owed(key: string, rule: string, { urn }: School, { id }: Person, { since, by }: AskingWindow) {
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

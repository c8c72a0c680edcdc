import type { Temporal } from 'temporal-polyfill';
import { academicYearAt, dateAt } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { lowestPart } from '../soap/lowest-part.ts';
import type { Finding } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AssessmentGiven } from './assessment-record.ts';
import { assessmentHalfTerm, assessmentsOf } from './assessments.ts';
import type { Assessment } from './national-policy.ts';

/** More pupils than any year group has. */
const MOST_PUPILS = 2_000;
/** Of the reason for taking an outcome out, in characters. */
export const LONGEST_REMOVAL_REASON = 500;

/**
 * What keeps an outcome from being recorded (M16, M17): an assessment the school doesn't have or whose half term has not
 * begun, pupils or figures there can't be, one left out, and a figure above the lowest of those it needs. `place` is
 * `pupils`, the measure's key, or `assessment`.
 */
export function assessmentFindings(
  policy: TrustPolicy,
  school: Pick<School, 'name' | 'years' | 'pupils'>,
  given: AssessmentGiven,
  now: Temporal.Instant,
): readonly Finding[] {
  const owed = assessmentsOf(policy.national, school, given.year).find(
    (one) => one.assessment.key === given.assessment,
  );
  if (!owed) {
    return [
      error('M17', 'assessment', `${school.name} has no such assessment in ${given.year}. Choose one of its own.`),
    ];
  }
  const { assessment } = owed;
  const { rule, name, figures, yearGroup } = assessment;
  if (!hasBegun(policy, assessment, given.year, now)) {
    return [error(rule, 'assessment', `${name} of ${given.year} is still to come. Record it from its half term on.`)];
  }
  const { pupils } = given;
  const counted = Number.isInteger(pupils) && pupils >= 1 && pupils <= MOST_PUPILS;
  const unknown = Object.keys(given.figures).filter((key) => !figures.some(({ measure }) => measure === key));
  return [
    ...(counted
      ? []
      : [
          error(
            rule,
            'pupils',
            `Say how many pupils of ${yearName(yearGroup)} were assessed: from 1 to ${MOST_PUPILS}.`,
          ),
        ]),
    ...unknown.map((key) => error(rule, 'assessment', `${key} is no figure of ${name}. Leave it out.`)),
    ...figures.flatMap((figure) => ofFigure(assessment, figure, given)),
  ];
}

/**
 * What keeps an outcome on record from being taken out (M16, M17): a reason that is missing or too long, for the history
 * shows it beside the figures. Who may is `access`'s to say: whoever may record it. `place` is `why`.
 */
export function assessmentRemovalFindings(
  { assessments }: Pick<TrustPolicy['national'], 'assessments'>,
  { assessment }: Pick<AssessmentGiven, 'assessment'>,
  why: string,
): readonly Finding[] {
  const rule = assessments.find(({ key }) => key === assessment)?.rule ?? 'M17';
  const given = why.trim();
  if (given === '') return [error(rule, 'why', 'Say in a few words why it is taken out: the history shows it.')];
  return given.length > LONGEST_REMOVAL_REASON
    ? [error(rule, 'why', `Say it in ${LONGEST_REMOVAL_REASON} characters at most.`)]
    : [];
}

/** Whether the half term an assessment is taken in has begun: from then on its outcome can be recorded. */
export function hasBegun(
  policy: TrustPolicy,
  assessment: Pick<Assessment, 'place'>,
  year: AcademicYear,
  now: Temporal.Instant,
): boolean {
  const halfTerm = assessmentHalfTerm(policy, assessment, year);
  // A year the policy has no dates of is long past or far ahead.
  return halfTerm ? dateAt(policy, now) >= halfTerm.from : year < (academicYearAt(policy, now) ?? '');
}

function ofFigure(
  { rule, figures }: Assessment,
  { measure, name, unit, max, within = [] }: Assessment['figures'][number],
  given: AssessmentGiven,
): readonly Finding[] {
  const value = given.figures[measure];
  if (value === undefined) return [error(rule, measure, `Give the figure for ${name}.`)];
  if (!(value >= 0 && value <= max)) {
    return [
      error(rule, measure, `${name} is ${value}: give ${unit === '%' ? 'a percentage' : 'marks'} from 0 to ${max}.`),
    ];
  }
  const parts = figures.map((part) => ({ key: part.measure, name: part.name }));
  const lowest = lowestPart(parts, within, given.figures);
  if (!lowest || value <= lowest.bound) return [];
  return [
    error(
      rule,
      measure,
      `${name} is ${value}%, above ${lowest.name} at ${lowest.bound}%. A pupil counts only who has each, so it can't be higher.`,
    ),
  ];
}

function error(rule: string, place: string, says: string): Finding {
  return { level: 'error', rule, place, says };
}

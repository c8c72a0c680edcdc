/** The list of assessments: a school's outcome of one in a year a row, with a column a figure (M16, M17). */
import {
  type AssessmentRecord,
  assessmentInWords,
  assessmentName,
  type NationalPolicy,
  type TrustPolicy,
} from '@owls/policy';
import { dayValue, oneLine } from '../store/field-values.ts';
import {
  choice,
  count,
  date,
  type Fields,
  type ListDefinition,
  list,
  measureColumn,
  moment,
  number,
  text,
} from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const YEAR = /^\d{4}-\d{2}$/;
const MOST_PUPILS = 2_000;

export const assessmentsList = ({ national }: Pick<TrustPolicy, 'national'>): ListDefinition =>
  list('Assessments', 'National assessments and the baseline of Reception, as heads recorded them.', [
    text('School', 'School (URN)', { indexed: true }),
    text('AcademicYear', 'Academic year', { indexed: true }),
    choice(
      'Assessment',
      'Assessment',
      national.assessments.map(({ key }) => key),
    ),
    count('Pupils', 'Pupils assessed'),
    ...figuresOf(national).map(({ measure, name, max }) => number(measureColumn(measure), name, 0, max)),
    date('RecordedOn', 'Recorded on'),
    text('By', 'By'),
    moment('At', 'When'),
  ]);

/** Each measure once, though several assessments may have it. */
function figuresOf({ assessments }: NationalPolicy): NationalPolicy['assessments'][number]['figures'] {
  return [...new Map(assessments.flatMap(({ figures }) => figures).map((one) => [one.measure, one])).values()];
}

export type AssessmentId = Pick<AssessmentRecord, 'urn' | 'year' | 'assessment'>;
export const assessmentKey = ({ urn, year, assessment }: AssessmentId): string => `${year}/${urn}/${assessment}`;

/** `at`: the instant at which it was written. */
export const assessmentFields = (own: NationalPolicy, given: AssessmentRecord, at: string): Fields => ({
  Key: assessmentKey(given),
  Title: oneLine(`${given.urn}: ${assessmentName(own, given)}: ${assessmentInWords(own, given)}`),
  School: given.urn,
  AcademicYear: given.year,
  Assessment: given.assessment,
  Pupils: given.pupils,
  ...Object.fromEntries(
    figuresOf(own).map(({ measure }) => [measureColumn(measure), given.figures[measure] ?? null] as const),
  ),
  RecordedOn: dayValue(given.recordedOn),
  By: given.recordedBy,
  At: at,
});

export const assessmentReader =
  ({ national }: Pick<TrustPolicy, 'national'>) =>
  (row: Row): AssessmentRecord => {
    const id = {
      urn: row.neededText('School', /^\d{6}$/, 'a URN such as 115850'),
      year: row.neededText('AcademicYear', YEAR, 'a year such as 2026-27'),
      assessment: row.oneOf(
        'Assessment',
        national.assessments.map(({ key }) => key),
      ),
    };
    row.keyed(assessmentKey(id));
    const { figures = [] } = national.assessments.find(({ key }) => key === id.assessment) ?? {};
    const known = figures.flatMap(({ measure, max }) => {
      const value = row.number(measureColumn(measure), 0, max);
      return value === undefined ? [] : [[measure, value] as const];
    });
    return {
      ...id,
      pupils: row.neededNumber('Pupils', 1, MOST_PUPILS),
      figures: Object.fromEntries(known),
      recordedOn: row.date('RecordedOn') ?? row.unreadable('RecordedOn', 'has to be a day'),
      recordedBy: row.text('By'),
      version: row.version,
    };
  };

import type { AssessmentGiven } from './assessment-record.ts';
import type { NationalPolicy } from './national-policy.ts';

/** What was assessed and when: "Phonics screening check, 2026-27". */
export function assessmentName(
  { assessments }: Pick<NationalPolicy, 'assessments'>,
  { assessment, year }: Pick<AssessmentGiven, 'assessment' | 'year'>,
): string {
  return `${assessments.find(({ key }) => key === assessment)?.name ?? assessment}, ${year}`;
}

/** The outcome in one line, for the audit (M17): "30 pupils; Phonics 78%". */
export function assessmentInWords(
  { assessments }: Pick<NationalPolicy, 'assessments'>,
  { assessment, pupils, figures }: Pick<AssessmentGiven, 'assessment' | 'pupils' | 'figures'>,
): string {
  const known = assessments.find(({ key }) => key === assessment)?.figures ?? [];
  const told = known.flatMap(({ measure, name, unit }) => {
    const value = figures[measure];
    return value === undefined ? [] : [`${name} ${value}${unit === '%' ? '%' : ' marks'}`];
  });
  return [`${pupils} ${pupils === 1 ? 'pupil' : 'pupils'}`, ...told].join('; ');
}

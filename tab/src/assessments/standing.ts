import type { AssessmentsView, ShownAssessment } from '@owls/policy';
import { counted, figureText } from '../shell/figures.ts';

/** An assessment of a year as a conflict's answer has it; undefined where nothing of it is wanted or on record. */
export function standing(current: unknown, year: string, key: string): ShownAssessment | undefined {
  const view = current as AssessmentsView | undefined;
  return view?.years.find((one) => one.year === year)?.assessments.find((one) => one.key === key);
}

/** What stands on record: "30 pupils, Reading 80%, Average mark 20.5 of 25". */
export function recordInWords({ record, figures }: Pick<ShownAssessment, 'record' | 'figures'>): string {
  if (!record) return 'nothing';
  const told = figures.flatMap(({ measure, name, unit, max }) => {
    const value = record.figures[measure];
    return value === undefined ? [] : [`${name} ${figureText(value)}${signOf({ unit, max })}`];
  });
  return [counted(record.pupils, 'pupil'), ...told].join(', ');
}

/** What follows a figure: a percentage, or marks of the most there are. */
export function signOf({ unit, max }: Pick<ShownAssessment['figures'][number], 'unit' | 'max'>): string {
  return unit === '%' ? '%' : ` of ${max}`;
}

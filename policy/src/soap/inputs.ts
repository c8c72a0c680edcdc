import type { SoapContent } from './content.ts';
import type { Finding } from './return.ts';

/** What stands in the inputs of a return, by their ids: `pupils:Y1`, `Y1:reading`, `school:attendance`, `comment`, `nextSteps` (M14). */
export type InputValues = Readonly<Record<string, string>>;

/** A return's content as inputs show it; what was not given is not among them. */
export function valuesOf(content: SoapContent): InputValues {
  const cohorts = content.cohorts.flatMap(({ year, pupils, figures }) => [
    [`pupils:${year}`, String(pupils)],
    ...Object.entries(figures).map(([measure, figure]) => [`${year}:${measure}`, String(figure)]),
  ]);
  const whole = Object.entries(content.school).map(([measure, figure]) => [`school:${measure}`, String(figure)]);
  return {
    ...Object.fromEntries([...cohorts, ...whole]),
    comment: content.comment,
    nextSteps: content.nextSteps,
  };
}

/** The input a finding belongs to. */
export function inputOf({ year, measure, field }: Finding): string | undefined {
  if (field === 'comment' || field === 'nextSteps') return field;
  if (year && field === 'pupils') return `pupils:${year}`;
  if (year && measure) return `${year}:${measure}`;
  if (measure) return `school:${measure}`;
  return year ? `pupils:${year}` : undefined;
}

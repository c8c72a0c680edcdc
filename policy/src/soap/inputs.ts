import type { SoapContent } from './content.ts';
import type { Finding } from './return.ts';

/** What stands in the inputs of a return, by their ids: `pupils:Y1`, `Y1:reading`, `pupils:girls`, `girls:reading`, `school:attendance`, `comment`, `nextSteps` (M14). */
export type InputValues = Readonly<Record<string, string>>;

/** A return's content as inputs show it; what was not given is not among them. */
export function valuesOf(content: SoapContent): InputValues {
  const rows = [
    ...content.cohorts.map(({ year, ...row }) => ({ row: year, ...row })),
    ...(content.groups ?? []).map(({ group, ...row }) => ({ row: group, ...row })),
  ].flatMap(({ row, pupils, figures }) => [
    [`pupils:${row}`, String(pupils)],
    ...Object.entries(figures).map(([measure, figure]) => [`${row}:${measure}`, String(figure)]),
  ]);
  const whole = Object.entries(content.school).map(([measure, figure]) => [`school:${measure}`, String(figure)]);
  return {
    ...Object.fromEntries([...rows, ...whole]),
    comment: content.comment,
    nextSteps: content.nextSteps,
  };
}

/** The input a finding belongs to. */
export function inputOf({ year, group, measure, field }: Finding): string | undefined {
  const row = year ?? group;
  if (field === 'comment' || field === 'nextSteps') return field;
  if (row && field === 'pupils') return `pupils:${row}`;
  if (row && measure) return `${row}:${measure}`;
  if (measure) return `school:${measure}`;
  return row ? `pupils:${row}` : undefined;
}

import type { Figures } from '@owls/policy';
import type { DraftContent } from '../stores.ts';

/** A cell, a whole-school figure or a text that differs between two contents of a return, as the audit names it. */
export interface FigureChange {
  /** `Y1:reading`, `pupils:Y1`, `girls:reading`, `school:attendance`, `comment` or `nextSteps`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What changed from one content to another, cell by cell; empty text stands for no figure. */
export function figureChanges(from: DraftContent, to: DraftContent): FigureChange[] {
  const [before, after] = [cells(from), cells(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const change = { field, from: before.get(field) ?? '', to: after.get(field) ?? '' };
    return change.from === change.to ? [] : [change];
  });
}

function cells(content: DraftContent): Map<string, string> {
  const found = new Map<string, string>([
    ['comment', content.comment],
    ['nextSteps', content.nextSteps],
  ]);
  const put = (of: string, figures: Figures): void => {
    for (const [measure, value] of Object.entries(figures)) found.set(`${of}:${measure}`, String(value));
  };
  put('school', content.school);
  const rows = [
    ...content.cohorts.map(({ year, ...row }) => ({ of: year, ...row })),
    ...(content.groups ?? []).map(({ group, ...row }) => ({ of: group, ...row })),
  ];
  for (const { of, pupils, figures } of rows) {
    found.set(`pupils:${of}`, String(pupils));
    put(of, figures);
  }
  return found;
}

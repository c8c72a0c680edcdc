import type { Figures, YearGroup } from '@owls/policy';
import type { DraftContent } from '../world.ts';

/** A cell, a whole-school figure or a text that differs between two contents of a return, as the audit names it. */
export interface FigureChange {
  /** `Y1:reading`, `pupils:Y1`, `school:attendance`, `comment` or `nextSteps`. */
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
  const put = (of: YearGroup | 'school', figures: Figures): void => {
    for (const [measure, value] of Object.entries(figures)) found.set(`${of}:${measure}`, String(value));
  };
  put('school', content.school);
  for (const { year, pupils, figures } of content.cohorts) {
    found.set(`pupils:${year}`, String(pupils));
    put(year, figures);
  }
  return found;
}

// @ts-nocheck
import type { Missing, PublishedFigure } from './published-result.ts';

/**
 * Why a figure is not published: the codes of the performance tables, and the single letters of the department's
 * newer statistics (explore-education-statistics: c confidential, z not applicable, x not available, low).
 */
const CODES: ReadonlyMap<string, Missing> = new Map([
  ['SUPP', 'suppressed'],
  ['SP', 'suppressed'],
  ['SN', 'suppressed'],
  ['C', 'suppressed'],
  ['NA', 'not applicable'],
  ['NEW', 'not applicable'],
  ['Z', 'not applicable'],
  ['NE', 'no entries'],
  ['LOWCOV', 'low coverage'],
  ['LOW', 'low coverage'],
  ['U', 'low coverage'],
  ['NP', 'not published'],
  ['X', 'not published'],
  ['.', 'not published'],
]);

/** A published percentage: `78%`, `78` or a code. Undefined for an empty cell, `unreadable` for anything else. */
export function publishedFigure(text: string): PublishedFigure | 'unreadable' | undefined {
  if (text === '') return undefined;
  const missing = CODES.get(text.toUpperCase());
  if (missing) return { missing };
  const figure = /^\d+(\.\d+)?\s*%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  return figure >= 0 && figure <= 100 ? { value: figure } : 'unreadable';
}

/** A published number of pupils; undefined where the cell holds a code or nothing. */
export function publishedCount(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

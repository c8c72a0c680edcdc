import type { CategoryMatrixView, MatrixRow } from '@owls/policy';
import { phaseText } from '../schools/SchoolList.tsx';
import { csvOf } from '../shell/csv.ts';
import { halfTermText } from '../shell/dates.ts';
import { inspectionWords } from './inspection-words.ts';

/** What a reader looks for in the matrix; empty words look for everything. */
export interface Wanted {
  readonly name: string;
  readonly cluster: string;
  readonly phase: string;
  readonly movedOnly: boolean;
}

/** The rows that fit. */
export function wantedRows(rows: readonly MatrixRow[], wanted: Wanted): readonly MatrixRow[] {
  const name = wanted.name.trim().toLocaleLowerCase('en-GB');
  return rows.filter(
    (row) =>
      (row.name.toLocaleLowerCase('en-GB').includes(name) || row.urn.startsWith(name)) &&
      (wanted.cluster === '' || row.cluster === wanted.cluster) &&
      (wanted.phase === '' || row.phase === wanted.phase) &&
      (!wanted.movedOnly || Object.values(row.categories).some(({ move }) => move === 'up' || move === 'down')),
  );
}

/** The half terms of each academic year, for a heading over them. */
export function yearsOver(halfTerms: readonly string[]): readonly { readonly year: string; readonly count: number }[] {
  const years = halfTerms.map((id) => id.split('/')[0] ?? '');
  return [...new Set(years)].map((year) => ({ year, count: years.filter((one) => one === year).length }));
}

/** How many schools of the rows moved up, moved down and are at risk in a half term. */
export function countsIn(rows: readonly MatrixRow[], halfTerm: string) {
  const cells = rows.flatMap((row) => row.categories[halfTerm] ?? []);
  return {
    up: cells.filter(({ move }) => move === 'up').length,
    down: cells.filter(({ move }) => move === 'down').length,
    atRisk: cells.filter(({ atRisk }) => atRisk).length,
  };
}

/** The matrix as a CSV file: a line a school, a column a half term, what inspectors said at the end. */
export function yearsCsv(halfTerms: CategoryMatrixView['halfTerms'], rows: readonly MatrixRow[]): string {
  const head = ['School', 'URN', 'Cluster', 'Phase', 'Left the trust', ...halfTerms.map(halfTermText), 'Inspections'];
  const lines = rows.map((row) => [
    row.name,
    row.urn,
    row.cluster,
    phaseText(row.phase),
    row.left ?? '',
    ...halfTerms.map((id) => row.categories[id]?.code ?? ''),
    [...(row.before ? [inspectionWords(row.before)] : []), ...inspectionsOf(row, halfTerms)].join(' | '),
  ]);
  return csvOf([head, ...lines]);
}

/** What was seen from outside of a school in the half terms shown, oldest first, in sentences. */
export function inspectionsOf(row: MatrixRow, halfTerms: readonly string[]): readonly string[] {
  return halfTerms.flatMap((id) => row.inspections[id] ?? []).map(inspectionWords);
}

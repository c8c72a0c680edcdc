import type { FileRead, ResultsRow } from './import-plan.ts';

/** Reads the government's Key Stage 2 performance tables (M2). */
export function readResultsCsv(_text: string, _year?: string): FileRead<ResultsRow> {
  return { rows: [], problems: [], format: 'not recognised' };
}

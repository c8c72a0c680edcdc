import type { FileRead, SchoolRow } from './import-plan.ts';

/** Reads the government's register of schools (M2). */
export function readSchoolsCsv(_text: string): FileRead<SchoolRow> {
  return { rows: [], problems: [], format: 'not recognised' };
}

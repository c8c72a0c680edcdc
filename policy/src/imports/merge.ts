import type { Facts } from '../facts.ts';
import type { ImportPlan, ResultsRow, SchoolRow } from './import-plan.ts';
import { readResultsCsv } from './results-csv.ts';
import { readSchoolsCsv } from './schools-csv.ts';

/** What importing these rows would change (M2). */
export function mergeImport(
  _facts: Pick<Facts, 'schools' | 'results'>,
  _schools: readonly SchoolRow[],
  _results: readonly ResultsRow[],
): ImportPlan {
  return { create: [], update: [], unchanged: 0, results: [], problems: [], fingerprint: '' };
}

/** The same from the files' text, with the problems of reading them. */
export function planImport(
  facts: Pick<Facts, 'schools' | 'results'>,
  files: { readonly schools?: string; readonly results?: string; readonly year?: string },
): ImportPlan {
  const schools = readSchoolsCsv(files.schools ?? '');
  const results = readResultsCsv(files.results ?? '', files.year);
  return mergeImport(facts, schools.rows, results.rows);
}

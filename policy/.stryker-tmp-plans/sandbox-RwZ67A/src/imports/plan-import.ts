// @ts-nocheck
import type { Facts } from '../facts.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeImport } from './merge.ts';
import { readResultsCsv } from './results-csv.ts';
import { readSchoolsCsv } from './schools-csv.ts';

/** Reads the government's files and says what importing them would change (M2), with every row that can't be used. */
export function planImport(
  facts: Pick<Facts, 'schools' | 'results'>,
  files: {
    /** Text of a register of schools. */
    readonly schools?: string;
    /** Text of a Key Stage 2 results file. */
    readonly results?: string;
    /** The results' academic year, where the file does not tell it. */
    readonly year?: string;
  },
): ImportPlan {
  const schools = files.schools === undefined ? undefined : readSchoolsCsv(files.schools);
  const results = files.results === undefined ? undefined : readResultsCsv(files.results, files.year);
  const plan = mergeImport(facts, schools?.rows ?? [], results?.rows ?? []);
  return { ...plan, problems: [...(schools?.problems ?? []), ...(results?.problems ?? [])] };
}

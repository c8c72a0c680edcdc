import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from './csv.ts';

type Record_ = Readonly<Record<string, string>>;

/** The government's two files as the player reads them: only to know whom to make and what a head would type. */
export interface GovernmentFiles {
  /** The text to import, cut to the first `limit` schools. */
  readonly schoolsCsv: string | undefined;
  readonly resultsCsv: string;
  /** URNs of the schools to play, in the file's order. */
  readonly urns: readonly string[];
  /** Published % at the expected standard in reading by URN; a suppressed one is left out. */
  readonly level: ReadonlyMap<string, number>;
  /** Last published inspection words by URN. */
  readonly rating: ReadonlyMap<string, string>;
}

const read = (file: string): Record_[] =>
  parse(readFileSync(file, 'utf8'), { bom: true, columns: true, skip_empty_lines: true, relax_column_count: true });

const column = (row: Record_, ...names: readonly string[]): string => {
  for (const name of names) if (row[name] !== undefined) return row[name];
  return '';
};

export function readGovernmentFiles(
  schoolsFile: string | undefined,
  resultsFile: string,
  limit: number | undefined,
): GovernmentFiles {
  const results = read(resultsFile);
  const played = results
    .filter((row) => column(row, 'RECTYPE', 'rectype') === '1' && /^\d{5,7}$/.test(column(row, 'URN', 'urn')))
    .slice(0, limit);
  if (played.length === 0) throw new Error(`${resultsFile} has no school in it (rows of RECTYPE 1 with a URN).`);
  const urns = played.map((row) => column(row, 'URN', 'urn'));
  const wanted = new Set(urns);
  const register =
    schoolsFile === undefined ? [] : read(schoolsFile).filter((row) => wanted.has(column(row, 'URN', 'urn')));
  return {
    schoolsCsv: schoolsFile === undefined ? undefined : stringify(register),
    resultsCsv: stringify(played),
    urns,
    level: new Map(
      played.flatMap((row) => {
        const percent = Number.parseFloat(column(row, 'PTREAD_EXP', 'ptread_exp'));
        return Number.isFinite(percent) ? [[column(row, 'URN', 'urn'), percent]] : [];
      }),
    ),
    rating: new Map(register.map((row) => [column(row, 'URN', 'urn'), column(row, 'OfstedRating (name)')])),
  };
}

import { readFileSync } from 'node:fs';
import { readResultsCsv } from '@owls/policy';
import { parse } from 'csv-parse/sync';
import { stringify } from './csv.ts';

type Cells = Readonly<Record<string, string>>;

/** The government's two files, cut to the schools that are played. */
export interface GovernmentFiles {
  /** The texts to import. */
  readonly schoolsCsv: string | undefined;
  readonly resultsCsv: string;
  /** The results' academic year, where the file does not tell it. */
  readonly year: string | undefined;
  /** URNs of the schools to play, in the file's order. */
  readonly urns: readonly string[];
  /** Published % at the expected standard in reading by URN; a suppressed one is left out. */
  readonly level: ReadonlyMap<string, number>;
}

const rowsOf = (text: string): Cells[] =>
  parse(text, { bom: true, columns: true, skip_empty_lines: true, relax_column_count: true });

const urnOf = (row: Cells): string => {
  const column = Object.keys(row).find((name) => /^(school_)?urn$/i.test(name));
  return column === undefined ? '' : (row[column] ?? '').trim();
};

/** Reads any county's files in the formats the import understands. Throws where there is no school in the results. */
export function readGovernmentFiles(given: {
  readonly schools?: string | undefined;
  readonly results: string;
  readonly limit?: number | undefined;
  readonly year?: string | undefined;
}): GovernmentFiles {
  const text = readFileSync(given.results, 'utf8');
  const { rows, problems } = readResultsCsv(text, given.year);
  const played = rows.slice(0, given.limit);
  if (played.length === 0) {
    throw new Error(`${given.results} has no school in it. ${problems[0]?.says ?? ''}`.trim());
  }
  const urns = played.map(({ school }) => school.urn);
  const wanted = new Set(urns);
  const cut = (whole: string) => stringify(rowsOf(whole).filter((row) => wanted.has(urnOf(row))));
  return {
    schoolsCsv: given.schools === undefined ? undefined : cut(readFileSync(given.schools, 'utf8')),
    resultsCsv: cut(text),
    year: given.year,
    urns,
    level: new Map(
      played.flatMap(({ school, results }) => {
        const reading = results[0]?.expected.reading;
        return reading !== undefined && 'value' in reading ? [[school.urn, reading.value] as const] : [];
      }),
    ),
  };
}

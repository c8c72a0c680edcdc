// @ts-nocheck
import { publishedCount, publishedFigure } from './figure.ts';
import type { FileRead, ImportProblem, ResultsRow, SchoolRow } from './import-plan.ts';
import type { PublishedFigure, PublishedResult } from './published-result.ts';
import type { Table, TableRow } from './table.ts';

/** Measure key by the words the department's newer file has for a subject. */
const SUBJECTS: ReadonlyMap<string, string> = new Map([
  ['reading, writing and maths', 'rwm'],
  ['reading', 'reading'],
  ['writing', 'writing'],
  ['writing teacher assessment', 'writing'],
  ['grammar, punctuation and spelling', 'grammar'],
  ['maths', 'maths'],
]);

interface Kept {
  readonly school: SchoolRow;
  readonly years: Map<string, { pupils: number | undefined; expected: Record<string, PublishedFigure> }>;
}

/** Reads the attainment file of explore-education-statistics: a row for each school, year, subject and group of pupils; only all pupils' rows count. */
export function readLongResults(table: Table): FileRead<ResultsRow> {
  const problems: ImportProblem[] = [];
  const schools = new Map<string, Kept>();
  for (const row of table.rows) if (isOfAllPupils(row)) take(row, schools, problems);
  const rows = [...schools.values()].map(({ school, years }) => ({
    school,
    results: [...years].map(
      ([year, { pupils, expected }]): PublishedResult => ({
        urn: school.urn,
        year,
        ...(pupils === undefined ? {} : { pupils }),
        expected,
      }),
    ),
    earlier: [],
  }));
  return { rows, problems, format: 'Key Stage 2 attainment by school' };
}

function isOfAllPupils(row: TableRow): boolean {
  const level = row.cell('geographic_level');
  const topic = row.cell('breakdown_topic');
  return (
    (level === '' || level === 'School') &&
    (topic === '' || topic === 'All pupils') &&
    ['', 'Total'].includes(row.cell('breakdown')) &&
    SUBJECTS.has(row.cell('subject').toLowerCase())
  );
}

function take(row: TableRow, schools: Map<string, Kept>, problems: ImportProblem[]): void {
  const urn = row.cell('school_urn');
  const wrong = (column: string, says: string) => problems.push({ file: 'results', row: row.row, column, says });
  const period = /^(\d{4})\/?(\d{2})$/.exec(row.cell('time_period'));
  if (!/^\d{6}$/.test(urn)) {
    wrong('school_urn', `"${urn}" is no URN: it has six digits. The row is left out.`);
    return;
  }
  if (!period) {
    wrong('time_period', `"${row.cell('time_period')}" is no academic year such as 202425. The row is left out.`);
    return;
  }
  const text = row.cell('expected_standard_pupil_percent');
  const figure = publishedFigure(text);
  if (figure === 'unreadable') {
    wrong(
      'expected_standard_pupil_percent',
      `"${text}" is neither a percentage nor a known code. The figure is left out.`,
    );
    return;
  }
  const measure = SUBJECTS.get(row.cell('subject').toLowerCase());
  if (!figure || !measure) return;
  const name = row.cell('school_name') || `School ${urn}`;
  const kept = schools.get(urn) ?? { school: { row: row.row, urn, name }, years: new Map() };
  schools.set(urn, kept);
  const year = `${period[1]}-${period[2]}`;
  const result = kept.years.get(year) ?? { pupils: undefined, expected: {} };
  result.expected[measure] = figure;
  result.pupils = publishedCount(row.cell('eligible_pupil_count')) ?? result.pupils;
  kept.years.set(year, result);
}

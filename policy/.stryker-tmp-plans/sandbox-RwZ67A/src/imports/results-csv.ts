// @ts-nocheck
import { estimatedPupils, phaseOf, yearsOfAges } from './age-range.ts';
import { readLongResults } from './attainment-results.ts';
import { publishedCount, publishedFigure } from './figure.ts';
import type { FileRead, ImportProblem, ResultsRow, SchoolRow } from './import-plan.ts';
import type { PublishedFigure, PublishedResult } from './published-result.ts';
import { onlyOnce } from './schools-csv.ts';
import { readTable, type Table, type TableRow } from './table.ts';

/** Measure key by column of the performance tables: % reaching the expected standard. Writing is teacher-assessed. */
const COLUMNS = [
  ['rwm', 'PTRWM_EXP'],
  ['reading', 'PTREAD_EXP'],
  ['writing', 'PTWRITTA_EXP'],
  ['grammar', 'PTGPS_EXP'],
  ['maths', 'PTMAT_EXP'],
] as const;

/** RECTYPE of a mainstream school; 2 is a special school, 3 to 5 are totals of an authority and of England. */
const MAINSTREAM = '1';

/**
 * Reads the government's Key Stage 2 results (M2, M17): the performance tables of any year (one row a school, earlier
 * years in columns such as `PTRWM_EXP_18`), or the newer attainment file with a row for each school and subject. The
 * academic year is `year` where given (`2018-19`), else what the file tells: the year after its latest earlier one.
 */
export function readResultsCsv(text: string, year?: string): FileRead<ResultsRow> {
  const table = readTable(text);
  const columns = new Set(table.columns.map((column) => column.toUpperCase()));
  if (columns.has('SCHOOL_URN') && columns.has('EXPECTED_STANDARD_PUPIL_PERCENT')) return readLongResults(table);
  if (table.fault || !columns.has('URN') || !columns.has('PTRWM_EXP')) {
    const says =
      table.fault ?? 'These are no Key Stage 2 results: the columns URN and PTRWM_EXP (or school_urn) are needed.';
    return { rows: [], problems: [{ file: 'results', row: 1, says }], format: 'not recognised' };
  }
  const problems: ImportProblem[] = [];
  const earlier = earlierYears(table);
  const own = year ?? (earlier[0] === undefined ? undefined : academicYear(earlier[0] + 1));
  if (own === undefined) {
    const says = 'The file does not tell its academic year: say which it is. The schools are read without results.';
    problems.push({ file: 'results', row: 1, says });
  }
  const rows = table.rows
    .filter((row) => !columns.has('RECTYPE') || row.cell('RECTYPE') === MAINSTREAM)
    .flatMap((row) => resultsFrom(row, own, earlier, problems));
  const once = onlyOnce(rows.map(withUrn), 'results', problems);
  const format = `Key Stage 2 performance tables${own ? ` ${own}` : ''}`;
  return {
    rows: once.map(({ school, results, earlier: past }) => ({ school, results, earlier: past })),
    problems,
    format,
  };
}

function resultsFrom(
  row: TableRow,
  own: string | undefined,
  earlier: readonly number[],
  problems: ImportProblem[],
): ResultsRow[] {
  const urn = row.cell('URN');
  if (!/^\d{6}$/.test(urn)) {
    const says = `"${urn}" is no URN: it has six digits. The row is left out.`;
    problems.push({ file: 'results', row: row.row, column: 'URN', says });
    return [];
  }
  return [
    {
      school: schoolFrom(row, urn),
      results: own === undefined ? [] : resultOf(row, urn, own, '', problems),
      earlier: earlier.flatMap((end) => resultOf(row, urn, academicYear(end), `_${end % 100}`, problems)),
    },
  ];
}

function schoolFrom(row: TableRow, urn: string): SchoolRow {
  const [low = '', high = ''] = row.cell('AGERANGE').split('-');
  const years = yearsOfAges(low.trim(), high.trim());
  const pupils = years
    ? estimatedPupils(years, publishedCount(row.cell('TOTPUPS')), publishedCount(row.cell('TELIG')))
    : {};
  // AC is a sponsor-led academy; ACC a converter, F a free school, the rest are maintained by the authority.
  const kind = row.cell('NFTYPE');
  return {
    row: row.row,
    urn,
    name: row.cell('SCHNAME') || `School ${urn}`,
    ...(years ? { years, phase: phaseOf(years) } : {}),
    ...(Object.keys(pupils).length > 0 ? { pupils } : {}),
    ...(kind ? { sponsored: kind === 'AC' } : {}),
  };
}

function resultOf(
  row: TableRow,
  urn: string,
  year: string,
  suffix: string,
  problems: ImportProblem[],
): PublishedResult[] {
  const expected: Record<string, PublishedFigure> = {};
  for (const [measure, column] of COLUMNS) {
    const text = row.cell(`${column}${suffix}`);
    const figure = publishedFigure(text);
    if (figure === 'unreadable') {
      const says = `"${text}" is neither a percentage nor a known code. The figure is left out.`;
      problems.push({ file: 'results', row: row.row, column: `${column}${suffix}`, says });
    } else if (figure) {
      expected[measure] = figure;
    }
  }
  const pupils = publishedCount(row.cell(`TELIG${suffix}`));
  if (Object.keys(expected).length === 0) return [];
  return [{ urn, year, ...(pupils === undefined ? {} : { pupils }), expected }];
}

/** The years in which the earlier columns end, latest first: `PTRWM_EXP_18` is 2018. */
function earlierYears(table: Table): readonly number[] {
  return table.columns
    .flatMap((column) => /^PTRWM_EXP_(\d\d)$/i.exec(column)?.[1] ?? [])
    .map((end) => 2000 + Number(end))
    .sort((one, other) => other - one);
}

/** `2018-19` for the academic year that ends in 2019. */
function academicYear(end: number): string {
  return `${end - 1}-${String(end % 100).padStart(2, '0')}`;
}

function withUrn(row: ResultsRow): ResultsRow & { readonly urn: string; readonly row: number } {
  return { ...row, urn: row.school.urn, row: row.school.row };
}

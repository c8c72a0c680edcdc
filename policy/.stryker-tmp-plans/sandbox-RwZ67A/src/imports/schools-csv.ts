// @ts-nocheck
import type { OfstedGrade } from '../trust/school.ts';
import { estimatedPupils, phaseOf, yearsByName, yearsOfAges } from './age-range.ts';
import { publishedCount } from './figure.ts';
import type { FileRead, ImportProblem, SchoolRow } from './import-plan.ts';
import { readTable, type TableRow } from './table.ts';

/** Ratings as the register words them. "Satisfactory" was Requires improvement until 2012. */
const GRADES: ReadonlyMap<string, OfstedGrade> = new Map([
  ['outstanding', 1],
  ['good', 2],
  ['requires improvement', 3],
  ['satisfactory', 3],
  ['inadequate', 4],
  ['serious weaknesses', 4],
  ['special measures', 4],
]);

const URN = /^\d{6}$/;

/**
 * Reads the government's register of schools, Get Information About Schools (M2): short extracts and the full download
 * with its 140-odd columns alike. Since 2024 the register has no Ofsted rating; then the row says nothing of it.
 * Closed schools are left out and named.
 */
export function readSchoolsCsv(text: string): FileRead<SchoolRow> {
  const table = readTable(text);
  const named = (name: string) => table.columns.some((column) => column.toLowerCase() === name);
  if (table.fault || !named('urn') || !(named('establishmentname') || named('name'))) {
    const says = table.fault ?? 'This is not a register of schools: it needs the columns URN and EstablishmentName.';
    return { rows: [], problems: [{ file: 'schools', row: 1, says }], format: 'not recognised' };
  }
  const problems: ImportProblem[] = [];
  const rows = table.rows.flatMap((row) => schoolFrom(row, problems));
  return { rows: onlyOnce(rows, 'schools', problems), problems, format: 'Register of schools (GIAS)' };
}

function schoolFrom(row: TableRow, problems: ImportProblem[]): SchoolRow[] {
  const urn = row.cell('URN');
  const name = row.cell('EstablishmentName', 'Name');
  const wrong = (column: string, says: string) => problems.push({ file: 'schools', row: row.row, column, says });
  if (!URN.test(urn)) {
    wrong('URN', `"${urn}" is no URN: it has six digits. The row is left out.`);
    return [];
  }
  if (name === '') {
    wrong('EstablishmentName', `School ${urn} has no name. The row is left out.`);
    return [];
  }
  if (/^closed$/i.test(row.cell('EstablishmentStatus (name)'))) {
    wrong('EstablishmentStatus (name)', `${name} (${urn}) is closed. The row is left out.`);
    return [];
  }
  const rating = row.cell('OfstedRating (name)', 'OfstedRating').toLowerCase();
  const ofsted = GRADES.get(rating);
  if (rating !== '' && !ofsted) {
    wrong('OfstedRating (name)', `"${rating}" is no rating that is known. The school is taken without it.`);
  }
  const ages = yearsOfAges(row.cell('StatutoryLowAge'), row.cell('StatutoryHighAge'));
  const phaseWord = row.cell('PhaseOfEducation (name)', 'PhaseOfEducation');
  const years = ages ?? yearsByName(phaseWord, name);
  const pupils = estimatedPupils(years, publishedCount(row.cell('NumberOfPupils')), undefined);
  const district = row.cell('DistrictAdministrative (name)', 'DistrictAdministrative');
  const inspected = isoDate(row.cell('OfstedLastInsp', 'OfstedLastInsp (date)'));
  const kind = row.cell('TypeOfEstablishment (name)');
  return [
    {
      row: row.row,
      urn,
      name,
      ...(ages ? { years: ages } : { probableYears: years }),
      phase: phaseOf(years),
      ...(Object.keys(pupils).length > 0 ? { pupils } : {}),
      ...(ofsted ? { ofsted } : {}),
      ...(ofsted && inspected ? { inspected } : {}),
      ...(district ? { district } : {}),
      ...(kind ? { sponsored: /sponsor/i.test(kind) } : {}),
    },
  ];
}

/** Rows of schools not named before in the file; the others are reported. */
export function onlyOnce<Row extends Pick<SchoolRow, 'urn' | 'row'>>(
  rows: readonly Row[],
  file: ImportProblem['file'],
  problems: ImportProblem[],
): readonly Row[] {
  const first = new Map<string, number>();
  return rows.filter(({ urn, row }) => {
    const before = first.get(urn);
    if (before === undefined) first.set(urn, row);
    else
      problems.push({
        file,
        row,
        column: 'URN',
        says: `School ${urn} stands in row ${before} already. This row is left out.`,
      });
    return before === undefined;
  });
}

/** The register writes 14-05-2019 or 14/05/2019. */
function isoDate(text: string): string | undefined {
  const found = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
  return found ? `${found[3]}-${found[2]}-${found[1]}` : undefined;
}

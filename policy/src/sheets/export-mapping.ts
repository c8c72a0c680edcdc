import { groupsAsked } from '../groups/asked.ts';
import { measuresFor } from '../soap/measures.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { cellAt, columnName, type Sheet, shownIn } from './sheet.ts';
import { yearIn } from './year-cell.ts';

/** Which columns of a school's export mean what, by the columns' headings; kept for the next half term (M14). */
export interface ExportMapping {
  /** Heading of the column that names the year group. */
  readonly year: string;
  /**
   * Where there is a row for each pupil group: what this column says in the rows of all pupils, which may be nothing,
   * and in those of groups, by their keys.
   */
  readonly group?: {
    readonly column: string;
    readonly is: string;
    readonly groups: Readonly<Record<string, string>>;
  };
  readonly pupils?: string;
  /** Headings by measure key. */
  readonly measures: Readonly<Record<string, string>>;
  /** Whether percentages are written as parts of one: 0.62 for 62%. */
  readonly fractions: boolean;
}

/** An export as a table: where its heading is, counted from 0, and the headings, each once. */
export interface ExportTable {
  readonly sheet: Sheet;
  readonly headingRow: number;
  /** The headings in order; a column without one is called by its letter. */
  readonly headings: readonly string[];
}

/** Rows looked through for the heading: exports may begin with titles. */
const HEADING_WITHIN = 20;
/** How alike a heading and a measure's name have to be to be guessed as the same, 0 to 1. */
const ALIKE = 0.5;
const MOST_GROUPS = 40;

const YEAR_WORDS = [
  'year',
  'year group',
  'yr',
  'yr group',
  'ncy',
  'nc year',
  'nc year group',
  'national curriculum year',
  'cohort',
];
const PUPIL_WORDS = [
  'pupils',
  'number of pupils',
  'no of pupils',
  'cohort size',
  'roll',
  'number on roll',
  'nor',
  'count',
  'total pupils',
];
const GROUP_WORDS = ['group', 'pupil group', 'pupils group', 'characteristic', 'subgroup', 'breakdown'];
const EVERYBODY = ['all', 'all pupils', 'everyone', 'total', 'whole cohort', 'whole year'];
/** What assessment systems call pupil groups, by a group's own name; parts of one, such as SEN support, are not it. */
const GROUP_NAMES: readonly (readonly string[])[] = [
  ['disadvantaged', 'pupil premium', 'pp', 'ppg', 'pupil premium eligible', 'disadvantaged pupils'],
  ['send', 'sen', 'all sen', 'all send', 'sen d', 'any sen'],
  ['eal', 'english as an additional language', 'english additional language'],
  ['looked after', 'lac', 'cla', 'looked after children', 'children looked after', 'in care'],
  ['girls', 'girl', 'female', 'f'],
  ['boys', 'boy', 'male', 'm'],
];
/** Words that say what a percentage is of, in whichever subject. */
const NOISE = new Set(
  'percent per cent pct on track are age related expectation expectations expected exp standard at or above and of for the in plus pupils achieving met good better'.split(
    ' ',
  ),
);
/** What assessment systems call the subjects, by the words that a measure's own name may have. */
const ALSO: readonly (readonly string[])[] = [
  ['reading', 'read', 'rea'],
  ['writing', 'writ', 'wri'],
  ['maths', 'mathematics', 'mat', 'ma'],
  ['grammar', 'gps', 'spag', 'gpvs', 'egps'],
  ['reading writing maths', 'rwm', 'combined', 'rwm combined'],
  ['phonics', 'phonics screening', 'phonics check', 'psc'],
  ['communication language', 'communication', 'cl'],
  ['personal social emotional', 'psed'],
  ['physical development', 'physical', 'pd'],
  ['level development', 'gld'],
];

/** Finds the heading: of the first rows, the one that names most of what a return asks. */
export function exportTable(policy: TrustPolicy, school: Pick<School, 'years'>, sheet: Sheet): ExportTable {
  const rows = sheet.rows.slice(0, HEADING_WITHIN).map((_, row) => headingsOf(sheet, row));
  const scores = rows.map((headings) => {
    const { year, pupils, measures } = guessed(policy, school, headings);
    const texts = headings.filter((heading) => /[a-z]/i.test(heading)).length;
    return (
      (year === undefined ? 0 : 2) +
      (pupils === undefined ? 0 : 1) +
      Object.keys(measures).length * 2 +
      Math.min(texts, 2) / 4
    );
  });
  const headingRow = Math.max(0, scores.indexOf(Math.max(...scores)));
  const width = Math.max(0, ...sheet.rows.slice(headingRow).map((cells) => cells.length));
  const texts = headingsOf(sheet, headingRow);
  const seen = new Set<string>();
  const headings = Array.from({ length: width }, (_, column) => {
    const text = texts[column] ?? '';
    const name = text === '' || seen.has(text) ? `${text} (column ${columnName(column)})`.trim() : text;
    seen.add(name);
    return name;
  });
  return { sheet, headingRow, headings };
}

/** What the columns seem to be: by their headings and, for the year group, by what stands below. */
export function guessMapping(policy: TrustPolicy, school: Pick<School, 'years'>, table: ExportTable): ExportMapping {
  const { headings } = table;
  const found = guessed(policy, school, headings);
  const group = best(headings, GROUP_WORDS);
  const said = group === undefined ? undefined : guessGroup(policy, school, table, group);
  const mapping = {
    year: found.year ?? yearLike(table) ?? '',
    ...(found.pupils === undefined ? {} : { pupils: found.pupils }),
    ...(said === undefined ? {} : { group: said }),
    measures: found.measures,
  };
  return { ...mapping, fractions: looksLikeParts(policy, table, mapping.measures) };
}

/** Whom a column of pupil groups seems to speak of in which words; undefined where nothing stands in it. */
export function guessGroup(
  policy: TrustPolicy,
  school: Pick<School, 'years'>,
  table: ExportTable,
  column: string,
): ExportMapping['group'] {
  const values = groupsIn(table, column);
  if (values.length === 0) return undefined;
  const named = groupsAsked(policy, school).flatMap(({ key, name }) => {
    const own = wordsOf(name).join(' ');
    const names = GROUP_NAMES.find((known) => known.includes(own)) ?? [own];
    const value = values.find((one) => names.includes(wordsOf(one).join(' ')));
    return value === undefined ? [] : [[key, value] as const];
  });
  const is =
    values.find((value) => EVERYBODY.includes(value.toLowerCase())) ??
    values.find((value) => !named.some(([, own]) => own === value)) ??
    '';
  return { column, is, groups: Object.fromEntries(named) };
}

/** A mapping of before on this file: undefined where the column of the year group is not in it. */
export function fittedMapping(table: ExportTable, kept: ExportMapping): ExportMapping | undefined {
  const has = (heading: string | undefined): heading is string =>
    heading !== undefined && table.headings.includes(heading);
  if (!has(kept.year)) return undefined;
  const { year, group, pupils, measures, fractions } = kept;
  return {
    year,
    ...(group !== undefined && has(group.column) ? { group } : {}),
    ...(has(pupils) ? { pupils } : {}),
    measures: Object.fromEntries(Object.entries(measures).filter(([, heading]) => has(heading))),
    fractions,
  };
}

/** The different values of a column, in the order they come in. */
export function groupsIn({ sheet, headingRow, headings }: ExportTable, heading: string): readonly string[] {
  const column = headings.indexOf(heading);
  const values = sheet.rows
    .slice(headingRow + 1)
    .map((_, index) => shownIn(cellAt(sheet, { row: headingRow + 1 + index, column })));
  return [...new Set(values.filter((value) => value !== ''))].slice(0, MOST_GROUPS);
}

function headingsOf(sheet: Sheet, row: number): string[] {
  return (sheet.rows[row] ?? []).map((cell) => shownIn(cell).replaceAll(/\s+/g, ' '));
}

function guessed(policy: TrustPolicy, school: Pick<School, 'years'>, headings: readonly string[]) {
  const year = best(headings, YEAR_WORDS);
  const pupils = best(headings, PUPIL_WORDS);
  const free = headings.filter((heading) => heading !== '' && heading !== year && heading !== pupils);
  const liked = measuresFor(policy, school)
    .filter(({ years }) => years !== undefined)
    .map((measure) => ({ measure, ...likest(measure, free) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score);
  const measures: Record<string, string> = {};
  for (const { measure, heading } of liked) {
    // One column can be two measures only where no year group is asked both.
    const taken = liked.some(
      (other) =>
        other.measure.key !== measure.key &&
        measures[other.measure.key] === heading &&
        other.measure.years?.some((one) => measure.years?.includes(one)),
    );
    if (!taken) measures[measure.key] = heading;
  }
  return { year, pupils, measures };
}

function best(headings: readonly string[], words: readonly string[]): string | undefined {
  const plain = headings.map((heading) => wordsOf(heading).join(' '));
  const word = words.find((one) => plain.includes(one));
  return word === undefined ? undefined : headings[plain.indexOf(word)];
}

function likest(measure: Measure, headings: readonly string[]): { heading: string; score: number } {
  const names = namesOf(measure);
  let found = { heading: '', score: 0 };
  for (const heading of headings) {
    const words = wordsOf(heading).filter((word) => !NOISE.has(word));
    const score = Math.max(...names.map((name) => alike(name, words)));
    if (score > found.score) found = { heading, score };
  }
  return found;
}

function namesOf({ key, name }: Measure): readonly (readonly string[])[] {
  const own = wordsOf(name).filter((word) => !NOISE.has(word));
  const also = ALSO.find(([first]) => first === own.join(' ')) ?? [];
  return [own, wordsOf(key), ...also.map(wordsOf)];
}

/** How many of the words of both are words of each. */
function alike(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  const both = one.filter((word) => other.includes(word)).length;
  return all.size === 0 ? 0 : both / all.size;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The first column of which most cells name a year group, other than by a bare number. */
function yearLike({ sheet, headingRow, headings }: ExportTable): string | undefined {
  return headings.find((_, column) => {
    const cells = sheet.rows
      .slice(headingRow + 1)
      .map((row) => row[column])
      .filter((cell) => cell !== undefined && shownIn(cell) !== '');
    const years = cells.filter(
      (cell) => cell?.is === 'text' && !/^\d+$/.test(cell.text.trim()) && yearIn(cell) !== undefined,
    );
    return years.length > 0 && years.length * 2 > cells.length;
  });
}

/** All figures from 0 to 1, and one at least between them: parts of one, not per cent. */
function looksLikeParts(
  policy: TrustPolicy,
  { sheet, headingRow, headings }: ExportTable,
  measures: ExportMapping['measures'],
): boolean {
  const columns = policy.soap.measures
    .filter(({ key, unit }) => unit === '%' && measures[key] !== undefined)
    .map(({ key }) => headings.indexOf(measures[key] ?? ''));
  const numbers = sheet.rows.slice(headingRow + 1).flatMap((cells) =>
    columns.flatMap((column) => {
      const cell = cells[column];
      if (cell === undefined || (cell.is === 'number' && cell.percent === true)) return [];
      const text = shownIn(cell).replace(',', '.');
      return /^\d*\.?\d+$/.test(text) ? [Number(text)] : [];
    }),
  );
  return numbers.some((number) => number > 0 && number < 1) && numbers.every((number) => number <= 1);
}

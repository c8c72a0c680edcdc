import { groupMeasures, groupsAsked, groupYears } from '../groups/asked.ts';
import { groupRow } from '../groups/group-findings.ts';
import type { GroupPolicy } from '../groups/groups-policy.ts';
import { weighted } from '../soap/aggregation.ts';
import { type RowName, rowImpossible } from '../soap/figure-checks.ts';
import { inSentence } from '../soap/in-sentence.ts';
import { numberFrom } from '../soap/step-input.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { ExportMapping, ExportTable } from './export-mapping.ts';
import { figureIn, quoting } from './figure-cell.ts';
import { cellAt, cellName, type Place, type SheetFinding, shownIn } from './sheet.ts';
import { yearIn } from './year-cell.ts';

/** Pupil groups as an export gives them. */
interface GroupsReading {
  /** Inputs by their ids: `pupils:girls`, `girls:reading`. */
  readonly values: Readonly<Record<string, string>>;
  /** The cell of each input in the group's first row. */
  readonly places: ReadonlyMap<string, Place>;
  /** Cells for whose sake a group, or a figure of one, is left out. */
  readonly findings: readonly SheetFinding[];
}

/** A file with pupil groups in it, and in which columns their rows say what, counted from 0. */
interface GroupFile extends Pick<ExportTable, 'sheet' | 'headingRow'> {
  readonly year: number;
  readonly group: number;
  readonly pupils: number;
  readonly measures: readonly (readonly [Measure, number])[];
  /** What groups are called, by their keys. */
  readonly called: Readonly<Record<string, string>>;
  readonly years: readonly YearGroup[];
  readonly fractions: boolean;
}

/** A group's pupils of one year group, as far as their row could be read. */
interface GroupRow {
  readonly row: number;
  readonly pupils: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}
interface Fault {
  readonly column: number;
  readonly says: string;
}

/**
 * Reads pupil groups from an export that has a row for each in each year group (M13, M14). A return asks of a group all
 * its year groups together: pupils are summed, figures weighted by them and rounded to a tenth. A year group without a
 * row, or with an empty one, has none of them. One cell that can't be read leaves the figure out for the whole group,
 * since a mean of the rest would speak of other pupils. Without a column of pupils there is nothing to weight by, and no
 * group is read.
 */
export function readExportGroups(
  policy: TrustPolicy,
  school: School,
  table: ExportTable,
  mapping: ExportMapping,
): GroupsReading {
  const values: Record<string, string> = {};
  const places = new Map<string, Place>();
  const findings: SheetFinding[] = [];
  const file = groupFile(policy, school, table, mapping);
  if (!file) return { values, places, findings };
  for (const group of groupsAsked(policy, school)) {
    const rows = rowsOf(group, file);
    const [first] = rows;
    if (!first) continue;
    const leftOut = new Set<number>();
    for (const row of rows) {
      for (const { column, says } of [...row.faults, ...gaps(group, row, rows, file)]) {
        findings.push({ cell: cellName(file.sheet.name, { row: row.row, column }), says });
        leftOut.add(column);
      }
    }
    if (leftOut.has(file.year) || leftOut.has(file.pupils)) continue;
    const take = (input: string, value: number, column: number) => {
      values[input] = String(value);
      places.set(input, { row: first.row, column });
    };
    const pupils = rows.reduce((sum, row) => sum + row.pupils, 0);
    take(`pupils:${group.key}`, pupils, file.pupils);
    for (const [{ key }, column] of file.measures) {
      const { value } = weighted(rows, key);
      if (value !== undefined && !leftOut.has(column)) take(`${group.key}:${key}`, Math.round(value * 10) / 10, column);
    }
  }
  return { values, places, findings };
}

/** Undefined where the mapping doesn't say what groups can't be read without, or the file hasn't got it. */
function groupFile(
  policy: TrustPolicy,
  school: School,
  { sheet, headingRow, headings }: ExportTable,
  { year, group, pupils, measures, fractions }: ExportMapping,
): GroupFile | undefined {
  if (group === undefined || pupils === undefined) return undefined;
  const columns = {
    year: headings.indexOf(year),
    group: headings.indexOf(group.column),
    pupils: headings.indexOf(pupils),
  };
  if (Object.values(columns).includes(-1)) return undefined;
  return {
    ...columns,
    ...{ sheet, headingRow, fractions, called: group.groups, years: groupYears(policy, school) },
    measures: groupMeasures(policy).flatMap((measure) => {
      const heading = measures[measure.key];
      const column = heading === undefined ? -1 : headings.indexOf(heading);
      return column < 0 ? [] : [[measure, column] as const];
    }),
  };
}

/** The rows of a pupil group in the year groups it is made of, in the file's order. */
function rowsOf(group: GroupPolicy, file: GroupFile): readonly GroupRow[] {
  const { sheet, headingRow, years, called } = file;
  const rows: GroupRow[] = [];
  const firstRows = new Map<YearGroup, number>();
  for (let row = headingRow + 1; row < sheet.rows.length; row += 1) {
    if (shownIn(cellAt(sheet, { row, column: file.group })) !== called[group.key]) continue;
    const year = yearIn(cellAt(sheet, { row, column: file.year }));
    if (year === undefined || !years.includes(year)) continue;
    const name = `${group.name} in ${yearName(year)}`;
    const first = firstRows.get(year);
    if (first === undefined) {
      firstRows.set(year, row);
      rows.push(readRow(row, { ...groupRow(group), name, lead: `${name},` }, file));
    } else {
      const says = `${name} stand here again; row ${first + 1} has them too. Keep one of the rows.`;
      rows.push({ row, pupils: 0, figures: {}, faults: [{ column: file.year, says }] });
    }
  }
  return rows;
}

/** Reads one row. Of no pupils there are no figures, whatever a system writes there. */
function readRow(row: number, of: RowName, { sheet, pupils: pupilsIn, measures, fractions }: GroupFile): GroupRow {
  const faults: Fault[] = [];
  const number = (unit: Measure['unit'], column: number): number | undefined => {
    const taken = figureIn(cellAt(sheet, { row, column }), unit, fractions);
    if ('says' in taken) {
      faults.push({ column, says: taken.says });
      return undefined;
    }
    const read = numberFrom(taken.raw);
    if (read !== 'not a number') return read;
    faults.push({ column, says: quoting(taken.raw, 'Give a number, for example 72.') });
    return undefined;
  };
  const pupils = number('count', pupilsIn);
  if (pupils === 0) return { row, pupils, figures: {}, faults };
  const unsized = pupils === undefined && faults.length === 0;
  const figures: Record<string, number> = {};
  for (const [{ key, unit }, column] of measures) {
    const figure = number(unit, column);
    if (figure !== undefined) figures[key] = figure;
  }
  if (unsized && Object.keys(figures).length === 0) return { row, pupils: 0, figures, faults: [] };
  if (unsized) faults.push({ column: pupilsIn, says: `${of.name}: say how many pupils they are.` });
  const sized = { pupils: pupils ?? 1, figures };
  const asked = measures.map(([measure]) => measure);
  for (const { measure, says } of rowImpossible(asked, sized, of)) {
    const column = measures.find(([{ key }]) => key === measure)?.[1] ?? pupilsIn;
    faults.push({ column, says });
  }
  return { row, ...sized, faults };
}

/** Figures that this row lacks and another of the group has. */
function gaps(group: GroupPolicy, row: GroupRow, rows: readonly GroupRow[], { measures }: GroupFile): Fault[] {
  if (row.pupils === 0) return [];
  return measures.flatMap(([{ key, name }, column]) => {
    const lacks = row.figures[key] === undefined && row.faults.every((fault) => fault.column !== column);
    if (!lacks || rows.every(({ figures }) => figures[key] === undefined)) return [];
    const says = `${group.name} have no ${inSentence(name)} here: give it, or it is left out for all of them.`;
    return [{ column, says }];
  });
}

import { groupMeasures, groupsAsked, groupYears } from '../groups/asked.ts';
import type { GroupPolicy } from '../groups/groups-policy.ts';
import { weighted } from '../soap/aggregation.ts';
import { aboveItsParts, outOfRange, pupilsImpossible } from '../soap/figure-checks.ts';
import { inSentence } from '../soap/in-sentence.ts';
import { numberFrom } from '../soap/step-input.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { ExportMapping, ExportTable } from './export-mapping.ts';
import { figureIn, quoting } from './figure-cell.ts';
import { cellAt, cellName, type Place, type SheetCell, type SheetFinding, shownIn } from './sheet.ts';
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

/** A group's pupils of one year group, as far as their row could be read. */
interface GroupRow {
  readonly row: number;
  readonly pupils: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}
/** What is wrong in a row, and under which heading. */
interface Fault {
  readonly heading: string;
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
  const { pupils: pupilsIn = '' } = mapping;
  if (!table.headings.includes(pupilsIn)) return { values, places, findings };
  const measures = groupMeasures(policy).filter(({ key }) => table.headings.includes(mapping.measures[key] ?? ''));
  for (const group of groupsAsked(policy, school)) {
    const rows = rowsOf(group, measures, groupYears(policy, school), table, mapping);
    const [first] = rows;
    if (!first) continue;
    const place = (heading: string, { row }: GroupRow = first) => ({ row, column: table.headings.indexOf(heading) });
    const leftOut = new Set<string>();
    for (const row of rows) {
      for (const { heading, says } of [...row.faults, ...gaps(group, row, rows, measures, mapping)]) {
        findings.push({ cell: cellName(table.sheet.name, place(heading, row)), says });
        leftOut.add(heading);
      }
    }
    if (leftOut.has(mapping.year) || leftOut.has(pupilsIn)) continue;
    const take = (input: string, value: number, heading: string) => {
      values[input] = String(value);
      places.set(input, place(heading));
    };
    const pupils = rows.reduce((sum, row) => sum + row.pupils, 0);
    take(`pupils:${group.key}`, pupils, pupilsIn);
    for (const { key } of measures) {
      const heading = mapping.measures[key] ?? '';
      const { value } = weighted(rows, key);
      if (value !== undefined && !leftOut.has(heading))
        take(`${group.key}:${key}`, Math.round(value * 10) / 10, heading);
    }
  }
  return { values, places, findings };
}

/** The rows of a pupil group in the year groups it is made of, in the file's order. */
function rowsOf(
  group: GroupPolicy,
  measures: readonly Measure[],
  years: readonly YearGroup[],
  { sheet, headingRow, headings }: ExportTable,
  mapping: ExportMapping,
): readonly GroupRow[] {
  const rows: GroupRow[] = [];
  const firstRows = new Map<YearGroup, number>();
  for (let row = headingRow + 1; row < sheet.rows.length; row += 1) {
    const cell = (heading: string | undefined) => cellAt(sheet, { row, column: headings.indexOf(heading ?? '') });
    if (shownIn(cell(mapping.group?.column)) !== mapping.group?.groups[group.key]) continue;
    const year = yearIn(cell(mapping.year));
    if (year === undefined || !years.includes(year)) continue;
    const first = firstRows.get(year);
    if (first === undefined) {
      firstRows.set(year, row);
      rows.push({ row, ...readRow(`${group.name} in ${yearName(year)}`, group, measures, cell, mapping) });
    } else {
      const says = `${group.name} in ${yearName(year)} stand here again; row ${first + 1} has them too. Keep one of the rows.`;
      rows.push({ row, pupils: 0, figures: {}, faults: [{ heading: mapping.year, says }] });
    }
  }
  return rows;
}

/** Reads one row. Of no pupils there are no figures, whatever a system writes there. */
function readRow(
  name: string,
  group: GroupPolicy,
  measures: readonly Measure[],
  cell: (heading: string | undefined) => SheetCell,
  mapping: ExportMapping,
): Omit<GroupRow, 'row'> {
  const faults: Fault[] = [];
  const number = (unit: Measure['unit'], heading: string): number | undefined => {
    const taken = figureIn(cell(heading), unit, mapping.fractions);
    const read = 'says' in taken ? undefined : numberFrom(taken.raw);
    if ('says' in taken) faults.push({ heading, says: taken.says });
    else if (read === 'not a number')
      faults.push({ heading, says: quoting(taken.raw, 'Give a number, for example 72.') });
    return read === 'not a number' ? undefined : read;
  };
  const { pupils: pupilsIn = '' } = mapping;
  const pupils = number('count', pupilsIn);
  const isUnread = faults.length > 0;
  if (pupils === 0) return { pupils, figures: {}, faults };
  const figures: Record<string, number> = {};
  for (const { key, unit } of measures) {
    const figure = number(unit, mapping.measures[key] ?? '');
    if (figure !== undefined) figures[key] = figure;
  }
  if (pupils === undefined && !isUnread) {
    if (Object.keys(figures).length === 0) return { pupils: 0, figures, faults: [] };
    faults.push({ heading: pupilsIn, says: `${name}: say how many pupils they are.` });
  }
  const row = { pupils: pupils ?? 1, figures };
  const of = { at: { group: group.key }, name, lead: `${name},` };
  const wrong = [
    ...pupilsImpossible(row, of),
    ...outOfRange(measures, figures, of),
    ...aboveItsParts(measures, figures, of),
  ];
  for (const { measure, says } of wrong) {
    faults.push({ heading: measure === undefined ? pupilsIn : (mapping.measures[measure] ?? ''), says });
  }
  return { ...row, faults };
}

/** Figures that this row lacks and another of the group has. */
function gaps(
  group: GroupPolicy,
  row: GroupRow,
  rows: readonly GroupRow[],
  measures: readonly Measure[],
  mapping: ExportMapping,
): Fault[] {
  if (row.pupils === 0) return [];
  return measures.flatMap(({ key, name }) => {
    const heading = mapping.measures[key] ?? '';
    const lacks = row.figures[key] === undefined && !row.faults.some((fault) => fault.heading === heading);
    if (!lacks || !rows.some(({ figures }) => figures[key] !== undefined)) return [];
    return [
      { heading, says: `${group.name} have no ${inSentence(name)} here: give it, or it is left out for all of them.` },
    ];
  });
}

import type { SoapContent } from '../soap/content.ts';
import { type InputValues, inputOf, valuesOf } from '../soap/inputs.ts';
import { measuresOfYear, stepsFor, yearsAsked } from '../soap/measures.ts';
import type { Finding } from '../soap/return.ts';
import { parseSoapStep } from '../soap/step-input.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ExportMapping, ExportTable } from './export-mapping.ts';
import { figureIn, quoting } from './figure-cell.ts';
import { readExportGroups } from './read-export-groups.ts';
import { cellAt, cellName, type Place, type SheetFinding, shownIn } from './sheet.ts';
import { yearIn } from './year-cell.ts';

/** What an export gives to a return. */
export interface ExportReading {
  /** Inputs that can be taken, by their ids; what the file says nothing of is not among them. */
  readonly values: InputValues;
  /** Cells that can't be taken; what they would have changed stays as it is. */
  readonly findings: readonly SheetFinding[];
  /** Rows that are no year group of the school, as they call themselves: totals, classes. */
  readonly passedOver: readonly string[];
}

const MOST_PASSED_OVER = 50;

/**
 * Reads an export with a row for each year group, or for each pupil group in it, its columns mapped to measures, over what the form holds now (M14,
 * M15). Figures go through the reader of typed ones: what it refuses is named by cell and left out, the rest is taken.
 */
export function readExport(
  policy: TrustPolicy,
  school: School,
  table: ExportTable,
  mapping: ExportMapping,
  now: SoapContent,
): ExportReading {
  const { sheet, headingRow, headings } = table;
  const findings: SheetFinding[] = [];
  const passedOver: string[] = [];
  const places = new Map<string, Place>();
  const values: Record<string, string> = {};
  const firstRows = new Map<YearGroup, number>();
  const asked = yearsAsked(policy, school);
  const column = (heading: string | undefined) => (heading === undefined ? -1 : headings.indexOf(heading));
  const yearColumn = column(mapping.year);
  const groupColumn = column(mapping.group?.column);

  for (let row = headingRow + 1; yearColumn >= 0 && row < sheet.rows.length; row += 1) {
    const said = cellAt(sheet, { row, column: yearColumn });
    if (said.is === 'empty') continue;
    if (mapping.group && groupColumn >= 0 && shownIn(cellAt(sheet, { row, column: groupColumn })) !== mapping.group.is)
      continue;
    const year = yearIn(said);
    if (year === undefined || !asked.includes(year)) {
      passedOver.push(shownIn(said) || `row ${row + 1}`);
      continue;
    }
    const first = firstRows.get(year);
    if (first !== undefined) {
      const says = `${yearName(year)} stands here again; row ${first + 1} is taken. Choose a pupil group if there is a row for each.`;
      findings.push({ cell: cellName(sheet.name, { row, column: yearColumn }), says });
      continue;
    }
    firstRows.set(year, row);
    const take = (input: string, unit: '%' | 'count', heading: string | undefined) => {
      const at = { row, column: column(heading) };
      if (at.column < 0) return;
      const taken = figureIn(cellAt(sheet, at), unit, mapping.fractions);
      if ('says' in taken) findings.push({ cell: cellName(sheet.name, at), says: taken.says });
      else if (taken.raw !== undefined) {
        values[input] = String(taken.raw);
        places.set(input, at);
      }
    };
    take(`pupils:${year}`, 'count', mapping.pupils);
    for (const { key, unit } of measuresOfYear(policy, year)) take(`${year}:${key}`, unit, mapping.measures[key]);
  }

  const groups = readExportGroups(policy, school, table, mapping);
  Object.assign(values, groups.values);
  for (const [input, place] of groups.places) places.set(input, place);
  findings.push(...groups.findings);

  // What is left out may be what kept another figure from being looked at: until nothing more is refused.
  for (let refused = refusedBy(policy, school, now, values); refused.size > 0; ) {
    for (const [input, says] of refused) {
      const place = places.get(input);
      if (place) findings.push({ cell: cellName(sheet.name, place), says: quoting(values[input], says) });
      delete values[input];
    }
    refused = refusedBy(policy, school, now, values);
  }
  return { values, findings, passedOver: passedOver.slice(0, MOST_PASSED_OVER) };
}

/** What the reader of typed figures says against these inputs, by input. */
function refusedBy(
  policy: TrustPolicy,
  school: School,
  now: SoapContent,
  values: InputValues,
): ReadonlyMap<string, string> {
  // Figures of a year group whose size nobody gave are looked at all the same; the form asks for the size.
  const sizes = Object.fromEntries(yearsAsked(policy, school).map((year) => [`pupils:${year}`, '1']));
  const all = { ...sizes, ...valuesOf(now), ...values };
  return new Map(
    stepsFor(policy, school).flatMap(({ key }) => {
      const read = parseSoapStep(policy, school, key, all);
      return read.ok ? [] : read.findings.flatMap((finding) => refusal(finding, values));
    }),
  );
}

function refusal(finding: Finding, values: InputValues): [string, string][] {
  const input = inputOf(finding);
  return input !== undefined && input in values ? [[input, finding.says]] : [];
}

import { halfTermLabel } from '../calendar/academic-calendar.ts';
import { HALF_TERM_ID, type HalfTermId } from '../calendar/half-term.ts';
import { groupsAsked } from '../groups/asked.ts';
import type { SoapContent } from '../soap/content.ts';
import { inputOf } from '../soap/inputs.ts';
import { stepsFor } from '../soap/measures.ts';
import { parseSoapStep, withStep } from '../soap/step-input.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { figureIn, quoting, wordsIn } from './figure-cell.ts';
import { cellAt, cellName, type Place, type Sheet, type SheetFinding, shownIn } from './sheet.ts';
import { START_SHEET, soapTemplate, TEMPLATE_VERSION, type TemplateSheet } from './template.ts';

/** A filled-in template read: a return's whole content, or all that has to be mended in the file first. */
export type TemplateReading =
  | {
      readonly ok: true;
      readonly content: SoapContent;
      /** Pupil groups, by key, that the file doesn't speak of: it comes from before they were asked for. */
      readonly silent: readonly string[];
    }
  | { readonly ok: false; readonly findings: readonly SheetFinding[] };

const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const FRESH = 'Download a fresh template and copy your figures into it.';

/** Whether these sheets are a template of ours, whoever's and however old. */
export function isTemplate(sheets: readonly Sheet[]): boolean {
  return sheets.some(({ name }) => name === START_SHEET);
}

/**
 * Reads a filled-in template (M14, M15). It is taken as a whole or not at all: every cell that can't be taken is named
 * with what to do about it, and nothing of what is kept changes. Figures are read by the same reader as typed ones.
 * A template from before the trust asked for pupil groups has no sheet for them: it is read without them.
 */
export function readTemplate(
  policy: TrustPolicy,
  school: School,
  halfTerm: HalfTermId,
  sheets: readonly Sheet[],
): TemplateReading {
  const wrong = ofAnother(school, halfTerm, sheets);
  if (wrong.length > 0) return { ok: false, findings: wrong };
  const places = new Map<string, Place & { readonly sheet: string }>();
  const raw: Record<string, unknown> = {};
  const findings: SheetFinding[] = [];
  const silent: string[] = [];
  for (const wanted of soapTemplate(policy, school, halfTerm, EMPTY).slice(1)) {
    const sheet = sheets.find(({ name }) => name === wanted.name);
    if (sheet) findings.push(...takeSheet(wanted, sheet, raw, places));
    else if (wanted.optional) silent.push(...groupsAsked(policy, school).map(({ key }) => key));
    else findings.push({ cell: wanted.name, says: `The sheet “${wanted.name}” is missing. ${FRESH}` });
  }
  const named = new Set(findings.map(({ cell }) => cell));
  let content = EMPTY;
  for (const { key } of stepsFor(policy, school)) {
    const read = parseSoapStep(policy, school, key, raw);
    if (read.ok) {
      content = withStep(policy, content, key, read);
      continue;
    }
    for (const finding of read.findings) {
      const input = inputOf(finding) ?? '';
      const place = places.get(input);
      const cell = place ? cellName(place.sheet, place) : START_SHEET;
      // What was said of the cell itself comes first; what follows from it being empty is not said as well.
      if (named.has(cell)) continue;
      findings.push({ cell, says: finding.measure ? quoting(raw[input], finding.says) : finding.says });
    }
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, content, silent };
}

/** A template of another school, another half term or another version. */
function ofAnother(school: School, halfTerm: HalfTermId, sheets: readonly Sheet[]): SheetFinding[] {
  const start = sheets.find(({ name }) => name === START_SHEET);
  if (!start) return [{ cell: START_SHEET, says: `This sheet is missing. ${FRESH}` }];
  const said = (row: number) => {
    const place = { row, column: 1 };
    return { cell: cellName(START_SHEET, place), holds: shownIn(cellAt(start, place)) };
  };
  const [urn, id, version] = [said(2), said(4), said(5)];
  if (version.holds !== TEMPLATE_VERSION) {
    const says = `This template is of another version (${version.holds || 'none'}). ${FRESH}`;
    return [{ cell: version.cell, says }];
  }
  const found: SheetFinding[] = [];
  if (urn.holds !== school.urn) {
    const says = `This template is of the school with the URN ${urn.holds || 'left empty'}; the form is ${school.name}’s (${school.urn}). Upload it in its own school’s form.`;
    found.push({ cell: urn.cell, says });
  }
  if (id.holds !== halfTerm) {
    const other = HALF_TERM_ID.test(id.holds) ? halfTermLabel(id.holds) : id.holds || 'no half term';
    const says = `This template is of ${other}; the form is of ${halfTermLabel(halfTerm)}. Download this half term’s template.`;
    found.push({ cell: id.cell, says });
  }
  return found;
}

/** Takes a sheet's inputs into `raw` and notes where each stands; tells what is not where or what it has to be. */
function takeSheet(
  wanted: TemplateSheet,
  sheet: Sheet,
  raw: Record<string, unknown>,
  places: Map<string, Place & { readonly sheet: string }>,
): SheetFinding[] {
  const found: SheetFinding[] = [];
  wanted.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const at = { row, column };
      const there = cellAt(sheet, at);
      if (cell.input === undefined || cell.wanted === undefined) {
        if (cell.looks === 'gap') {
          if (there.is !== 'empty')
            found.push(stray(sheet, at, 'This year group is not asked for this. Clear the cell.'));
        } else if (shownIn(there) !== cell.value) {
          found.push(stray(sheet, at, `“${cell.value}” has to stand here: rows and columns were moved. ${FRESH}`));
        }
        return;
      }
      places.set(cell.input, { ...at, sheet: sheet.name });
      const taken = cell.wanted.as === 'text' ? wordsIn(there) : figureIn(there, cell.wanted.unit);
      if ('says' in taken) found.push(stray(sheet, at, taken.says));
      else raw[cell.input] = taken.raw;
    });
  });
  const beyond = strays(wanted, sheet);
  const [first] = beyond;
  if (first) {
    const more = beyond.length > 1 ? ` (and in ${beyond.length - 1} more cells outside the table)` : '';
    found.push(stray(sheet, first, `Nothing belongs here${more}. Clear it, or move it to a sheet of your own.`));
  }
  return found;
}

function strays(wanted: TemplateSheet, { rows }: Sheet): Place[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ is }, column) =>
      is !== 'empty' && column >= (wanted.rows[row]?.length ?? 0) ? [{ row, column }] : [],
    ),
  );
}

function stray({ name }: Sheet, place: Place, says: string): SheetFinding {
  return { cell: cellName(name, place), says };
}

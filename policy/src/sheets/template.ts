import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { groupMeasures, groupsAsked } from '../groups/asked.ts';
import type { SoapContent } from '../soap/content.ts';
import { type InputValues, valuesOf } from '../soap/inputs.ts';
import { measuresFor, measuresOfYear, stepsFor, yearsOf } from '../soap/measures.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, SoapStep, TrustPolicy } from '../trust-policy.ts';

/** Changes when a template of before can't be read any more. */
export const TEMPLATE_VERSION = '1';
/** The template's first sheet: what to do, and whose return of which half term it is. */
export const START_SHEET = 'Start here';

/** What belongs in a cell that is typed into. */
type Wanted =
  | { readonly as: 'figure'; readonly unit: Measure['unit']; readonly most: number }
  | { readonly as: 'text' };

/** A cell of the template. One with an `input` is typed into; all others are locked. */
export interface TemplateCell {
  readonly value?: string | number;
  readonly looks: 'title' | 'head' | 'label' | 'note' | 'field' | 'gap';
  /** The input it is read as: `Y3:reading`, `girls:reading`, `comment`. */
  readonly input?: string;
  readonly wanted?: Wanted;
}

/** A sheet of the template. Text is text even where it begins with an equals sign. */
export interface TemplateSheet {
  readonly name: string;
  /** Widths in characters, column A first. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TemplateCell[])[];
  /** Rows and columns that stay in sight when the rest is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Whether a filled-in workbook may do without it. */
  readonly optional?: true;
}

const HOW_TO = [
  'Type into the white cells only. All other cells are locked.',
  'Percentages run from 0 to 100: for 62 per cent type 62 or 62%.',
  'Leave a cell empty where there is no figure yet. Formulas are not taken: paste results as values.',
  'Save the file as .xlsx and upload it in the form it came from. You see what changes before it is kept.',
];
/** Excel's longest name of a sheet, and what may not stand in one. */
const LONGEST_NAME = 31;
const MOST_PUPILS = 999;

/**
 * A school's return of a half term as a workbook to fill in (M14): a sheet to start with, then one for each step of
 * the return. Only year groups the school teaches, pupil groups and measures it is asked are in it.
 */
export function soapTemplate(
  policy: TrustPolicy,
  school: Pick<School, 'urn' | 'name' | 'years'>,
  halfTerm: HalfTermId,
  content: SoapContent,
): readonly TemplateSheet[] {
  const values = valuesOf(content);
  const names = sheetNames(stepsFor(policy, school));
  return [
    startSheet(school, halfTerm),
    ...stepsFor(policy, school).map((step) => stepSheet(policy, school, step, names.get(step.key) ?? step.key, values)),
  ];
}

function startSheet({ urn, name }: Pick<School, 'urn' | 'name'>, halfTerm: HalfTermId): TemplateSheet {
  const named = (label: string, value: string): TemplateCell[] => [
    { looks: 'label', value: label },
    { looks: 'note', value },
  ];
  return {
    name: START_SHEET,
    widths: [22, 105],
    rows: [
      [{ looks: 'title', value: 'School On A Page' }],
      named('School', name),
      named('URN', urn),
      named('Half term', halfTermLabel(halfTerm)),
      named('Half term’s id', halfTerm),
      named('Template version', TEMPLATE_VERSION),
      [],
      ...HOW_TO.map((line, index) => named(`${index + 1}`, line)),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}

function stepSheet(
  policy: TrustPolicy,
  school: Pick<School, 'years'>,
  step: SoapStep,
  name: string,
  values: InputValues,
): TemplateSheet {
  const years = yearsOf(step, school);
  const measures = measuresFor(policy, school, step);
  const ofYears = measures.filter((measure) => measure.years !== undefined);
  const whole = measures.filter((measure) => measure.years === undefined);
  const groups = step.groups ? groupsAsked(policy, school) : [];
  const ofGroups = groups.length > 0 ? groupMeasures(policy) : [];
  const figures = whole.map((measure) => [
    label(titleOf(measure)),
    figure(`school:${measure.key}`, measure, values[`school:${measure.key}`]),
  ]);
  const texts = (step.texts ?? []).map((field): TemplateCell[] => [
    label(field === 'comment' ? 'Your comment' : 'Next steps'),
    { looks: 'field', input: field, wanted: { as: 'text' }, ...given(values[field]) },
  ]);
  const blocks = [
    rowTable(
      'Year group',
      years.map((year) => ({ row: year, name: yearName(year), measures: measuresOfYear(policy, year) })),
      ofYears,
      values,
    ),
    rowTable(
      'Pupil group',
      groups.map(({ key, name: its }) => ({ row: key, name: its, measures: ofGroups })),
      ofGroups,
      values,
    ),
    figures.length === 0 ? [] : [[head('The whole school'), head('Figure')], ...figures],
    texts.length === 0 ? [] : [[head('In words'), head('Text')], ...texts],
  ].filter((block) => block.length > 0);
  const others =
    texts.length > 0 ? [90] : [11, ...(ofYears.length > ofGroups.length ? ofYears : ofGroups).map(() => 16)];
  return {
    name,
    widths: [figures.length > 0 ? 34 : 18, ...others],
    rows: blocks.flatMap((block, index) => (index === 0 ? block : [[], ...block])),
    frozen: { rows: 1, columns: 1 },
    ...(step.groups && blocks.length === 1 && !policy.soap.groups?.required ? { optional: true } : {}),
  };
}

/** Rows of pupils and percentages, under their headings; nothing where there are no rows. */
function rowTable(
  title: string,
  rows: readonly { readonly row: string; readonly name: string; readonly measures: readonly Measure[] }[],
  measures: readonly Measure[],
  values: InputValues,
): TemplateCell[][] {
  if (rows.length === 0) return [];
  return [
    [head(title), head('Pupils'), ...measures.map((measure) => head(titleOf(measure)))],
    ...rows.map(({ row, name, measures: asked }) => [
      label(name),
      figure(`pupils:${row}`, { unit: 'count', max: MOST_PUPILS }, values[`pupils:${row}`]),
      ...measures.map((measure): TemplateCell => {
        const input = `${row}:${measure.key}`;
        return asked.includes(measure) ? figure(input, measure, values[input]) : { looks: 'gap' };
      }),
    ]),
  ];
}

function figure(input: string, { unit, max }: Pick<Measure, 'unit' | 'max'>, value: string | undefined): TemplateCell {
  const number = value === undefined || value === '' ? undefined : Number(value);
  // Less than one per cent is written with its sign: a bare 0.5 could be meant as a half.
  const shown = number !== undefined && unit === '%' && number > 0 && number < 1 ? `${plain(number)}%` : number;
  return {
    looks: 'field',
    input,
    wanted: { as: 'figure', unit, most: max },
    ...(shown === undefined ? {} : { value: shown }),
  };
}

/** A small number without an exponent: 0.0000001, not 1e-7. */
function plain(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(20) : text;
}

function titleOf({ name, unit }: Measure): string {
  return unit === '%' ? `${name}, %` : name;
}

function head(value: string): TemplateCell {
  return { looks: 'head', value };
}

function label(value: string): TemplateCell {
  return { looks: 'label', value };
}

function given(text: string | undefined): { value?: string } {
  return text === undefined || text === '' ? {} : { value: text };
}

/** A name for each step's sheet, by the step's key: its title, as far as Excel allows, and none twice. */
function sheetNames(steps: readonly SoapStep[]): ReadonlyMap<string, string> {
  const taken = new Set([START_SHEET.toLowerCase()]);
  return new Map(
    steps.map(({ key, title }, index) => {
      const short = shortened(title.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^'+|'+$/g, ''));
      const name = short === '' || taken.has(short.toLowerCase()) ? `Step ${index + 1}` : short;
      taken.add(name.toLowerCase());
      return [key, name];
    }),
  );
}

function shortened(title: string): string {
  const flat = title.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST_NAME) return flat;
  const cut = flat.slice(0, LONGEST_NAME + 1);
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.slice(0, LONGEST_NAME);
  return words.replace(/[\s,;.]+$/, '');
}

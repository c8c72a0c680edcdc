import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2 } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapContent } from '../soap/content.ts';
import type { Measure, SoapStep, TrustPolicy } from '../trust-policy.ts';
import { isTemplate, readTemplate } from './read-template.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { soapTemplate, type TemplateCell } from './template.ts';

const MEASURES: readonly Measure[] = [
  { key: 'reading', name: 'Reading', unit: '%', years: ['Y1', 'Y2'], better: 'higher', max: 100 },
  { key: 'phonics', name: 'Phonics', unit: '%', years: ['Y1'], better: 'higher', max: 100 },
  { key: 'absence', name: 'Absence', unit: '%', better: 'lower', max: 50 },
  { key: 'exclusions', name: 'Exclusions', unit: 'count', better: 'lower', max: 20 },
];
const STEPS: readonly SoapStep[] = [
  { key: 'all', title: 'Years and school', years: ['Y1', 'Y2'], school: ['absence', 'exclusions'], texts: ['comment'] },
  { key: 'words', title: 'In words', texts: ['nextSteps'] },
];
const policyOf = (steps = STEPS): TrustPolicy => ({ ...OWLS, soap: { ...OWLS.soap, measures: MEASURES, steps } });
const POLICY = policyOf();
const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const GIVEN: SoapContent = {
  cohorts: [{ year: 'Y1', pupils: 30, figures: { reading: 0.5, phonics: 1 } }],
  school: { absence: 0.0000001, exclusions: 0 },
  comment: '=1+1',
  nextSteps: '',
};
const sheets = (content = GIVEN) => soapTemplate(POLICY, ASH, AUTUMN_2, content);
const namesOf = (...titles: readonly string[]) =>
  soapTemplate(policyOf(titles.map((title, n) => ({ key: `${n}`, title, texts: [] }))), ASH, AUTUMN_2, EMPTY)
    .slice(1)
    .map(({ name }) => name);
const field = (input: string, most: number, unit: '%' | 'count', value?: string | number): TemplateCell => ({
  ...{ looks: 'field', input, wanted: { as: 'figure', unit, most } },
  ...(value === undefined ? {} : { value }),
});
const looks = (looks: TemplateCell['looks']) => (value: string) => ({ looks, value });
const [head, label, note] = [looks('head'), looks('label'), looks('note')];

describe('the sheets of a template (M14)', () => {
  test('the first says what to do, and whose return of which half term it is', () => {
    const start = sheets()[0];
    expect(start).toMatchObject({ name: 'Start here', widths: [22, 105], frozen: { rows: 1, columns: 0 } });
    expect(start?.rows.slice(0, 8)).toEqual([
      [{ looks: 'title', value: 'School On A Page' }],
      [label('School'), note('Ash Tree Primary School')],
      [label('URN'), note('100001')],
      [label('Half term'), note('Autumn 2, 2026-27')],
      [label('Half term’s id'), note('2026-27/autumn-2')],
      [label('Template version'), note('1')],
      [],
      [label('1'), note('Type into the white cells only. All other cells are locked.')],
    ]);
    expect(start?.rows.slice(8).map(([cell]) => cell?.value)).toEqual(['2', '3', '4']);
  });

  test('a step’s year groups, whole-school figures and texts stand below each other, an empty row between', () => {
    expect(sheets()[1]).toEqual({
      name: 'Years and school',
      widths: [34, 90],
      frozen: { rows: 1, columns: 1 },
      rows: [
        [head('Year group'), head('Pupils'), head('Reading, %'), head('Phonics, %')],
        [
          label('Year 1'),
          field('pupils:Y1', 999, 'count', 30),
          field('Y1:reading', 100, '%', '0.5%'),
          field('Y1:phonics', 100, '%', 1),
        ],
        [label('Year 2'), field('pupils:Y2', 999, 'count'), field('Y2:reading', 100, '%'), { looks: 'gap' }],
        [],
        [head('The whole school'), head('Figure')],
        [label('Absence, %'), field('school:absence', 50, '%', '0.00000010000000000000%')],
        [label('Exclusions'), field('school:exclusions', 20, 'count', 0)],
        [],
        [head('In words'), head('Text')],
        [label('Your comment'), { looks: 'field', input: 'comment', wanted: { as: 'text' }, value: '=1+1' }],
      ],
    });
  });

  test('a step of words alone has words alone', () => {
    expect(sheets()[2]).toMatchObject({
      widths: [18, 90],
      rows: [
        [head('In words'), head('Text')],
        [label('Next steps'), { looks: 'field', input: 'nextSteps', wanted: { as: 'text' } }],
      ],
    });
    expect(sheets()[2]?.rows[1]?.[1]).not.toHaveProperty('value');
  });

  test('figures of one per cent and more, and counts, are numbers; less than one has its sign', () => {
    const shown = (absence: number, exclusions: number) =>
      sheets({ ...EMPTY, school: { absence, exclusions } })[1]
        ?.rows.slice(5, 7)
        .map(([, cell]) => cell?.value);
    expect(shown(1, 0)).toEqual([1, 0]);
    expect(shown(0, 1)).toEqual([0, 1]);
    expect(shown(0.25, 0.5)).toEqual(['0.25%', 0.5]);
    expect(shown(12.5, 3)).toEqual([12.5, 3]);
  });

  test('a step of year groups alone has a column for each measure', () => {
    const [, only] = soapTemplate(policyOf([{ key: 'a', title: 'A', years: ['Y1'] }]), ASH, AUTUMN_2, EMPTY);
    expect(only?.widths).toEqual([18, 11, 16, 16]);
    expect(only?.rows).toHaveLength(2);
  });

  test('sheets are named after steps as far as Excel allows, a whole word at a time', () => {
    expect(namesOf('a'.repeat(31))).toEqual(['a'.repeat(31)]);
    expect(namesOf('a'.repeat(32))).toEqual(['a'.repeat(31)]);
    expect(namesOf(`${'a'.repeat(29)}, bcd efg`)).toEqual(['a'.repeat(29)]);
    expect(namesOf(`${'a'.repeat(31)} bcd`)).toEqual(['a'.repeat(31)]);
    expect(namesOf(`${'a'.repeat(27)} ,;. bcd`)).toEqual(['a'.repeat(27)]);
    expect(namesOf('A bee, a cat and a dog; all of them')).toEqual(['A bee, a cat and a dog; all of']);
    expect(namesOf("''It's   a/b''")).toEqual(["It's a b"]);
    expect(namesOf('Same', 'same', '?', 'start HERE')).toEqual(['Same', 'Step 2', 'Step 3', 'Step 4']);
  });
});

describe('what a template says of what it can’t take (M15)', () => {
  const FRESH = 'Download a fresh template and copy your figures into it.';
  const asRead = (): Sheet[] =>
    sheets().map(({ name, rows }) => ({
      name,
      rows: rows.map((cells) =>
        cells.map(({ value }): SheetCell => {
          if (value === undefined) return { is: 'empty' };
          return typeof value === 'number' ? { is: 'number', number: value } : { is: 'text', text: value };
        }),
      ),
    }));
  /** The file with a cell of one of its sheets exchanged, and what is found then. */
  const found = (sheet: number, row: number, column: number, cell: SheetCell | undefined) => {
    const file = asRead().map(({ name, rows }, index) => {
      if (index !== sheet) return { name, rows };
      const changed = rows.map((cells) => [...cells]);
      const line = changed[row] ?? [];
      if (cell === undefined) line.length = column;
      else line[column] = cell;
      changed[row] = line;
      return { name, rows: changed };
    });
    const read = readTemplate(POLICY, ASH, AUTUMN_2, file);
    return read.ok ? [] : read.findings;
  };
  const EMPTY_CELL: SheetCell = { is: 'empty' };

  test('a school, half term or version that is not there is said to be missing', () => {
    expect(found(0, 2, 1, EMPTY_CELL)).toEqual([
      {
        cell: 'Start here!B3',
        says: 'This template is of the school with the URN left empty; the form is Ash Tree Primary School’s (100001). Upload it in its own school’s form.',
      },
    ]);
    expect(found(0, 4, 1, undefined)).toEqual([
      {
        cell: 'Start here!B5',
        says: 'This template is of no half term; the form is of Autumn 2, 2026-27. Download this half term’s template.',
      },
    ]);
    expect(found(0, 4, 1, { is: 'text', text: 'spring' })[0]?.says).toMatch(/^This template is of spring; /);
    expect(found(0, 5, 1, EMPTY_CELL)).toEqual([
      { cell: 'Start here!B6', says: `This template is of another version (none). ${FRESH}` },
    ]);
    expect(readTemplate(POLICY, ASH, AUTUMN_2, [])).toEqual({
      ok: false,
      findings: [{ cell: 'Start here', says: `This sheet is missing. ${FRESH}` }],
    });
  });

  test('what stands in a gap, beside the table or in place of a heading is named', () => {
    expect(found(1, 2, 3, { is: 'number', number: 70 })).toEqual([
      { cell: 'Years and school!D3', says: 'This year group is not asked for this. Clear the cell.' },
    ]);
    expect(found(1, 0, 2, { is: 'text', text: 'Writing' })).toEqual([
      {
        cell: 'Years and school!C1',
        says: `“Reading, %” has to stand here: rows and columns were moved. ${FRESH}`,
      },
    ]);
    expect(found(1, 4, 2, { is: 'text', text: 'x' })).toEqual([
      { cell: 'Years and school!C5', says: 'Nothing belongs here. Clear it, or move it to a sheet of your own.' },
    ]);
    expect(found(1, 3, 0, { is: 'text', text: 'x' })[0]?.cell).toBe('Years and school!A4');
  });

  test('a file is a template while its first sheet is there, whatever else is', () => {
    const own: Sheet = { name: 'Mine', rows: [] };
    expect(isTemplate([own, ...asRead()])).toBe(true);
    expect([isTemplate([]), isTemplate([own])]).toEqual([false, false]);
  });

  test('a file that says nothing wrong is taken as it stands', () => {
    expect(readTemplate(POLICY, ASH, AUTUMN_2, asRead())).toEqual({ ok: true, content: GIVEN, silent: [] });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, CEDAR, school, soapReturn } from '../examples/trust.examples.ts';
import { groupMeasures, groupsAsked } from '../groups/asked.ts';
import { OWLS } from '../owls.ts';
import type { SoapContent } from '../soap/content.ts';
import { measuresOfYear, schoolMeasures, yearsAsked } from '../soap/measures.ts';
import type { School } from '../trust/school.ts';
import type { Measure } from '../trust-policy.ts';
import { readTemplate } from './read-template.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { soapTemplate, type TemplateSheet } from './template.ts';

const INFANT = school('100009', '=Elm "Infant" School', { years: ['R', 'Y1', 'Y2'] });
const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const contentOf = ({ cohorts, groups, school, comment, nextSteps }: SoapContent): SoapContent => ({
  cohorts,
  ...(groups && groups.length > 0 ? { groups } : {}),
  school,
  comment,
  nextSteps,
});

/** The template as it is read when nobody changed it. */
const asRead = (sheets: readonly TemplateSheet[]): Sheet[] =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) =>
      cells.map(({ value }): SheetCell => {
        if (value === undefined) return { is: 'empty' };
        return typeof value === 'number' ? { is: 'number', number: value } : { is: 'text', text: value };
      }),
    ),
  }));
const sheetsFor = (of: School, content: SoapContent = soapReturn(of, AUTUMN_2)) =>
  asRead(soapTemplate(OWLS, of, AUTUMN_2, content));
/** The sheets with one cell put in the place of another, by its name such as `Years 3 to 6!C2`. */
function withCell(sheets: readonly Sheet[], named: string, cell: SheetCell): Sheet[] {
  const [name, at = ''] = named.split('!');
  const column = at.charCodeAt(0) - 65;
  const row = Number(at.slice(1)) - 1;
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = Array.from({ length: Math.max(sheet.rows.length, row + 1) }, (_, index) => [
      ...(sheet.rows[index] ?? []),
    ]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push({ is: 'empty' });
    line[column] = cell;
    return { name, rows };
  });
}
const findingsOf = (sheets: readonly Sheet[], of: School = ASH) => {
  const read = readTemplate(OWLS, of, AUTUMN_2, sheets);
  return read.ok ? [] : read.findings;
};

describe('a return as a template to fill in (M14)', () => {
  test('it has a sheet to start with and one for each step, with the year groups the school teaches', () => {
    expect(soapTemplate(OWLS, CEDAR, AUTUMN_2, EMPTY).map(({ name }) => name)).toEqual([
      'Start here',
      'Years 3 to 6',
      'Pupil groups',
      'Teaching, attendance, behaviour',
      'Comment and next steps',
    ]);
    expect(soapTemplate(OWLS, INFANT, AUTUMN_2, EMPTY).map(({ name }) => name)).toContain('Years 1 and 2');
    const ofYears = soapTemplate(OWLS, INFANT, AUTUMN_2, EMPTY).flatMap(({ rows }) =>
      rows.map(([first]) => first?.value),
    );
    expect(ofYears).not.toContain('Year 3');
  });

  test('only cells that are asked are typed into: no phonics in Reception, a gap where a measure is another year’s', () => {
    const inputs = soapTemplate(OWLS, ASH, AUTUMN_2, EMPTY).flatMap(({ rows }) =>
      rows.flat().flatMap(({ input }) => input ?? []),
    );
    expect(inputs).toContain('Y1:phonics');
    expect(inputs).not.toContain('R:phonics');
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  test('names of sheets are ones that Excel takes, whatever steps are called', () => {
    const steps = [
      { key: 'a', title: 'Start here', texts: ['comment' as const] },
      { key: 'b', title: "'A/B: [C]*?'", texts: ['nextSteps' as const] },
      { key: 'c', title: 'x'.repeat(80), years: ['Y3' as const] },
      { key: 'd', title: 'X'.repeat(80), years: ['Y4' as const] },
    ];
    const names = soapTemplate({ ...OWLS, soap: { ...OWLS.soap, steps } }, ASH, AUTUMN_2, EMPTY).map(
      ({ name }) => name,
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});

describe('a filled-in template (M14, M15)', () => {
  test('a cell that can’t be taken is named with what to do', () => {
    const cell = 'Years 3 to 6!C2';
    const says = (given: SheetCell) => findingsOf(withCell(sheetsFor(ASH), cell, given));
    expect(says({ is: 'formula' })).toEqual([{ cell, says: expect.stringContaining('formula') }]);
    expect(says({ is: 'date' })).toEqual([{ cell, says: expect.stringContaining('date') }]);
    expect(says({ is: 'merged' })).toEqual([{ cell, says: expect.stringContaining('Unmerge') }]);
    expect(says({ is: 'other', shows: '#N/A' })).toEqual([{ cell, says: expect.stringContaining('#N/A') }]);
    expect(says({ is: 'text', text: 'n/a' })).toEqual([
      { cell, says: '“n/a” stands here. Year 3, Reading: give a number, for example 72.' },
    ]);
    expect(says({ is: 'number', number: 150 })).toEqual([{ cell, says: expect.stringContaining('from 0 to 100') }]);
    expect(says({ is: 'number', number: 0.62 })).toEqual([
      { cell, says: '0.62 could mean 62% or 0.62%. Type it with a % sign.' },
    ]);
    expect(findingsOf(withCell(sheetsFor(ASH), 'Years 3 to 6!G2', { is: 'number', number: 99 }))).toEqual([
      { cell: 'Years 3 to 6!G2', says: expect.stringContaining("can't be higher") },
    ]);
  });

  test.each<[SheetCell, number]>([
    [{ is: 'number', number: 0.62, percent: true }, 62],
    [{ is: 'number', number: 0.57, percent: true }, 57],
    [{ is: 'number', number: 62 }, 62],
    [{ is: 'number', number: 1 }, 1],
    [{ is: 'text', text: '62%' }, 62],
    [{ is: 'text', text: ' 62,5 % ' }, 62.5],
    [{ is: 'text', text: '0.5%' }, 0.5],
  ])('%o is %d per cent', (cell, figure) => {
    const low = { ...soapReturn(ASH, AUTUMN_2), school: {} };
    const sheets = withCell(sheetsFor(ASH, low), 'Teaching, attendance, behaviour!B2', cell);
    const read = readTemplate(OWLS, ASH, AUTUMN_2, sheets);
    expect(read.ok && read.content.school).toEqual({ teachingGood: figure });
  });

  test('a percentage where pupils are counted is not taken for their number', () => {
    const sheets = withCell(sheetsFor(ASH), 'Years 3 to 6!B2', { is: 'number', number: 0.3, percent: true });
    expect(findingsOf(sheets)).toEqual([
      { cell: 'Years 3 to 6!B2', says: 'This is a percentage. Give a whole number.' },
    ]);
  });

  test('another school’s, another half term’s and an older template are refused by name', () => {
    expect(findingsOf(sheetsFor(CEDAR))).toEqual([{ cell: 'Start here!B3', says: expect.stringContaining('100003') }]);
    const before = asRead(soapTemplate(OWLS, ASH, '2026-27/autumn-1', EMPTY));
    expect(findingsOf(before)).toEqual([{ cell: 'Start here!B5', says: expect.stringContaining('Autumn 1, 2026-27') }]);
    const older = withCell(sheetsFor(ASH), 'Start here!B6', { is: 'text', text: '0' });
    expect(findingsOf(older)).toEqual([
      { cell: 'Start here!B6', says: expect.stringContaining('another version (0)') },
    ]);
    expect(findingsOf([])).toHaveLength(1);
  });

  test('moved rows, a missing sheet and what stands outside the table are named, not guessed at', () => {
    const swapped = withCell(sheetsFor(ASH), 'Years 3 to 6!A2', { is: 'text', text: 'Year 4' });
    expect(findingsOf(swapped)).toEqual([{ cell: 'Years 3 to 6!A2', says: expect.stringContaining('Year 3') }]);
    const lost = sheetsFor(ASH).filter(({ name }) => name !== 'Years 3 to 6');
    expect(findingsOf(lost)).toEqual([{ cell: 'Years 3 to 6', says: expect.stringContaining('missing') }]);
    let long = sheetsFor(ASH);
    for (const row of [9, 10, 11]) long = withCell(long, `Years 3 to 6!B${row}`, { is: 'number', number: 1 });
    expect(findingsOf(long)).toEqual([{ cell: 'Years 3 to 6!B9', says: expect.stringContaining('2 more cells') }]);
  });

  test('a sheet of somebody’s own beside the template is let be; an emptied cell empties the figure', () => {
    const own = { name: 'My notes', rows: [[{ is: 'formula' } as const]] };
    const sheets = withCell([...sheetsFor(ASH), own], 'Years 3 to 6!C2', { is: 'empty' });
    const read = readTemplate(OWLS, ASH, AUTUMN_2, sheets);
    const year3 = read.ok ? read.content.cohorts.find(({ year }) => year === 'Y3') : undefined;
    expect(year3?.figures.reading).toBeUndefined();
    expect(year3?.figures.writing).toBeDefined();
  });
});

const schools = fc.constantFrom(ASH, CEDAR, INFANT);
const figure = ({ unit, max }: Measure) =>
  unit === 'count' ? fc.integer({ min: 0, max }) : fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);
/** Returns that can be true: nothing is above its parts. */
const returns = schools.chain((of) =>
  fc
    .record({
      cohorts: fc.tuple(
        ...yearsAsked(OWLS, of).map((year) =>
          fc.option(
            fc
              .record({
                pupils: fc.integer({ min: 1, max: 999 }),
                figures: fc.record(
                  Object.fromEntries(measuresOfYear(OWLS, year).map((measure) => [measure.key, figure(measure)])),
                  { requiredKeys: [] },
                ),
              })
              .map(({ pupils, figures }) => ({
                year,
                pupils,
                figures: withinParts(measuresOfYear(OWLS, year), figures),
              })),
            { nil: undefined },
          ),
        ),
      ),
      groups: fc.tuple(
        ...groupsAsked(OWLS, of).map(({ key: group }) =>
          fc.option(
            fc
              .record({
                pupils: fc.integer({ min: 1, max: 999 }),
                figures: fc.record(
                  Object.fromEntries(groupMeasures(OWLS).map((measure) => [measure.key, figure(measure)])),
                  { requiredKeys: [] },
                ),
              })
              .map(({ pupils, figures }) => ({ group, pupils, figures: withinParts(groupMeasures(OWLS), figures) })),
            { nil: undefined },
          ),
        ),
      ),
      school: fc.record(Object.fromEntries(schoolMeasures(OWLS).map((measure) => [measure.key, figure(measure)])), {
        requiredKeys: [],
      }),
      comment: fc.string({ maxLength: 200 }).map((text) => text.trim()),
      nextSteps: fc.constantFrom('', '=1+1', '@SUM(A1)', '-5', '+44 116', 'Two\nlines'),
    })
    .map(({ cohorts, groups, school: whole, ...texts }) => ({
      of,
      content: {
        ...texts,
        cohorts: cohorts.filter((one) => one !== undefined),
        groups: groups.filter((one) => one !== undefined),
        school: withinParts(schoolMeasures(OWLS), whole),
      },
    })),
);
function withinParts(
  measures: readonly Measure[],
  figures: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  const bounded = measures.flatMap(({ key, within }): [string, number][] => {
    const given = figures[key];
    if (given === undefined) return [];
    return [[key, Math.min(given, ...(within ?? []).flatMap((part) => figures[part] ?? []))]];
  });
  return Object.fromEntries(bounded);
}

describe('pupil groups in a template (M13, M14)', () => {
  const sheets = sheetsFor(ASH, {
    ...soapReturn(ASH, AUTUMN_2),
    groups: [{ group: 'girls', pupils: 88, figures: { reading: 71 } }],
  });
  const named = 'Pupil groups';

  test('they have a sheet with a row each, filled with what is known', () => {
    const sheet = soapTemplate(OWLS, ASH, AUTUMN_2, EMPTY).find(({ name }) => name === named);
    expect(sheet?.rows.map(([first]) => first?.value)).toEqual([
      'Pupil group',
      'Disadvantaged',
      'SEND',
      'EAL',
      'Looked after',
      'Girls',
      'Boys',
    ]);
    expect(sheet?.rows[0]?.map(({ value }) => value)).toEqual([
      'Pupil group',
      'Pupils',
      'Reading, %',
      'Writing, %',
      'Maths, %',
      'Reading, writing and maths, %',
    ]);
    expect(sheet?.rows[5]?.map(({ input }) => input)).toEqual([
      undefined,
      'pupils:girls',
      'girls:reading',
      'girls:writing',
      'girls:maths',
      'girls:rwm',
    ]);
    expect(sheet?.widths).toEqual([18, 11, 16, 16, 16, 16]);
    const read = readTemplate(OWLS, ASH, AUTUMN_2, sheets);
    expect(read).toMatchObject({ ok: true, silent: [] });
    expect(read.ok && read.content.groups).toEqual([{ group: 'girls', pupils: 88, figures: { reading: 71 } }]);
  });

  test('what can not be taken is named by its cell', () => {
    expect(findingsOf(withCell(sheets, `${named}!C6`, { is: 'number', number: 140 }))).toEqual([
      { cell: `${named}!C6`, says: 'Girls, reading is 140%: give a figure from 0 to 100.' },
    ]);
    expect(findingsOf(withCell(sheets, `${named}!D7`, { is: 'number', number: 40 }))).toEqual([
      { cell: `${named}!B7`, says: 'Boys has figures: say how many pupils they are of.' },
    ]);
  });

  test('a template from before groups were asked for is read, and says that it is silent about them', () => {
    const old = sheets.filter(({ name }) => name !== named);
    const read = readTemplate(OWLS, ASH, AUTUMN_2, old);
    expect(read).toMatchObject({
      ok: true,
      silent: ['disadvantaged', 'send', 'eal', 'lookedAfter', 'girls', 'boys'],
    });
    expect(read.ok && read.content).not.toHaveProperty('groups');
  });

  test('it is refused where the policy requires groups', () => {
    const { groups } = OWLS.soap;
    if (!groups) throw new Error('OWLS asks for groups.');
    const strict = { ...OWLS, soap: { ...OWLS.soap, groups: { ...groups, required: true } } };
    const old = sheets.filter(({ name }) => name !== named);
    expect(readTemplate(strict, ASH, AUTUMN_2, old)).toEqual({
      ok: false,
      findings: [
        {
          cell: named,
          says: 'The sheet “Pupil groups” is missing. Download a fresh template and copy your figures into it.',
        },
      ],
    });
  });
});

test('a template that nobody changed gives back the return it was made of', () => {
  fc.assert(
    fc.property(returns, ({ of, content }) => {
      const read = readTemplate(OWLS, of, AUTUMN_2, asRead(soapTemplate(OWLS, of, AUTUMN_2, content)));
      expect(read).toEqual({ ok: true, content: contentOf(content), silent: [] });
    }),
  );
});

const anyCell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.constantFrom<SheetCell>(
    { is: 'empty' },
    { is: 'formula' },
    { is: 'date' },
    { is: 'merged' },
    { is: 'other', shows: '#REF!' },
  ),
  fc.string({ maxLength: 12 }).map((text): SheetCell => ({ is: 'text', text })),
  fc.double().map((number): SheetCell => ({ is: 'number', number })),
  fc.double({ min: -1, max: 2 }).map((number): SheetCell => ({ is: 'number', number, percent: true })),
);

test('whatever is typed over a template: no exception, and no figure out of range', () => {
  const places = fc.record({ sheet: fc.nat(6), row: fc.nat(9), column: fc.nat(8), cell: anyCell });
  fc.assert(
    fc.property(schools, fc.array(places, { maxLength: 6 }), (of, typed) => {
      let sheets = sheetsFor(of);
      for (const { sheet, row, column, cell } of typed) {
        const name = sheets[sheet]?.name;
        if (name) sheets = withCell(sheets, `${name}!${String.fromCharCode(65 + column)}${row + 1}`, cell);
      }
      const read = readTemplate(OWLS, of, AUTUMN_2, sheets);
      if (!read.ok) {
        expect(read.findings.length).toBeGreaterThan(0);
        return;
      }
      for (const { key, max } of OWLS.soap.measures) {
        for (const figures of [read.content.school, ...read.content.cohorts.map((cohort) => cohort.figures)]) {
          const given = figures[key];
          if (given !== undefined) expect(given >= 0 && given <= max).toBe(true);
        }
      }
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { ASH, CEDAR } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapContent } from '../soap/content.ts';
import { type ExportMapping, exportTable, fittedMapping, groupsIn, guessMapping } from './export-mapping.ts';
import { readExport } from './read-export.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const cellOf = (given: string | number | SheetCell): SheetCell => {
  if (typeof given === 'object') return given;
  if (typeof given === 'number') return { is: 'number', number: given };
  return given === '' ? { is: 'empty' } : { is: 'text', text: given };
};
type Rows = readonly (readonly (string | number | SheetCell)[])[];
const sheet = (...rows: Rows): Sheet => ({
  name: 'Export',
  rows: rows.map((cells) => cells.map(cellOf)),
});
const table = (...rows: Rows) => exportTable(OWLS, ASH, sheet(...rows));
const guess = (...rows: Rows) => guessMapping(OWLS, ASH, table(...rows));
const measures = (...headings: readonly string[]) => guess(['Year', ...headings], ['Y3']).measures;

describe('the heading of an export (M14)', () => {
  test('is the row that names most: a year, pupils, measures, and words rather than figures', () => {
    expect(table(['Reading', 'Writing'], ['Year', 'Reading', 'Writing'], ['Y3', 1, 2]).headingRow).toBe(1);
    expect(table(['Year'], ['Year', 'Pupils'], ['Y3', 30]).headingRow).toBe(1);
    expect(table(['Reading'], ['Reading', 'Pupils']).headingRow).toBe(1);
    expect(table(['x', 'Pupils'], ['x', 'y']).headingRow).toBe(0);
    expect(table(['Reading'], ['x', 'y', 'z', 'v']).headingRow).toBe(0);
    // A measure's name counts for more than how many pupils there are.
    expect(table(['Year', 'Pupils'], ['Year', 'Reading']).headingRow).toBe(1);
    // A title is one text, a heading is more; figures are none.
    expect(table(['Our autumn data'], ['Name', 'Mark'], ['12', '13'], [14, 15]).headingRow).toBe(1);
    expect(table(['70', '71'], ['A', '']).headingRow).toBe(1);
  });

  test('is looked for in the first 20 rows only, and is the first row where none fits better', () => {
    const titles = (count: number) => Array.from({ length: count }, () => ['']);
    expect(table(...titles(19), ['Year', 'Reading']).headingRow).toBe(19);
    expect(table(...titles(20), ['Year', 'Reading']).headingRow).toBe(0);
    expect(table()).toMatchObject({ headingRow: 0, headings: [] });
  });

  test('is as wide as the widest row from there on; columns without one are called by their letter', () => {
    expect(table(['a', 'b', 'c', 'd', 'e', 'f'], ['Year', ' Reading \n (teacher) '], ['Y3', 1, 2]).headings).toEqual([
      'Year',
      'Reading (teacher)',
      '(column C)',
    ]);
  });
});

describe('what the columns of an export are guessed to be (M14)', () => {
  test('subjects by what systems call them, and whole-school figures never', () => {
    expect(measures('Reading', 'GPVS', 'Mat')).toEqual({ reading: 'Reading', grammar: 'GPVS', maths: 'Mat' });
    expect(measures('Attendance', 'Exclusions', 'Science')).toEqual({});
    expect(measures('Combined')).toEqual({ rwm: 'Combined' });
    expect(measures('Phonics check met')).toMatchObject({ phonics: 'Phonics check met' });
  });

  test('the column that is most alike, the first of equals', () => {
    expect(measures('Reading paper', 'Reading')).toEqual({ reading: 'Reading' });
    expect(measures('Reading', 'Read')).toEqual({ reading: 'Reading' });
    // Half of the words are enough, fewer are not.
    expect(measures('Reading test')).toEqual({ reading: 'Reading test' });
    expect(measures('Reading test spring')).toEqual({});
  });

  test('one column for one measure of a year group: the measure it is most like', () => {
    // Reading stands before it in the policy and is less like this column.
    expect(measures('Reading Writing')).toEqual({ rwm: 'Reading Writing' });
  });

  test('words that say nothing are passed over, signs and capitals too', () => {
    expect(measures('-- READING: % at/above expected --')).toEqual({ reading: '-- READING: % at/above expected --' });
    expect(measures('% on track', '', '***')).toEqual({});
  });

  test('the year group and the number of pupils are not measures', () => {
    const found = guess(['Reading', 'NOR', 'NC Year'], [70, 30, 3]);
    expect(found).toMatchObject({ year: 'NC Year', pupils: 'NOR', measures: { reading: 'Reading' } });
  });

  test('a column of year groups without a name, unless half of it is something else', () => {
    expect(guess(['', 'Reading'], ['Y3', 70], ['Y4', 71], ['Total', 70]).year).toBe('(column A)');
    expect(guess(['', 'Reading'], ['Y3', 70], ['Total', 71]).year).toBe('');
    // Bare numbers may be anything.
    expect(guess(['', 'Reading'], ['3', 70], ['4', 71]).year).toBe('');
    expect(guess(['', 'Reading'], [3, 70], [4, 71]).year).toBe('');
    expect(guess(['', 'Reading'], ['12', 70], ['11', 71]).year).toBe('');
    expect(guess(['', 'Reading'], [' 3 ', 70], ['3', 71]).year).toBe('');
    expect(guess(['', 'Reading'], ['Y3', 70], ['', 71], ['', 71], ['Y4', 71]).year).toBe('(column A)');
    expect(guess(['', 'Reading', ''], ['', 70], ['', 71]).year).toBe('');
    expect(guess(['', 'Reading'], ['3', 70], ['Y4', 71], ['Y5', 71]).year).toBe('(column A)');
    expect(guess(['Y3', 'Reading'], ['', 70]).year).toBe('');
  });

  test('of pupil groups everybody, or else the first that is none of the policy’s, or else what says nothing', () => {
    const rows = (...groups: readonly string[]) =>
      guess(['Year', 'Pupil group', 'Reading'], ...groups.map((one) => ['Y3', one, 70])).group;
    const column = 'Pupil group';
    expect(rows('Boys', 'ALL')).toEqual({ column, is: 'ALL', groups: { boys: 'Boys' } });
    expect(rows('Boys', 'Choir', 'Chess')).toEqual({ column, is: 'Choir', groups: { boys: 'Boys' } });
    expect(rows('', 'Boys', 'Girls')).toEqual({ column, is: '', groups: { boys: 'Boys', girls: 'Girls' } });
    expect(rows('')).toBeUndefined();
    expect(guess(['Year', 'Reading'], ['Y3', 70])).not.toHaveProperty('group');
  });

  test('the groups to choose from are what stands below the heading, each once, forty at most', () => {
    const of = table(
      ['Year', 'Group', 'Reading'],
      ...['Girls', '', 'Boys', 'Girls'].map((one) => ['Y3', one, 70] as const),
    );
    expect(groupsIn(of, 'Group')).toEqual(['Girls', 'Boys']);
    const many = table(
      ['Year', 'Group', 'Reading'],
      ...Array.from({ length: 50 }, (_, n) => ['Y3', `Class ${n}`, 70] as const),
    );
    expect(groupsIn(many, 'Group')).toHaveLength(40);
    expect(groupsIn(table(['Boys', 'x'], ['Year', 'Group', 'Reading'], ['Y3', 'Girls', 70]), 'Group')).toEqual([
      'Girls',
    ]);
  });
});

describe('percentages written as parts of one', () => {
  const fractions = (...figures: readonly (string | number | SheetCell)[]) =>
    guess(['Year', 'Pupils', 'Reading'], ...figures.map((one) => ['Y3', 0.5, one] as const)).fractions;
  test.each<[boolean, readonly (string | number | SheetCell)[]]>([
    [true, [0.62, 1, 0]],
    [true, ['0,62', '1']],
    [true, ['.5', 'n/a', '']],
    [false, [1, 1, 0]],
    [false, [0.5, 62]],
    [false, ['0.5%']],
    [false, []],
    [false, [{ is: 'number', number: 0.62, percent: true }]],
    // One that shows its sign is no sign of what the others are.
    [true, [0.62, { is: 'number', number: 62, percent: true }]],
    [true, ['0.62', 'about 70']],
    [true, ['0.62', '70 of 90']],
    [false, ['0.62', '10.5']],
  ])('%s for %o', (parts, figures) => {
    expect(fractions(...figures)).toBe(parts);
  });
  test('are looked for where percentages stand only, below the heading', () => {
    expect(guess(['Year', 'Reading', 'Other'], ['Y3', 62, 0.5]).fractions).toBe(false);
    expect(guess(['Year', 'Reading', 'Other'], ['Y3', 0.62, 5]).fractions).toBe(true);
    expect(guess(['Year', '', 'Reading'], [0.5, 0.5, 62], ['Y3', 0.5, 1]).fractions).toBe(false);
    expect(guess(['Year', 'Maths 0.5'], ['Y3', 1]).fractions).toBe(false);
  });
});

test('a mapping of before keeps its group while that column is there', () => {
  const kept: ExportMapping = {
    year: 'Year',
    pupils: 'Roll',
    group: { column: 'Group', is: 'All', groups: {} },
    measures: {},
    fractions: false,
  };
  expect(fittedMapping(table(['Year', 'Group', 'Roll'], ['Y3', 'All', 30]), kept)).toEqual(kept);
  const { group: _, ...rest } = kept;
  expect(fittedMapping(table(['Year', 'Roll'], ['Y3', 30]), rest)).toEqual(rest);
});

describe('what an export gives (M14, M15)', () => {
  const read = (mapping: Partial<ExportMapping>, now: SoapContent, ...rows: Rows) => {
    const of = table(...rows);
    return readExport(OWLS, ASH, of, { ...guessMapping(OWLS, ASH, of), ...mapping }, now);
  };

  test('nothing without the column of the year groups, and none of what is not mapped', () => {
    expect(read({ year: 'Gone' }, EMPTY, ['Year', 'Reading'], ['Y3', 70])).toEqual({
      values: {},
      findings: [],
      passedOver: [],
    });
    expect(read({ measures: {} }, EMPTY, ['Year', 'Reading'], ['Y3', 70]).values).toEqual({});
  });

  test('columns may stand in any order, the year group’s last', () => {
    expect(read({}, EMPTY, ['Reading', 'Pupils', 'Year'], [70, 30, 'Y3']).values).toEqual({
      'pupils:Y3': '30',
      'Y3:reading': '70',
    });
  });

  test('a group’s rows alone, in whichever column it stands; all where that column has gone', () => {
    const rows: Rows = [
      ['Group', 'Year', 'Reading'],
      ['All', 'Y3', 70],
      ['Boys', 'Y4', 60],
    ];
    expect(read({}, EMPTY, ...rows).values).toEqual({ 'Y3:reading': '70' });
    expect(read({ group: { column: 'Gone', is: 'All', groups: {} } }, EMPTY, ...rows).values).toEqual({
      'Y3:reading': '70',
      'Y4:reading': '60',
    });
  });

  test('what is no year group of the school is named, or its row is; fifty of them at most', () => {
    const { passedOver } = read({}, EMPTY, ['Year', 'Reading'], ['Y9', 70], [{ is: 'formula' }, 70], ['', 70]);
    expect(passedOver).toEqual(['Y9', 'row 3']);
    const many = Array.from({ length: 60 }, (_, n) => [`Class ${n}`, 70] as const);
    expect(read({}, EMPTY, ['Year', 'Reading'], ...many).passedOver).toHaveLength(50);
  });

  test('a year group that stands twice is taken once, and where is said', () => {
    expect(read({}, EMPTY, ['Year', 'Reading'], ['Y3', 70], ['Y3', 60])).toMatchObject({
      values: { 'Y3:reading': '70' },
      findings: [
        {
          cell: 'Export!A3',
          says: 'Year 3 stands here again; row 2 is taken. Choose a pupil group if there is a row for each.',
        },
      ],
    });
  });

  test('pupils are counted, never parts of one', () => {
    expect(
      read({ fractions: true }, EMPTY, ['Year', 'Pupils', 'Reading'], ['Y3', '30', '0.7'], ['Y4', 2, 0.5]).values,
    ).toEqual({ 'pupils:Y3': '30', 'Y3:reading': '70', 'pupils:Y4': '2', 'Y4:reading': '50' });
  });

  test('a word where a figure belongs is quoted; what the form holds is looked at, too', () => {
    expect(read({}, EMPTY, ['Year', 'Reading'], ['Y3', 'many']).findings).toEqual([
      { cell: 'Export!B2', says: expect.stringMatching(/^“many” stands here\. Year 3, Reading: /) },
    ]);
    const now: SoapContent = { ...EMPTY, cohorts: [{ year: 'Y3', pupils: 30, figures: { reading: 50 } }] };
    const found = read({}, now, ['Year', 'RWM'], ['Y3', 60]);
    expect(found.values).toEqual({});
    expect(found.findings).toMatchObject([{ cell: 'Export!B2', says: expect.stringContaining("can't be higher") }]);
    expect(found.findings[0]?.says).not.toContain('“');
  });

  test('a junior school is not asked for Reception', () => {
    const of = exportTable(OWLS, CEDAR, sheet(['Year', 'Reading'], ['Reception', 70], ['Y3', 70]));
    expect(readExport(OWLS, CEDAR, of, guessMapping(OWLS, CEDAR, of), EMPTY)).toEqual({
      values: { 'Y3:reading': '70' },
      findings: [],
      passedOver: ['Reception'],
    });
  });
});

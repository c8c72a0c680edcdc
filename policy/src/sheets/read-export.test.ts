import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, CEDAR } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapContent } from '../soap/content.ts';
import { exportTable, fittedMapping, groupsIn, guessMapping } from './export-mapping.ts';
import { readExport } from './read-export.ts';
import { recordsSheet } from './records-sheet.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const sheet = (text: string): Sheet => {
  const read = recordsSheet('export.csv', text);
  if ('fault' in read) throw new Error(read.fault);
  return read;
};
const read = (text: string, of = ASH, now = EMPTY) => {
  const table = exportTable(OWLS, of, sheet(text));
  return readExport(OWLS, of, table, guessMapping(OWLS, of, table), now);
};

describe('columns of an assessment export (M14)', () => {
  test('are guessed from what assessment systems call them', () => {
    const text =
      'Year Group,No. of pupils,Reading % on track,Writ %,SPaG,Mathematics: ARE or above,RWM combined %\nYear 3,30,70,68,66,72,60';
    const table = exportTable(OWLS, CEDAR, sheet(text));
    expect(guessMapping(OWLS, CEDAR, table)).toEqual({
      year: 'Year Group',
      pupils: 'No. of pupils',
      measures: {
        reading: 'Reading % on track',
        writing: 'Writ %',
        grammar: 'SPaG',
        maths: 'Mathematics: ARE or above',
        rwm: 'RWM combined %',
      },
      fractions: false,
    });
  });

  test('the heading is found below titles, an unnamed year column by what stands in it', () => {
    const table = exportTable(OWLS, ASH, sheet('Ash Tree,,\nAutumn 2,,\n;,,\n,Reading,Maths\nY3,70,72\nY4,71,73'));
    expect(table.headingRow).toBe(3);
    expect(guessMapping(OWLS, ASH, table)).toMatchObject({ year: '(column A)', measures: { reading: 'Reading' } });
  });

  test('a heading that stands twice can be told apart', () => {
    expect(exportTable(OWLS, ASH, sheet('Year,Reading,Reading\nY3,70,71')).headings).toEqual([
      'Year',
      'Reading',
      'Reading (column C)',
    ]);
  });

  test('a mapping of before is used as far as its columns are there', () => {
    const table = exportTable(OWLS, ASH, sheet('Year,Read,Extra\nY3,70,71'));
    const kept = {
      year: 'Year',
      pupils: 'Gone',
      group: { column: 'Gone', is: 'All', groups: {} },
      measures: { reading: 'Extra', maths: 'Gone' },
      fractions: true,
    };
    expect(fittedMapping(table, kept)).toEqual({ year: 'Year', measures: { reading: 'Extra' }, fractions: true });
    expect(fittedMapping(table, { ...kept, year: 'Gone' })).toBeUndefined();
  });
});

describe('an export over the form (M14, M15)', () => {
  test('rows of year groups are taken, others are told', () => {
    const found = read(
      'Year,Pupils,Reading,Maths\nReception,30,,\nYear 3,30,70,72%\nYr 4,31,"66,5",80\n3 Oak,15,1,1\nTotal,61,70,70',
    );
    expect(found.values).toEqual({
      'pupils:R': '30',
      'pupils:Y3': '30',
      'Y3:reading': '70',
      'Y3:maths': '72%',
      'pupils:Y4': '31',
      'Y4:reading': '66,5',
      'Y4:maths': '80',
    });
    expect(found.passedOver).toEqual(['3 Oak', 'Total']);
    expect(found.findings).toEqual([]);
  });

  test('a wrong cell is named and left out; the rest is taken', () => {
    const found = read('Year,Pupils,Reading,RWM\nY3,30,n/a,\nY4,30,70,80\nY5,30,150,\nY5,30,1,');
    expect(found.values).toEqual({ 'pupils:Y3': '30', 'pupils:Y4': '30', 'Y4:reading': '70', 'pupils:Y5': '30' });
    expect(found.findings.map(({ cell }) => cell).sort()).toEqual([
      'export.csv!A5',
      'export.csv!C2',
      'export.csv!C4',
      'export.csv!D3',
    ]);
  });

  test('a row for each pupil group: only the chosen one’s', () => {
    const text = 'Year,Group,Reading\nY3,Boys,60\nY3,All pupils,70\nY4,All pupils,71\nY4,Girls,80';
    const table = exportTable(OWLS, ASH, sheet(text));
    const mapping = guessMapping(OWLS, ASH, table);
    expect(mapping.group).toEqual({
      column: 'Group',
      is: 'All pupils',
      groups: { girls: 'Girls', boys: 'Boys' },
    });
    expect(groupsIn(table, 'Group')).toEqual(['Boys', 'All pupils', 'Girls']);
    expect(readExport(OWLS, ASH, table, mapping, EMPTY).values).toEqual({ 'Y3:reading': '70', 'Y4:reading': '71' });
  });

  test('parts of one are read as percentages once all figures look so', () => {
    expect(read('Year,Reading,Maths\nY3,0.62,1\nY4,0.57,0').values).toEqual({
      'Y3:reading': '62',
      'Y3:maths': '100',
      'Y4:reading': '57',
      'Y4:maths': '0',
    });
  });

  test('a figure of a year group without a size is looked at all the same', () => {
    expect(read('Year,Reading\nY3,250\nY4,70').values).toEqual({ 'Y4:reading': '70' });
    expect(read('Year,Pupils,Reading\nY3,many,250').values).toEqual({});
  });
});

test('whatever an export holds: no exception, and no figure out of range', () => {
  const cell: fc.Arbitrary<SheetCell> = fc.oneof(
    fc.constantFrom<SheetCell>({ is: 'empty' }, { is: 'formula' }, { is: 'merged' }, { is: 'date' }),
    fc
      .constantFrom('Year', 'Y3', 'Reading', 'Maths', 'RWM', '62%', '150', '-3', 'Reception', 'Pupils', '0', 'All')
      .map((text): SheetCell => ({ is: 'text', text })),
    fc.string({ maxLength: 8 }).map((text): SheetCell => ({ is: 'text', text })),
    fc.double().map((number): SheetCell => ({ is: 'number', number })),
    fc.double({ min: 0, max: 3 }).map((number): SheetCell => ({ is: 'number', number, percent: true })),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const table = exportTable(OWLS, ASH, { name: 'x', rows });
      const { values } = readExport(OWLS, ASH, table, guessMapping(OWLS, ASH, table), EMPTY);
      for (const [input, value] of Object.entries(values)) {
        if (input.startsWith('pupils:')) continue;
        const figure = Number(value.replace('%', '').replace(',', '.'));
        expect(figure >= 0 && figure <= 100).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

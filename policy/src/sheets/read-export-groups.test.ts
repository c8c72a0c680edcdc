import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH } from '../examples/trust.examples.ts';
import { groupYears } from '../groups/asked.ts';
import { OWLS } from '../owls.ts';
import type { SoapContent } from '../soap/content.ts';
import { parseSoapStep } from '../soap/step-input.ts';
import { type ExportMapping, exportTable, guessGroup, guessMapping } from './export-mapping.ts';
import { readExport } from './read-export.ts';
import { recordsSheet } from './records-sheet.ts';

const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };
const tableOf = (lines: readonly string[]) => {
  const sheet = recordsSheet('export.csv', lines.join('\n'));
  if ('fault' in sheet) throw new Error(sheet.fault);
  return exportTable(OWLS, ASH, sheet);
};
const HEAD = 'Year,Group,Pupils,Reading,Writing';
const read = (rows: readonly string[], change: (mapping: ExportMapping) => ExportMapping = (one) => one) => {
  const table = tableOf([HEAD, ...rows]);
  const { values, ...rest } = readExport(OWLS, ASH, table, change(guessMapping(OWLS, ASH, table)), EMPTY);
  const ofGroups = Object.entries(values).filter(([input]) => !/Y\d/.test(input));
  return { ...rest, values: Object.fromEntries(ofGroups) };
};

describe('pupil groups in an export (M13, M14)', () => {
  test('are guessed from what assessment systems call them; parts of a group, and the others, are not it', () => {
    const called = ['Non-PP', 'All', 'PP', 'SEN Support', 'SEN', 'Not EAL', 'EAL', 'LAC', 'F', 'M'];
    const table = tableOf([HEAD, ...called.map((name) => `Y3,${name},9,70,60`)]);
    const groups = { disadvantaged: 'PP', send: 'SEN', eal: 'EAL', lookedAfter: 'LAC', girls: 'F', boys: 'M' };
    expect(guessGroup(OWLS, ASH, table, 'Group')).toEqual({ column: 'Group', is: 'All', groups });
    expect(guessGroup(OWLS, { years: ['N'] }, table, 'Group')?.groups).toEqual({});
  });

  test('are summed over the year groups, their figures weighted by pupils', () => {
    const { values, findings } = read([
      'Y3,All,30,70,66',
      'Y3,Girls,10,80,70',
      'Y4,All,28,71,67',
      'Y4,Girls,20,65,71',
      'Y5,Boys,12,50,',
    ]);
    expect(findings).toEqual([]);
    expect(values).toEqual({
      ...{ 'pupils:girls': '30', 'girls:reading': '70', 'girls:writing': '70.7' },
      ...{ 'pupils:boys': '12', 'boys:reading': '50' },
    });
  });

  test('classes, year groups of other schools and groups without a row are passed over', () => {
    expect(read(['3 Oak,Girls,5,80,70', 'Year 9,Girls,5,80,70', 'Total,Girls,10,80,70']).values).toEqual({});
    expect(read(['Y3,All,30,70,66']).values).toEqual({});
  });

  test('a figure that no year group has is not missed, and columns may stand in any order', () => {
    const table = tableOf(['Reading,Writing,Pupils,Group,Year', '50,,6,SEND,Y3', '40,,4,SEND,Y4']);
    const { values, findings } = readExport(OWLS, ASH, table, guessMapping(OWLS, ASH, table), EMPTY);
    expect(findings).toEqual([]);
    expect(values).toEqual({ 'pupils:send': '10', 'send:reading': '46' });
  });

  test('a group’s rows are those that the mapping says, whatever they are called', () => {
    const rows = ['Y3,All,30,70,66', 'Y3,Cygnets,5,60,40'];
    const cygnets = (mapping: ExportMapping): ExportMapping => ({
      ...mapping,
      group: { column: 'Group', is: 'All', groups: { lookedAfter: 'Cygnets', swans: 'All' } },
    });
    expect(read(rows, cygnets).values).toEqual({
      ...{ 'pupils:lookedAfter': '5', 'lookedAfter:reading': '60', 'lookedAfter:writing': '40' },
    });
  });

  test('without a column of pupils there is nothing to weight by', () => {
    const without = ({ pupils: _, ...mapping }: ExportMapping) => mapping;
    expect(read(['Y3,Girls,10,80,70'], without)).toEqual({ values: {}, findings: [], passedOver: [] });
  });

  test('nobody in a year group: what stands beside the 0 is no figure', () => {
    const { values, findings } = read(['Y3,EAL,0,0,n/a', 'Y4,EAL,4,75,50']);
    expect(findings).toEqual([]);
    expect(values).toEqual({ 'pupils:eal': '4', 'eal:reading': '75', 'eal:writing': '50' });
    expect(read(['Y3,EAL,0,0,0']).values).toEqual({ 'pupils:eal': '0' });
    expect(read(['Y3,EAL,,-,n/a', 'Y4,EAL,4,75,']).values).toEqual({ 'pupils:eal': '4', 'eal:reading': '75' });
  });

  test('parts of one are read as percentages', () => {
    const { values } = read(['Y3,All,30,0.7,0.66', 'Y3,Girls,10,0.8,1']);
    expect(values).toEqual({ 'pupils:girls': '10', 'girls:reading': '80', 'girls:writing': '100' });
  });
});

describe('what can’t be read in a pupil group (M15)', () => {
  test.each([
    ['a hidden figure', 'Y4,SEND,3,x,40', 'D3', /^“x” stands here\. Give a number/],
    [
      'a figure out of range',
      'Y4,SEND,3,150,40',
      'D3',
      /^SEND in Year 4, reading is 150%: give a figure from 0 to 100/,
    ],
    [
      'a figure missing beside another year’s',
      'Y4,SEND,3,,40',
      'D3',
      /^SEND have no reading here: give it, or it is left/,
    ],
  ])('%s leaves it out for the whole group', (_, row, cell, says) => {
    const { values, findings } = read(['Y3,SEND,6,50,40', row]);
    expect(findings).toEqual([{ cell: `export.csv!${cell}`, says: expect.stringMatching(says) }]);
    expect(values).toEqual({ 'pupils:send': '9', 'send:writing': '40' });
  });

  test.each([
    ['no number of pupils', 'Y4,SEND,,50,40', 'C3', /^SEND in Year 4: say how many pupils they are\./],
    ['no number of pupils beside a wrong figure', 'Y4,SEND,,x,40', ['C3', 'D3'], /./],
    ['part of a pupil', 'Y4,SEND,2.5,50,40', 'C3', /^SEND in Year 4: pupils must be a whole number/],
    ['words for pupils', 'Y4,SEND,some,50,40', 'C3', /^“some” stands here\. Give a number/],
    ['a year group twice', 'Year 3,SEND,3,50,40', 'A3', /^SEND in Year 3 stand here again; row 2 has them too/],
  ])('%s leaves the whole group out, and no other', (_, row, cells, says) => {
    const { values, findings } = read(['Y3,SEND,6,50,40', row, 'Y3,Boys,9,60,55']);
    expect(findings.map(({ cell }) => cell).sort()).toEqual([cells].flat().map((cell) => `export.csv!${cell}`));
    for (const finding of findings) expect(finding.says).toMatch(says);
    expect(values).toEqual({ 'pupils:boys': '9', 'boys:reading': '60', 'boys:writing': '55' });
  });

  test('a formula is named like anything else that is no figure', () => {
    const table = tableOf([HEAD, 'Y3,SEND,6,50,40', 'Y4,SEND,3,60,50']);
    const rows = table.sheet.rows.map((cells, row) => (row === 2 ? cells.with(3, { is: 'formula' }) : cells));
    const changed = { ...table, sheet: { ...table.sheet, rows } };
    const { values, findings } = readExport(OWLS, ASH, changed, guessMapping(OWLS, ASH, table), EMPTY);
    expect(findings).toEqual([{ cell: 'export.csv!D3', says: expect.stringMatching(/^This is a formula\./) }]);
    expect(values).toEqual({ 'pupils:send': '9', 'send:writing': '43.3' });
  });

  test('more pupils than a school has are named in the first row', () => {
    const { findings } = read(['Y3,SEND,600,50,40', 'Y4,SEND,700,60,50']);
    expect(findings.map(({ cell }) => cell)).toEqual(['export.csv!C2']);
  });

  test('a figure above one that it is part of is named in its own row', () => {
    const table = tableOf(['Year,Group,Pupils,Reading,RWM', 'Y3,SEND,6,50,40', 'Y4,SEND,3,50,60']);
    const { values, findings } = readExport(OWLS, ASH, table, guessMapping(OWLS, ASH, table), EMPTY);
    expect(findings).toEqual([
      { cell: 'export.csv!E3', says: expect.stringContaining('is 60%, above reading at 50%') },
    ]);
    expect(values).toEqual({ 'pupils:send': '9', 'send:reading': '50' });
  });
});

test('whatever rows a group has: its pupils are their sum, its figure between the least and the most', () => {
  const years = groupYears(OWLS, ASH);
  const row = fc.record({ pupils: fc.integer({ min: 0, max: 200 }), reading: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: years.length }), (rows) => {
      const lines = rows.map(({ pupils, reading }, at) => `${years[at]},Girls,${pupils},${reading}%,`);
      const { values } = read(lines);
      const filled = rows.filter(({ pupils }) => pupils > 0).map(({ reading }) => reading);
      const sum = rows.reduce((all, { pupils }) => all + pupils, 0);
      expect(sum <= 999 || values['pupils:girls'] === undefined).toBe(true);
      if (sum > 999) return;
      expect(values['pupils:girls']).toBe(String(sum));
      const figure = values['girls:reading'];
      expect(figure === undefined).toBe(filled.length === 0);
      if (figure !== undefined) {
        expect(Number(figure)).toBeGreaterThanOrEqual(Math.min(...filled));
        expect(Number(figure)).toBeLessThanOrEqual(Math.max(...filled));
      }
      const step = OWLS.soap.steps.find(({ groups }) => groups);
      expect(parseSoapStep(OWLS, ASH, step?.key ?? '', values).ok).toBe(true);
    }),
  );
});

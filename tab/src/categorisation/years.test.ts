import type { MatrixRow } from '@owls/policy';
import { expect, test } from 'vitest';
import { countsIn, wantedRows, yearsCsv, yearsOver } from './years.ts';

const HALF_TERMS = ['2025-26/summer-2', '2026-27/autumn-1', '2026-27/autumn-2'];
const ash: MatrixRow = {
  ...{ urn: '100001', name: 'Ash, the "old" one', cluster: 'North', phase: 'primary' },
  categories: {
    '2026-27/autumn-1': { code: '2b', move: 'new', atRisk: false },
    '2026-27/autumn-2': { code: '2cc', move: 'down', was: '2b', within: 'grade', atRisk: true },
  },
  inspections: {
    '2026-27/autumn-1': [
      {
        ...{ on: '2026-09-22', kind: 'card', grade: 3, name: 'Report card' },
        areas: [
          { area: 'Inclusion', point: 'Needs attention' },
          { area: 'Achievement', point: 'Needs attention' },
        ],
        safeguarding: 'met',
      },
    ],
  },
  before: { on: '2023-05-10', kind: 'grade', grade: 2 },
};
const brook: MatrixRow = {
  ...{ urn: '100002', name: '=Brook', cluster: '', phase: 'infant', left: '2026-11-01' },
  categories: { '2026-27/autumn-1': { code: '1a', move: 'new', atRisk: false } },
  inspections: {},
};
const all = { name: '', cluster: '', phase: '', movedOnly: false };

test('schools are found by name, URN, cluster, phase, and by having moved', () => {
  const found = (wanted: Partial<typeof all>) => wantedRows([ash, brook], { ...all, ...wanted }).map(({ urn }) => urn);
  expect(found({})).toEqual(['100001', '100002']);
  expect(found({ name: ' BROOK ' })).toEqual(['100002']);
  expect(found({ name: '100001' })).toEqual(['100001']);
  expect(found({ cluster: 'North' })).toEqual(['100001']);
  expect(found({ phase: 'infant' })).toEqual(['100002']);
  expect(found({ movedOnly: true })).toEqual(['100001']);
});

test('a year stands over its half terms', () => {
  expect(yearsOver(HALF_TERMS)).toEqual([
    { year: '2025-26', count: 1 },
    { year: '2026-27', count: 2 },
  ]);
});

test('each half term counts its moves and who is at risk', () => {
  expect(countsIn([ash, brook], '2026-27/autumn-2')).toEqual({ up: 0, down: 1, atRisk: 1 });
  expect(countsIn([ash, brook], '2025-26/summer-2')).toEqual({ up: 0, down: 0, atRisk: 0 });
});

test('the file has a line a school, inspections in words, and no formula', () => {
  const [head, first, second] = yearsCsv(HALF_TERMS, [ash, brook]).split('\r\n');
  expect(head).toContain('"Summer 2, 2025-26","Autumn 1, 2026-27","Autumn 2, 2026-27","Inspections"');
  expect(first).toBe(
    '"Ash, the ""old"" one","100001","North","Primary","","","2b","2cc","10 May 2023: Good (2) | 22 Sept 2026: Report card, counts as 3. Needs attention: Inclusion, Achievement; Safeguarding: met"',
  );
  expect(second).toBe(`"'=Brook","100002","","Infant","2026-11-01","","1a","",""`);
});

import { OWLS } from '@owls/policy';
import { expect, test } from 'vitest';
import { gridOf } from './matrix.ts';
import { agreeable, firstStage, moveBetween, type RoundSchool, stageOf } from './round.ts';

const base: RoundSchool = {
  urn: '1',
  name: 'Oak',
  cluster: 'North',
  suggestion: { category: '2b', because: [], wouldChange: '' },
  choices: ['2a', '2b', '2cc'],
  mayPropose: false,
  mayValidate: true,
};
const proposed = { category: '2b', by: 'a', at: '2026-12-10T10:00:00Z', because: 'Seen.' };
const waiting: RoundSchool = { ...base, judgement: { urn: '1', halfTerm: '2026-27/autumn-2', proposed } };
const done: RoundSchool = {
  ...base,
  judgement: { urn: '1', halfTerm: '2026-27/autumn-2', proposed, validated: { category: '2b', by: 'c', at: 'now' } },
};

test('a school goes from awaiting its proposal to validated', () => {
  expect([base, waiting, done].map(stageOf)).toEqual(['to propose', 'to validate', 'validated']);
});

test('a reader first sees what they can do something about', () => {
  expect(firstStage([base, waiting, done])).toBe('to validate');
  expect(firstStage([{ ...base, mayValidate: false, mayPropose: true }, done])).toBe('to propose');
  expect(firstStage([done])).toBe('all');
});

test('only proposals that wait, and only for who may validate, can be agreed with at once', () => {
  expect(agreeable([base, waiting, done])).toEqual([waiting]);
  expect(agreeable([{ ...waiting, mayValidate: false }])).toEqual([]);
});

test('a move is read from the scale’s own order, and an unknown code makes none', () => {
  const { scale } = OWLS.categorisation;
  expect(moveBetween(scale, '2cc', '2b')).toBe('up');
  expect(moveBetween(scale, '1b', '2a')).toBe('down');
  expect(moveBetween(scale, undefined, '2a')).toBeUndefined();
});

test('the trust’s scale makes a grid with a gap where there is no 4cc', () => {
  const grid = gridOf(OWLS.categorisation.scale);
  expect(grid?.grades).toEqual(['1', '2', '3', '4']);
  expect(grid?.headings).toEqual(['a', 'b', 'cc']);
  expect(grid?.at('3', 'cc')?.code).toBe('3cc');
  expect(grid?.at('4', 'cc')).toBeUndefined();
});

test('a scale of another make has no grid', () => {
  expect(gridOf([{ code: 'Secure' }, { code: 'Fragile' }])).toBeUndefined();
});

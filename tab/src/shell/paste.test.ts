import { expect, test } from 'vitest';
import { pasteInto, readCells } from './paste.ts';

const grid = [
  ['pupils:Y2', 'Y2:reading', 'Y2:phonics'],
  ['pupils:Y3', 'Y3:reading', undefined],
];

test('a block from a spreadsheet fills to the right and downwards', () => {
  expect(pasteInto(grid, 'Y2:reading', '64%\t70\r\n58\t61\r\n')).toEqual({
    'Y2:reading': '64',
    'Y2:phonics': '70',
    'Y3:reading': '58',
  });
});

test('what is not asked of a year group, or lies outside, takes nothing', () => {
  expect(pasteInto(grid, 'Y3:reading', '1\t2\t3\n4\t5\t6')).toEqual({ 'Y3:reading': '1' });
});

test('a single value is an ordinary paste', () => {
  expect(pasteInto(grid, 'Y2:reading', '64')).toBeUndefined();
  expect(pasteInto(grid, 'comment', '1\t2')).toBeUndefined();
});

test('an empty cell in the middle empties its field, a line end at the end does not', () => {
  expect(readCells('1\t\t3\n')).toEqual([['1', '', '3']]);
});

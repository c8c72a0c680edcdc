import { expect, test } from 'vitest';
import { pasteInto, readCells } from './paste.ts';

const grid = [
  ['pupils:Y2', 'Y2:reading', 'Y2:phonics'],
  ['pupils:Y3', 'Y3:reading', undefined],
];

test('a block from a spreadsheet fills to the right and downwards', () => {
  expect(pasteInto(grid, 'Y2:reading', '64%\t70\r\n58\t\r\n')).toEqual({
    inputs: { 'Y2:reading': '64', 'Y2:phonics': '70', 'Y3:reading': '58' },
    leftOut: 0,
  });
});

test('what is not asked of a year group, or lies outside, takes nothing and is counted', () => {
  expect(pasteInto(grid, 'Y3:reading', '1\t2\t3\n4\t5\t\n')).toEqual({ inputs: { 'Y3:reading': '1' }, leftOut: 4 });
});

test('ten thousand rows fill what there is', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => `${row % 100}\t70`).join('\n');
  expect(pasteInto(grid, 'pupils:Y2', rows)).toEqual({
    inputs: { 'pupils:Y2': '0', 'Y2:reading': '70', 'pupils:Y3': '1', 'Y3:reading': '70' },
    leftOut: 19_996,
  });
});

test('a single value is an ordinary paste', () => {
  expect(pasteInto(grid, 'Y2:reading', '64')).toBeUndefined();
  expect(pasteInto(grid, 'comment', '1\t2')).toBeUndefined();
});

test('an empty cell in the middle empties its field, a line end at the end does not', () => {
  expect(readCells('1\t\t3\n')).toEqual([['1', '', '3']]);
});

import { describe, expect, test } from 'vitest';
import { figureIn, quoting, wordsIn } from './figure-cell.ts';
import { recordsSheet } from './records-sheet.ts';
import { cellName, type SheetCell, shownIn } from './sheet.ts';
import { yearIn } from './year-cell.ts';

const text = (shown: string): SheetCell => ({ is: 'text', text: shown });

test('cells are named as a spreadsheet names them', () => {
  expect(cellName('Years 3 to 6', { row: 6, column: 3 })).toBe('Years 3 to 6!D7');
  expect(cellName('x', { row: 0, column: 25 })).toBe('x!Z1');
  expect(cellName('x', { row: 0, column: 26 })).toBe('x!AA1');
  expect(cellName('x', { row: 0, column: 701 })).toBe('x!ZZ1');
  expect(cellName('x', { row: 0, column: 702 })).toBe('x!AAA1');
});

test.each<[string, string | undefined]>([
  ['Year 3', 'Y3'],
  ['year group 3', 'Y3'],
  ['Yr. 3', 'Y3'],
  ['Y3', 'Y3'],
  ['y 03', 'Y3'],
  ['NCY 6', 'Y6'],
  ['3', 'Y3'],
  ['13', 'Y13'],
  ['14', undefined],
  ['0', undefined],
  ['R', 'R'],
  ['Rec', 'R'],
  ['RECEPTION', 'R'],
  ['Year R', 'R'],
  ['N2', 'N'],
  ['Nursery', 'N'],
  ['NUR', 'N'],
  ['yr r', 'R'],
  ['YR', 'R'],
  ['Oak R', undefined],
  ['Oak nursery', undefined],
  ['Class 3', undefined],
  ['Year   .  3', 'Y3'],
  [`Year${' '.repeat(25)}3`, 'Y3'],
  [`Year${' '.repeat(26)}3`, undefined],
  ['3 Oak', undefined],
  ['Years 3 to 6', undefined],
  ['Total', undefined],
  ['', undefined],
])('%j is the year group %s', (shown, year) => {
  expect(yearIn(text(shown))).toBe(year);
});

test('a year group may be a number; a formula names none', () => {
  expect(yearIn({ is: 'number', number: 4 })).toBe('Y4');
  expect(yearIn({ is: 'number', number: 4.5 })).toBeUndefined();
  expect(yearIn({ is: 'formula' })).toBeUndefined();
  expect(shownIn({ is: 'other', shows: 'TRUE' })).toBe('');
});

describe('a cell that wants a figure', () => {
  test.each<[string, unknown]>([
    ['0.62', { says: '0.62 could mean 62% or 0.62%. Type it with a % sign.' }],
    ['.5', { says: '0.5 could mean 50% or 0.5%. Type it with a % sign.' }],
    ['0,5', { says: '0.5 could mean 50% or 0.5%. Type it with a % sign.' }],
    ['0.5 %', { raw: '0.5 %' }],
    ['1', { raw: '1' }],
    ['0', { raw: 0 }],
    ['  ', {}],
    ['62', { raw: '62' }],
  ])('per cent: %j', (shown, taken) => {
    expect(figureIn(text(shown), '%')).toEqual(taken);
  });

  test('where figures are parts of one, all are: text and numbers alike', () => {
    expect(figureIn(text('0.62'), '%', true)).toEqual({ raw: 62 });
    expect(figureIn(text('62'), '%', true)).toEqual({ raw: 6200 });
    expect(figureIn({ is: 'number', number: 0.07 }, '%', true)).toEqual({ raw: 7 });
    expect(figureIn({ is: 'number', number: 0.07, percent: true }, '%', true)).toEqual({ raw: 7 });
    expect(figureIn(text('30'), 'count', true)).toEqual({ raw: '30' });
  });

  test('a text is a figure up to thirty signs, and only a bare one is read as a part of one', () => {
    const long = '7'.repeat(30);
    expect(figureIn(text(long), '%')).toEqual({ raw: long });
    expect(figureIn(text(`${long}7`), '%')).toEqual({ says: 'This is a text. Give a number, or clear the cell.' });
    for (const word of ['a.5', '0.5x', 'n/a']) expect(figureIn(text(word), '%', true)).toEqual({ raw: word });
    expect(figureIn({ is: 'number', number: 0.3, percent: true }, 'count')).toHaveProperty('says');
    expect(figureIn({ is: 'number', number: 0.3, percent: true }, '%')).toEqual({ raw: 30 });
    expect(figureIn({ is: 'number', number: 30 }, 'count')).toEqual({ raw: 30 });
    expect(figureIn({ is: 'empty' }, '%')).toEqual({});
    expect(figureIn({ is: 'other', shows: '#N/A' }, '%')).toEqual({
      says: '#N/A stands here. Give a number, or clear the cell.',
    });
    expect(figureIn({ is: 'formula' }, '%')).toEqual({
      says: 'This is a formula. Put its result here instead: copy the cell, then paste it as values.',
    });
    expect(figureIn({ is: 'date' }, '%')).toEqual({
      says: 'Excel made a date of this. Set the cell’s format to General and type the figure again.',
    });
  });

  test('what is wrong is said after the word that stands there, never after a figure', () => {
    expect(quoting('many', 'Give a number.')).toBe('“many” stands here. Give a number.');
    for (const figure of ['-1,5 %', '', 70, undefined]) expect(quoting(figure, 'No.')).toBe('No.');
  });

  test('a count is never a part of one', () => {
    expect(figureIn({ is: 'number', number: 0.5 }, 'count')).toEqual({ raw: 0.5 });
    expect(figureIn({ is: 'number', number: Number.NaN }, '%')).toEqual({ says: 'Give a number.' });
  });
});

test('a cell that wants words takes what it shows, and no formula', () => {
  expect(wordsIn(text('=1+1'))).toEqual({ raw: '=1+1' });
  expect(wordsIn({ is: 'number', number: 4 })).toEqual({ raw: '4' });
  expect(wordsIn({ is: 'other', shows: 'TRUE' })).toEqual({ raw: 'TRUE' });
  expect(wordsIn({ is: 'empty' })).toEqual({});
  expect(wordsIn({ is: 'formula' })).toEqual({
    says: 'This is a formula. Put an apostrophe (’) before the = to make it text.',
  });
  expect(wordsIn({ is: 'date' })).toEqual({ says: 'Excel made a date of this. Put an apostrophe before it.' });
  expect(wordsIn({ is: 'merged' })).toEqual({
    says: 'This cell is merged with others. Unmerge them and give each figure a cell of its own.',
  });
});

test('a CSV file is a sheet of texts, its separator seen below a title', () => {
  expect(recordsSheet('a.csv', '\uFEFFSpring data\nYear;Reading\nY3;70,5\n')).toEqual({
    name: 'a.csv',
    rows: [[text('Spring data')], [text('Year'), text('Reading')], [text('Y3'), text('70,5')]],
  });
  expect(recordsSheet('a.csv', 'Year,Reading\n  ,70')).toMatchObject({
    rows: [
      [{}, {}],
      [{ is: 'empty' }, {}],
    ],
  });
  expect(recordsSheet('a.csv', 'Year,"Reading\nY3,70')).toHaveProperty('fault');
});

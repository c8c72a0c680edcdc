import { expect, test } from 'vitest';
import { changeMark, changeWords, counted, figureText } from './figures.ts';

test('a change is told by mark and by words, and the two agree', () => {
  expect([changeMark(3.6), changeWords(3.6)]).toEqual(['▲ 4', 'up 3.6']);
  expect([changeMark(-12), changeWords(-12)]).toEqual(['▼ 12', 'down 12']);
});

test('a change too small to be shown is no change', () => {
  expect(changeMark(0.3)).toBe('');
  expect(changeWords(0.04)).toBe('no change');
});

test('floating point leaves no tail on a figure', () => {
  expect(figureText(0.1 + 0.2)).toBe('0.3');
  expect(figureText(64)).toBe('64');
});

test('one is singular and a thousand has its comma', () => {
  expect(counted(1, 'school')).toBe('1 school');
  expect(counted(1315, 'category', 'categories')).toBe('1,315 categories');
});

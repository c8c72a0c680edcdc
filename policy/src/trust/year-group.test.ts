import { expect, test } from 'vitest';
import { yearsInWords } from './year-group.ts';

test.each([
  [['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'], 'Years 1 to 6'],
  [['Y1', 'Y2'], 'Years 1 and 2'],
  [['Y1', 'Y2', 'Y4'], 'Years 1, 2 and 4'],
  [['Y10'], 'Year 10'],
  [['R', 'Y1'], 'Reception and Year 1'],
  [['N', 'R', 'Y1'], 'Nursery, Reception and Year 1'],
  [[], ''],
] as const)('%j together are called %s', (years, name) => {
  expect(yearsInWords(years)).toBe(name);
});

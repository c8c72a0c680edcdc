import { expect, test } from 'vitest';
import { dayInWords } from './day-in-words.ts';

test('a date, or the date of a wall-clock time, is said as people in the trust say it', () => {
  expect(dayInWords('2026-10-02')).toBe('Fri 2 Oct');
  expect(dayInWords('2026-09-08T23:30')).toBe('Tue 8 Sept');
});

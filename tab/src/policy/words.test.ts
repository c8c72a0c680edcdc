import { expect, test } from 'vitest';
import { offsetText, rangeText, yearsText } from './words.ts';

test('an offset is told as days before or after', () => {
  expect(offsetText({ days: -9, at: '17:00' }, 'the due date')).toBe('9 days before the due date, at 17:00');
  expect(offsetText({ days: 1, at: '08:00' }, 'the due date')).toBe('1 day after the due date, at 08:00');
  expect(offsetText({ days: 0, at: '12:00' }, 'the due date')).toBe('On the due date, at 12:00');
});

test('neighbouring year groups are told as a range, others one by one', () => {
  expect(yearsText(['Y1', 'Y2', 'Y3'])).toBe('Year 1 to Year 3');
  expect(yearsText(['Y1', 'Y2'])).toBe('Year 1, Year 2');
  expect(yearsText(['R'])).toBe('Reception');
  expect(yearsText(['R', 'Y1', 'Y2'])).toBe('Reception to Year 2');
});

test('a half term is told by its first and last day', () => {
  expect(rangeText('2026-10-26', '2026-12-18')).toBe('26 Oct 2026 to 18 Dec 2026');
});

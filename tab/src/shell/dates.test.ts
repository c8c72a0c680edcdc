import { expect, test } from 'vitest';
import { apartText, dateText, halfTermText, instantText, londonWall, wallDayText, wallMonthText } from './dates.ts';

test('an instant in summer is shown an hour later than in UTC, one in winter is not', () => {
  expect(instantText('2026-07-01T13:05:00Z')).toBe('1 Jul 2026, 14:05');
  expect(instantText('2026-12-01T13:05:00Z')).toBe('1 Dec 2026, 13:05');
});

test('a wall-clock time stays what it says on both sides of a clock change', () => {
  expect(wallDayText('2026-10-25T01:30')).toBe('Sunday 25 October 2026');
  expect(wallDayText('2027-03-28T01:30')).toBe('Sunday 28 March 2027');
  expect(wallMonthText('2026-09-01T00:00')).toBe('September 2026');
});

test('an instant just after midnight in London belongs to the London day', () => {
  expect(londonWall('2026-07-01T23:30:00Z')).toBe('2026-07-02T00:30');
});

test('a date without a time stays on its day', () => {
  expect(dateText('2026-03-29')).toBe('29 Mar 2026');
});

test('what is no date is shown as it is instead of as an invalid date', () => {
  expect(instantText('soon')).toBe('soon');
});

test('a half term is named as people say it', () => {
  expect(halfTermText('2026-27/autumn-2')).toBe('Autumn 2, 2026-27');
  expect(halfTermText('nonsense')).toBe('nonsense');
});

test('a distance is told in the largest unit that says enough', () => {
  expect(apartText('2026-12-01T08:00:00Z', '2026-12-01T08:01:00Z')).toBe('in 1 minute');
  expect(apartText('2026-12-01T08:00:00Z', '2026-12-02T07:00:00Z')).toBe('in 23 hours');
  expect(apartText('2026-12-09T08:00:00Z', '2026-12-01T08:00:00Z')).toBe('8 days ago');
});

// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { AUTUMN_1, AUTUMN_2 } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { daysBetween, schoolDaysOf, termOf, termsOf, through } from './terms.ts';

describe('the terms of a year (M3)', () => {
  test('hold their half terms in order; a year without dates has none', () => {
    const terms = termsOf({ ...OWLS, calendar: { ...OWLS.calendar } }, '2026-27');
    expect(terms.map(({ name, halfTerms }) => [name, halfTerms.map(({ id }) => id)])).toEqual([
      ['autumn', [AUTUMN_1, AUTUMN_2]],
      ['spring', ['2026-27/spring-1', '2026-27/spring-2']],
      ['summer', ['2026-27/summer-1', '2026-27/summer-2']],
    ]);
    expect(termsOf(OWLS, '2040-41')).toEqual([]);
    expect([termOf('autumn-2'), termOf('half-year-1')]).toEqual(['autumn', 'half-year']);
  });

  test('have the school days that lie in them', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toEqual([
      { date: '2026-12-31', weekday: 4 },
      { date: '2027-01-01', weekday: 5 },
    ]);
    expect(daysBetween('2027-01-02', '2027-01-01')).toEqual([]);
    // Sunday, and Monday 4 January, which is an INSET day.
    expect(schoolDaysOf(OWLS, [{ from: '2027-01-03', to: '2027-01-05' }])).toEqual([
      { date: '2027-01-05', weekday: 2 },
    ]);
  });
});

describe('a day so far through others', () => {
  const days = daysBetween('2026-09-07', '2026-09-18').filter(({ weekday }) => weekday <= 5);

  test('lies so far through those of the weekdays preferred', () => {
    expect([0, 0.5, 0.99, 1].map((fraction) => through(days, [2, 4], fraction))).toEqual([1, 6, 8, 8]);
    expect(through(days, [1], 0.49)).toBe(0);
    expect(through(days, [1], 0.5)).toBe(5);
  });

  test('lies through all of them where no such weekday is there, and is the first of none', () => {
    expect(through(days, [6], 0.5)).toBe(5);
    expect(through([], [1], 0.5)).toBe(0);
  });
});

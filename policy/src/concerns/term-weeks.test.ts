import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { afterTermWeeks } from './term-weeks.ts';

describe('weeks of term', () => {
  test('M38: leave out holidays, and begin with term where they begin in a holiday', () => {
    expect(afterTermWeeks(OWLS, '2026-10-15', 1)).toBe('2026-10-31');
    expect(afterTermWeeks(OWLS, '2026-08-01', 1)).toBe('2026-08-31');
  });

  test('M38: beyond the calendar every day counts', () => {
    expect(afterTermWeeks(OWLS, '2030-01-01', 2)).toBe('2030-01-15');
  });

  test('M38: always: more weeks are later, a later start never ends earlier, and no week is shorter than seven days', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => afterDays('2024-08-01', days));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 40 }), (one, other, weeks) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const end = afterTermWeeks(OWLS, early, weeks);
        expect(end <= afterTermWeeks(OWLS, late, weeks)).toBe(true);
        expect(end < afterTermWeeks(OWLS, early, weeks + 1)).toBe(true);
        expect(end >= afterDays(early, 7 * weeks)).toBe(true);
      }),
    );
  });
});

function afterDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

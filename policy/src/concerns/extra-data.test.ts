import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import type { ExtraDataGiven } from './concern.ts';
import { concern, entry, reached } from './concerns.examples.ts';
import { extraDataDue } from './extra-data.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { afterTermWeeks } from './term-weeks.ts';

const given = (on: string, other: Partial<ExtraDataGiven> = {}): ExtraDataGiven => ({
  concern: 'c-1',
  item: 'on-track',
  on,
  by: 'p-ash',
  figures: { reading: 61 },
  says: 'Slowly up.',
  ...other,
});
const due = (one = concern(), data: readonly ExtraDataGiven[] = []) =>
  extraDataDue(OWLS, OWLS_CONCERNS, one, data).map(({ item, by }) => [item.key, by]);

describe('extra data while a school causes concern', () => {
  test('M19: is first due its weeks of term after the concern was opened', () => {
    expect(due()).toEqual([['on-track', '2026-10-28']]);
  });

  test('M19: is next due its weeks after it was last given; what is given elsewhere does not count', () => {
    expect(due(concern(), [given('2026-10-05'), given('2026-09-21')])).toEqual([['on-track', '2026-11-25']]);
    expect(
      due(concern(), [given('2026-10-05', { concern: 'c-2' }), given('2026-10-05', { item: 'teaching' })]),
    ).toEqual([['on-track', '2026-10-28']]);
  });

  test('M19: a higher level asks more and more often, and raising it never grants an extension', () => {
    const raised = concern({ levels: [reached(1, '2026-09-07'), reached(2, '2026-10-05')] });
    expect(due(raised)).toEqual([
      ['on-track', '2026-09-28'],
      ['teaching', '2026-11-25'],
      ['attendance', '2026-10-28'],
    ]);
  });

  test('M19: ends when the concern is closed', () => {
    expect(due(concern({ closed: entry('2026-10-05') }))).toEqual([]);
  });
});

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

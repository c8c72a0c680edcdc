import { describe, expect, test } from 'vitest';
import { ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { levelReached } from './concern.ts';
import { concern, entry, reached } from './concerns.examples.ts';
import { concernsDisagreements } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { closeConcern } from './escalation.ts';
import { openingLevel } from './opening.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { afterTermWeeks, schoolMoment } from './term-weeks.ts';

describe('what goes before what', () => {
  test('M38: a similar concern opened on the day counts, a name of spaces is none, asked and wanted may be one time', () => {
    const same = concern({ levels: [reached(2, '2026-06-01')], closed: entry('2026-06-01') });
    const given = { urn: ASH.urn, area: 'standards', on: '2026-06-01' };
    expect(openingLevel(OWLS_CONCERNS, [same], given)).toMatchObject({ ok: true, level: 2 });
    expect(closeConcern(OWLS_CONCERNS, concern(), { ...entry('2026-12-07'), by: '  ' })).toMatchObject({
      ok: false,
      says: 'Say who it is by.',
    });
    const once = { ...OWLS_CONCERNS, asked: OWLS_CONCERNS.wanted };
    expect(concernsDisagreements(once)).toEqual([]);
    const odd = { ...OWLS_CONCERNS, askDaysBefore: 14 };
    expect(concernsDisagreements(odd)).toHaveLength(4);
    expect(levelReached(concern({ levels: [reached(2, '2026-09-07'), reached(1, '2026-10-07')] })).level).toBe(2);
  });
});

describe('days', () => {
  test('the latest of some, those not on record left out', () => {
    expect(latestDay('2026-09-07', undefined, '2026-10-01', '2026-09-30')).toBe('2026-10-01');
    expect(latestDay('2026-09-07', undefined)).toBe('2026-09-07');
  });

  test('M38: weeks of term end on the last day of a half term, and go on after the holiday', () => {
    // Autumn 1 ends on Friday 16 October 2026, autumn 2 begins on Monday 26.
    expect(afterTermWeeks(OWLS, '2026-10-09', 1)).toBe('2026-10-16');
    expect(afterTermWeeks(OWLS, '2026-10-10', 1)).toBe('2026-10-26');
    expect(afterTermWeeks(OWLS, '2026-10-16', 1)).toBe('2026-11-01');
    expect(afterTermWeeks(OWLS, '2028-07-07', 1)).toBe('2028-07-14');
  });

  test('a moment on a day off is the next school day’s; beyond the calendar it stays', () => {
    expect(schoolMoment(OWLS, '2026-11-22', '08:00').toString()).toBe('2026-11-23T08:00:00Z');
    expect(schoolMoment(OWLS, '2028-07-07', '08:00').toString()).toBe('2028-07-07T07:00:00Z');
    expect(schoolMoment(OWLS, '2028-07-09', '08:00').toString()).toBe('2028-07-09T07:00:00Z');
  });
});

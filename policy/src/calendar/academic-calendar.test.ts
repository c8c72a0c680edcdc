import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { at } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import {
  academicYearAt,
  dateAt,
  halfTermAfter,
  halfTermAt,
  halfTermBefore,
  halfTermById,
  halfTermLabel,
  halfTerms,
  instantAt,
  isSchoolDay,
} from './academic-calendar.ts';
import { onSchoolDay } from './day-offset.ts';

/** OWLS's calendar as nobody has asked it yet. */
const fresh = () => ({ ...OWLS, calendar: { ...OWLS.calendar } });

describe('the academic calendar (M3)', () => {
  test('knows six half terms of four years, in order of time', () => {
    const all = halfTerms(fresh());
    expect(all).toHaveLength(24);
    expect(all.map(({ from }) => from)).toEqual(all.map(({ from }) => from).toSorted());
    expect(all[0]).toEqual({
      id: '2024-25/autumn-1',
      year: '2024-25',
      name: 'autumn-1',
      from: '2024-08-27',
      to: '2024-10-18',
    });
    expect(all.at(-1)?.id).toBe('2027-28/summer-2');
  });

  test('has 190 days with pupils, less the INSET days within the half terms, in each year from 2026-27', () => {
    const days = (year: string) => {
      const of = halfTerms(OWLS).filter((halfTerm) => halfTerm.year === year);
      let count = 0;
      for (const { from, to } of of) {
        let day = Temporal.PlainDate.from(from);
        for (; day.toString() <= to; day = day.add({ days: 1 })) if (isSchoolDay(OWLS, day.toString())) count += 1;
      }
      return count;
    };
    expect([days('2026-27'), days('2027-28')]).toEqual([190, 190]);
  });

  test('autumn 2 of 2026-27 ends on Friday 18 December', () => {
    expect(halfTermById(OWLS, '2026-27/autumn-2')?.to).toBe('2026-12-18');
    expect(Temporal.PlainDate.from('2026-12-18').dayOfWeek).toBe(5);
  });

  test('in a holiday the half term is the next one', () => {
    expect(halfTermAt(OWLS, at('2026-11-23T09:00'))?.id).toBe('2026-27/autumn-2');
    expect(halfTermAt(OWLS, at('2026-12-18T23:59'))?.id).toBe('2026-27/autumn-2');
    expect(halfTermAt(OWLS, at('2026-12-19T00:00'))?.id).toBe('2026-27/spring-1');
    expect(halfTermAt(OWLS, at('2027-07-20T12:00'))?.id).toBe('2027-28/autumn-1');
    expect(academicYearAt(OWLS, at('2027-07-20T12:00'))).toBe('2027-28');
  });

  test('beyond the years it has dates for there is no half term', () => {
    expect(halfTermAt(OWLS, at('2028-07-08T00:00'))).toBeUndefined();
    expect(academicYearAt(OWLS, at('2030-01-01T00:00'))).toBeUndefined();
    expect(halfTermById(OWLS, '2030-31/autumn-1')).toBeUndefined();
    expect(halfTermBefore(OWLS, '2030-31/autumn-1')).toBeUndefined();
  });

  test('half terms follow each other across the summer', () => {
    expect(halfTermBefore(OWLS, '2026-27/autumn-1')?.id).toBe('2025-26/summer-2');
    expect(halfTermAfter(OWLS, '2026-27/summer-2')?.id).toBe('2027-28/autumn-1');
    expect(halfTermBefore(OWLS, '2024-25/autumn-1')).toBeUndefined();
  });

  test.each([
    ['2026-11-23', true, 'a Monday in term'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-08-31', false, 'the summer bank holiday, within autumn 1'],
    ['2027-01-04', false, 'an INSET day, within spring 1'],
    ['2026-10-20', false, 'a Tuesday in the October holiday'],
    ['2027-05-03', false, 'the early May bank holiday'],
  ])('%s is a school day: %s (%s)', (date, is) => {
    expect(isSchoolDay(fresh(), date)).toBe(is);
  });

  test('a time of day is the same on the wall before and after the clocks change', () => {
    expect(instantAt(OWLS, '2026-10-24', '08:00').toString()).toBe('2026-10-24T07:00:00Z');
    expect(instantAt(OWLS, '2026-10-26', '08:00').toString()).toBe('2026-10-26T08:00:00Z');
  });

  test('the date is the one in London, an hour ahead of UTC in summer', () => {
    expect(dateAt(OWLS, Temporal.Instant.from('2026-09-01T23:30:00Z'))).toBe('2026-09-02');
    expect(dateAt(OWLS, Temporal.Instant.from('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
  });

  test('a half term is called as people call it', () => {
    expect(halfTermLabel('2026-27/autumn-2')).toBe('Autumn 2, 2026-27');
    for (const odd of ['nonsense', '2026-27/autumn', '', '/', '2026-27/-2', '2026-27/autumn-']) {
      expect(halfTermLabel(odd)).toBe(odd);
    }
  });

  test('a message that would fall on a day off waits for the next school day, but not past its latest day', () => {
    const onDay = (date: string, days: number, latest: string) =>
      onSchoolDay(OWLS, date, { days, at: '08:00' }, latest).toString();
    expect(onDay('2026-12-09', 4, '2026-12-18')).toBe('2026-12-14T08:00:00Z');
    expect(onDay('2026-12-18', 1, '2026-12-18')).toBe('2026-12-18T08:00:00Z');
    expect(onDay('2026-10-15', 2, '2026-10-18')).toBe('2026-10-18T07:00:00Z');
    expect(onDay('2028-07-06', 10, '2028-07-07')).toBe('2028-07-07T07:00:00Z');
  });
});

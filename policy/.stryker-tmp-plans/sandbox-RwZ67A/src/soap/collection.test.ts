// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { dateAt, halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { ASH, AUTUMN_2, at, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { collectionState, collectionWindow, fromDue } from './collection.ts';

describe('the collection window (M14)', () => {
  test('of autumn 2 opens on Monday 30 November at 8, is due on 9 December at 5 and closes with the half term', () => {
    const { opens, due, closes } = collectionWindow(OWLS, AUTUMN_2);
    expect(opens).toEqual(at('2026-11-30T08:00'));
    expect(due).toEqual(at('2026-12-09T17:00'));
    expect(closes).toEqual(at('2026-12-18T17:00'));
  });

  test('opens and falls due on school days in every half term, in this order', () => {
    for (const { id } of halfTerms(OWLS)) {
      const { opens, due, closes } = collectionWindow(OWLS, id);
      expect(isSchoolDay(OWLS, dateAt(OWLS, opens)), `${id} opens`).toBe(true);
      expect(isSchoolDay(OWLS, dateAt(OWLS, due)), `${id} is due`).toBe(true);
      expect(opens.epochMilliseconds).toBeLessThan(due.epochMilliseconds);
      expect(due.epochMilliseconds).toBeLessThan(closes.epochMilliseconds);
    }
  });

  test('counts reminders from the due date, on school days', () => {
    expect(fromDue(OWLS, AUTUMN_2, { days: -2, at: '08:00' })).toEqual(at('2026-12-07T08:00'));
    expect(fromDue(OWLS, AUTUMN_2, { days: 4, at: '08:00' })).toEqual(at('2026-12-14T08:00'));
    expect(fromDue(OWLS, AUTUMN_2, { days: 40, at: '08:00' })).toEqual(at('2026-12-18T08:00'));
  });

  test('of a half term without dates can not be told', () => {
    expect(() => collectionWindow(OWLS, '2030-31/autumn-1')).toThrow('no dates for 2030-31/autumn-1');
  });
});

describe('where a return stands (M14)', () => {
  const draft = { ...soapReturn(ASH, AUTUMN_2), savedAt: '', savedBy: '', version: '1' };
  const state = (when: string, other = {}) => collectionState(OWLS, facts(other), ASH.urn, AUTUMN_2, at(when));

  test('not yet open, then waiting, then overdue', () => {
    expect(state('2026-11-30T07:59')).toBe('not yet open');
    expect(state('2026-11-30T08:00')).toBe('waiting');
    expect(state('2026-12-09T17:00')).toBe('waiting');
    expect(state('2026-12-09T17:01')).toBe('overdue');
    expect(state('2027-01-20T12:00')).toBe('overdue');
  });

  test('a draft shows until the due date and does not hide that a return is overdue', () => {
    expect(state('2026-12-01T12:00', { drafts: [draft] })).toBe('draft');
    expect(state('2026-12-10T12:00', { drafts: [draft] })).toBe('overdue');
  });

  test('once returned it is returned, with a newer draft or without', () => {
    const returns = [soapReturn(ASH, AUTUMN_2)];
    expect(state('2026-12-10T12:00', { returns })).toBe('returned');
    expect(state('2026-12-10T12:00', { returns, drafts: [{ ...draft, revision: 2 }] })).toBe('returned');
  });
});

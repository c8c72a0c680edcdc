// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { at } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { askedAsOf } from './asking-times.ts';

describe('people are asked at 8, 12 and 5 on school days', () => {
  test.each([
    ['2026-11-23T07:59', '2026-11-23T00:00', "before the first time, as of the day's beginning"],
    ['2026-11-23T08:00', '2026-11-23T08:00', 'at a time, as of it'],
    ['2026-11-23T11:59', '2026-11-23T08:00', 'between two, as of the earlier'],
    ['2026-11-23T12:00', '2026-11-23T12:00', 'at noon'],
    ['2026-11-23T23:30', '2026-11-23T17:00', 'in the evening, as of the last'],
    ['2026-11-22T12:30', '2026-11-22T00:00', "on a Sunday, as of the day's beginning"],
    ['2026-10-20T12:30', '2026-10-20T00:00', "in a holiday, as of the day's beginning"],
  ])('at %s what is owed is as of %s: %s', (now, asOf) => {
    expect(askedAsOf(OWLS, at(now)).toString()).toBe(at(asOf).toString());
  });
});

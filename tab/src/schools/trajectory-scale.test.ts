import type { Trajectory } from '@owls/policy';
import { expect, test } from 'vitest';
import { placesOf } from './trajectory-scale.ts';

const given: Trajectory = {
  measure: 'maths',
  name: 'Maths in Year 6',
  year: '2026-27',
  past: [
    { year: '2024-25', value: 60, pupils: 30, from: 'published' },
    { year: '2025-26', value: 70, pupils: 30, from: 'published' },
  ],
  line: [
    { halfTerm: '2026-27/autumn-1', figure: 65 },
    { halfTerm: '2026-27/autumn-2' },
    { halfTerm: '2026-27/spring-1' },
  ],
  outlook: { low: 58, middle: 66, high: 74 },
  target: { minimum: 50, aspirational: 90 },
  says: '',
  why: { rule: 'M23', because: [], wouldChange: '' },
};

test('the axis holds figures, range and targets alike', () => {
  const { axis } = placesOf(given, 320, 150);
  expect(axis.from).toBeLessThanOrEqual(50);
  expect(axis.to).toBeGreaterThanOrEqual(90);
});

test('past years stand left of this year, whose range opens at its newest return', () => {
  const { past, line, begins, end, opens } = placesOf(given, 320, 150);
  expect(Math.max(...past.map(({ x }) => x))).toBeLessThan(begins);
  expect(line.map(({ figure }) => figure)).toEqual([65]);
  expect(line[0]?.x).toBeGreaterThan(begins);
  expect(opens).toEqual(line[0]);
  expect(end).toBeGreaterThan(line[0]?.x ?? 0);
});

test('without a return of this year the range opens at the newest past year', () => {
  const line = given.line.map(({ halfTerm }) => ({ halfTerm }));
  expect(placesOf({ ...given, line }, 320, 150).opens?.figure).toBe(70);
  expect(placesOf({ ...given, line, past: [] }, 320, 150).opens).toBeUndefined();
});

test('a column is named by its summer, or by the term where it begins', () => {
  expect(placesOf(given, 320, 150).labels.map(({ says }) => says)).toEqual(['’25', '’26', 'Aut', 'Spr']);
});

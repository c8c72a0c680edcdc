import { expect, test } from 'vitest';
import { ULID, ulid } from '../../src/store/ulid.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');

test('what is made later sorts later, within one second too, whoever knows the time how exactly', () => {
  const made = Array.from({ length: 500 }, (_, n) => ulid(NOON + (n % 3 === 0 ? 0 : n)));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const one of made) expect(one).toMatch(ULID);
});

test('a clock that was put back is believed', () => {
  const later = ulid(NOON + 60_000);
  expect(ulid(NOON) < later).toBe(true);
});

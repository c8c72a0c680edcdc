import { expect, test } from 'vitest';
import type { Undelivered } from './queries.ts';
import { kindOfKey, openOnes } from './words.ts';

const row = (key: string, state: Undelivered['state'], at: string): Undelivered => ({
  key,
  person: 'p',
  name: 'P',
  state,
  reason: '',
  at,
  stillOwed: true,
});

test('only what waits for a decision or for being sent again is open, newest first', () => {
  const rows = [
    row('a', 'unknown', '2026-12-01'),
    row('b', 'arrived', '2026-12-04'),
    row('c', 'resend', '2026-12-03'),
    row('d', 'dismissed', '2026-12-02'),
    row('e', 'unreachable', '2026-12-02'),
  ];
  expect(openOnes(rows).map(({ key }) => key)).toEqual(['c', 'e', 'a']);
});

test('a delivery is named by its kind, an unknown kind in its own words', () => {
  expect(kindOfKey('soap-prompt/2026-27/autumn-2/115850/person')).toBe('SOAP prompt');
  expect(kindOfKey('pulse-card/1')).toBe('pulse card');
});

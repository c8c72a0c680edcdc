import { expect, test } from 'vitest';
import { HALF_TERM_ID, HALF_TERM_NAME } from './half-term.ts';

test.each(['autumn-1', 'summer-2', 'michaelmas-9', 'a-1'])('%s is a half term’s name (M3)', (name) => {
  expect(HALF_TERM_NAME.test(name)).toBe(true);
  expect(HALF_TERM_ID.test(`2026-27/${name}`)).toBe(true);
});

test.each([
  'autumn-0',
  'Autumn-1',
  'autumn-12',
  '-1',
  'autumn',
  'autumn 1',
  ' autumn-1',
  'autumn-1 ',
  'a'.repeat(21).concat('-1'),
])('"%s" is none', (name) => {
  expect(HALF_TERM_NAME.test(name)).toBe(false);
  expect(HALF_TERM_ID.test(`2026-27/${name}`)).toBe(false);
});

test.each(['autumn-1', '26-27/autumn-1', '2026-2027/autumn-1', '2026/27/autumn-1', ' 2026-27/autumn-1'])(
  '"%s" is no half term’s id',
  (id) => {
    expect(HALF_TERM_ID.test(id)).toBe(false);
  },
);

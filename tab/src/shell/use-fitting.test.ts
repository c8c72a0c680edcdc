import { expect, test } from 'vitest';
import { fittingCount } from './use-fitting.ts';

test('all places show where they fit exactly', () => {
  expect(fittingCount([100, 100, 100], 300)).toBe(3);
});

test('where one does not fit, room is kept for the button to the rest', () => {
  expect(fittingCount([100, 100, 100], 299)).toBe(2);
  expect(fittingCount([100, 100, 100], 239)).toBe(1);
});

test('one place shows however narrow the page is', () => {
  expect(fittingCount([100, 100], 20)).toBe(1);
});

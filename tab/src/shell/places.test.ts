import { expect, test } from 'vitest';
import { placeOf, placesFor } from './places.ts';
import { readRoute } from './route.ts';

test('somebody who may do nothing sees the overview and nothing else', () => {
  expect(placesFor({}).map(({ key }) => key)).toEqual(['overview']);
});

test('a place opens when any one of its actions is allowed', () => {
  expect(placesFor({ 'category.propose': true }).map(({ key }) => key)).toEqual(['overview', 'categories']);
  expect(placesFor({ 'category.propose': false }).map(({ key }) => key)).toEqual(['overview']);
});

test('a school’s page stands under Schools in the navigation', () => {
  expect(placeOf(readRoute('school/115850'))).toBe('schools');
  expect(placeOf(readRoute('nowhere-at-all'))).toBeUndefined();
});

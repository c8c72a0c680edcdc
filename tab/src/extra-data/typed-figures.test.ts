import type { ShownExtraData } from '@owls/policy';
import { expect, test } from 'vitest';
import { shownFigure, typedOf } from './typed-figures.ts';

const SHOWN: ShownExtraData = {
  key: 'attendance',
  name: 'Attendance',
  measures: [
    { key: 'attendance', name: 'Attendance', unit: '%', max: 100, label: 'Attendance, %' },
    { key: 'suspensions', name: 'Suspensions', unit: 'count', max: 99, label: 'Suspensions' },
  ],
  given: [],
};
const GIVEN = {
  ...{ urn: '1', item: 'attendance', due: '2026-11-10', says: 'Half were ill.', by: 'p', at: '2026-11-10T10:00:00Z' },
  figures: { attendance: 92.5 },
};

test('the form begins with what was given of the day', () => {
  expect(typedOf(SHOWN)).toEqual({ says: '' });
  const asked = { due: '2026-11-10', wanted: '2026-11-10T17:00:00Z', given: GIVEN };
  expect(typedOf({ ...SHOWN, asked })).toEqual({ attendance: '92.5', says: 'Half were ill.' });
});

test('a figure is shown with its unit', () => {
  expect([shownFigure(92.55, '%'), shownFigure(3, 'count'), shownFigure(undefined, '%')]).toEqual([
    ...['92.6%', '3', 'Not given'],
  ]);
});

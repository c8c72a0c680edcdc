import { OWLS } from '@owls/policy';
import { expect, test } from 'vitest';
import { periodsOf, placeOf } from './periods.ts';

const dates = OWLS.calendar.years.find(({ year }) => year === '2026-27');
if (dates === undefined) throw new Error('The policy has no dates for 2026-27.');
const view = { calendar: { ...dates, bankHolidays: OWLS.calendar.bankHolidays }, meetings: [] };

test('a day between two terms shows the one that follows, a day after all the last', () => {
  const terms = periodsOf('term', view);
  expect(terms.map(({ name }) => name)).toEqual(['Autumn term', 'Spring term', 'Summer term']);
  expect(placeOf(terms, '2026-12-24')).toBe(1);
  expect(placeOf(terms, '2026-08-01')).toBe(0);
  expect(placeOf(terms, '2027-08-20')).toBe(2);
  expect(placeOf([], '2026-12-24')).toBe(0);
});

test('months end on their last day', () => {
  const months = periodsOf('month', view);
  expect(months[placeOf(months, '2027-02-10')]).toEqual({
    name: 'February 2027',
    from: '2027-02-01',
    to: '2027-02-28',
  });
});

import { OWLS } from '@owls/policy';
import { expect, test } from 'vitest';
import { markOf, monthEnd, monthsOf, stepped, termsOf, weeksOf } from './plan-days.ts';

const dates = OWLS.calendar.years.find(({ year }) => year === '2026-27');
if (dates === undefined) throw new Error('The policy has no dates for 2026-27.');
const calendar = { ...dates, bankHolidays: OWLS.calendar.bankHolidays };

test.each([
  ['2026-09-08', undefined],
  ['2026-08-24', 'INSET'],
  ['2026-08-31', 'bank holiday'],
  ['2026-09-12', 'weekend'],
  ['2026-10-20', 'holiday'],
])('%s is marked %s', (date, kind) => {
  expect(markOf(calendar, date)?.kind).toBe(kind);
});

test('half terms make three terms', () => {
  expect(termsOf(calendar).map(({ name, from, to }) => [name, from, to])).toEqual([
    ['Autumn', '2026-08-25', '2026-12-18'],
    ['Spring', '2027-01-04', '2027-03-25'],
    ['Summer', '2027-04-12', '2027-07-09'],
  ]);
});

test('weeks begin on Monday and cover the days asked for', () => {
  const weeks = weeksOf('2026-10-01', '2026-10-31');
  expect(weeks.map(([monday]) => monday)).toEqual([
    '2026-09-28',
    '2026-10-05',
    '2026-10-12',
    '2026-10-19',
    '2026-10-26',
  ]);
  expect(weeks[4]?.at(-1)).toBe('2026-11-01');
});

test('months reach to the meeting in the summer break', () => {
  const months = monthsOf(calendar, [{ start: '2027-08-20T09:00' }]);
  expect([months[0], months.at(-1), months.length]).toEqual(['2026-08', '2027-08', 13]);
  expect(monthEnd('2028-02')).toBe('2028-02-29');
  expect(monthEnd('2026-12')).toBe('2026-12-31');
});

test('a step of a day passes over the weekend, one of a week does not mind', () => {
  expect(stepped('2026-09-11', 1)).toBe('2026-09-14');
  expect(stepped('2026-09-14', -1)).toBe('2026-09-11');
  expect(stepped('2026-09-12', 7)).toBe('2026-09-19');
});

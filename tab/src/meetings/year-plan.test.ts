import type { Meeting } from '@owls/policy';
import { expect, test } from 'vitest';
import { byMonth, entriesOf, progressOf } from './year-plan.ts';

const meeting = (key: string, start: string, title = 'Heads'): Meeting => ({
  key,
  kind: 'strategic',
  year: '2026-27',
  number: 1,
  title,
  start,
  end: start,
  place: 'Office',
  attendees: [],
  reminderMinutes: 60,
  agenda: [],
});
const planned = [meeting('b', '2026-10-06T14:00'), meeting('a', '2026-09-08T14:00'), meeting('c', '2026-10-27T14:00')];
const recorded = [
  { ...meeting('a', '2026-09-09T09:00', 'Moved by hand'), state: 'in calendars' as const, version: '"1"' },
  { ...meeting('x', '2026-11-03T14:00', 'From an older plan'), state: 'cancelled' as const, version: '"1"' },
];

test('what is recorded counts, the plan fills the rest, in order of time', () => {
  const entries = entriesOf({ planned, recorded });
  expect(entries.map(({ meeting: { key }, state }) => [key, state])).toEqual([
    ['a', 'in calendars'],
    ['b', 'planned'],
    ['c', 'planned'],
    ['x', 'cancelled'],
  ]);
  expect(entries[0]?.meeting.title).toBe('Moved by hand');
});

test('progress counts each meeting once', () => {
  expect(progressOf(entriesOf({ planned, recorded }))).toEqual({
    planned: 2,
    agreed: 0,
    inCalendars: 1,
    cancelled: 1,
    total: 4,
  });
});

test('meetings stand under their month', () => {
  const months = byMonth(entriesOf({ planned, recorded: [] }));
  expect(months.map(({ month, entries }) => [month, entries.length])).toEqual([
    ['September 2026', 1],
    ['October 2026', 2],
  ]);
});

import type { PlanMeeting } from '@owls/policy';
import { expect, test } from 'vitest';
import { chosen, EVERYTHING, onDay, takenThen, titleParts } from './plan-filter.ts';

const meeting = (key: string, given: Partial<PlanMeeting> = {}): PlanMeeting => ({
  key,
  kind: 'strategic',
  rule: 'M4',
  year: '2026-27',
  number: 1,
  title: 'Heads',
  start: '2026-09-08T14:00',
  end: '2026-09-08T17:00',
  place: 'Office',
  attendees: ['ceo', 'ann'],
  sentBySchools: [],
  reminderMinutes: 60,
  agenda: [],
  why: { rule: 'M4', because: [], wouldChange: '' },
  state: 'planned',
  answers: [],
  past: false,
  ...given,
});

test('what is chosen narrows the plan, each choice on its own', () => {
  const view = {
    meetings: [
      meeting('a'),
      meeting('b', { kind: 'board', attendees: ['bea'] }),
      meeting('c', { urn: '1', host: '1' }),
      meeting('d', { host: '1', question: 'gone from the calendar' }),
    ],
    troubles: [{ key: 'b', kind: 'nobody' as const, rule: 'M12', says: '', people: [] }],
  };
  const keys = (asked: Partial<typeof EVERYTHING>) =>
    chosen(view, { ...EVERYTHING, ...asked }, 'ann').map(({ key }) => key);
  expect(keys({})).toEqual(['a', 'b', 'c', 'd']);
  expect(keys({ kind: 'board' })).toEqual(['b']);
  expect(keys({ urn: '1' })).toEqual(['c', 'd']);
  expect(keys({ mine: true })).toEqual(['a', 'c', 'd']);
  expect(keys({ wrong: true })).toEqual(['b', 'd']);
});

test('somebody in two meetings that overlap is counted once, cancelled meetings take nobody', () => {
  const others = [
    meeting('b', { start: '2026-09-09T16:00', end: '2026-09-09T18:00' }),
    meeting('c', { start: '2026-09-09T16:30', end: '2026-09-09T18:00', attendees: ['ann'] }),
    meeting('d', { start: '2026-09-09T14:00', end: '2026-09-09T15:00', attendees: ['ceo'], state: 'cancelled' }),
  ];
  expect(takenThen(others, meeting('a'))).toBe(0);
  expect(takenThen(others, onDay(meeting('a'), '2026-09-09'))).toBe(2);
});

test('a title is cut only where it names a school or cluster', () => {
  expect(titleParts(meeting('a', { title: 'Head and CEO: Oakfield', urn: '1' }))).toEqual({
    what: 'Head and CEO',
    whose: 'Oakfield',
  });
  expect(titleParts(meeting('a', { title: 'Training: safeguarding' }))).toEqual({ what: 'Training: safeguarding' });
});

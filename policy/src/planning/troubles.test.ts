import { describe, expect, test } from 'vitest';
import { ASH, CEO, HEAD_ASH, HEAD_BROOK, school } from '../examples/trust.examples.ts';
import type { Gathering } from '../gatherings/gathering.ts';
import { OWLS } from '../owls.ts';
import { meeting } from './planning.examples.ts';
import { dayOff, hasMailbox, troubles } from './troubles.ts';

const LEFT = school('100009', 'Elm Grove Primary School', { left: '2026-12-09' });
const NO_ADDRESS = { ...HEAD_BROOK, email: '' };
const trust = { schools: [ASH, LEFT], people: [CEO, HEAD_ASH, NO_ADDRESS] };
const found = (...meetings: readonly Gathering[]) => troubles(OWLS, trust, meetings);
const both = [CEO.id, HEAD_ASH.id];

describe('what is wrong with one meeting', () => {
  test('nothing with one on a school day, at a school of the trust, of people whom invitations reach', () => {
    expect(found(meeting('a', { attendees: both, host: ASH.urn }))).toEqual([]);
    expect(found(meeting('a', { attendees: both }))).toEqual([]);
  });

  test('M3: it lies on a day off', () => {
    expect(found(meeting('a', { attendees: both, start: '2026-12-25T13:00', end: '2026-12-25T15:00' }))).toEqual([
      { key: 'a', kind: 'day off', rule: 'M3', says: '2026-12-25 is a bank holiday.', people: [] },
    ]);
  });

  test('M5: its host is not in the trust on the day, or nobody knows it', () => {
    const hosted = (host: string, day: string) =>
      found(meeting('a', { rule: 'M5', attendees: both, host, start: `${day}T13:00`, end: `${day}T15:00` }));
    expect(hosted(LEFT.urn, '2026-12-08')).toEqual([]);
    expect(hosted(LEFT.urn, '2026-12-09')).toEqual([
      {
        key: 'a',
        kind: 'host not in the trust',
        rule: 'M5',
        says: 'Elm Grove Primary School is to host it and is not in the trust on 2026-12-09.',
        people: [],
      },
    ]);
    expect(hosted('999999', '2026-12-09').map(({ says }) => says)).toEqual([
      'The school 999999 is to host it and is not in the trust on 2026-12-09.',
    ]);
  });

  test('no invitation reaches some, who are named', () => {
    expect(found(meeting('a', { attendees: [CEO.id, NO_ADDRESS.id, 'p-gone'] }))).toEqual([
      {
        key: 'a',
        kind: 'no mailbox',
        rule: 'M12',
        says: 'No invitation reaches Daniel Osei, p-gone: there is no e-mail address on record.',
        people: [NO_ADDRESS.id, 'p-gone'],
      },
    ]);
  });

  test('nobody is on record to be invited', () => {
    expect(found(meeting('a'))).toEqual([
      { key: 'a', kind: 'nobody', rule: 'M12', says: 'Nobody is on record to be invited.', people: [] },
    ]);
  });
});

test.each([
  ['2026-12-09', undefined],
  ['2026-12-05', '2026-12-05 is at a weekend.'],
  ['2026-12-06', '2026-12-06 is at a weekend.'],
  ['2026-12-25', '2026-12-25 is a bank holiday.'],
  ['2027-01-04', '2027-01-04 is an INSET day.'],
  ['2026-12-29', '2026-12-29 is in a holiday.'],
])('M3: %s is told for what it is, also for a kind that the policy does not know', (date, says) => {
  for (const kind of ['board', 'strategic', 'nothing']) expect(dayOff(OWLS, kind, date)).toBe(says);
});

test('M6: the summer meeting may lie in a holiday, yet not at a weekend, on a bank holiday or an INSET day', () => {
  const on = (date: string) => dayOff(OWLS, 'development', date);
  expect(['2027-07-15', '2026-12-29'].map(on)).toEqual([undefined, undefined]);
  expect(['2027-07-17', '2026-12-25', '2027-01-04'].map(on)).toEqual([
    '2027-07-17 is at a weekend.',
    '2026-12-25 is a bank holiday.',
    '2027-01-04 is an INSET day.',
  ]);
});

test('an invitation reaches whoever has one whole address', () => {
  const reached = ['a@b.org', 'a.b@c.d.org'];
  const not = [
    '',
    'a',
    'a@b',
    '@b.org',
    'a@',
    'a@b.',
    'a b@c.org',
    'a@b c.org',
    'a@@b.org',
    'a@b.org, c@d.org',
    ' a@b.org',
    'a@b.org ',
  ];
  expect(reached.filter((email) => !hasMailbox({ email }))).toEqual([]);
  expect(not.filter((email) => hasMailbox({ email }))).toEqual([]);
  expect(hasMailbox(undefined)).toBe(false);
});

describe('what is wrong between two meetings (M3)', () => {
  const first = meeting('first', { attendees: both, start: '2026-12-09T13:00', end: '2026-12-09T14:00' });
  const second = (start: string, other: Partial<Gathering> = {}) =>
    meeting('second', {
      rule: 'M9',
      attendees: [HEAD_ASH.id],
      start: `2026-12-09T${start}`,
      end: '2026-12-09T15:30',
      place: 'Ash Tree Primary School',
      ...other,
    });

  test('who is in both is in two places, as each of the two says of the other', () => {
    const pair = [
      {
        key: 'first',
        kind: 'two places',
        rule: 'M12',
        says: 'It overlaps with Meeting second, 13:59 to 15:30.',
        with: 'second',
        people: [HEAD_ASH.id],
      },
      {
        key: 'second',
        kind: 'two places',
        rule: 'M9',
        says: 'It overlaps with Meeting first, 13:00 to 14:00.',
        with: 'first',
        people: [HEAD_ASH.id],
      },
    ];
    expect(found(first, second('13:59'))).toEqual(pair);
    expect(found(second('13:59'), first)).toEqual(pair);
    expect(found(first, second('13:59', { place: first.place }))).toEqual(pair);
  });

  test('less than the policy’s minutes between two places leave no time to travel', () => {
    expect(found(first, second('14:10'))).toEqual([
      {
        key: 'first',
        kind: 'no time to travel',
        rule: 'M12',
        says: 'It leaves 10 of the 30 minutes the policy gives for the way to or from Meeting second, 14:10 to 15:30.',
        with: 'second',
        people: [HEAD_ASH.id],
      },
      {
        key: 'second',
        kind: 'no time to travel',
        rule: 'M9',
        says: 'It leaves 10 of the 30 minutes the policy gives for the way to or from Meeting first, 13:00 to 14:00.',
        with: 'first',
        people: [HEAD_ASH.id],
      },
    ]);
    expect(found(first, second('14:00')).map(({ kind }) => kind)).toEqual(['no time to travel', 'no time to travel']);
    expect(found(first, second('14:29'))).toHaveLength(2);
    expect(found(first, second('14:30'))).toEqual([]);
    expect(found(first, second('14:00', { place: first.place }))).toEqual([]);
  });

  test('of two that begin together the one named first is named first', () => {
    expect(found(first, second('13:00')).map(({ key }) => key)).toEqual(['first', 'second']);
    expect(found(second('13:00'), first).map(({ key }) => key)).toEqual(['second', 'first']);
  });

  test('who is in one only, or in each on another day, has no trouble', () => {
    expect(found({ ...first, attendees: [CEO.id] }, second('13:00'))).toEqual([]);
    const next = second('13:00', { start: '2026-12-10T13:00', end: '2026-12-10T14:00' });
    expect(found(first, next)).toEqual([]);
  });

  test('of three at once each clashes with each', () => {
    const clashing = found(first, second('13:00'), { ...first, key: 'third' });
    expect(clashing.map(({ key, with: other }) => `${key} ${other}`)).toEqual([
      'first second',
      'second first',
      'first third',
      'third first',
      'second third',
      'third second',
    ]);
  });
});

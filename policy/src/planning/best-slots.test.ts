import { describe, expect, test } from 'vitest';
import { school } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { bestSlots, type Looking } from './best-slots.ts';
import { meeting } from './planning.examples.ts';

/** A working day of three hours, a start each half hour, half an hour for the way. */
const policy = {
  ...OWLS,
  gatherings: { ...OWLS.gatherings, day: { from: '09:00', to: '12:00', everyMinutes: 30, gapMinutes: 30 } },
};
const BOARD = meeting('board', { start: '2026-12-02T10:00', end: '2026-12-02T11:00', attendees: ['p-a', 'p-b'] });
const looking = (other: Partial<Looking> = {}): Looking => ({
  schools: [],
  meetings: [],
  busy: [],
  now: '2026-09-01T08:00',
  ...other,
});
const starts = (most: number, other: Partial<Looking> = {}, of = BOARD) =>
  bestSlots(policy, of, looking(other), most).map(({ start }) => start);
const days = (other: Partial<Looking> = {}, of = BOARD) => [
  ...new Set(
    starts(1000, other, of)
      .map((start) => start.slice(0, 10))
      .toSorted(),
  ),
];
const on = (start: string, other: Partial<Looking>) =>
  bestSlots(policy, BOARD, looking(other), 1000).find((slot) => slot.start === start);

describe('the best slots for a meeting (M3)', () => {
  test('with everybody free, what is nearest in days and then in time of day comes first', () => {
    expect(bestSlots(policy, BOARD, looking(), 7)).toEqual(
      [
        ['2026-12-02T09:30', '2026-12-02T10:30'],
        ['2026-12-02T10:30', '2026-12-02T11:30'],
        ['2026-12-02T09:00', '2026-12-02T10:00'],
        ['2026-12-02T11:00', '2026-12-02T12:00'],
        ['2026-12-01T10:00', '2026-12-01T11:00'],
        ['2026-12-03T10:00', '2026-12-03T11:00'],
        ['2026-12-01T09:30', '2026-12-01T10:30'],
      ].map(([start, end]) => ({ start, end, busy: [], hurried: [], says: 'All 2 are free.' })),
    );
    expect(bestSlots(policy, BOARD, looking())).toHaveLength(6);
  });

  test('only school days within two weeks are offered, and nothing that has begun', () => {
    const all = days();
    expect([all[0], all.at(-1), all.length]).toEqual(['2026-11-18', '2026-12-16', 21]);
    expect(starts(2, { now: '2026-12-02T10:30' })).toEqual(['2026-12-02T11:00', '2026-12-03T10:00']);
    expect(starts(2, { now: '2026-12-02T10:29' })).toEqual(['2026-12-02T10:30', '2026-12-02T11:00']);
  });

  test('a school’s own meeting, or one that it hosts, is offered only while it belongs', () => {
    const LEAVING = school('100009', 'Elm Grove Primary School', { joined: '2026-12-01', left: '2026-12-04' });
    const schools = [school('100001', 'Ash Tree Primary School', { left: '2026-12-02' }), LEAVING];
    const stay = ['2026-12-01', '2026-12-02', '2026-12-03'];
    expect(days({ schools }, { ...BOARD, urn: LEAVING.urn })).toEqual(stay);
    expect(days({ schools }, { ...BOARD, host: LEAVING.urn })).toEqual(stay);
    expect(days({ schools }, { ...BOARD, urn: LEAVING.urn, host: '100001' })).toEqual(stay);
    expect(days({ schools })).toHaveLength(21);
  });

  test('who is taken counts first, by their own calendar or by another meeting; what only touches does not', () => {
    const busy = [
      { person: 'p-a', start: '2026-12-02T08:00', end: '2026-12-02T09:30' },
      { person: 'p-b', start: '2026-12-02T11:30', end: '2026-12-02T13:00' },
      { person: 'p-c', start: '2026-12-02T08:00', end: '2026-12-02T13:00' },
    ];
    expect(starts(4, { busy })).toEqual([
      '2026-12-02T09:30',
      '2026-12-02T10:30',
      '2026-12-01T10:00',
      '2026-12-03T10:00',
    ]);
    const slot = { start: '2026-12-02T09:00', end: '2026-12-02T10:00' };
    expect(on(slot.start, { busy })).toEqual({ ...slot, busy: ['p-a'], hurried: [], says: '1 of 2 are free.' });
    const meetings = [
      meeting('other', { start: '2026-12-02T08:30', end: '2026-12-02T09:30', attendees: ['p-b', 'p-c'] }),
      { ...BOARD, start: slot.start, end: slot.end },
    ];
    expect(on(slot.start, { busy, meetings })).toEqual({
      ...slot,
      busy: ['p-a', 'p-b'],
      hurried: [],
      says: '0 of 2 are free.',
    });
    const last = starts(1000, { busy, meetings }).at(-1);
    expect(last).toBe(slot.start);
  });

  test('who would be short of the way between places counts next', () => {
    const elsewhere = (start: string, end: string, place = 'Ash Tree Primary School', attendees = ['p-a']) => [
      meeting('other', { start: `2026-12-02T${start}`, end: `2026-12-02T${end}`, place, attendees }),
    ];
    const slot = { start: '2026-12-02T10:30', end: '2026-12-02T11:30' };
    const free = { ...slot, busy: [], hurried: [], says: 'All 2 are free.' };
    const hurried = {
      ...slot,
      busy: [],
      hurried: ['p-a'],
      says: 'All 2 are free, 1 with less than 30 minutes for the way.',
    };
    expect(on(slot.start, { meetings: elsewhere('09:00', '10:00') })).toEqual(free);
    expect(on(slot.start, { meetings: elsewhere('09:00', '10:01') })).toEqual(hurried);
    expect(on(slot.start, { meetings: elsewhere('09:00', '10:30') })).toEqual(hurried);
    expect(on(slot.start, { meetings: elsewhere('11:30', '12:00') })).toEqual(hurried);
    expect(on(slot.start, { meetings: elsewhere('11:59', '12:30') })).toEqual(hurried);
    expect(on(slot.start, { meetings: elsewhere('12:00', '12:30') })).toEqual(free);
    expect(on(slot.start, { meetings: elsewhere('11:30', '12:00', BOARD.place) })).toEqual(free);
    expect(on(slot.start, { meetings: elsewhere('11:30', '12:00', 'Ash Tree', ['p-c']) })).toEqual(free);
    const busy = [{ person: 'p-a', start: '2026-12-02T11:30', end: '2026-12-02T12:00' }];
    expect(on(slot.start, { busy })).toEqual(free);
    expect(on(slot.start, { busy, meetings: elsewhere('09:00', '10:10') })).toEqual(hurried);
    const taken = [{ person: 'p-a', start: '2026-12-02T11:00', end: '2026-12-02T12:00' }];
    expect(on(slot.start, { busy: taken, meetings: elsewhere('09:00', '10:10') })).toEqual({
      ...slot,
      busy: ['p-a'],
      hurried: [],
      says: '1 of 2 are free.',
    });
    expect(starts(3, { meetings: elsewhere('11:00', '12:00') })).toEqual([
      '2026-12-02T09:30',
      '2026-12-02T09:00',
      '2026-12-01T10:00',
    ]);
  });

  test('the other meetings of another day do not count', () => {
    const meetings = [
      meeting('other', { start: '2026-12-03T10:00', end: '2026-12-03T11:00', attendees: ['p-a', 'p-b'] }),
    ];
    expect(on('2026-12-02T10:30', { meetings })?.says).toBe('All 2 are free.');
    expect(on('2026-12-03T10:00', { meetings })?.busy).toEqual(['p-a', 'p-b']);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, school } from '../examples/trust.examples.ts';
import type { Gathering } from '../gatherings/gathering.ts';
import { type MeetingMove, withMoves } from './moves.ts';
import { meeting } from './planning.examples.ts';

const LEFT = school('100009', 'Elm Grove Primary School', { left: '2026-11-01' });
const SCHOOLS = [ASH, BROOK, CEDAR, LEFT];
const turn = (key: string, day: string, { urn, name }: { urn: string; name: string }, other: Partial<Gathering> = {}) =>
  meeting(key, {
    kind: 'advisory',
    start: `${day}T13:00`,
    end: `${day}T15:00`,
    host: urn,
    place: name,
    ...other,
  });
/** Two rounds of three schools, and among them another rotation and another cluster's; not in order of time. */
const ROUNDS = [
  turn('6', '2026-11-19', CEDAR),
  turn('1', '2026-09-10', ASH),
  turn('2', '2026-09-24', BROOK),
  turn('3', '2026-10-08', CEDAR),
  turn('5', '2026-11-05', BROOK),
  turn('4', '2026-10-22', ASH),
  turn('other kind', '2026-09-11', BROOK, { kind: 'network' }),
  turn('other cluster', '2026-09-12', BROOK, { cluster: 'South' }),
];
/** What differs from the rounds as they were: host and place by key. */
const moved = (moves: readonly MeetingMove[], rounds = ROUNDS, schools = SCHOOLS) =>
  withMoves(rounds, schools, moves)
    .filter((one) => JSON.stringify(one) !== JSON.stringify(rounds.find(({ key }) => key === one.key)))
    .map(({ key, host, place, start, end }) => `${key}: ${place} (${host}), ${start} to ${end}`)
    .toSorted();

describe('a meeting moved by hand', () => {
  test('keeps its length, unless its end is given too', () => {
    expect(moved([{ key: '1', start: '2026-09-11T09:30' }])).toEqual([
      '1: Ash Tree Primary School (100001), 2026-09-11T09:30 to 2026-09-11T11:30',
    ]);
    expect(moved([{ key: '1', start: '2026-09-11T09:30', end: '2026-09-11T10:00' }])).toEqual([
      '1: Ash Tree Primary School (100001), 2026-09-11T09:30 to 2026-09-11T10:00',
    ]);
    expect(moved([{ key: 'nothing', start: '2026-09-11T09:30', host: BROOK.urn }])).toEqual([]);
  });

  test('the plan stays in its order, whatever is moved', () => {
    const after = withMoves(ROUNDS, SCHOOLS, [{ key: '1', start: '2027-01-11T09:30', host: BROOK.urn }]);
    expect(after.map(({ key }) => key)).toEqual(ROUNDS.map(({ key }) => key));
  });
});

describe('a host chosen by hand (M5)', () => {
  test('swaps with its own next turn in the same rotation', () => {
    expect(moved([{ key: '1', host: BROOK.urn }])).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
      '2: Ash Tree Primary School (100001), 2026-09-24T13:00 to 2026-09-24T15:00',
    ]);
    expect(moved([{ key: '3', host: BROOK.urn }])).toEqual([
      '3: Brookside Infant School (100002), 2026-10-08T13:00 to 2026-10-08T15:00',
      '5: Cedar Junior School (100003), 2026-11-05T13:00 to 2026-11-05T15:00',
    ]);
  });

  test('swaps with its last turn before where it has none after', () => {
    expect(moved([{ key: '6', host: ASH.urn }])).toEqual([
      '4: Cedar Junior School (100003), 2026-10-22T13:00 to 2026-10-22T15:00',
      '6: Ash Tree Primary School (100001), 2026-11-19T13:00 to 2026-11-19T15:00',
    ]);
  });

  test('leaves turns that were chosen too, and takes those that were only moved in time', () => {
    expect(
      moved([
        { key: '2', host: BROOK.urn },
        { key: '1', host: BROOK.urn },
      ]),
    ).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
      '5: Ash Tree Primary School (100001), 2026-11-05T13:00 to 2026-11-05T15:00',
    ]);
    expect(
      moved([
        { key: '2', start: '2026-09-25T13:00' },
        { key: '1', host: BROOK.urn },
      ]),
    ).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
      '2: Ash Tree Primary School (100001), 2026-09-25T13:00 to 2026-09-25T15:00',
    ]);
  });

  test('counts from where the meeting is moved to', () => {
    expect(moved([{ key: '1', start: '2026-10-01T13:00', host: BROOK.urn }])).toEqual([
      '1: Brookside Infant School (100002), 2026-10-01T13:00 to 2026-10-01T15:00',
      '5: Ash Tree Primary School (100001), 2026-11-05T13:00 to 2026-11-05T15:00',
    ]);
  });

  test('is left out where it hosts already, nobody knows it, or it is not in the trust on the day', () => {
    expect(moved([{ key: '1', host: ASH.urn }])).toEqual([]);
    expect(moved([{ key: '1', host: '999999' }])).toEqual([]);
    expect(moved([{ key: '6', host: LEFT.urn }])).toEqual([]);
    const leaving = { ...LEFT, left: '2026-09-10' };
    expect(moved([{ key: '1', host: LEFT.urn }], ROUNDS, [ASH, BROOK, CEDAR, leaving])).toEqual([]);
    expect(moved([{ key: '1', host: LEFT.urn }])).toEqual([
      '1: Elm Grove Primary School (100009), 2026-09-10T13:00 to 2026-09-10T15:00',
    ]);
  });

  test('takes the turn alone where the other school is not in the trust at that turn', () => {
    const schools = [{ ...ASH, left: '2026-09-24' }, BROOK, CEDAR];
    expect(moved([{ key: '1', host: BROOK.urn }], ROUNDS, schools)).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
    ]);
    expect(moved([{ key: '1', host: BROOK.urn }], ROUNDS, [BROOK, CEDAR])).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
    ]);
  });

  test('swaps nothing for a meeting about one school, nor with another cluster’s rotation', () => {
    const about = ROUNDS.map((one) => ({ ...one, urn: ASH.urn }));
    expect(moved([{ key: '1', host: BROOK.urn }], about)).toEqual([
      '1: Brookside Infant School (100002), 2026-09-10T13:00 to 2026-09-10T15:00',
    ]);
    expect(moved([{ key: 'other cluster', host: ASH.urn }])).toEqual([
      'other cluster: Ash Tree Primary School (100001), 2026-09-12T13:00 to 2026-09-12T15:00',
    ]);
  });
});

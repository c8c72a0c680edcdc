import { describe, expect, test } from 'vitest';
import { ASH, CEO } from '../examples/trust.examples.ts';
import { agreedGathering } from './gatherings.examples.ts';
import { areasFoundBy, minutesOf } from './kept-minutes.ts';
import type { MeetingPoint, MinutesSheet, PointKind } from './meeting-point.ts';

const FIRST = agreedGathering();
const point = (id: string, kind: PointKind, text: string, other: Partial<MeetingPoint> = {}): MeetingPoint => ({
  ...{ id, kind, text, meeting: FIRST.key, by: CEO.id, at: `2026-09-09T09:0${id}:00Z`, version: '1' },
  ...other,
});
const sheet = (state: MinutesSheet['state'], gathering = FIRST.key): MinutesSheet => ({
  ...{ gathering, state, attended: [CEO.id], because: state === 'not held' ? 'Snow' : '' },
  ...{ by: CEO.id, at: '2026-09-10T10:40:00Z', version: '1' },
});

describe('minutes that are kept', () => {
  const points = [
    point('2', 'decision', 'Second'),
    point('1', 'decision', 'First'),
    point('3', 'priority', 'Writing'),
    point('4', 'development area', 'Phonics'),
    point('5', 'agenda item', 'Not minuted'),
    point('6', 'decision', 'Of another', { meeting: 'other' }),
  ];

  test('a draft counts for nothing; what was held has its points in the order they were made', () => {
    expect(minutesOf([FIRST], [sheet('draft')], points)).toEqual([]);
    expect(minutesOf([FIRST], [sheet('held')], points)).toEqual([
      {
        ...{ gathering: FIRST.key, state: 'held', attended: [CEO.id], by: CEO.id, at: '2026-09-10T10:40:00Z' },
        ...{ on: '2026-09-09', decisions: ['First', 'Second'], priorities: ['Writing'], developmentAreas: ['Phonics'] },
      },
    ]);
    expect(minutesOf([FIRST], [sheet('not held')], points)).toEqual([
      { gathering: FIRST.key, state: 'not held', because: 'Snow', by: CEO.id, at: '2026-09-10T10:40:00Z' },
    ]);
  });

  test('without points there are none, and a meeting nobody knows was on the day its minutes were kept', () => {
    expect(minutesOf([FIRST], [sheet('held')], [])).toMatchObject([
      { decisions: [], priorities: [], developmentAreas: [] },
    ]);
    expect(minutesOf([], [sheet('held')], [])).toMatchObject([{ on: '2026-09-10' }]);
  });

  test('points of one moment stand in the order of their ids', () => {
    const same = { at: '2026-09-09T09:00:00Z' };
    const two = [point('b', 'decision', 'B', same), point('a', 'decision', 'A', same)];
    expect(minutesOf([FIRST], [sheet('held')], two)).toMatchObject([{ decisions: ['A', 'B'] }]);
  });

  test('M5: only what advisory heads found and minuted goes to the next visits', () => {
    const advisory = { ...FIRST, rule: 'M5' };
    const found = [
      point('1', 'development area', 'Phonics', { urn: ASH.urn }),
      point('2', 'decision', 'No'),
      point('3', 'development area', 'Spelling'),
      point('4', 'development area', 'Elsewhere', { meeting: 'other' }),
    ];
    expect(areasFoundBy([advisory], [sheet('held'), sheet('held', 'other')], found)).toEqual([
      { key: 'area/1', urn: ASH.urn, text: 'Phonics', from: 'advisory meeting', foundOn: '2026-09-09' },
      { key: 'area/3', text: 'Spelling', from: 'advisory meeting', foundOn: '2026-09-09' },
    ]);
    expect(areasFoundBy([advisory], [sheet('draft')], found)).toEqual([]);
    expect(areasFoundBy([FIRST], [sheet('held')], found)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, CLUSTER_NORTH, HEAD_ASH } from '../examples/trust.examples.ts';
import { agreedGathering, FULL } from '../gatherings/gatherings.examples.ts';
import { areasFoundBy, minutesOf } from '../gatherings/kept-minutes.ts';
import type { MeetingPoint, MinutesSheet, PointKind } from '../gatherings/meeting-point.ts';
import { OWLS } from '../owls.ts';
import { recordedGatherings } from '../planning/recorded.ts';
import { type GatheringsKept, gatheringView, type KeptAction, myGatherings } from './gathering.ts';

const FIRST = agreedGathering();
const NEXT = agreedGathering({
  key: 'improvement-team/2026-27/2',
  number: 2,
  start: '2026-09-23T09:00',
  end: '2026-09-23T10:30',
});
const NOW = at('2026-09-21T09:00');

const point = (id: string, kind: PointKind, text: string, other: Partial<MeetingPoint> = {}): MeetingPoint => ({
  ...{ id, kind, text, meeting: FIRST.key, by: CEO.id, at: `2026-09-09T09:0${id}:00Z`, version: '1' },
  ...other,
});
const sheet = (state: MinutesSheet['state'], gathering = FIRST.key): MinutesSheet => ({
  ...{ gathering, state, attended: [CEO.id], because: state === 'not held' ? 'Snow' : '' },
  ...{ by: CEO.id, at: '2026-09-09T10:40:00Z', version: '1' },
});
const action = (id: string, other: Partial<KeptAction> = {}): KeptAction => ({
  ...{ id, meeting: FIRST.key, text: `Do ${id}`, owner: CLUSTER_NORTH.id, by: '2026-09-30', version: '1' },
  ...other,
});
const kept = (other: Partial<GatheringsKept>): GatheringsKept => ({
  gatherings: [FIRST, NEXT],
  ...{ minutes: [], actions: [], delegates: [], apologies: [], points: [], sheets: [] },
  ...other,
});
const view = (other: Partial<GatheringsKept>, reader = CEO, key = NEXT.key) =>
  gatheringView(OWLS, FULL, kept(other), reader, key, NOW);
const pointsOf = (shown: ReturnType<typeof view>, title: string) =>
  shown?.agenda.find((item) => item.title.startsWith(title))?.points;

describe('minutes that are kept', () => {
  const points = [point('2', 'decision', 'Second'), point('1', 'decision', 'First'), point('3', 'priority', 'Writing')];

  test('a draft counts for nothing; what was held has its points in the order they were made', () => {
    expect(minutesOf([FIRST], [sheet('draft')], points)).toEqual([]);
    expect(minutesOf([FIRST], [sheet('held')], points)).toMatchObject([
      { state: 'held', on: '2026-09-09', decisions: ['First', 'Second'], priorities: ['Writing'] },
    ]);
    expect(minutesOf([FIRST], [sheet('not held')], points)).toMatchObject([{ state: 'not held', because: 'Snow' }]);
  });

  test('M5: only what advisory heads found and minuted goes to the next visits', () => {
    const advisory = { ...FIRST, rule: 'M5' };
    const found = [point('1', 'development area', 'Phonics', { urn: ASH.urn }), point('2', 'decision', 'No')];
    expect(areasFoundBy([advisory], [sheet('held')], found)).toEqual([
      { key: 'area/1', urn: ASH.urn, text: 'Phonics', from: 'advisory meeting', foundOn: '2026-09-09' },
    ]);
    expect(areasFoundBy([advisory], [sheet('draft')], found)).toEqual([]);
    expect(areasFoundBy([FIRST], [sheet('held')], found)).toEqual([]);
  });
});

describe('a meeting', () => {
  test('M9: reviews what its series agreed: open, or done since last time, never what another series did', () => {
    const actions = [
      action('a'),
      action('b', { done: '2026-09-15' }),
      action('c', { done: '2026-09-01' }),
      action('d', { meeting: 'board/2026-27/autumn' }),
    ];
    expect(view({ actions })?.review.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(pointsOf(view({ actions }), 'Actions still open')).toEqual([
      `Do a (${CLUSTER_NORTH.name}, by 2026-09-30)`,
      `Done: Do b (${CLUSTER_NORTH.name}, by 2026-09-30)`,
    ]);
  });

  test('M6: carries the priorities the summer meeting of its year agreed, and no other year’s', () => {
    const summer = { ...FIRST, key: 'development/2026-27', kind: 'development', rule: 'M6' };
    const minutes = minutesOf(
      [summer],
      [sheet('held', summer.key)],
      [point('1', 'priority', 'Writing for all', { meeting: summer.key })],
    );
    const shown = (year: string) =>
      pointsOf(view({ gatherings: [summer, { ...NEXT, year }], minutes }), 'Improvement projects');
    expect(shown('2026-27')).toEqual(['Writing for all']);
    expect(shown('2027-28')).toEqual([]);
  });

  test('M1: shows each reader only schools that are theirs to see, and nothing to who is not of it', () => {
    const points = [point('1', 'development area', 'Phonics', { urn: ASH.urn, meeting: 'advisory/2026-27/1' })];
    const advisory = { ...FIRST, key: 'advisory/2026-27/1', kind: 'advisory', rule: 'M5' };
    const review = {
      ...NEXT,
      kind: 'school-review',
      rule: 'M8',
      key: 'school-review/x',
      attendees: [CEO.id, 'nobody'],
    };
    const given = { gatherings: [advisory, review], points, sheets: [sheet('held', advisory.key)] };
    expect(pointsOf(view(given, CEO, review.key), 'What to develop')).toEqual([`${ASH.name}: Phonics`]);
    const guest = { id: 'nobody', name: 'A guest', email: 'guest@trust.example', roles: [] };
    expect(pointsOf(view(given, guest, review.key), 'What to develop')).toEqual([]);
    expect(view(given, guest, review.key)).toMatchObject({ owners: [{ id: CEO.id }], schools: [] });
    expect(view({}, HEAD_ASH)).toBeUndefined();
  });

  test('says who cannot come and who comes instead, and who may end its minutes', () => {
    const away = {
      gathering: NEXT.key,
      person: CLUSTER_NORTH.id,
      instead: 'Sam Reed',
      because: 'Ill',
      at: NOW.toString(),
    };
    expect(view({ apologies: [away] })).toMatchObject({
      people: [
        { id: CEO.id, leads: true },
        { id: CLUSTER_NORTH.id, away: { instead: 'Sam Reed', because: 'Ill' } },
      ],
      may: { write: true, conclude: true },
    });
    expect(view({ apologies: [away] }, CLUSTER_NORTH)).toMatchObject({
      you: { invited: true, away: true },
      may: { write: true, conclude: false },
    });
  });

  test('M4: of the cadence of heads is one like the others', () => {
    const { rule: _, sentBySchools: __, ...row } = { ...NEXT, kind: 'strategic', key: 'strategic/2026-27/1' };
    expect(recordedGatherings(OWLS, [row])).toMatchObject([{ rule: 'M4', sentBySchools: [] }]);
    const shown = view({ gatherings: recordedGatherings(OWLS, [row]) }, CEO, row.key);
    expect(shown?.agenda.map(({ title }) => title)).toEqual(OWLS.meetings[0]?.agenda);
  });

  test('the side panel opens with the one that is on, else the next', () => {
    expect(myGatherings(OWLS, kept({}), CEO, NOW).nearest).toBe(NEXT.key);
    expect(myGatherings(OWLS, kept({}), CEO, at('2026-09-09T10:00')).nearest).toBe(FIRST.key);
    expect(myGatherings(OWLS, kept({}), HEAD_ASH, NOW)).toMatchObject({ meetings: [], nearest: undefined });
  });
});

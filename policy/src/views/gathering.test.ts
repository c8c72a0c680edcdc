import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, CLUSTER_NORTH, HEAD_ASH, ofSchool, person } from '../examples/trust.examples.ts';
import { agreedGathering, FULL } from '../gatherings/gatherings.examples.ts';
import { areasFoundBy, minutesOf } from '../gatherings/kept-minutes.ts';
import type { MeetingPoint, MinutesSheet, PointKind } from '../gatherings/meeting-point.ts';
import { OWLS } from '../owls.ts';
import { recordedGatherings } from '../planning/recorded.ts';
import { type GatheringsKept, gatheringOfChat, gatheringView, type KeptAction, myGatherings } from './gathering.ts';

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
const kept = (other: Partial<GatheringsKept>): GatheringsKept => {
  const { gatherings = [FIRST, NEXT], sheets = [], points = [] } = other;
  const areasFound = areasFoundBy(gatherings, sheets, points);
  return { gatherings, sheets, points, areasFound, minutes: [], actions: [], delegates: [], apologies: [], ...other };
};
const view = (other: Partial<GatheringsKept>, reader = CEO, key = NEXT.key) =>
  gatheringView(OWLS, FULL, kept(other), reader, key, NOW);
const pointsOf = (shown: ReturnType<typeof view>, title: string) =>
  shown?.agenda.find((item) => item.title.startsWith(title))?.points;

describe('a meeting', () => {
  test('M9: reviews what its series agreed: open, or done since last time, never what another series did', () => {
    const actions = [
      action('a'),
      action('b', { done: '2026-09-15' }),
      action('c', { done: '2026-09-01' }),
      action('d', { meeting: 'board/2026-27/autumn' }),
    ];
    expect(view({ actions })?.review.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(pointsOf(view({ actions }), 'Actions still open')).toEqual([`Do a (${CLUSTER_NORTH.name}, by Wed 30 Sept)`]);
    expect(pointsOf(view({ actions }), 'Done since last time')).toEqual([
      `Do b (${CLUSTER_NORTH.name}, by Wed 30 Sept)`,
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

  test('M9: tells who could not come that it is at another time now', () => {
    const away = { gathering: NEXT.key, person: CEO.id, instead: '', because: '', at: '2026-09-20T09:00:00Z' };
    const you = (about: string) => view({ apologies: [{ ...away, about }] })?.you;
    expect(you('2026-09-22T09:00')).toEqual({ invited: true, away: true, awayFrom: '2026-09-22T09:00' });
    expect(you(NEXT.start)).toEqual({ invited: true, away: true });
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

  test('M9: as its chair sees it, from agenda to actions', () => {
    const about = { host: ASH.urn, place: ASH.name, recorder: CLUSTER_NORTH.id };
    const next = { ...NEXT, ...about, attendees: [CEO.id, CLUSTER_NORTH.id, HEAD_ASH.id, 'p-gone'] };
    const given: Partial<GatheringsKept> = {
      gatherings: [FIRST, next],
      apologies: [
        { gathering: next.key, person: CLUSTER_NORTH.id, instead: '', because: 'Ill', at: NOW.toString() },
        { gathering: FIRST.key, person: CEO.id, instead: '', because: 'Away', at: NOW.toString() },
      ],
      delegates: [
        { gathering: next.key, urn: ASH.urn, names: ['Pat Lane'], at: NOW.toString(), by: HEAD_ASH.id },
        { gathering: next.key, urn: '999999', names: [], at: NOW.toString(), by: HEAD_ASH.id },
        { gathering: FIRST.key, urn: ASH.urn, names: ['Lee Marsh'], at: NOW.toString(), by: HEAD_ASH.id },
      ],
      points: [
        point('2', 'decision', 'Second', { meeting: next.key, by: 'p-gone' }),
        point('1', 'development area', 'Phonics', { meeting: next.key, urn: ASH.urn }),
        point('3', 'development area', 'Spelling', { meeting: next.key, urn: '999999' }),
        point('4', 'decision', 'Of another meeting'),
      ],
      sheets: [sheet('held'), sheet('draft', next.key)],
      actions: [
        action('b', { meeting: next.key }),
        action('c', { meeting: next.key, by: '2026-09-25', owner: 'p-gone' }),
        action('a', { meeting: next.key }),
        action('z'),
      ],
    };
    const meetings = [
      { ...next, answers: [{ person: HEAD_ASH.id, answer: 'declined' as const, at: NOW.toString() }] },
      { ...FIRST, answers: [{ person: CEO.id, answer: 'declined' as const, at: NOW.toString() }] },
    ];
    const shown = gatheringView(OWLS, { ...FULL, meetings }, kept(given), CEO, next.key, NOW);
    const { agenda, owners, ...rest } = shown ?? { agenda: [], owners: [] };
    expect(rest).toEqual({
      asOf: NOW.toString(),
      meeting: {
        key: next.key,
        kind: 'improvement-team',
        rule: 'M9',
        title: 'School improvement team',
        start: '2026-09-23T09:00',
        end: '2026-09-23T10:30',
        place: ASH.name,
        state: 'in calendars',
      },
      school: { urn: ASH.urn, name: ASH.name, cluster: 'North' },
      begun: false,
      people: [
        { id: CEO.id, name: 'Rowan Ellery', leads: true },
        { id: CLUSTER_NORTH.id, name: 'Tomas Arden', leads: false, away: { instead: '', because: 'Ill' } },
        {
          id: HEAD_ASH.id,
          name: 'Harriet Coombe',
          leads: false,
          away: { instead: '', because: 'Declined the invitation.' },
        },
        { id: 'p-gone', name: 'somebody who has left', leads: false },
      ],
      sent: [
        { school: ASH.name, names: ['Pat Lane'] },
        { school: '999999', names: [] },
      ],
      points: [
        {
          ...point('1', 'development area', 'Phonics', { meeting: next.key, urn: ASH.urn }),
          byName: 'Rowan Ellery',
          school: ASH.name,
        },
        {
          ...point('2', 'decision', 'Second', { meeting: next.key, by: 'p-gone' }),
          byName: 'somebody who has left',
        },
        {
          ...point('3', 'development area', 'Spelling', { meeting: next.key, urn: '999999' }),
          byName: 'Rowan Ellery',
        },
      ],
      sheet: sheet('draft', next.key),
      actions: [
        {
          ...action('c', { meeting: next.key, by: '2026-09-25', owner: 'p-gone' }),
          ownerName: 'somebody who has left',
        },
        { ...action('a', { meeting: next.key }), ownerName: 'Tomas Arden' },
        { ...action('b', { meeting: next.key }), ownerName: 'Tomas Arden' },
      ],
      review: [{ ...action('z'), ownerName: 'Tomas Arden' }],
      you: { invited: true, away: false },
      may: { write: true, conclude: true },
      schools: FULL.schools.map(({ urn, name }) => ({ urn, name })),
    });
    expect(agenda.map(({ title }) => title)).toEqual([
      'Schools: what is new',
      'Off track',
      'Improvement projects: found, under way, evaluated',
      'How we work, and what to refine',
      'Actions still open',
    ]);
    expect(owners.map(({ name }) => name)).toEqual([
      'Harriet Coombe',
      'Rowan Ellery',
      'Tomas Arden',
      'Beatrice Holm',
      'Daniel Osei',
      'Imogen Vale',
      'Mary Kettle',
      'Priya Lowe',
    ]);
  });

  test('has begun from its first minute on, is held in no school where none is named, and has no sheet before one is', () => {
    const begun = (moment: string) => gatheringView(OWLS, FULL, kept({}), CEO, NEXT.key, at(moment))?.begun;
    expect(['2026-09-23T08:59', '2026-09-23T09:00', '2026-09-23T12:00'].map(begun)).toEqual([false, true, true]);
    expect([view({})?.school, view({})?.sheet, view({ sheets: [sheet('held')] })?.sheet]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const own = { ...NEXT, urn: ASH.urn };
    expect(view({ gatherings: [own] })?.school?.name).toBe(ASH.name);
  });

  test('M1: is found by its chat in Teams by its people, and by nobody else', () => {
    const chat = '19:meeting_abc@thread.v2';
    const gatherings = [FIRST, { ...NEXT, chat }, agreedGathering({ key: 'other', chat: '19:meeting_x@thread.v2' })];
    const here = (reader: typeof CEO, asked: string) => gatheringOfChat(OWLS, FULL, { gatherings }, reader, asked);
    expect(here(CEO, chat)).toBe(NEXT.key);
    expect(here(HEAD_ASH, chat)).toBeUndefined();
    expect(here(CEO, '19:meeting_unknown@thread.v2')).toBeUndefined();
    expect(here(CEO, '')).toBeUndefined();
  });

  test('M1: who reads schools by their own right sees those alone', () => {
    const governor = person('p-gov', 'A governor', ['governor-chair', ofSchool(ASH.urn)]);
    const schools = (reader: typeof CEO) =>
      view({ gatherings: [{ ...NEXT, attendees: [CEO.id, reader.id] }] }, reader)?.schools;
    expect(schools(governor)).toEqual([{ urn: ASH.urn, name: ASH.name }]);
  });

  test('M4: an item of the heads’ agenda is filled from where the policy says', () => {
    const { rule: _, sentBySchools: __, ...row } = { ...NEXT, kind: 'strategic', key: 'strategic/2026-27/1' };
    const [strategic, ...rest] = OWLS.meetings;
    if (!strategic) throw new Error('OWLS has meetings.');
    const meetings = [
      ...rest,
      {
        ...strategic,
        agenda: ['Anything', 'What we agreed'],
        agendaFrom: { 'What we agreed': 'openActions' as const },
      },
    ];
    const earlier = { ...FIRST, kind: 'strategic' };
    const items = gatheringView(
      { ...OWLS, meetings },
      FULL,
      kept({ gatherings: [earlier, ...recordedGatherings(OWLS, [row])], actions: [action('a')] }),
      CEO,
      row.key,
      NOW,
    )?.agenda;
    expect(items).toEqual([
      { title: 'Anything', points: [] },
      { title: 'What we agreed', points: [`Do a (${CLUSTER_NORTH.name}, by Wed 30 Sept)`] },
    ]);
    const unknown = { ...FIRST, kind: 'nothing', key: 'nothing/1', agenda: ['As it was sent'] };
    expect(view({ gatherings: [unknown] }, CEO, unknown.key)?.agenda).toEqual([
      { title: 'As it was sent', points: [] },
    ]);
  });
});

describe('the meetings of one person', () => {
  const on = (key: string, start: string, other: Partial<typeof FIRST> = {}) =>
    agreedGathering({ key, start, end: `${start.slice(0, 11)}23:00`, ...other });
  const mine = (gatherings: readonly (typeof FIRST)[], reader = CEO, now = NOW) =>
    myGatherings(OWLS, kept({ gatherings }), reader, now);
  const keys = (found: ReturnType<typeof mine>) => found.meetings.map(({ key }) => key);

  test('are those from a week ago to three weeks ahead, in order of time', () => {
    const all = [
      on('last', '2026-10-12T08:59'),
      on('too late', '2026-10-12T09:00'),
      on('too early', '2026-09-14T09:00'),
      on('first', '2026-09-14T09:01'),
      on('cancelled', '2026-09-22T09:00', { state: 'cancelled' }),
      on('another’s', '2026-09-22T09:00', { attendees: [CLUSTER_NORTH.id] }),
      on('between', '2026-09-30T09:00', { attendees: [CLUSTER_NORTH.id], recorder: CEO.id }),
    ];
    expect(mine(all)).toEqual({
      asOf: NOW.toString(),
      meetings: [
        ['first', '2026-09-14T09:01'],
        ['between', '2026-09-30T09:00'],
        ['last', '2026-10-12T08:59'],
      ].map(([key, start = '']) => ({
        key,
        title: 'School improvement team',
        start,
        end: `${start.slice(0, 11)}23:00`,
        place: 'Trust office and online',
      })),
      nearest: 'between',
    });
  });

  test('the nearest is on until it ends; where all have ended it is the last', () => {
    const two = [
      on('1', '2026-09-15T09:00', { end: '2026-09-15T10:00' }),
      on('2', '2026-09-16T09:00', { end: '2026-09-16T10:00' }),
    ];
    expect(mine(two, CEO, at('2026-09-15T09:59')).nearest).toBe('1');
    expect(mine(two, CEO, at('2026-09-15T10:00')).nearest).toBe('2');
    expect(mine(two).nearest).toBe('2');
    expect(keys(mine(two, HEAD_ASH))).toEqual([]);
  });

  test('the last of several is shown where all have ended', () => {
    const three = ['15', '16', '17'].map((day) => on(day, `2026-09-${day}T09:00`, { end: `2026-09-${day}T10:00` }));
    expect(mine(three.toReversed()).nearest).toBe('17');
  });

  test('M1: of several meetings in one chat the newest is found', () => {
    const chat = '19:meeting_abc@thread.v2';
    const gatherings = ['15', '17', '16'].map((day) => on(day, `2026-09-${day}T09:00`, { chat }));
    expect(gatheringOfChat(OWLS, FULL, { gatherings }, CEO, chat)).toBe('17');
  });

  test('M9: who declined this meeting in Outlook is away from it; who accepted it, or declined another, comes', () => {
    const answer = (id: string, said: 'accepted' | 'declined') => ({ person: id, answer: said, at: NOW.toString() });
    const meetings = [
      { ...FIRST, answers: [answer(CEO.id, 'declined')] },
      { ...NEXT, answers: [answer(CEO.id, 'accepted'), answer(CLUSTER_NORTH.id, 'declined')] },
    ];
    const shown = gatheringView(OWLS, { ...FULL, meetings }, kept({}), CEO, NEXT.key, NOW);
    expect(shown?.people.map(({ id, away }) => [id, away?.because])).toEqual([
      [CEO.id, undefined],
      [CLUSTER_NORTH.id, 'Declined the invitation.'],
    ]);
  });
});

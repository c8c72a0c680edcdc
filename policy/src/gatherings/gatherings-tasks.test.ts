import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { agreedGathering, CHAIR, FULL, planned } from './gatherings.examples.ts';
import { type GatheringsRecords, gatheringsTasks } from './gatherings-tasks.ts';
import type { Action } from './meeting-action.ts';
import type { Minutes } from './minutes.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

const TEAM = agreedGathering();
const held = (gathering: string, priorities: readonly string[] = []): Minutes => ({
  gathering,
  state: 'held',
  on: '2026-09-09',
  attended: [CEO.id],
  decisions: [],
  priorities,
  developmentAreas: [],
  by: CEO.id,
  at: '2026-09-09T12:00:00Z',
});
const ACTION: Action = {
  id: 'a1',
  meeting: TEAM.key,
  text: 'Share the maths plan',
  owner: HEAD_ASH.id,
  by: '2026-09-30',
};

const records = (other: Partial<GatheringsRecords>): GatheringsRecords => ({
  gatherings: [TEAM],
  minutes: [held(TEAM.key)],
  actions: [],
  delegates: [],
  apologies: [],
  areasFound: [],
  ...other,
});
const tasks = (given: Partial<GatheringsRecords>, wallClock: string, known: Facts = FULL) =>
  gatheringsTasks(OWLS, OWLS_GATHERINGS, known, records(given), at(wallClock));
const keys = (given: Partial<GatheringsRecords>, wallClock: string, known: Facts = FULL) =>
  tasks(given, wallClock, known).map(({ key }) => key);

describe('minutes', () => {
  test('M9: are asked of the chair on the school day after, until they are there or six weeks have passed', () => {
    expect(keys({ minutes: [] }, '2026-09-10T07:59')).toEqual([]);
    expect(tasks({ minutes: [] }, '2026-09-10T08:00')).toStrictEqual([
      {
        kind: 'task',
        rule: 'M9',
        person: CEO.id,
        since: '2026-09-10T07:00:00Z',
        by: '2026-09-14T16:00:00Z',
        key: `minutes/${TEAM.key}`,
        title: 'Record what came of School improvement team on Wed 9 Sept',
        because: 'School improvement team was planned for 2026-09-09 and nothing is recorded of it yet.',
        otherwise: 'It counts as not held, and nobody is asked to do what it agreed.',
      },
    ]);
    expect(keys({}, '2026-09-10T08:00')).toEqual([]);
    expect(keys({ minutes: [] }, '2026-10-21T07:59')).toHaveLength(1);
    expect(keys({ minutes: [] }, '2026-10-21T08:00')).toEqual([]);
  });

  test('of a cancelled meeting, or about a school that has left, are not asked', () => {
    expect(keys({ gatherings: [agreedGathering({ state: 'cancelled' })], minutes: [] }, '2026-09-11T08:00')).toEqual(
      [],
    );
    const left = { ...FULL, schools: [{ ...ASH, left: '2026-09-10' }] };
    expect(keys({ gatherings: [agreedGathering({ urn: ASH.urn })], minutes: [] }, '2026-09-11T08:00', left)).toEqual(
      [],
    );
  });

  test('of a school’s meeting are about that school', () => {
    const about = agreedGathering({ urn: ASH.urn });
    expect(tasks({ gatherings: [about], minutes: [] }, '2026-09-10T08:00')[0]?.urn).toBe(ASH.urn);
  });

  test('M11: are asked of the one who was there for the trust; of the CEO once that person is gone', () => {
    const governors = agreedGathering({ rule: 'M11', recorder: 'p-leader' });
    expect(tasks({ gatherings: [governors], minutes: [] }, '2026-09-10T08:00')[0]?.person).toBe('p-leader');
    const gone = { ...governors, recorder: 'p-gone', attendees: ['p-gone'] };
    expect(tasks({ gatherings: [gone], minutes: [] }, '2026-09-10T08:00')[0]?.person).toBe(CEO.id);
    const nobody = { ...FULL, people: [] };
    expect(tasks({ gatherings: [gone], minutes: [] }, '2026-09-10T08:00', nobody)).toEqual([]);
  });

  test('M6: without the priorities they agreed, the priorities are asked for', () => {
    const summer = agreedGathering({
      key: 'development/2026-27',
      rule: 'M6',
      start: '2026-08-19T09:30',
      end: '2026-08-19T15:30',
    });
    const given = (priorities: readonly string[]) => ({
      gatherings: [summer],
      minutes: [held(summer.key, priorities)],
    });
    // The next school day after the meeting in the break is the first of the year.
    expect(keys(given([]), '2026-08-24T08:00')).toEqual([]);
    expect(keys(given([]), '2026-08-25T08:00')).toEqual(['priorities/development/2026-27']);
    expect(tasks(given([]), '2026-08-25T08:00')).toStrictEqual([
      {
        kind: 'task',
        rule: 'M6',
        person: CEO.id,
        since: '2026-08-25T07:00:00Z',
        by: '2026-08-25T16:00:00Z',
        key: 'priorities/development/2026-27',
        title: 'Record the partnership priorities for 2026-27',
        because: 'School improvement team is minuted without the priorities it agreed.',
        otherwise: 'The agendas of the year have no priorities to show.',
      },
    ]);
    expect(keys(given(['Writing']), '2026-08-25T08:00')).toEqual([]);
    const another = { gatherings: [{ ...summer, rule: 'M9' }], minutes: [held(summer.key)] };
    expect(keys(another, '2026-08-25T08:00')).toEqual([]);
    const unheld: Minutes = {
      gathering: summer.key,
      state: 'not held',
      because: 'Snow.',
      by: CEO.id,
      at: '2026-08-20T09:00:00Z',
    };
    expect(keys({ gatherings: [summer], minutes: [unheld] }, '2026-08-25T08:00')).toEqual([]);
  });
});

describe('names for networks', () => {
  const network = agreedGathering({
    key: 'network-senco/2026-27/autumn',
    rule: 'M10',
    title: 'SENCOs',
    start: '2026-09-23T15:30',
    end: '2026-09-23T17:00',
    sentBySchools: ['SENCOs', 'SEN assistants'],
  });

  test('M10: each head is asked once for each school, two weeks before and until it begins', () => {
    expect(keys({ gatherings: [network] }, '2026-09-09T07:59')).toEqual([]);
    expect(tasks({ gatherings: [network] }, '2026-09-09T08:00').map(({ person, urn }) => [person, urn])).toEqual([
      ['p-ash', '100001'],
      ['p-brook', '100002'],
      ['p-two', '100003'],
      ['p-two', '100004'],
    ]);
    expect(tasks({ gatherings: [network] }, '2026-09-09T08:00')[0]).toStrictEqual({
      kind: 'task',
      key: 'names/network-senco/2026-27/autumn/100001',
      rule: 'M10',
      person: HEAD_ASH.id,
      title: 'Name who comes from Ash Tree Primary School to SENCOs on Wed 23 Sept',
      urn: ASH.urn,
      since: '2026-09-09T07:00:00Z',
      by: '2026-09-23T14:30:00Z',
      because: 'Each school sends: SENCOs, SEN assistants.',
      otherwise: 'Ash Tree Primary School is taken to send nobody.',
    });
    const names = keys({ gatherings: [network] }, '2026-09-23T15:29').filter((key) => key.startsWith('names/'));
    expect(names).toHaveLength(4);
    expect(keys({ gatherings: [network] }, '2026-09-23T15:30')).toEqual([]);
    expect(keys({ gatherings: [network] }, '2026-09-24T08:00', { ...FULL, people: [] })).toEqual([]);
  });

  test('M10: nobody is asked again who has named somebody, even nobody; a cluster’s asks its own schools', () => {
    const sent = { gathering: network.key, urn: ASH.urn, names: [], by: 'p-ash', at: '2026-09-10T10:00:00Z' };
    const south = { ...network, cluster: 'South' };
    expect(tasks({ gatherings: [network], delegates: [sent] }, '2026-09-11T08:00')).toHaveLength(3);
    expect(tasks({ gatherings: [south] }, '2026-09-11T08:00').map(({ urn }) => urn)).toEqual(['100003', '100004']);
    const ofSchool = { ...network, urn: ASH.urn };
    expect(tasks({ gatherings: [ofSchool] }, '2026-09-11T08:00').map(({ urn }) => urn)).toEqual([ASH.urn]);
    expect(tasks({ gatherings: [{ ...network, sentBySchools: [] }] }, '2026-09-11T08:00')).toEqual([]);
    const headless = { ...FULL, people: [CEO] };
    expect(tasks({ gatherings: [network] }, '2026-09-11T08:00', headless)).toEqual([]);
  });

  test('M10: a school that has not joined, and one gone by the day, are not asked', () => {
    const known = {
      ...FULL,
      schools: [
        { ...ASH, joined: '2026-12-01' },
        { ...ASH, urn: '100002', left: '2026-09-20' },
      ],
    };
    expect(tasks({ gatherings: [network] }, '2026-09-11T08:00', known)).toEqual([]);
  });
});

describe('actions', () => {
  const about = (wallClock: string, other: Partial<Action> = {}, known: Facts = FULL) =>
    tasks({ actions: [{ ...ACTION, ...other }] }, wallClock, known).map(({ key, person }) => `${key} ${person}`);

  test('are reminded of, chased in steps, one at a time, and then told to whoever led the meeting', () => {
    expect(about('2026-09-28T07:00')).toEqual([]);
    expect(about('2026-09-28T08:00')).toEqual(['action/a1/2026-09-30/due p-ash']);
    expect(about('2026-10-01T08:00')).toEqual(['action/a1/2026-09-30/overdue-1 p-ash']);
    expect(about('2026-10-09T08:00')).toEqual(['action/a1/2026-09-30/overdue-8 p-ash']);
    expect(about('2026-10-28T08:00')).toEqual([
      'action/a1/2026-09-30/overdue-22 p-ash',
      'action/a1/2026-09-30/escalated p-ceo',
    ]);
  });

  test('say what was agreed where, by when, and what follows', () => {
    const said = (wallClock: string, other: Partial<Action> = {}) =>
      tasks({ actions: [{ ...ACTION, ...other }] }, wallClock);
    expect(said('2026-09-28T08:00', { urn: ASH.urn })).toStrictEqual([
      {
        kind: 'task',
        key: 'action/a1/2026-09-30/due',
        rule: 'M9',
        person: HEAD_ASH.id,
        urn: ASH.urn,
        since: '2026-09-28T07:00:00Z',
        by: '2026-09-30T16:00:00Z',
        title: 'Share the maths plan',
        because: 'It was agreed in School improvement team and is due on Wed 30 Sept.',
        otherwise: '28 days after its day whoever led the meeting hears of it.',
      },
    ]);
    expect(said('2026-10-28T08:00')).toStrictEqual([
      {
        kind: 'task',
        key: 'action/a1/2026-09-30/overdue-22',
        rule: 'M9',
        person: HEAD_ASH.id,
        since: '2026-10-26T08:00:00Z',
        by: '2026-09-30T16:00:00Z',
        title: 'Share the maths plan',
        because: 'It was agreed in School improvement team for Wed 30 Sept and is not marked done.',
        otherwise: '28 days after its day whoever led the meeting hears of it.',
      },
      {
        kind: 'task',
        key: 'action/a1/2026-09-30/escalated',
        rule: 'M9',
        person: CEO.id,
        since: '2026-10-28T08:00:00Z',
        by: '2026-09-30T16:00:00Z',
        title: 'Settle an overdue action: Share the maths plan',
        because: 'It was agreed in School improvement team for Wed 30 Sept and is still not done.',
        otherwise: 'It stays on the agenda as open.',
      },
    ]);
    expect(said('2026-09-28T08:00', { meeting: 'gone' })[0]).toEqual({
      because: 'It was agreed in a meeting and is due on Wed 30 Sept.',
      by: '2026-09-30T16:00:00Z',
      key: 'action/a1/2026-09-30/due',
      kind: 'task',
      otherwise: '28 days after its day whoever led the meeting hears of it.',
      person: 'p-ash',
      rule: 'M4',
      since: '2026-09-28T07:00:00Z',
      title: 'Share the maths plan',
    });
  });

  test('are chased until they are done, however long that is, and no longer', () => {
    expect(about('2027-07-01T08:00')).toHaveLength(2);
    expect(about('2027-07-01T08:00', { done: '2027-06-30' })).toEqual([]);
  });

  test('with a new day are asked for anew; of somebody gone, of whoever led the meeting', () => {
    expect(about('2026-11-03T08:00', { by: '2026-11-05' })).toEqual(['action/a1/2026-11-05/due p-ash']);
    expect(about('2026-09-28T08:00', { owner: 'p-gone' })).toEqual(['action/a1/2026-09-30/due p-ceo']);
  });

  test('of the CEO go to the chair of the trust, and to nobody where there is none', () => {
    const late = about('2026-10-28T08:00', { owner: CEO.id });
    expect(late.at(-1)).toBe(`action/a1/2026-09-30/escalated ${CHAIR.id}`);
    const alone = { ...FULL, people: [CEO] };
    expect(about('2026-10-28T08:00', { owner: CEO.id }, alone)).toEqual(['action/a1/2026-09-30/overdue-22 p-ceo']);
  });

  test('about a school that has left are dropped', () => {
    const known = { ...FULL, schools: [{ ...ASH, left: '2026-09-15' }] };
    expect(about('2026-10-28T08:00', { urn: ASH.urn }, known)).toEqual([]);
    expect(about('2026-09-28T08:00', { urn: '999999' })).toEqual([]);
  });

  test('of a heads’ meeting carry its rule', () => {
    const strategic = { ...TEAM, key: 'strategic/2026-27/1', kind: 'strategic', state: 'agreed' } as const;
    const known = { ...FULL, meetings: [strategic] };
    const [task] = tasks({ actions: [{ ...ACTION, meeting: strategic.key }] }, '2026-09-28T08:00', known);
    expect(task?.rule).toBe('M4');
  });
});

describe('what always holds of the tasks', () => {
  const all = records({
    gatherings: planned().map(({ why: _, ...one }) => ({ ...one, state: 'agreed', version: '1' })),
    minutes: [],
    actions: [ACTION, { ...ACTION, id: 'a2', by: '2026-12-18' }],
  });

  test('asked at any moment: nothing from the future, no key twice, the same when asked twice, since never changing', () => {
    const since = new Map<string, string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 }), (hours) => {
        const now = at('2026-08-01T00:00').add({ hours });
        const owed = gatheringsTasks(OWLS, OWLS_GATHERINGS, FULL, all, now);
        expect(gatheringsTasks(OWLS, OWLS_GATHERINGS, FULL, all, now)).toEqual(owed);
        expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length);
        for (const task of owed) {
          expect(Date.parse(task.since)).toBeLessThanOrEqual(now.epochMilliseconds);
          expect(since.get(task.key) ?? task.since).toBe(task.since);
          since.set(task.key, task.since);
        }
      }),
      { numRuns: 60 },
    );
    expect(since.size).toBeGreaterThan(20);
  });
});

import { describe, expect, test } from 'vitest';
import { at, CEO, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { agendaOf } from './agenda.ts';
import { agreedGathering, planned } from './gatherings.examples.ts';
import { type Action, actionLine, agreed, openActions } from './meeting-action.ts';
import { type Minutes, minuted, prioritiesOf } from './minutes.ts';
import { replanned } from './replanned.ts';
import { rhythms } from './rhythm.ts';

const TEAM = agreedGathering();
const CAME = { state: 'held', attended: [CEO.id], decisions: ['Go on'], priorities: [], developmentAreas: [] } as const;
const ACTION: Action = { id: 'a1', meeting: TEAM.key, text: 'Share the plan', owner: HEAD_ASH.id, by: '2026-09-30' };

describe('an agenda', () => {
  const live = {
    priorities: ['Writing'],
    openActions: ['Share the plan (Harriet Coombe, by Wed 30 Sept)'],
    doneActions: [],
    offTrack: ['Year 4 reading'],
    moves: [],
    developmentAreas: [],
    soapOverview: [],
    goodPractice: [],
  };

  test('M7: is filled from live data, what has none stays a plain item', () => {
    const definition = { agenda: [{ title: 'Priorities', from: 'priorities' as const }, { title: 'Resources' }] };
    expect(agendaOf(definition, { ...live, openActions: [] })).toEqual([
      { title: 'Priorities', points: ['Writing'] },
      { title: 'Resources', points: [] },
    ]);
  });

  test('never leaves an open action off, and never lists it twice', () => {
    expect(agendaOf({ agenda: [] }, live)).toEqual([{ title: 'Actions still open', points: live.openActions }]);
    const placed = { agenda: [{ title: 'Actions', from: 'openActions' as const }] };
    expect(agendaOf(placed, live)).toEqual([{ title: 'Actions', points: live.openActions }]);
    const done = { title: 'Done since last time', points: ['Buy books (Harriet Coombe, by Tue 1 Sept)'] };
    expect(agendaOf(placed, { ...live, openActions: [], doneActions: done.points })[1]).toEqual(done);
  });
});

describe('minutes', () => {
  const given = (wallClock: string, what: Parameters<typeof minuted>[2] = CAME) =>
    minuted(OWLS, TEAM, what, CEO.id, at(wallClock));

  test('are kept with who came, once the meeting has begun', () => {
    expect(given('2026-09-09T09:00')).toEqual({
      ok: true,
      minutes: { ...CAME, gathering: TEAM.key, on: '2026-09-09', by: CEO.id, at: '2026-09-09T08:00:00Z' },
    });
    expect(given('2026-09-09T08:59')).toEqual({
      ok: false,
      says: 'Record it after it has begun.',
      why: {
        rule: 'M9',
        because: ['School improvement team begins on Wed 9 Sept.'],
        wouldChange: 'Record it after it has begun.',
      },
    });
    expect(given('2026-09-10T09:00', { ...CAME, attended: [] })).toEqual({
      ok: false,
      says: 'Name who came.',
      why: { rule: 'M9', because: ['Nobody is named who was there.'], wouldChange: 'Name who came.' },
    });
  });

  test('of a meeting not held need a reason, and can come before it', () => {
    expect(given('2026-09-01T09:00', { state: 'not held', because: ' Snow ' })).toEqual({
      ok: true,
      minutes: {
        gathering: TEAM.key,
        state: 'not held',
        because: 'Snow',
        by: CEO.id,
        at: '2026-09-01T08:00:00Z',
      },
    });
    expect(given('2026-09-01T09:00', { state: 'not held', because: '  ' })).toEqual({
      ok: false,
      says: 'Say why it was not held.',
      why: { rule: 'M9', because: ['A reason is missing.'], wouldChange: 'Say why it was not held.' },
    });
  });

  test('M6: the priorities of a year are those its development meeting agreed, of no other meeting or year', () => {
    const record = (gathering: string, ...priorities: string[]): Minutes => ({
      ...CAME,
      gathering,
      priorities,
      on: '2026-08-19',
      by: CEO.id,
      at: '2026-08-19T15:00:00Z',
    });
    const minutes = [record('development/2026-27', 'Writing'), record(TEAM.key, 'Not one')];
    expect(prioritiesOf(planned(), minutes, '2026-27')).toEqual(['Writing']);
    expect(prioritiesOf(planned(), minutes, '2027-28')).toEqual([]);
    const unheld: Minutes = {
      gathering: 'development/2026-27',
      state: 'not held',
      because: 'Snow.',
      by: CEO.id,
      at: '2026-08-19T15:00:00Z',
    };
    expect(prioritiesOf(planned(), [unheld], '2026-27')).toEqual([]);
  });
});

describe('an action', () => {
  const check = (other: Partial<Action>) => agreed(facts(), TEAM, { ...ACTION, ...other });

  test('has a text, an owner on record and a day on or after the meeting', () => {
    expect(check({ by: '2026-09-09', text: ' Share the plan ' })).toStrictEqual({
      ok: true,
      action: { ...ACTION, by: '2026-09-09' },
    });
    const refused = (says: string) => ({
      ok: false,
      says,
      why: {
        rule: 'M9',
        because: ['An action needs a text, an owner and a date, so that it can be chased.'],
        wouldChange: says,
      },
    });
    expect(check({ text: ' ' })).toEqual(refused('Say what is to be done.'));
    expect(check({ owner: 'p-gone' })).toEqual(refused('Name somebody on record as its owner.'));
    for (const by of ['2026-09-08', '', 'soon', '2026-09-31', '2027-13-01'])
      expect(check({ by })).toEqual(refused('Give a date on or after 2026-09-09, such as 2026-09-09.'));
  });

  test('of a school’s meeting is about that school', () => {
    expect(agreed(facts(), { ...TEAM, urn: '100001' }, ACTION)).toEqual({
      action: {
        by: '2026-09-30',
        id: 'a1',
        meeting: 'improvement-team/2026-27/1',
        owner: 'p-ash',
        text: 'Share the plan',
        urn: '100001',
      },
      ok: true,
    });
  });

  test('stays open until it is done, soonest first, and reads with its owner', () => {
    const done = { ...ACTION, id: 'a2', done: '2026-09-20' };
    const sooner = { ...ACTION, id: 'a3', by: '2026-09-15', meeting: 'other' };
    expect(openActions([ACTION, done, sooner]).map(({ id }) => id)).toEqual(['a3', 'a1']);
    const sameDay = { ...ACTION, id: 'a0' };
    expect(openActions([ACTION, sameDay]).map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(openActions([sameDay, ACTION]).map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(openActions([ACTION, done, sooner], new Set([TEAM.key])).map(({ id }) => id)).toEqual(['a1']);
    expect(actionLine(facts(), ACTION)).toBe('Share the plan (Harriet Coombe, by Wed 30 Sept)');
    expect(actionLine(facts({ people: [] }), ACTION)).toBe('Share the plan (nobody on record, by Wed 30 Sept)');
  });
});

describe('the rhythm', () => {
  const fortnights = ['2026-09-09', '2026-09-23', '2026-10-07'].map((date, place) =>
    agreedGathering({ key: `t/${place}`, start: `${date}T09:00`, end: `${date}T10:30` }),
  );
  const heldOn = (place: number, on: string): Minutes => ({
    ...CAME,
    gathering: `t/${place}`,
    on,
    by: CEO.id,
    at: `${on}T12:00:00Z`,
  });

  test('M9: names what was missed and the longest time without a meeting', () => {
    const minutes: Minutes[] = [
      heldOn(0, '2026-09-09'),
      { gathering: 't/1', state: 'not held', because: 'Snow.', by: CEO.id, at: '2026-09-23T12:00:00Z' },
      heldOn(2, '2026-10-07'),
    ];
    expect(rhythms(fortnights.toReversed(), minutes.toReversed(), '2026-10-08')).toStrictEqual([
      {
        kind: 'improvement-team',
        rule: 'M9',
        title: 'School improvement team',
        promised: 3,
        held: 2,
        missed: ['t/1'],
        promisedWeeks: 2,
        longestWeeks: 4,
        says: '2 of 3 were held; the longest time without one was 4 weeks.',
      },
    ]);
  });

  test('M9: what lies ahead, and today’s before it is minuted, is not missed', () => {
    expect(rhythms(fortnights, [], '2026-09-09')).toEqual([]);
    expect(rhythms(fortnights, [heldOn(0, '2026-09-09')], '2026-09-09')).toEqual([
      {
        held: 1,
        kind: 'improvement-team',
        longestWeeks: 0,
        missed: [],
        promised: 1,
        promisedWeeks: 0,
        rule: 'M9',
        says: 'The one promised was held.',
        title: 'School improvement team',
      },
    ]);
  });

  test('M7, M10: rows stand in order of kind and of whose they are, each with its own school or cluster', () => {
    const of = (other: Parameters<typeof agreedGathering>[0]) =>
      agreedGathering({ key: JSON.stringify(other), ...other });
    const given = [
      of({ kind: 'z' }),
      of({ kind: 'b', cluster: 'South' }),
      of({ kind: 'b', cluster: 'North' }),
      of({ kind: 'a', urn: '100002' }),
      of({ kind: 'a', urn: '100001' }),
    ];
    for (const list of [given, given.toReversed()]) {
      expect(rhythms(list, [], '2026-09-10').map(({ kind, urn, cluster }) => [kind, urn, cluster])).toEqual([
        ['a', '100001', undefined],
        ['a', '100002', undefined],
        ['b', undefined, 'North'],
        ['b', undefined, 'South'],
        ['z', undefined, undefined],
      ]);
    }
  });

  test('M9: a time without a meeting is told in weeks with one decimal', () => {
    const minutes = [heldOn(0, '2026-09-09'), heldOn(2, '2026-10-07')];
    expect(rhythms(fortnights, minutes, '2026-11-20')).toEqual([
      {
        held: 2,
        kind: 'improvement-team',
        longestWeeks: 6.3,
        missed: ['t/1'],
        promised: 3,
        promisedWeeks: 2,
        rule: 'M9',
        says: '2 of 3 were held; the longest time without one was 6.3 weeks.',
        title: 'School improvement team',
      },
    ]);
  });

  test('M9: all of them held, and one week without, are said as such', () => {
    const minutes = [heldOn(0, '2026-09-09'), heldOn(1, '2026-09-16')];
    expect(rhythms(fortnights.slice(0, 2), minutes, '2026-09-23')[0]?.says).toBe('All 2 were held.');
    expect(rhythms(fortnights, [...minutes, heldOn(2, '2026-09-20')].slice(1), '2026-09-23')[0]?.says).toBe(
      '2 of 3 were held; the longest time without one was 0.6 weeks.',
    );
    expect(rhythms(fortnights.slice(0, 1), [], '2026-09-16')[0]?.says).toBe(
      '0 of 1 were held; the longest time without one was 1 week.',
    );
  });

  test('M9: cancelled meetings are missed ones, and with none held the time since the first promised counts', () => {
    const cancelled = fortnights.map((one) => ({ ...one, state: 'cancelled' as const }));
    expect(rhythms(cancelled, [], '2026-10-21')).toEqual([
      {
        held: 0,
        kind: 'improvement-team',
        longestWeeks: 6,
        missed: ['t/0', 't/1', 't/2'],
        promised: 3,
        promisedWeeks: 2,
        rule: 'M9',
        says: '0 of 3 were held; the longest time without one was 6 weeks.',
        title: 'School improvement team',
      },
    ]);
  });

  test('M7: each school has its own row', () => {
    const rows = rhythms(
      planned().filter(({ kind }) => kind === 'head-and-ceo'),
      [],
      '2027-07-20',
    );
    expect(rows.map(({ urn, promised }) => [urn, promised])).toEqual([
      ['100001', 3],
      ['100002', 3],
      ['100003', 3],
      ['100004', 3],
    ]);
  });
});

describe('a new plan against the agreed one', () => {
  const NOW = '2026-12-01T08:00';
  const [before, after] = [planned().filter(({ start }) => start < NOW), planned().filter(({ start }) => start > NOW)];
  const recorded = planned().map(({ why: _, ...one }) => ({ ...one, state: 'in calendars' as const, version: '1' }));

  test('changes nothing where nothing changed', () => {
    expect(replanned(recorded, planned(), NOW)).toEqual({ add: [], change: [], takeOut: [] });
  });

  test('adds, changes and takes out what is ahead, and never what is past', () => {
    expect(replanned([], planned(), NOW).add).toEqual(after);
    expect(replanned(recorded, [], NOW).takeOut).toHaveLength(after.length);
    const renamed = planned().map((one) => ({ ...one, title: 'New' }));
    expect(replanned(recorded, renamed, NOW).change.map(({ to }) => to.key)).toEqual(after.map(({ key }) => key));
    expect(before.length).toBeGreaterThan(10);
  });

  test.each([
    ['start', { start: '2026-12-02T09:05' }],
    ['end', { end: '2026-12-02T10:35' }],
    ['place', { place: 'Elsewhere' }],
    ['title', { title: 'Another' }],
    ['people', { attendees: [CEO.id] }],
  ])('brings another %s up to date, once it is not past', (_, other) => {
    const was = agreedGathering({ start: '2026-12-02T09:00', end: '2026-12-02T10:30' });
    const why = { rule: 'M9', because: [], wouldChange: '' };
    const { state: _state, version: _version, ...plain } = was;
    const to = { ...plain, ...other, why };
    expect(replanned([was], [to], NOW)).toEqual({ add: [], change: [{ from: was, to }], takeOut: [] });
    expect(replanned([was], [{ ...plain, why }], NOW).change).toEqual([]);
    expect(replanned([was], [to], '2026-12-02T09:00').change).toEqual([]);
    expect(replanned([was], [{ ...to, start: NOW }], NOW).change).toEqual([]);
    expect(replanned([], [{ ...to, start: NOW }], NOW).add).toEqual([]);
  });

  test('leaves alone what somebody moved or cancelled', () => {
    const moved = new Set(recorded.map(({ key }) => key));
    expect(replanned(recorded, [], NOW, moved).takeOut).toEqual([]);
    const cancelled = recorded.map((one) => ({ ...one, state: 'cancelled' as const }));
    expect(replanned(cancelled, planned(), NOW)).toEqual({ add: [], change: [], takeOut: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { at, CEO, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { agendaOf } from './agenda.ts';
import { agreedGathering, PLANNED } from './gatherings.examples.ts';
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
    openActions: ['Share the plan (Harriet Coombe, by 2026-09-30)'],
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
  });
});

describe('minutes', () => {
  const given = (wallClock: string, what: Parameters<typeof minuted>[2] = CAME) =>
    minuted(OWLS, TEAM, what, CEO.id, at(wallClock));

  test('are kept with who came, once the meeting has begun', () => {
    expect(given('2026-09-09T09:00')).toMatchObject({ ok: true, minutes: { on: '2026-09-09', by: CEO.id } });
    expect(given('2026-09-09T08:59')).toMatchObject({ ok: false, says: 'Record it after it has begun.' });
    expect(given('2026-09-10T09:00', { ...CAME, attended: [] })).toMatchObject({ ok: false, says: 'Name who came.' });
  });

  test('of a meeting not held need a reason, and can come before it', () => {
    expect(given('2026-09-01T09:00', { state: 'not held', because: ' Snow ' })).toMatchObject({
      ok: true,
      minutes: { state: 'not held', because: 'Snow' },
    });
    expect(given('2026-09-01T09:00', { state: 'not held', because: '  ' })).toMatchObject({
      ok: false,
      why: { rule: 'M9', because: ['A reason is missing.'] },
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
    expect(prioritiesOf(PLANNED, minutes, '2026-27')).toEqual(['Writing']);
    expect(prioritiesOf(PLANNED, minutes, '2027-28')).toEqual([]);
  });
});

describe('an action', () => {
  const check = (other: Partial<Action>) => agreed(facts(), TEAM, { ...ACTION, ...other });

  test('has a text, an owner on record and a day on or after the meeting', () => {
    expect(check({ by: '2026-09-09' })).toMatchObject({ ok: true, action: { meeting: TEAM.key } });
    expect(check({ text: ' ' })).toMatchObject({ ok: false, says: 'Say what is to be done.' });
    expect(check({ owner: 'p-gone' })).toMatchObject({ ok: false, says: 'Name somebody on record as its owner.' });
    for (const by of ['2026-09-08', '', 'soon', '2026-02-31', '2027-13-01'])
      expect(check({ by })).toMatchObject({ ok: false });
  });

  test('of a school’s meeting is about that school', () => {
    expect(agreed(facts(), { ...TEAM, urn: '100001' }, ACTION)).toMatchObject({ ok: true, action: { urn: '100001' } });
  });

  test('stays open until it is done, soonest first, and reads with its owner', () => {
    const done = { ...ACTION, id: 'a2', done: '2026-09-20' };
    const sooner = { ...ACTION, id: 'a3', by: '2026-09-15', meeting: 'other' };
    expect(openActions([ACTION, done, sooner]).map(({ id }) => id)).toEqual(['a3', 'a1']);
    expect(openActions([ACTION, done, sooner], new Set([TEAM.key])).map(({ id }) => id)).toEqual(['a1']);
    expect(actionLine(facts(), ACTION)).toBe('Share the plan (Harriet Coombe, by 2026-09-30)');
    expect(actionLine(facts({ people: [] }), ACTION)).toBe('Share the plan (nobody on record, by 2026-09-30)');
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
    expect(rhythms(fortnights, minutes, '2026-10-08')).toMatchObject([
      {
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
    expect(rhythms(fortnights, [heldOn(0, '2026-09-09')], '2026-09-09')).toMatchObject([
      { promised: 1, held: 1, missed: [], longestWeeks: 0, says: 'All 1 were held.' },
    ]);
  });

  test('M9: cancelled meetings are missed ones, and with none held the time since the first promised counts', () => {
    const cancelled = fortnights.map((one) => ({ ...one, state: 'cancelled' as const }));
    expect(rhythms(cancelled, [], '2026-10-21')).toMatchObject([
      { held: 0, missed: ['t/0', 't/1', 't/2'], longestWeeks: 6 },
    ]);
  });

  test('M7: each school has its own row', () => {
    const rows = rhythms(
      PLANNED.filter(({ kind }) => kind === 'head-and-ceo'),
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
  const [before, after] = [PLANNED.filter(({ start }) => start < NOW), PLANNED.filter(({ start }) => start > NOW)];
  const recorded = PLANNED.map(({ why: _, ...one }) => ({ ...one, state: 'in calendars' as const, version: '1' }));

  test('changes nothing where nothing changed', () => {
    expect(replanned(recorded, PLANNED, NOW)).toEqual({ add: [], change: [], takeOut: [] });
  });

  test('adds, changes and takes out what is ahead, and never what is past', () => {
    expect(replanned([], PLANNED, NOW).add).toEqual(after);
    expect(replanned(recorded, [], NOW).takeOut).toHaveLength(after.length);
    const renamed = PLANNED.map((one) => ({ ...one, title: 'New' }));
    expect(replanned(recorded, renamed, NOW).change.map(({ to }) => to.key)).toEqual(after.map(({ key }) => key));
    expect(before.length).toBeGreaterThan(10);
  });

  test('leaves alone what somebody moved or cancelled', () => {
    const moved = new Set(recorded.map(({ key }) => key));
    expect(replanned(recorded, [], NOW, moved).takeOut).toEqual([]);
    const cancelled = recorded.map((one) => ({ ...one, state: 'cancelled' as const }));
    expect(replanned(cancelled, PLANNED, NOW)).toEqual({ add: [], change: [], takeOut: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEDAR, CEO, DALE, facts, HEAD_ASH, HEAD_BROOK, person } from '../examples/trust.examples.ts';
import type { RecordedMeeting } from '../meetings/meeting.ts';
import { OWLS } from '../owls.ts';
import { review } from '../peer-review/peer-review.examples.ts';
import { meeting } from '../planning/planning.examples.ts';
import { yearPlan } from '../planning/year-plan.ts';
import { NO_RECORDS } from '../records.ts';
import { support } from '../support/support.examples.ts';
import { visitPlan } from '../visits/visit-plan.ts';
import { agreed } from '../visits/visits.examples.ts';
import { type MadeMove, movesInForce, planningFacts, planView } from './plan.ts';

const YEAR = '2026-27';
const NOW = at('2026-10-06T14:00');
/** OWLS with its meetings of heads alone. */
const policy = { ...OWLS, gatherings: { ...OWLS.gatherings, gatherings: [] } };
const NO_ADDRESS = { ...HEAD_BROOK, email: '' };
const few = facts({ people: [CEO, HEAD_ASH, NO_ADDRESS] });
const planned = () => yearPlan(policy, few, YEAR).gatherings;
const strategic = (number: number) => {
  const found = planned().find(({ key }) => key === `strategic/${YEAR}/${number}`);
  if (!found) throw new Error(`There is no strategic meeting ${number}.`);
  return found;
};
const stands = (number: number, other: Partial<RecordedMeeting> = {}): RecordedMeeting => {
  const { why: _, ...one } = strategic(number);
  return { ...one, attendees: ['p-ceo', 'p-ash'], state: 'in calendars', eventId: 'e', version: '1', ...other };
};
const view = (meetings: readonly RecordedMeeting[] = [], who = CEO, moves: readonly MadeMove[] = []) => {
  const found = planView(policy, { ...few, meetings }, who, YEAR, NOW, moves);
  if (!found) throw new Error('There is a plan.');
  return found;
};
const shown = (meetings: readonly RecordedMeeting[], key: string, moves: readonly MadeMove[] = []) =>
  view(meetings, CEO, moves).meetings.find((one) => one.key === key);
const move = (id: string, key: string, other: Partial<MadeMove> = {}): MadeMove => ({
  ...{ id, key, by: CEO.id, at: '2026-09-01T08:00:00Z', where: 'plan', undone: false },
  ...other,
});

describe('moves in force', () => {
  test('are the last of each meeting, the latest last; one of the host alone leaves the time, and the other way round', () => {
    expect(
      movesInForce([
        move('1', 'a', { start: '2026-12-09T16:00' }),
        move('2', 'b', { host: ASH.urn }),
        move('3', 'a', { host: BROOK.urn }),
        move('4', 'c', { start: '2026-12-10T16:00', undone: true }),
        move('5', 'b', { host: DALE.urn, undone: true }),
      ]),
    ).toEqual([move('2', 'b', { host: ASH.urn }), move('3', 'a', { start: '2026-12-09T16:00', host: BROOK.urn })]);
  });
});

test('M33: planning knows the schools with support, each once', () => {
  expect(planningFacts(few).supported).toEqual([]);
  const supports = [ASH, BROOK, ASH].map(({ urn }, place) => support({ id: `s-${place}`, urn }));
  const records = { support: { ...NO_RECORDS.support, supports } };
  expect(planningFacts({ ...few, records }).supported).toEqual([ASH.urn, BROOK.urn]);
});

describe('the plan of a year for who may plan (M3-M12)', () => {
  test('has its frame, and every meeting as planned where nothing is recorded', () => {
    const all = view();
    expect({ ...all, meetings: [], hosts: [], troubles: [], visits: [] }).toEqual({
      asOf: NOW.toString(),
      year: YEAR,
      years: ['2024-25', '2025-26', '2026-27', '2027-28'],
      calendar: { ...OWLS.calendar.years[2], bankHolidays: OWLS.calendar.bankHolidays },
      kinds: [
        { kind: 'strategic', title: 'Strategic heads meeting', rule: 'M4' },
        { kind: 'advisory', title: 'Advisory heads meeting', rule: 'M5' },
        { kind: 'peer-review', title: 'Peer review', rule: 'M32' },
      ],
      meetings: [],
      unplaced: [],
      troubles: [],
      visits: [],
      hosts: [],
      moves: [],
      day: OWLS.gatherings.day,
      mayPlan: true,
    });
    expect(all.meetings).toEqual(
      planned().map((one) => ({ ...one, state: 'planned', answers: [], past: one.start <= '2026-10-06T14:00' })),
    );
    expect(all.meetings.filter(({ past }) => past).at(-1)?.start).toBe('2026-10-06T14:00');
    expect(all.visits).toEqual(visitPlan(policy, policy.visits, few, YEAR, []).visits);
    expect(all.visits.length).toBeGreaterThan(0);
  });

  test('kinds of gatherings and peer reviews stand beside those of heads', () => {
    const kinds = planView(OWLS, facts({ schools: [], people: [CEO] }), CEO, YEAR, NOW, [])?.kinds ?? [];
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...OWLS.meetings.map(({ kind }) => kind),
      ...OWLS.gatherings.gatherings.map(({ kind }) => kind),
      'peer-review',
    ]);
  });

  test('says how often each school hosts in turn, its own meetings left out', () => {
    const own = meeting('governors/1', { urn: ASH.urn, host: ASH.urn });
    const turns = (urn: string) => planned().filter(({ host }) => host === urn).length;
    expect(view([{ ...own, state: 'in calendars', version: '1' }]).hosts).toEqual(
      [ASH, BROOK, CEDAR, DALE].map(({ urn, name }) => ({ urn, name, turns: turns(urn) })),
    );
    expect(turns(ASH.urn)).toBeGreaterThan(3);
  });

  test('a meeting in calendars stands where it is there, beside where the plan wants it', () => {
    const elsewhen = { start: '2026-11-05T10:00', end: '2026-11-05T12:00' };
    const plan = strategic(3);
    const { version: _, eventId: __, ...asRecorded } = stands(3, elsewhen);
    const answers = [{ person: 'p-ash', answer: 'accepted' as const, at: '2026-09-01T08:00:00Z' }];
    expect(shown([stands(3, { ...elsewhen, answers, question: 'gone from the calendar' })], plan.key)).toEqual({
      ...asRecorded,
      why: plan.why,
      wanted: { start: plan.start, end: plan.end },
      answers,
      question: 'gone from the calendar',
      past: false,
    });
    expect(shown([stands(3)], plan.key)).toEqual({
      ...asRecorded,
      start: plan.start,
      end: plan.end,
      why: plan.why,
      answers: [],
      past: false,
    });
  });

  test('what has begun is wanted nowhere else', () => {
    const begun = shown([stands(3, { start: '2026-10-06T14:00', end: '2026-10-06T16:00' })], strategic(3).key);
    expect([begun?.past, begun?.wanted]).toEqual([true, undefined]);
  });

  test('what was cancelled by hand stands as cancelled; what the plan took out is planned again', () => {
    const elsewhen = { start: '2026-11-05T10:00', end: '2026-11-05T12:00', state: 'cancelled' as const };
    const cancelled = shown([stands(3, elsewhen)], strategic(3).key);
    expect([cancelled?.state, cancelled?.start, cancelled?.wanted]).toEqual(['cancelled', elsewhen.start, undefined]);
    expect(shown([stands(3, { ...elsewhen, takenOut: true })], strategic(3).key)).toEqual({
      ...strategic(3),
      state: 'planned',
      answers: [],
      past: false,
    });
  });

  test('what the plan no longer asks for says so', () => {
    const { why: _, ...one } = meeting('board/9', { rule: 'M12' });
    const gone: RecordedMeeting = { ...one, state: 'in calendars', version: '1' };
    const why = {
      rule: 'M12',
      because: ['It is agreed, and the plan of today no longer asks for it.'],
      wouldChange: 'Take it out with the changes ahead, or leave it as it is.',
    };
    expect(shown([gone], 'board/9')).toEqual({ ...one, why, state: 'in calendars', answers: [], past: false });
    expect(shown([{ ...gone, state: 'cancelled', takenOut: true }], 'board/9')).toEqual({
      ...one,
      why,
      state: 'cancelled',
      answers: [],
      past: false,
    });
    expect(shown([{ ...gone, year: '2025-26' }], 'board/9')).toBeUndefined();
  });

  test('a moved meeting says who moved it, when and where; all stand in order of time', () => {
    const { key } = strategic(3);
    const moves = [
      move('1', key, { start: '2026-12-30T10:00', where: 'Outlook' }),
      move('2', strategic(4).key, { start: '2026-12-31T10:00', undone: true }),
    ];
    expect(shown([], key, moves)).toEqual({
      ...strategic(3),
      start: '2026-12-30T10:00',
      end: '2026-12-30T12:00',
      state: 'planned',
      moved: { id: '1', by: CEO.id, at: '2026-09-01T08:00:00Z', where: 'Outlook' },
      answers: [],
      past: false,
    });
    const all = view([], CEO, moves);
    expect(all.meetings.map(({ start }) => start)).toEqual(all.meetings.map(({ start }) => start).toSorted());
    expect(all.moves).toEqual(moves);
  });

  test('troubles are of what lies ahead and is not cancelled, with everybody the plan wants there', () => {
    const saturday = { start: '2026-11-07T10:00', end: '2026-11-07T12:00' };
    const off = (meetings: readonly RecordedMeeting[]) =>
      view(meetings)
        .troubles.filter(({ kind }) => kind === 'day off')
        .map(({ key }) => key);
    expect(off([stands(3, saturday)])).toEqual([strategic(3).key]);
    expect(off([stands(3, { ...saturday, state: 'cancelled' })])).toEqual([]);
    expect(off([stands(3, { start: '2026-10-03T10:00', end: '2026-10-03T12:00' })])).toEqual([]);
    const { why: _, ...gone } = meeting('board/9', saturday);
    expect(off([{ ...gone, state: 'in calendars', version: '1' }])).toEqual(['board/9']);
    const unreached = view([stands(3)]).troubles.filter(({ key }) => key === strategic(3).key);
    expect(unreached).toEqual([
      {
        key: strategic(3).key,
        kind: 'no mailbox',
        rule: 'M4',
        says: 'No invitation reaches Daniel Osei: there is no e-mail address on record.',
        people: [NO_ADDRESS.id],
      },
    ]);
  });
});

describe('the plan for others (M1)', () => {
  test('who only reads sees the meetings they are invited to, and nothing of the planning', () => {
    const moves = [move('1', strategic(3).key, { start: '2026-11-05T10:00' })];
    const mine = view([], HEAD_ASH, moves);
    expect(mine.meetings.length).toBeGreaterThan(0);
    expect(mine.meetings.every(({ attendees }) => attendees.includes(HEAD_ASH.id))).toBe(true);
    expect(view([], NO_ADDRESS).meetings.every(({ kind }) => kind === 'strategic')).toBe(true);
    const { mayPlan, troubles, visits, unplaced, moves: made } = mine;
    expect({ mayPlan, troubles, visits, unplaced, moves: made }).toEqual({
      mayPlan: false,
      troubles: [],
      visits: [],
      unplaced: [],
      moves: [],
    });
    expect(mine.hosts).toEqual(view([], CEO, moves).hosts);
  });

  test('who may not read meetings sees none; neither does anybody of a year without dates', () => {
    expect(planView(policy, few, person('p-0', 'Nobody'), YEAR, NOW, [])).toBeUndefined();
    expect(planView(policy, few, CEO, '2030-31', NOW, [])).toBeUndefined();
  });
});

describe('what is on record shapes the plan', () => {
  test('M32: peer reviews that were agreed are known to planning; a trust without records has none', () => {
    const peerReviews = [review()];
    expect(planningFacts({ ...few, records: { peerReview: { peerReviews } } }).peerReviews).toEqual(peerReviews);
    for (const records of [{}, undefined]) {
      const known = planningFacts({ ...few, ...(records ? { records } : {}) });
      expect([known.peerReviews, known.supported]).toEqual([[], []]);
    }
  });

  test('M29: a visit that was agreed keeps its day', () => {
    const kept = agreed({ planned: '2026-09-24' });
    const records = { visits: { ...NO_RECORDS.visits, visits: [kept] } };
    const dates = planView(policy, { ...few, records }, CEO, YEAR, NOW, [])
      ?.visits.filter(({ key }) => key === kept.key)
      .map(({ date }) => date);
    expect(dates).toEqual(['2026-09-24']);
    expect(planView(policy, { ...few, records: {} }, CEO, YEAR, NOW, [])?.visits).toEqual(view().visits);
  });

  test('what only calendars have stands in its place among what is planned', () => {
    const { why: _, ...gone } = meeting('board/9', { rule: 'M12', start: '2026-09-02T09:00', end: '2026-09-02T10:00' });
    const starts = view([{ ...gone, state: 'in calendars', version: '1' }]).meetings.map(({ start }) => start);
    expect(starts).toContain('2026-09-02T09:00');
    expect(starts).toEqual(starts.toSorted());
  });
});

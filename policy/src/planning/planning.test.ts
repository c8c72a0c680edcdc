import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CEO, SCHOOLS } from '../examples/trust.examples.ts';
import type { Gathering, RecordedGathering } from '../gatherings/gathering.ts';
import { FULL, YEAR } from '../gatherings/gatherings.examples.ts';
import { OWLS } from '../owls.ts';
import { ahead, type Standing } from './ahead.ts';
import { bestSlots } from './best-slots.ts';
import { compared } from './compared.ts';
import { type MeetingMove, withMoves } from './moves.ts';
import { recordedGatherings } from './recorded.ts';
import { dayOff, troubles } from './troubles.ts';
import { yearPlan } from './year-plan.ts';

const PLAN = yearPlan(OWLS, FULL, YEAR).gatherings;
const BEFORE = '2026-08-01T08:00';
const MIDDLE = '2027-01-10T08:00';
const recordedOf = (plan: readonly Gathering[]): RecordedGathering[] =>
  plan.map(({ why: _, ...one }) => ({ ...one, state: 'in calendars', eventId: one.key, version: '1' }));
const standing = (other: Partial<Standing> = {}): Standing => ({
  ...{ recorded: recordedOf(PLAN), moves: [], released: new Set<string>(), now: BEFORE },
  ...other,
});
const one = (kind: string): Gathering => {
  const found = PLAN.find((meeting) => meeting.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const NOTHING = { add: [], change: [], takeOut: [] };

describe('the whole year’s plan', () => {
  test('M3-M12: holds every rule’s meetings, in order of time, each with why', () => {
    expect([...new Set(PLAN.map(({ rule }) => rule))].sort()).toEqual(
      ['M10', 'M11', 'M12', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9'].filter((rule) => PLAN.some((it) => it.rule === rule)),
    );
    expect(PLAN.map(({ start }) => start)).toEqual(PLAN.map(({ start }) => start).sort());
    expect(PLAN.every(({ why }) => why.because.length > 0)).toBe(true);
    expect(new Set(PLAN.map(({ key }) => key)).size).toBe(PLAN.length);
  });

  test('M3: as planned, nobody is in two places and no meeting lies on a day off', () => {
    const kinds = new Set(troubles(OWLS, FULL, PLAN).map(({ kind }) => kind));
    expect(kinds.has('two places')).toBe(false);
    expect(kinds.has('day off')).toBe(false);
  });
});

describe('moves', () => {
  test('a moved meeting keeps its length and moves no other', () => {
    const board = one('board');
    const moved = withMoves(PLAN, SCHOOLS, [{ key: board.key, start: '2026-12-09T16:00' }]);
    expect(moved.find(({ key }) => key === board.key)).toMatchObject({
      start: '2026-12-09T16:00',
      end: '2026-12-09T18:00',
    });
    expect(moved.filter(({ key }) => key !== board.key)).toEqual(PLAN.filter(({ key }) => key !== board.key));
  });

  test('M5: a host chosen by hand swaps turns, whatever is chosen: nobody hosts more often than before', () => {
    const turns = (plan: readonly Gathering[]) =>
      Object.fromEntries(
        SCHOOLS.map(({ urn }) => [urn, plan.filter((it) => it.kind === 'advisory' && it.host === urn).length]),
      );
    const hosted = PLAN.filter(({ kind }) => kind === 'advisory');
    fc.assert(
      fc.property(fc.constantFrom(...hosted), fc.constantFrom(...SCHOOLS), ({ key }, { urn }) => {
        const moved = withMoves(PLAN, SCHOOLS, [{ key, host: urn }]);
        const swapped = moved.find((it) => it.key === key)?.host === urn;
        if (swapped) expect(turns(moved)).toEqual(turns(PLAN));
        expect(withMoves(moved, SCHOOLS, [{ key, host: urn }])).toEqual(moved);
      }),
    );
  });

  test('of what is not in the plan are left out', () => {
    const moves: MeetingMove[] = [
      { key: 'nothing', start: '2026-12-09T16:00' },
      { key: one('board').key, host: '100001' },
    ];
    expect(withMoves(PLAN, SCHOOLS, moves)).toEqual(PLAN);
  });
});

describe('what is ahead', () => {
  test('M3: nothing where calendars hold the plan, by either way of asking', () => {
    for (const times of ['keep', 'plan'] as const) {
      expect(ahead(OWLS, FULL, YEAR, standing(), times)).toMatchObject(NOTHING);
    }
  });

  test('M3: nothing past is touched, whatever the policy says now', () => {
    const later = { ...OWLS, meetings: OWLS.meetings.map((kind) => ({ ...kind, time: '15:00' })) };
    const { add, change, takeOut } = ahead(later, FULL, YEAR, standing({ now: MIDDLE }), 'plan');
    expect(change.length).toBeGreaterThan(0);
    expect([...change.map(({ from }) => from), ...add, ...takeOut].every(({ start }) => start > MIDDLE)).toBe(true);
    expect(ahead(later, FULL, YEAR, standing({ now: MIDDLE }), 'keep')).toMatchObject(NOTHING);
  });

  test('M3: new term dates move what now lies on a day off, and only that', () => {
    const board = one('board').start.slice(0, 10);
    const years = OWLS.calendar.years.map((it) => ({
      ...it,
      insetDays: it.year === YEAR ? [...it.insetDays, board] : it.insetDays,
    }));
    const other = { ...OWLS, calendar: { ...OWLS.calendar, years } };
    const { change, takeOut } = ahead(other, FULL, YEAR, standing(), 'keep');
    expect(takeOut).toEqual([]);
    expect(new Set(change.map(({ from }) => from.start.slice(0, 10)))).toEqual(new Set([board]));
    expect(change.every(({ to }) => !to.start.startsWith(board))).toBe(true);
  });

  test('M1: somebody new is added to what is ahead, with every time kept', () => {
    const people = FULL.people.filter(({ id }) => id !== 'p-chair');
    const { change, add } = ahead(
      OWLS,
      FULL,
      YEAR,
      standing({ recorded: recordedOf(yearPlan(OWLS, { ...FULL, people }, YEAR).gatherings) }),
      'keep',
    );
    expect(change.length).toBeGreaterThan(0);
    expect(change.every(({ from, to }) => from.start === to.start)).toBe(true);
    expect(change.some(({ to }) => to.attendees.includes('p-chair'))).toBe(true);
    expect(add.every(({ start }) => start > BEFORE)).toBe(true);
  });

  test('M3: what waits for an answer is not changed, what was taken out comes back when the plan asks again', () => {
    const renamed = { ...OWLS, meetings: OWLS.meetings.map((kind) => ({ ...kind, title: 'Renamed' })) };
    const asked = recordedOf(PLAN).map((it) => ({ ...it, question: 'gone from the calendar' as const }));
    expect(ahead(renamed, FULL, YEAR, standing({ recorded: asked }), 'keep').change).toEqual([]);
    const { key } = one('board');
    const out = recordedOf(PLAN).map((it) =>
      it.key === key ? { ...it, state: 'cancelled' as const, takenOut: true } : it,
    );
    expect(ahead(OWLS, FULL, YEAR, standing({ recorded: out }), 'keep').add.map((it) => it.key)).toEqual([key]);
    const byHand = recordedOf(PLAN).map((it) => (it.key === key ? { ...it, state: 'cancelled' as const } : it));
    expect(ahead(OWLS, FULL, YEAR, standing({ recorded: byHand }), 'keep')).toMatchObject(NOTHING);
  });

  test('M3: whom no invitation reaches is left out until there is an address', () => {
    const people = FULL.people.map((it) => (it.id === CEO.id ? { ...it, email: '' } : it));
    const { change } = ahead(OWLS, { ...FULL, people }, YEAR, standing(), 'keep');
    expect(change.every(({ from, to }) => from.attendees.includes(CEO.id) && !to.attendees.includes(CEO.id))).toBe(
      true,
    );
    expect(change.length).toBeGreaterThan(10);
  });
});

describe('what is wrong with a plan', () => {
  test('M3: a day off is named for what it is; the summer meeting may lie in the holiday', () => {
    expect(dayOff(OWLS, 'board', '2026-12-25')).toContain('bank holiday');
    expect(dayOff(OWLS, 'board', '2026-12-29')).toContain('holiday');
    expect(dayOff(OWLS, 'board', '2026-12-05')).toContain('weekend');
    expect(dayOff(OWLS, 'development', one('development').start.slice(0, 10))).toBeUndefined();
    expect(dayOff(OWLS, 'board', one('board').start.slice(0, 10))).toBeUndefined();
  });

  test('M3: two places at once, and too little time for the way between places', () => {
    const board = one('board');
    const at = (start: string, end: string, place: string) => [board, { ...board, key: 'other', start, end, place }];
    const day = board.start.slice(0, 10);
    const kinds = (pair: readonly Gathering[]) =>
      troubles(OWLS, FULL, pair)
        .filter((it) => it.with !== undefined)
        .map(({ kind }) => kind);
    expect(kinds(at(board.start, board.end, 'Elsewhere'))).toEqual(['two places', 'two places']);
    expect(kinds(at(`${day}T15:40`, `${day}T16:40`, 'Elsewhere'))).toEqual(['no time to travel', 'no time to travel']);
    expect(kinds(at(`${day}T15:40`, `${day}T16:40`, board.place))).toEqual([]);
    expect(kinds(at(`${day}T15:30`, `${day}T16:30`, 'Elsewhere'))).toEqual([]);
  });
});

describe('best slots', () => {
  test('M3: only days on which meetings take place, free people first, then what is near', () => {
    const board = one('board');
    const given = { schools: SCHOOLS, meetings: PLAN, busy: [], now: BEFORE };
    const slots = bestSlots(OWLS, board, given);
    expect(slots.length).toBeGreaterThan(3);
    expect(slots.every(({ start }) => dayOff(OWLS, 'board', start.slice(0, 10)) === undefined)).toBe(true);
    const counts = slots.map(({ busy }) => busy.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const [best] = slots;
    const day = best?.start.slice(0, 10) ?? '';
    const away = board.attendees.map((person) => ({ person, start: `${day}T00:00`, end: `${day}T23:59` }));
    expect(bestSlots(OWLS, board, { ...given, busy: away }).some(({ start }) => start.startsWith(day))).toBe(false);
    expect(bestSlots(OWLS, board, { ...given, now: '2027-09-01T00:00' })).toEqual([]);
  });
});

test('M3: one plan against another: the same plan differs nowhere, half of it shows by kind and person', () => {
  const same = compared(PLAN, PLAN);
  expect(same.kinds.every(({ before, after }) => before.meetings === after.meetings)).toBe(true);
  const without = compared(
    PLAN,
    PLAN.filter(({ kind }) => kind !== 'board'),
  );
  expect(without.kinds.find(({ kind }) => kind === 'board')).toMatchObject({ after: { meetings: 0, hours: 0 } });
  expect(without.before.meetings - without.after.meetings).toBe(PLAN.filter(({ kind }) => kind === 'board').length);
});

test('M4: a recorded heads’ meeting has its kind’s rule', () => {
  const [row] = recordedOf(PLAN.filter(({ kind }) => kind === 'strategic'));
  if (row === undefined) throw new Error('no strategic meeting');
  const { rule: _, sentBySchools: __, ...bare } = row;
  expect(recordedGatherings(OWLS, [bare])).toEqual([row]);
});

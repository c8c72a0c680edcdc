import { describe, expect, test } from 'vitest';
import { CEO, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Gathering, RecordedGathering } from '../gatherings/gathering.ts';
import { OWLS } from '../owls.ts';
import { ahead } from './ahead.ts';
import { meeting, recorded } from './planning.examples.ts';
import { recordedGatherings } from './recorded.ts';
import { byTime, yearPlan } from './year-plan.ts';

const YEAR = '2026-27';
/** OWLS with its meetings of heads alone. */
const policy = { ...OWLS, gatherings: { ...OWLS.gatherings, gatherings: [] } };
const few = facts({ people: [CEO, HEAD_ASH] });
const PLAN = yearPlan(policy, few, YEAR).gatherings;
const third = PLAN.find(({ key }) => key === `strategic/${YEAR}/3`);
if (!third) throw new Error('There is a third strategic meeting.');
const others = PLAN.filter(({ key }) => key !== third.key).map((one) => recorded(one));
const asked = (there: Partial<RecordedGathering>, now: string) => {
  const { add, change, takeOut, planned } = ahead(
    policy,
    few,
    YEAR,
    { recorded: [...others, recorded(third, there)], moves: [], released: new Set(), now },
    'plan',
  );
  return {
    add: add.map(({ key }) => key),
    change: change.map(({ to }) => [to.key, to.start, to.end]),
    takeOut: takeOut.map(({ key }) => key),
    planned: planned.find(({ key }) => key === third.key)?.start,
  };
};

describe('a meeting that was agreed for a day ahead (M3)', () => {
  const moved = { start: '2026-11-20T10:00', end: '2026-11-20T11:00' };

  test('goes to its planned time while that lies ahead', () => {
    expect(asked(moved, '2026-11-03T13:59')).toEqual({
      add: [],
      change: [[third.key, third.start, third.end]],
      takeOut: [],
      planned: third.start,
    });
  });

  test('is not planned into the past: it stays where it is agreed', () => {
    for (const now of ['2026-11-03T14:00', '2026-11-20T09:59']) {
      expect(asked(moved, now)).toEqual({ add: [], change: [], takeOut: [], planned: moved.start });
    }
  });

  test('is taken out where it can’t be held there', () => {
    const saturday = { start: '2026-11-21T10:00', end: '2026-11-21T11:00' };
    expect(asked(saturday, '2026-11-10T08:00')).toEqual({
      add: [],
      change: [],
      takeOut: [third.key],
      planned: undefined,
    });
  });

  test('is left alone from the moment it begins', () => {
    expect(asked(moved, moved.start)).toEqual({ add: [], change: [], takeOut: [], planned: third.start });
  });
});

test('M3: the plan as it would be afterwards stands in order of time, moves included', () => {
  const moves = [{ key: third.key, start: '2027-06-30T10:00' }];
  const { planned } = ahead(
    policy,
    few,
    YEAR,
    { recorded: [], moves, released: new Set(), now: '2026-08-01T08:00' },
    'keep',
  );
  expect(planned.map(({ start }) => start)).toEqual(planned.map(({ start }) => start).toSorted());
  expect(planned.find(({ key }) => key === third.key)?.start).toBe('2027-06-30T10:00');
});

describe('the whole year’s plan (M3)', () => {
  test('has the heads’ meetings with why they are there, and who hosts them', () => {
    const plan = yearPlan(policy, few, YEAR).gatherings;
    const [strategic, advisory] = ['strategic', 'advisory'].map((kind) => plan.find((one) => one.kind === kind));
    expect(strategic?.why).toEqual({
      rule: 'M4',
      because: ['It is held every 4 weeks in term time, from week 3 of the year on.'],
      wouldChange: 'Change its cadence, weekday or time in the policy, or move it in the calendar.',
    });
    expect(advisory?.why).toEqual({
      rule: 'M5',
      because: ['It is held every 2 weeks in term time, from week 2 of the year on.', 'Schools host it in turn.'],
      wouldChange: 'Change its cadence, weekday or time in the policy, or move it in the calendar.',
    });
    expect(strategic?.sentBySchools).toEqual([]);
    expect(strategic?.rule).toBe('M4');
  });

  test('stands in order of time, and of key at the same time, moves included', () => {
    const moved = yearPlan(policy, few, YEAR, [{ key: third.key, start: '2027-06-30T10:00' }]).gatherings;
    expect(moved.map(({ start }) => start)).toEqual(moved.map(({ start }) => start).toSorted());
    const at = (key: string, start: string): Gathering => meeting(key, { start });
    const inOrder = [at('c', '2026-12-01T09:00'), at('a', '2026-12-02T09:00'), at('b', '2026-12-02T09:00')];
    expect(inOrder.toReversed().toSorted(byTime)).toEqual(inOrder);
    expect(inOrder.toSorted(byTime)).toEqual(inOrder);
  });
});

test('M3: a recorded meeting of a kind that the policy does not know rests on the calendar’s own rule', () => {
  const { rule: _, sentBySchools: __, ...row } = recorded(meeting('x/1', { kind: 'x' }));
  expect(recordedGatherings(policy, [row])).toEqual([{ ...row, rule: 'M3', sentBySchools: [] }]);
});

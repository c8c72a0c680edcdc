import { describe, expect, test } from 'vitest';
import { planFindings } from './findings.ts';
import type { Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';

describe('what is wrong with a plan, in full (M35, M36)', () => {
  const says = (other: Partial<Plan>) =>
    planFindings(plan(other)).map(({ level, rule, says: what }) => `${level} ${rule}: ${what}`);

  test('as a whole', () => {
    expect(says({})).toEqual([]);
    expect(says({ objectives: [], areas: [] })).toEqual([
      'error M36: It has no objective. Add one at least.',
      'error M36: It names no area of concern. Name those that put the school at risk.',
    ]);
    expect(says({ kind: 'development', objectives: [], areas: [] })).toEqual([
      'error M35: It has no objective. Add one at least.',
    ]);
    expect(says({ areas: ['standards', 'attendance'] })).toEqual([
      'error M36: No objective answers the area attendance. Add one, or take the area out.',
    ]);
    const unsupported = objective({ actions: [{ id: 'a-1', what: 'Coach', by: '2026-11-27', cost: 0, support: ' ' }] });
    expect(says({ kind: 'full', objectives: [unsupported] })).toEqual([
      'error M36: It has no support of the trust. Say with an action what the trust adds.',
    ]);
    expect(says({ kind: 'full', objectives: [unsupported, objective({ id: 'o-2' })] })).toEqual([]);
    expect(says({ objectives: [objective(), objective()] })).toEqual([
      'error M36: Two objectives have the id o-1. Give each its own.',
    ]);
  });

  test('with an objective', () => {
    expect(
      says({ objectives: [objective({ what: ' ', owner: '', actions: [], milestones: [], impact: '' })] }),
    ).toEqual([
      'error M36: The objective o-1 is empty. Say what is to be reached.',
      'error M36: "o-1" has no owner. Name who answers for it.',
      'error M36: "o-1" has no action. Add what will be done.',
      'error M36: "o-1" has no milestone. Add what can be seen, and by when.',
      'error M36: "o-1" names no impact. Say what will be better for pupils.',
    ]);
    const action = { id: 'a-1', what: 'Coach', by: '2026-11-27', cost: 10 };
    const actions = [
      { ...action, cost: 1.5 },
      { ...action, id: 'a-2', cost: -1 },
      { ...action, id: 'a-3', cost: 0 },
      { ...action, id: 'a-3', what: ' ', by: 'soon' },
      { ...action, id: 'a-5', by: '2026-09-06' },
      { ...action, id: 'a-6', by: '2026-09-07' },
    ];
    expect(says({ objectives: [objective({ actions })] })).toEqual([
      'error M36: "Maths in Years 3 and 4" has the id a-3 twice. Give each action and milestone its own.',
      'error M36: "Coach" costs 1.5. Give whole pounds, 0 or more.',
      'error M36: "Coach" costs -1. Give whole pounds, 0 or more.',
      'error M36: a-3 is empty. Say what it is.',
      'error M36: "a-3" has no day. Give one as YYYY-MM-DD.',
      'warning M36: "Coach" is for 2026-09-06, before the plan began.',
    ]);
  });

  test('with its dates', () => {
    expect(says({ agreed: day('2026-09-06') })).toEqual([
      'error M36: It was agreed on 2026-09-06, before it began. Correct a date.',
    ]);
    expect(says({ agreed: day('2026-09-07'), noted: day('2026-09-07') })).toEqual([]);
    expect(says({ noted: day('2026-10-01') })).toEqual([
      'error M36: It was noted by governors but not agreed with the head. Agree it first.',
    ]);
    expect(says({ agreed: day('2026-10-02'), noted: day('2026-10-01') })).toEqual([
      'error M36: Governors noted it on 2026-10-01, before it was agreed on 2026-10-02. Have it noted again.',
    ]);
  });
});

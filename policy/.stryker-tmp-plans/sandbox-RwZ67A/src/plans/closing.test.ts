// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closePlan } from './closing.ts';
import { planImpact } from './impact.ts';
import { day, objective, plan } from './plans.examples.ts';
import type { RequiredPlan } from './required-plans.ts';

const why = {
  rule: 'M36',
  because: ['The grade of Dale is 3.'],
  wouldChange: 'An inspection that grades it 1 or 2.',
};
const stillFull: readonly RequiredPlan[] = [{ kind: 'full', since: '2026-01-12', why }];
const reviewed = plan({ agreed: day('2026-09-21'), reviews: [{ ...day('2026-11-16'), says: 'On its way.' }] });
const ending = { ...day('2027-07-09'), why: 'Maths is on track in both years.' };

describe('closing a plan', () => {
  test('M36: keeps its impact and sums it up for the category decision', () => {
    expect(closePlan(reviewed, [], ending)).toMatchObject({
      ok: true,
      plan: { closed: ending },
      impact: {
        milestones: { met: 0, missed: 1, of: 1 },
        cost: { planned: 1200, done: 0 },
        why: {
          because: [
            '0 of 1 objectives are met.',
            '0 of 1 milestones are met and 1 missed.',
            '0 of 1 actions are done, for £0 of £1200.',
            'Reviewed on 2026-11-16: On its way.',
            'Closed on 2027-07-09: Maths is on track in both years.',
          ],
        },
      },
    });
  });

  test('M28: the fuller plan of a school still graded 3 is closed only into the plan that follows', () => {
    const full = { ...reviewed, kind: 'full' as const };
    expect(closePlan(full, stillFull, ending)).toEqual({
      ok: false,
      says: 'Begin the plan that follows it, and name that one.',
      why: {
        because: ['The grade of Dale is 3.'],
        rule: 'M28',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(closePlan(full, stillFull, { ...ending, followedBy: 'p-2' })).toMatchObject({ ok: true });
    expect(closePlan(full, stillFull, { ...ending, followedBy: 'p-1' })).toEqual({
      ok: false,
      says: 'Name another plan.',
      why: {
        because: ["A plan can't follow itself."],
        rule: 'M36',
        wouldChange: 'Name another plan.',
      },
    });
    expect(closePlan(full, [], ending)).toMatchObject({ ok: true });
    // The plan of a school at risk gives way to the fuller one when the grade falls.
    expect(closePlan(reviewed, stillFull, ending)).toMatchObject({ ok: true });
  });

  test('M36: is refused without a review, without the impact, before the last review, and twice', () => {
    expect(closePlan({ ...reviewed, reviews: [] }, [], ending)).toEqual({
      ok: false,
      says: 'Record a review of its progress first.',
      why: {
        because: ['It was never reviewed.'],
        rule: 'M36',
        wouldChange: 'Record a review of its progress first.',
      },
    });
    expect(closePlan(reviewed, [], { ...ending, why: ' ' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M36',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(closePlan(reviewed, [], { ...ending, on: '2026-11-15' })).toEqual({
      ok: false,
      says: 'Give 2026-11-16 or a later date.',
      why: {
        because: ['2026-11-15 is before 2026-11-16, when it began or last changed.'],
        rule: 'M36',
        wouldChange: 'Give 2026-11-16 or a later date.',
      },
    });
    expect(closePlan({ ...reviewed, closed: ending }, [], ending)).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was closed on 2027-07-09.'],
        rule: 'M36',
        wouldChange: 'Leave it as it is.',
      },
    });
  });

  test('M35: a development plan, and one that was never agreed, need no review to be closed', () => {
    expect(closePlan({ ...reviewed, kind: 'development', reviews: [] }, [], ending)).toMatchObject({ ok: true });
    expect(closePlan(plan(), [], ending)).toMatchObject({ ok: true });
  });
});

describe('the impact of a plan', () => {
  test('M36: an objective is met when all its milestones are; one without any is not', () => {
    const met = objective({ milestones: [{ id: 'm-1', what: 'Seen', by: '2026-11-13', met: '2026-11-10' }] });
    const empty = objective({ id: 'o-2', milestones: [] });
    expect(planImpact(plan({ objectives: [met, empty] }), '2026-11-12').objectives).toEqual({ met: 1, of: 2 });
    expect(planImpact(plan({ objectives: [met] }), '2026-11-09').objectives).toEqual({ met: 0, of: 1 });
  });

  test('M36: a milestone is missed the day after its day, or when that is recorded', () => {
    expect(planImpact(plan(), '2026-11-13').milestones.missed).toBe(0);
    expect(planImpact(plan(), '2026-11-14').milestones.missed).toBe(1);
    const given = objective({ milestones: [{ id: 'm-1', what: 'Seen', by: '2026-11-13', missed: '2026-11-02' }] });
    expect(planImpact(plan({ objectives: [given] }), '2026-11-02').milestones.missed).toBe(1);
  });

  test('M36: an empty plan sums up to nothing', () => {
    expect(planImpact(plan({ objectives: [] }), '2026-11-13')).toMatchObject({
      objectives: { met: 0, of: 0 },
      cost: { planned: 0, done: 0 },
    });
  });

  test('M36: always: no part is more than its whole, and what is done never falls as days go by', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((of) => `2026-11-${String(of).padStart(2, '0')}`);
    const maybe = fc.option(date, { nil: undefined });
    const pair = fc.record({ by: date, done: maybe, cost: fc.nat(5000) });
    fc.assert(
      fc.property(fc.array(pair), date, date, (pairs, one, other) => {
        const given = objective({
          actions: pairs.map(({ by, done, cost }, at) => ({
            id: `a-${at}`,
            what: 'Do',
            by,
            cost,
            ...(done ? { done } : {}),
          })),
          milestones: pairs.map(({ by, done }, at) => ({
            id: `m-${at}`,
            what: 'See',
            by,
            ...(done ? { met: done } : {}),
          })),
        });
        const [early, late] = [one, other].sort() as [string, string];
        const [was, is] = [early, late].map((on) => planImpact(plan({ objectives: [given] }), on));
        if (!was || !is) throw new Error('Two days give two sums.');
        expect(is.milestones.met + is.milestones.missed).toBeLessThanOrEqual(is.milestones.of);
        expect(is.cost.done).toBeLessThanOrEqual(is.cost.planned);
        expect(is.cost.done).toBeGreaterThanOrEqual(was.cost.done);
        expect(is.milestones.met).toBeGreaterThanOrEqual(was.milestones.met);
      }),
    );
  });
});

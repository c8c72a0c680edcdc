import { describe, expect, test } from 'vitest';
import { schoolStanding } from '../concerns/school-standing.ts';
import { ASH, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { agreePlan, notePlan, reviewPlan } from './agreeing.ts';
import { closePlan } from './closing.ts';
import { planImpact } from './impact.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import type { Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';
import { requiredPlans } from './required-plans.ts';
import { reviewDue } from './reviews.ts';

const development = plan({
  id: 'd-1',
  kind: 'development',
  areas: [],
  agreed: day('2026-09-21'),
  noted: day('2026-10-01'),
});

describe('steps of a plan, in full (M35, M36)', () => {
  const agreed = plan({ agreed: day('2026-09-21') });
  const closed = plan({ closed: { ...day('2026-12-01'), why: 'Better.' } });

  test('agreeing, noting and reviewing', () => {
    expect(agreePlan(plan(), day('2026-09-07'))).toMatchObject({ ok: true, plan: { agreed: day('2026-09-07') } });
    expect(agreePlan(plan(), day('2026-09-06'))).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-06 is before 2026-09-07, when it began or last changed.'],
        rule: 'M35',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    expect(agreePlan(agreed, day('2026-09-22'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was agreed on 2026-09-21.'],
        rule: 'M35',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(agreePlan(closed, day('2026-12-02'))).toEqual({
      ok: false,
      says: 'Begin a new plan.',
      why: {
        because: ['It was closed on 2026-12-01.'],
        rule: 'M36',
        wouldChange: 'Begin a new plan.',
      },
    });
    expect(agreePlan(plan({ areas: ['attendance'] }), day('2026-09-07'))).toEqual({
      ok: false,
      says: 'No objective answers the area attendance. Add one, or take the area out.',
      why: {
        because: ['No objective answers the area attendance. Add one, or take the area out.'],
        rule: 'M36',
        wouldChange: 'Mending what is wrong.',
      },
    });
    expect(agreePlan(plan({ objectives: [] }), day('2026-09-07'))).toEqual({
      ok: false,
      says: 'Mend 2 things first. It has no objective. Add one at least.',
      why: {
        because: [
          'It has no objective. Add one at least.',
          'No objective answers the area standards. Add one, or take the area out.',
        ],
        rule: 'M36',
        wouldChange: 'Mending what is wrong.',
      },
    });
    expect(notePlan(agreed, day('2026-09-21'))).toMatchObject({ ok: true, plan: { noted: day('2026-09-21') } });
    expect(notePlan(agreed, day('2026-09-20'))).toMatchObject({ ok: false });
    expect(notePlan(plan(), day('2026-09-21'))).toEqual({
      ok: false,
      says: 'Agree it with the head first.',
      why: {
        because: ['It is not agreed with the head.'],
        rule: 'M35',
        wouldChange: 'Agree it with the head first.',
      },
    });
    expect(notePlan({ ...agreed, noted: day('2026-10-01') }, day('2026-10-02'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was noted on 2026-10-01.'],
        rule: 'M35',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(notePlan(closed, day('2026-12-02'))).toMatchObject({ ok: false, says: 'Begin a new plan.' });
    const review = { ...day('2026-09-21'), says: 'On its way.' };
    expect(reviewPlan(agreed, review)).toMatchObject({ ok: true, plan: { reviews: [review] } });
    expect(reviewPlan(agreed, { ...review, says: '' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M36',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(reviewPlan(plan(), review)).toEqual({
      ok: false,
      says: 'Agree it with the head first.',
      why: {
        because: ['It is not agreed with the head.'],
        rule: 'M36',
        wouldChange: 'Agree it with the head first.',
      },
    });
    expect(reviewPlan(closed, review)).toMatchObject({ ok: false, says: 'Begin a new plan.' });
  });

  test('closing', () => {
    const reviewed = { ...agreed, reviews: [{ ...day('2026-11-16'), says: 'On its way.' }] };
    const ending = { ...day('2026-12-01'), why: 'Maths is on track.' };
    const close = (one: Plan, given: Partial<typeof ending> & { followedBy?: string } = {}, school = ASH) =>
      closePlan(one, requiredPlans(OWLS_PLANS, school, schoolStanding(OWLS, facts(), school)), { ...ending, ...given });
    expect(close(reviewed)).toMatchObject({ ok: true, plan: { closed: ending } });
    expect(close(reviewed, { on: '2026-11-15' })).toEqual({
      ok: false,
      says: 'Give 2026-11-16 or a later date.',
      why: {
        because: ['2026-11-15 is before 2026-11-16, when it began or last changed.'],
        rule: 'M36',
        wouldChange: 'Give 2026-11-16 or a later date.',
      },
    });
    expect(close(reviewed, { on: '2026-11-16' })).toMatchObject({ ok: true });
    expect(close(closed)).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was closed on 2026-12-01.'],
        rule: 'M36',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(close(reviewed, { followedBy: 'p-1' })).toEqual({
      ok: false,
      says: 'Name another plan.',
      why: {
        because: ["A plan can't follow itself."],
        rule: 'M36',
        wouldChange: 'Name another plan.',
      },
    });
    expect(close(agreed)).toEqual({
      ok: false,
      says: 'Record a review of its progress first.',
      why: {
        because: ['It was never reviewed.'],
        rule: 'M36',
        wouldChange: 'Record a review of its progress first.',
      },
    });
    expect(close(plan())).toMatchObject({ ok: true });
    expect(close({ ...agreed, kind: 'development' })).toMatchObject({ ok: true });
    const weak = { ...ASH, ofsted: { grade: 3 as const } };
    expect(close({ ...reviewed, kind: 'full' }, {}, weak)).toEqual({
      ok: false,
      says: 'Begin the plan that follows it, and name that one.',
      why: {
        because: ['The grade of Ash Tree Primary School is 3.'],
        rule: 'M28',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(close({ ...reviewed, kind: 'full' }, { followedBy: 'p-2' }, weak)).toMatchObject({ ok: true });
    expect(close(reviewed, {}, weak)).toMatchObject({ ok: true });
    const noted = { ...agreed, kind: 'development' as const, noted: day('2026-12-02') };
    expect(close(noted)).toMatchObject({ ok: false });
  });

  test('the impact it had, counted on a day', () => {
    const milestone = (id: string, other = {}) => ({ id, what: id, by: '2026-11-13', ...other });
    const action = (id: string, other = {}) => ({ id, what: id, by: '2026-11-13', cost: 100, ...other });
    const rich = plan({
      objectives: [
        objective({
          actions: [action('a-1', { done: '2026-11-16' }), action('a-2', { done: '2026-11-17' }), action('a-3')],
          milestones: [milestone('m-1', { met: '2026-11-16' })],
        }),
        objective({
          id: 'o-2',
          actions: [],
          milestones: [
            milestone('m-2', { met: '2026-11-17', by: '2026-12-01' }),
            milestone('m-3', { by: '2026-11-16' }),
            milestone('m-4', { by: '2026-12-01', missed: '2026-11-16' }),
            milestone('m-5', { by: '2026-12-01', missed: '2026-11-17' }),
            milestone('m-6', { by: '2026-11-15' }),
          ],
        }),
        objective({ id: 'o-3', milestones: [], actions: [] }),
      ],
      reviews: [
        { ...day('2026-11-10'), says: 'Second.' },
        { ...day('2026-10-10'), says: 'First.' },
        { ...day('2026-11-17'), says: 'Third.' },
      ],
      closed: { ...day('2026-11-17'), why: 'Maths is on track.' },
    });
    expect(planImpact(rich, '2026-11-16')).toEqual({
      actions: {
        done: 1,
        of: 3,
      },
      cost: {
        done: 100,
        planned: 300,
      },
      milestones: {
        met: 1,
        missed: 2,
        of: 6,
      },
      objectives: {
        met: 1,
        of: 3,
      },
      plan: 'p-1',
      urn: '100001',
      why: {
        because: [
          '1 of 3 objectives are met.',
          '1 of 6 milestones are met and 2 missed.',
          '1 of 3 actions are done, for £100 of £300.',
          'Reviewed on 2026-11-10: Second.',
        ],
        rule: 'M36',
        wouldChange: 'Milestones recorded as met, or a later review.',
      },
    });
    expect(planImpact(rich, '2026-11-17').why.because).toEqual([
      '1 of 3 objectives are met.',
      '2 of 6 milestones are met and 4 missed.',
      '2 of 3 actions are done, for £200 of £300.',
      'Reviewed on 2026-11-17: Third.',
      'Closed on 2026-11-17: Maths is on track.',
    ]);
    expect(planImpact(plan(), '2026-09-07').why.because).toEqual([
      '0 of 1 objectives are met.',
      '0 of 1 milestones are met and 0 missed.',
      '0 of 1 actions are done, for £0 of £1200.',
      'It was never reviewed.',
    ]);
  });

  test('the review it owes', () => {
    const due = (one: Plan, today: string) => reviewDue(OWLS, OWLS_PLANS, one, today);
    const full = plan({ kind: 'full', agreed: day('2026-09-14') });
    expect(due(full, '2026-09-15')).toEqual({
      by: '2026-10-05',
      from: '2026-09-30',
      why: {
        because: ['The policy sets a review every 3 weeks of term.', 'It was agreed on 2026-09-14.'],
        rule: 'M36',
        wouldChange: 'Recording the review, or closing the plan.',
      },
    });
    const reviewed = { ...full, reviewWeeks: 1, reviews: [{ ...day('2026-10-05'), says: 'Fine.' }] };
    expect(due(reviewed, '2026-10-06')).toEqual({
      by: '2026-10-12',
      from: '2026-10-07',
      why: {
        because: ['The plan sets a review every week of term.', 'The last review was on 2026-10-05.'],
        rule: 'M36',
        wouldChange: 'Recording the review, or closing the plan.',
      },
    });
    const raising = plan({ agreed: day('2026-10-15') });
    expect(due(raising, '2026-10-16')).toBeUndefined();
    expect(due(raising, '2026-11-02')).toEqual({
      by: '2026-12-18',
      from: '2026-10-26',
      why: {
        because: ['It is reviewed in the core visit of the half term, and no review in it is on record.'],
        rule: 'M36',
        wouldChange: 'Recording the review, or closing the plan.',
      },
    });
    const review = (on: string) => ({ ...raising, reviews: [{ ...day(on), says: 'Fine.' }] });
    expect([due(review('2026-10-26'), '2026-11-02'), due(review('2026-12-18'), '2026-12-18')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(due(review('2026-10-25'), '2026-11-02')?.by).toBe('2026-12-18');
    expect(due(plan({ agreed: day('2026-10-26') }), '2026-11-02')).toBeUndefined();
    expect(due(plan({ agreed: day('2026-10-25') }), '2026-11-02')?.from).toBe('2026-10-26');
    expect(due(development, '2026-11-02')).toBeUndefined();
    expect(due(development, '2027-01-05')).toEqual({
      by: '2027-02-12',
      from: '2027-01-04',
      why: {
        because: ['It is reviewed in the core visit of the half term, and no review in it is on record.'],
        rule: 'M35',
        wouldChange: 'Recording the review, or closing the plan.',
      },
    });
    expect(due({ ...development, year: '2025-26' }, '2027-01-05')).toBeUndefined();
    expect(due(plan(), '2026-11-02')).toBeUndefined();
    expect(due({ ...raising, closed: { ...day('2026-11-01'), why: 'x' } }, '2026-11-02')).toBeUndefined();
    expect(due(raising, '2031-01-01')).toBeUndefined();
  });
});

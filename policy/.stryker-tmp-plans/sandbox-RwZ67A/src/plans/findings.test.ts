// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { agreePlan, notePlan, reviewPlan } from './agreeing.ts';
import { planFindings } from './findings.ts';
import type { Objective, Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';

const says = (other: Partial<Plan>) => planFindings(plan(other)).map((one) => one.says);
const about = (other: Partial<Objective>) => says({ objectives: [objective(other)] });
const [action] = objective().actions;
const [milestone] = objective().milestones;

describe('what is wrong with a plan', () => {
  test('M36: nothing with a sound one', () => {
    expect(planFindings(plan())).toEqual([]);
    expect(planFindings(plan({ kind: 'full' }))).toEqual([]);
    expect(planFindings(plan({ kind: 'development', areas: [] }))).toEqual([]);
  });

  test('M36: an empty plan has no objective, and an attainment plan no area of concern', () => {
    expect(says({ objectives: [], areas: [] })).toEqual([
      'It has no objective. Add one at least.',
      'It names no area of concern. Name those that put the school at risk.',
    ]);
    expect(says({ kind: 'development', objectives: [], areas: [] })).toHaveLength(1);
  });

  test('M36: an objective needs an owner, an action, a milestone and an impact', () => {
    expect(about({ owner: ' ', actions: [], milestones: [], impact: '' })).toEqual([
      '"Maths in Years 3 and 4" has no owner. Name who answers for it.',
      '"Maths in Years 3 and 4" has no action. Add what will be done.',
      '"Maths in Years 3 and 4" has no milestone. Add what can be seen, and by when.',
      '"Maths in Years 3 and 4" names no impact. Say what will be better for pupils.',
    ]);
    const { owner: _, ...nobodys } = objective();
    expect(planFindings(plan({ objectives: [nobodys] }))).toEqual([
      {
        level: 'error',
        objective: 'o-1',
        rule: 'M36',
        says: '"Maths in Years 3 and 4" has no owner. Name who answers for it.',
      },
    ]);
    expect(about({ what: '' })).toEqual(['The objective o-1 is empty. Say what is to be reached.']);
  });

  test('M36: every area of concern is answered by an objective', () => {
    expect(says({ areas: ['standards', 'attendance'] })).toEqual([
      'No objective answers the area attendance. Add one, or take the area out.',
    ]);
  });

  test('M36: the fuller plan says what the trust adds', () => {
    const alone = { objectives: [objective({ actions: action ? [{ ...action, support: ' ' }] : [] })] };
    expect(says({ ...alone, kind: 'full' })).toEqual([
      'It has no support of the trust. Say with an action what the trust adds.',
    ]);
    expect(says(alone)).toEqual([]);
  });

  test('M36: costs are whole pounds, days exist, and ids tell things apart', () => {
    if (!action || !milestone) throw new Error('The example has lost its action or milestone.');
    for (const cost of [-1, 0.5, Number.NaN]) expect(about({ actions: [{ ...action, cost }] })).toHaveLength(1);
    expect(about({ actions: [{ ...action, cost: 0 }] })).toEqual([]);
    expect(about({ milestones: [{ ...milestone, by: '2026-02-30' }] })[0]).toContain('has no day');
    expect(about({ milestones: [milestone, milestone] })).toEqual([
      '"Maths in Years 3 and 4" has the id m-1 twice. Give each action and milestone its own.',
    ]);
    expect(says({ objectives: [objective(), objective()] })).toEqual([
      'Two objectives have the id o-1. Give each its own.',
    ]);
    expect(about({ milestones: [{ ...milestone, what: '' }] })).toEqual(['m-1 is empty. Say what it is.']);
  });

  test('M36: a milestone before the plan began is worth a look but keeps nothing from being agreed', () => {
    if (!milestone) throw new Error('The example has lost its milestone.');
    const early = plan({ objectives: [objective({ milestones: [{ ...milestone, by: '2026-09-01' }] })] });
    expect(planFindings(early)).toEqual([
      {
        level: 'warning',
        objective: 'o-1',
        rule: 'M36',
        says: '"Half of the lessons show the new approach" is for 2026-09-01, before the plan began.',
      },
    ]);
    expect(agreePlan(early, day('2026-09-21'))).toMatchObject({ ok: true });
  });

  test('M35: governors note what was agreed before', () => {
    expect(says({ noted: day('2026-10-01') })[0]).toContain('not agreed with the head');
    expect(says({ agreed: day('2026-10-02'), noted: day('2026-10-01') })[0]).toContain('Have it noted again.');
    expect(says({ agreed: day('2026-09-01') })[0]).toContain('before it began');
  });
});

describe('agreeing, noting and reviewing', () => {
  test('M35: a plan with errors is not agreed, and says the first of them and how many', () => {
    const { owner: _, ...nobodys } = objective({ impact: '' });
    expect(agreePlan(plan({ objectives: [nobodys] }), day('2026-09-21'))).toMatchObject({
      ok: false,
      says: 'Mend 2 things first. "Maths in Years 3 and 4" has no owner. Name who answers for it.',
      why: { because: [{}, {}].map(() => expect.any(String)) },
    });
    expect(agreePlan(plan({ objectives: [] }), day('2026-09-21'))).toEqual({
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
  });

  test('M35: agreed, then noted, then reviewed; each once, in order, by somebody', () => {
    const agreed = agreePlan(plan(), day('2026-09-21'));
    if (!agreed.ok) throw new Error(agreed.says);
    expect(agreed.plan.agreed).toEqual(day('2026-09-21'));
    expect(agreePlan(agreed.plan, day('2026-09-22'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was agreed on 2026-09-21.'],
        rule: 'M35',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(agreePlan(plan(), day('2026-09-01'))).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-01 is before 2026-09-07, when it began or last changed.'],
        rule: 'M35',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    expect(agreePlan(plan(), day('2026-09-21', ''))).toEqual({
      ok: false,
      says: 'Say who it is by.',
      why: {
        because: ['Nobody is named.'],
        rule: 'M35',
        wouldChange: 'Say who it is by.',
      },
    });
    expect(notePlan(plan(), day('2026-10-01'))).toEqual({
      ok: false,
      says: 'Agree it with the head first.',
      why: {
        because: ['It is not agreed with the head.'],
        rule: 'M35',
        wouldChange: 'Agree it with the head first.',
      },
    });
    expect(notePlan(agreed.plan, day('2026-09-20'))).toEqual({
      ok: false,
      says: 'Give 2026-09-21 or a later date.',
      why: {
        because: ['2026-09-20 is before 2026-09-21, when it began or last changed.'],
        rule: 'M35',
        wouldChange: 'Give 2026-09-21 or a later date.',
      },
    });
    const noted = notePlan(agreed.plan, day('2026-10-01'));
    expect(noted).toMatchObject({ ok: true, plan: { noted: { on: '2026-10-01' } } });
    expect(noted.ok && notePlan(noted.plan, day('2026-10-02'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was noted on 2026-10-01.'],
        rule: 'M35',
        wouldChange: 'Leave it as it is.',
      },
    });
    const review = { ...day('2026-11-04'), says: 'Two of four teachers coached.' };
    expect(reviewPlan(plan(), review)).toEqual({
      ok: false,
      says: 'Agree it with the head first.',
      why: {
        because: ['It is not agreed with the head.'],
        rule: 'M36',
        wouldChange: 'Agree it with the head first.',
      },
    });
    expect(reviewPlan(agreed.plan, { ...review, says: '' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M36',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(reviewPlan(agreed.plan, review)).toMatchObject({ ok: true, plan: { reviews: [review] } });
  });

  test('M36: a closed plan takes nothing more', () => {
    const closed = plan({ agreed: day('2026-09-21'), closed: { ...day('2026-12-01'), why: 'Met.' } });
    expect(agreePlan(closed, day('2026-12-02'))).toEqual({
      ok: false,
      says: 'Begin a new plan.',
      why: {
        because: ['It was closed on 2026-12-01.'],
        rule: 'M36',
        wouldChange: 'Begin a new plan.',
      },
    });
    expect(notePlan(closed, day('2026-12-02'))).toEqual({
      ok: false,
      says: 'Begin a new plan.',
      why: {
        because: ['It was closed on 2026-12-01.'],
        rule: 'M36',
        wouldChange: 'Begin a new plan.',
      },
    });
    expect(reviewPlan(closed, { ...day('2026-12-02'), says: 'Late.' })).toEqual({
      ok: false,
      says: 'Begin a new plan.',
      why: {
        because: ['It was closed on 2026-12-01.'],
        rule: 'M36',
        wouldChange: 'Begin a new plan.',
      },
    });
  });
});

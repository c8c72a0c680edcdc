// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { validated } from '../concerns/concerns.examples.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import { ASH, AUTUMN_1, at, DALE, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { agreePlan, notePlan, reviewPlan } from './agreeing.ts';
import { closePlan } from './closing.ts';
import { planFindings } from './findings.ts';
import { planImpact } from './impact.ts';
import { unneededSince } from './open-plan-wanted.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import type { Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';
import { type PlanRecords, plansTasks } from './plans-tasks.ts';
import { requiredPlans } from './required-plans.ts';
import { reviewDue } from './reviews.ts';

const atRisk = facts({
  schools: [ASH],
  judgements: [validated(ASH.urn, AUTUMN_1, '2cc', '2026-10-14T10:00:00Z')],
});
const development = plan({
  id: 'd-1',
  kind: 'development',
  areas: [],
  agreed: day('2026-09-21'),
  noted: day('2026-10-01'),
});
const owed = (when: string, plans: readonly Plan[], given: Facts = atRisk, other: Partial<PlanRecords> = {}) =>
  plansTasks(OWLS, OWLS_PLANS, given, { plans, governorMeetings: [], ...other }, at(when));
const begins = (tasks: ReturnType<typeof owed>, start: string) => tasks.filter(({ key }) => key.startsWith(start));

describe('what plans ask, in full', () => {
  test('M36: to agree the attainment plan a school has to have', () => {
    expect(begins(owed('2026-10-15T08:00', [development]), 'attainment-plan')).toEqual([
      {
        because: 'The validated category of Ash Tree Primary School is 2cc: at risk of slipping.',
        by: '2026-11-11T17:00:00Z',
        key: 'attainment-plan/100001/raising/2026-10-14/p-ash',
        kind: 'task',
        otherwise: 'Without it the support the school needs is neither planned nor costed.',
        person: 'p-ash',
        rule: 'M36',
        since: '2026-10-14T07:00:00Z',
        title: 'Agree the raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const graded = facts({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } }] });
    expect(begins(owed('2026-10-15T08:00', [development], graded), 'attainment-plan')).toEqual([
      {
        because: 'The grade of Ash Tree Primary School is 3.',
        by: '2026-09-30T16:00:00Z',
        key: 'attainment-plan/100001/full/2026-09-02/p-leader',
        kind: 'task',
        otherwise: 'Without it the support the school needs is neither planned nor costed.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-02T07:00:00Z',
        title: 'Agree the full raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const agreed = plan({ agreed: day('2026-10-20') });
    expect(begins(owed('2026-11-15T08:00', [development, agreed]), 'attainment-plan')).toEqual([]);
    const full = plan({ kind: 'full', agreed: day('2026-10-20') });
    expect(begins(owed('2026-11-15T08:00', [development, full]), 'attainment-plan')).toEqual([]);
    expect(begins(owed('2026-11-15T08:00', [development, plan()]), 'attainment-plan')).toHaveLength(1);
    const done = plan({ agreed: day('2026-10-20'), closed: { ...day('2026-12-01'), why: 'Better.' } });
    expect(begins(owed('2026-12-02T08:00', [development, done]), 'attainment-plan')).toEqual([]);
    const followed = { ...done, closed: { ...day('2026-12-01'), why: 'Better.', followedBy: 'p-2' } };
    expect(begins(owed('2026-12-02T08:00', [development, followed]), 'attainment-plan').map(({ key }) => key)).toEqual([
      'attainment-plan/100001/raising/2026-12-01/p-ash',
    ]);
  });

  test('M35: to agree the development plan and have it noted', () => {
    const sound = facts({ schools: [ASH] });
    expect(owed('2026-08-25T08:00', [], sound)).toEqual([
      {
        because: 'Every school has a development plan for 2026-27, agreed with its head.',
        by: '2026-10-06T16:00:00Z',
        key: 'development-plan/2026-27/100001/agree/p-ash',
        kind: 'task',
        otherwise: 'Without it governors have nothing to note, and visits nothing to review.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-08-25T07:00:00Z',
        title: 'Agree the development plan of Ash Tree Primary School for 2026-27',
        urn: '100001',
      },
    ]);
    const { noted: _, ...agreed } = development;
    expect(owed('2026-09-21T08:00', [agreed], sound)).toEqual([
      {
        because: 'It was agreed on 2026-09-21; governors note it at their first meeting of the year.',
        by: '2026-11-17T17:00:00Z',
        key: 'development-plan/2026-27/100001/note/p-ash',
        kind: 'task',
        otherwise: 'Without it governors cannot hold the school to its plan.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-09-21T07:00:00Z',
        title: 'Have governors note the development plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const meetings = (...days: string[]) => ({ governorMeetings: days.map((on) => ({ urn: ASH.urn, on })) });
    const by = (other: Partial<PlanRecords>) => owed('2026-09-22T08:00', [agreed], sound, other)[0]?.by;
    expect(by(meetings('2026-11-03', '2026-10-06', '2026-09-20'))).toBe('2026-10-06T16:00:00Z');
    expect(by(meetings('2026-09-21'))).toBe('2026-09-21T16:00:00Z');
    expect(by({ governorMeetings: [{ urn: DALE.urn, on: '2026-10-06' }] })).toBe(by({}));
    const closed = { ...development, closed: { ...day('2026-12-01'), why: 'Done.' } };
    expect(owed('2026-12-02T08:00', [closed], sound)).toEqual([]);
    expect(owed('2027-07-12T08:00', [], sound)).toEqual([]);
    const joined = facts({ schools: [{ ...ASH, joined: '2026-11-02' }] });
    expect(owed('2026-11-02T08:00', [], joined)[0]).toMatchObject({ since: '2026-11-02T08:00:00Z' });
  });

  test('M36: to review a plan, and to say what became of a milestone', () => {
    const full = plan({ kind: 'full', agreed: day('2026-09-14') });
    const graded = facts({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } }] });
    expect(begins(owed('2026-10-05T08:00', [development, full], graded), 'plan-review')).toEqual([
      {
        because: 'The policy sets a review every 3 weeks of term. It was agreed on 2026-09-14.',
        by: '2026-10-05T16:00:00Z',
        key: 'plan-review/p-1/2026-10-05/p-leader',
        kind: 'task',
        otherwise: 'Without it nobody knows whether the plan works.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-30T07:00:00Z',
        title: 'Review the full raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const raising = plan({ agreed: day('2026-10-15') });
    expect(begins(owed('2026-10-26T08:00', [development, raising]), 'plan-review')).toEqual([
      {
        because: 'It is reviewed in the core visit of the half term, and no review in it is on record.',
        by: '2026-12-18T17:00:00Z',
        key: 'plan-review/p-1/2026-12-18/p-leader',
        kind: 'task',
        otherwise: 'Without it nobody knows whether the plan works.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-10-26T08:00:00Z',
        title: 'Review the raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-11-16T08:00', [development, raising]), 'plan-milestone')).toEqual([
      {
        because: 'It was to be seen by 2026-11-13 and is recorded neither as met nor as missed.',
        key: 'plan-milestone/d-1/o-1/m-1/2026-11-13/p-ash',
        kind: 'task',
        otherwise: 'Without it the milestone counts as missed.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-11-16T08:00:00Z',
        title: 'Say what became of "Half of the lessons show the new approach" at Ash Tree Primary School',
        urn: '100001',
      },
      {
        because: 'It was to be seen by 2026-11-13 and is recorded neither as met nor as missed.',
        key: 'plan-milestone/p-1/o-1/m-1/2026-11-13/p-ash',
        kind: 'task',
        otherwise: 'Without it the milestone counts as missed.',
        person: 'p-ash',
        rule: 'M36',
        since: '2026-11-16T08:00:00Z',
        title: 'Say what became of "Half of the lessons show the new approach" at Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const owned = plan({ agreed: day('2026-10-15'), objectives: [objective({ owner: 'p-north' })] });
    expect(begins(owed('2026-11-16T08:00', [owned]), 'plan-milestone')[0]?.person).toBe('p-north');
    const gone = plan({ agreed: day('2026-10-15'), objectives: [objective({ owner: 'p-gone' })] });
    expect(begins(owed('2026-11-16T08:00', [gone]), 'plan-milestone')[0]?.person).toBe(HEAD_ASH.id);
    const milestone = { id: 'm-1', what: 'Half', by: '2026-11-13' };
    for (const other of [{ met: '2026-11-13' }, { missed: '2026-11-13' }]) {
      const answered = plan({
        agreed: day('2026-10-15'),
        objectives: [objective({ milestones: [{ ...milestone, ...other }] })],
      });
      expect(begins(owed('2026-11-16T08:00', [answered]), 'plan-milestone')).toEqual([]);
    }
    expect(begins(owed('2026-11-16T08:00', [plan()]), 'plan-milestone')).toEqual([]);
    const own = plan({ kind: 'development', areas: [], agreed: day('2026-10-15') });
    expect(begins(owed('2026-11-16T08:00', [own]), 'plan-milestone')[0]?.rule).toBe('M35');
  });

  test('M36: to close a plan, once its year is over or nothing asks for it any more', () => {
    const raising = plan({ agreed: day('2026-10-15') });
    expect(begins(owed('2027-08-25T08:00', [raising]), 'plan-closing')).toEqual([
      {
        because: 'The year of the plan, 2026-27, is over.',
        by: '2027-08-25T16:00:00Z',
        key: 'plan-closing/p-1/year/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M36',
        since: '2027-08-25T07:00:00Z',
        title: 'Close the raising attainment plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    const sound = facts({ schools: [ASH] });
    expect(begins(owed('2026-10-15T08:00', [raising], sound), 'plan-closing')).toEqual([
      {
        because: 'Since 2026-09-07 neither grade nor category of the school asks for it.',
        by: '2026-10-05T16:00:00Z',
        key: 'plan-closing/p-1/unneeded/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-07T07:00:00Z',
        title: 'Close the raising attainment plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2027-08-25T08:00', [development], sound), 'plan-closing')).toEqual([
      {
        because: 'The year of the plan, 2026-27, is over.',
        by: '2027-08-25T16:00:00Z',
        key: 'plan-closing/d-1/year/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M35',
        since: '2027-08-25T07:00:00Z',
        title: 'Close the development plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    const undated = plan({ year: '2036-37', agreed: day('2026-10-15') });
    expect(begins(owed('2027-08-25T08:00', [undated]), 'plan-closing')).toEqual([]);
  });
});

describe('plans a school has to have, in full (M35, M36)', () => {
  const required = (school: typeof ASH, own = OWLS_PLANS, given = facts()) =>
    requiredPlans(own, school, schoolStanding(OWLS, given, school));

  test('for its grade, its category, or because it is sponsored', () => {
    expect(required({ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } })[1]).toEqual({
      kind: 'full',
      since: '2026-09-02',
      why: {
        because: ['The grade of Ash Tree Primary School is 3.'],
        rule: 'M36',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required({ ...ASH, sponsored: true })[1]).toEqual({
      kind: 'full',
      since: '2023-05-10',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M36',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    const untilGood = { ...OWLS_PLANS, sponsored: 'until-good' as const };
    expect(required({ ...ungraded, sponsored: true }, untilGood)[1]).toEqual({
      kind: 'full',
      since: '2024-08-27',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M36',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required({ ...ASH, sponsored: true }, untilGood)).toHaveLength(1);
    expect(required(ASH, OWLS_PLANS, atRisk)[1]).toEqual({
      kind: 'raising',
      since: '2026-10-14',
      why: {
        because: ['The validated category of Ash Tree Primary School is 2cc: at risk of slipping.'],
        rule: 'M36',
        wouldChange: 'A validated category that is not at risk.',
      },
    });
    expect(required(ASH)).toHaveLength(1);
  });

  test('and since when no longer', () => {
    const standing = schoolStanding(OWLS, facts(), ASH);
    const none = required(ASH);
    expect(unneededSince(none, standing, plan())).toBe('2026-09-07');
    expect(unneededSince(none, standing, development)).toBeUndefined();
    const risk = required(ASH, OWLS_PLANS, atRisk);
    expect(unneededSince(risk, standing, plan())).toBeUndefined();
    expect(unneededSince(risk, standing, plan({ kind: 'full' }))).toBeUndefined();
    const weak = required({ ...ASH, ofsted: { grade: 3 } });
    expect(unneededSince(weak, standing, plan())).toBe('2026-09-07');
    expect(unneededSince(weak, standing, plan({ kind: 'full' }))).toBeUndefined();
  });
});

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

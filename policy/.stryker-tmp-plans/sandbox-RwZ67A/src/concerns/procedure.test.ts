// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { concern, entry, reached, validated } from './concerns.examples.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { moveToProcedure, requiredProcedure } from './procedure.ts';
import { schoolStanding } from './school-standing.ts';
import { nextSteps, recordStep } from './steps.ts';

const required = (school: School, categories: readonly (readonly [string, string])[] = [], own = OWLS_CONCERNS) => {
  const judgements = categories.map(([halfTerm, code], index) =>
    validated(school.urn, halfTerm, code, `2026-1${index}-14T10:00:00Z`),
  );
  return requiredProcedure(own, school, schoolStanding(OWLS, facts({ judgements }), school));
};
const { ofsted: _, ...UNGRADED } = ASH;

describe('the procedure a school has to follow', () => {
  test('M37: is 3/4 for a grade of 3 or 4, whatever its category', () => {
    expect(required({ ...DALE, ofsted: { grade: 4, on: '2026-03-02' } })).toEqual({
      procedure: '3-4',
      since: '2026-03-02',
      why: {
        because: ['The grade of Dale Village Primary School is 4.'],
        rule: 'M37',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required(DALE, [[AUTUMN_1, '3a']])).toEqual({
      procedure: '3-4',
      since: '2024-08-27',
      why: {
        because: ['The grade of Dale Village Primary School is 3.'],
        rule: 'M37',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
  });

  test('M37: is 1/2 at risk for a better grade with a category at risk, since its validation', () => {
    expect(required(ASH, [[AUTUMN_1, '2cc']])).toEqual({
      procedure: '1-2-at-risk',
      since: '2026-10-14',
      why: {
        because: ['The validated category of Ash Tree Primary School is 2cc: at risk of slipping.'],
        rule: 'M37',
        wouldChange: 'A validated category that is not at risk.',
      },
    });
  });

  test('M37: is none for a better grade that is not at risk, the last validated category counting', () => {
    expect(required(ASH).procedure).toBeUndefined();
    expect(
      required(ASH, [
        [AUTUMN_1, '2cc'],
        [AUTUMN_2, '2b'],
      ]).procedure,
    ).toBeUndefined();
    expect(
      required(ASH, [
        [AUTUMN_1, '2b'],
        [AUTUMN_2, '2cc'],
      ]).procedure,
    ).toBe('1-2-at-risk');
  });

  test('M28: an inspection outdates a category of the old grade', () => {
    expect(required({ ...ASH, ofsted: { grade: 2 } }, [[AUTUMN_1, '3cc']]).procedure).toBeUndefined();
    expect(required({ ...ASH, ofsted: { grade: 3 } }, [[AUTUMN_1, '2cc']]).procedure).toBe('3-4');
  });

  test('M37: a sponsored school without a grade follows 3/4; graded 2, only where the trust says always', () => {
    expect(required({ ...UNGRADED, sponsored: true, joined: '2026-09-01' })).toEqual({
      procedure: '3-4',
      since: '2026-09-01',
      why: {
        because: ['Ash Tree Primary School is sponsored and has no grade yet.'],
        rule: 'M37',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required({ ...ASH, sponsored: true }).procedure).toBeUndefined();
    expect(required({ ...ASH, sponsored: true }, [], { ...OWLS_CONCERNS, sponsored: 'always' }).procedure).toBe('3-4');
  });

  test('M37: without a grade the validated category says it, and nothing says none', () => {
    expect(required(UNGRADED, [[AUTUMN_1, '4b']])).toEqual({
      procedure: '3-4',
      since: '2026-10-14',
      why: {
        because: ['The grade of Ash Tree Primary School is 4.'],
        rule: 'M37',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required(UNGRADED)).toEqual({
      since: '2024-08-27',
      why: {
        because: ['Ash Tree Primary School has no grade and no validated category.'],
        rule: 'M37',
        wouldChange: 'A category at risk, or a grade of 3 or 4.',
      },
    });
    expect(required(UNGRADED, [[AUTUMN_1, 'nonsense']]).procedure).toBeUndefined();
  });
});

describe('moving to the 3/4 procedure', () => {
  const move = (one = concern()) => moveToProcedure(one, '3-4', entry('2026-10-05', 'Due diligence found more.'));

  test('M37: keeps the level and enters at due diligence, its days counted from the move', () => {
    const moved = move();
    expect(moved).toMatchObject({ ok: true, concern: { procedure: '3-4', levels: [{ level: 1 }] } });
    expect(moved.ok && nextSteps(OWLS_CONCERNS, moved.concern).map(({ step, by }) => [step.key, by])).toEqual([
      ['due-diligence', '2026-10-26'],
      ['plan', '2026-11-02'],
      ['first-check', '2026-11-30'],
    ]);
  });

  test('M37: never goes back, never twice, never once closed, never before the concern', () => {
    const moved = concern({ procedure: '3-4' });
    expect(moveToProcedure(moved, '1-2-at-risk', entry('2026-10-05'))).toEqual({
      ok: false,
      says: 'Close it when it is resolved.',
      why: {
        because: ['A concern never moves back from the 3/4 procedure.'],
        rule: 'M37',
        wouldChange: 'Close it when it is resolved.',
      },
    });
    expect(move(moved)).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It follows the procedure 3-4 already.'],
        rule: 'M37',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(move(concern({ closed: entry('2026-10-01') }))).toEqual({
      ok: false,
      says: 'Open a new concern instead.',
      why: {
        because: ['It was closed on 2026-10-01.'],
        rule: 'M37',
        wouldChange: 'Open a new concern instead.',
      },
    });
    expect(moveToProcedure(concern(), '3-4', entry('2026-09-01'))).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-01 is before 2026-09-07, when it began or last changed.'],
        rule: 'M37',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
  });

  test('M37: due diligence done before the move is done afresh', () => {
    const second = concern({ levels: [reached(2, '2026-09-07')] });
    const done = recordStep(OWLS_CONCERNS, second, { step: 'due-diligence', on: '2026-09-20', by: 'p-ceo' });
    const moved = done.ok ? move(done.concern) : done;
    expect(moved.ok && nextSteps(OWLS_CONCERNS, moved.concern)[0]?.step.key).toBe('due-diligence');
  });

  test('M37: a level reached after the move begins at its own beginning', () => {
    const raised = concern({
      procedure: '3-4',
      levels: [reached(1, '2026-09-07'), reached(2, '2026-12-01')],
      moved: entry('2026-10-05'),
    });
    expect(nextSteps(OWLS_CONCERNS, raised)[0]).toEqual({
      by: '2026-12-08',
      from: '2026-12-01',
      step: {
        days: 7,
        dueDiligence: false,
        key: 'tell-governors',
        name: 'Tell the chair of governors of the level and why',
        procedures: ['3-4', '1-2-at-risk'],
        who: 'head-leader',
      },
      why: {
        because: [
          'The concern stands at level 2 of the procedure 3-4 since 2026-12-01.',
          '"Tell the chair of governors of the level and why" is allowed 7 days from then.',
        ],
        rule: 'M37',
        wouldChange: 'Recording it as done, or closing the concern.',
      },
    });
  });
});

describe('the steps of a level', () => {
  test('M37: a school at risk is spared due diligence at level 1', () => {
    expect(nextSteps(OWLS_CONCERNS, concern()).map(({ step }) => step.key)).toEqual([
      'identify',
      'plan',
      'first-check',
    ]);
  });

  test('M37: a step can begin when the one before was done, or had to be', () => {
    expect(nextSteps(OWLS_CONCERNS, concern()).map(({ from }) => from)).toEqual([
      '2026-09-07',
      '2026-09-14',
      '2026-10-05',
    ]);
    const early = recordStep(OWLS_CONCERNS, concern(), { step: 'identify', on: '2026-09-09', by: 'p-leader' });
    expect(early.ok && nextSteps(OWLS_CONCERNS, early.concern)).toMatchObject([
      { step: { key: 'plan' }, from: '2026-09-09', by: '2026-10-05' },
      { step: { key: 'first-check' } },
    ]);
  });

  test('M37: a step that is not asked, is done already or is dated before the level is refused', () => {
    const record = (step: string, on = '2026-09-09', one = concern()) =>
      recordStep(OWLS_CONCERNS, one, { step, on, by: 'p-leader' });
    expect(record('due-diligence')).toEqual({
      ok: false,
      says: 'Choose one of identify, plan, first-check.',
      why: {
        because: ['The step due-diligence is not to be done now.'],
        rule: 'M37',
        wouldChange: 'Choose one of identify, plan, first-check.',
      },
    });
    expect(record('identify', '2026-09-01')).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-01 is before 2026-09-07, when it began or last changed.'],
        rule: 'M37',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    const once = record('identify');
    expect(once.ok && record('identify', '2026-09-10', once.concern)).toEqual({
      ok: false,
      says: 'Choose one of plan, first-check.',
      why: {
        because: ['The step identify is not to be done now.'],
        rule: 'M37',
        wouldChange: 'Choose one of plan, first-check.',
      },
    });
    expect(record('identify', '2026-09-10', concern({ closed: entry('2026-09-09') }))).toEqual({
      ok: false,
      says: 'Open a new concern if it is back.',
      why: {
        because: ['It was closed on 2026-09-09.'],
        rule: 'M37',
        wouldChange: 'Open a new concern if it is back.',
      },
    });
  });

  test('M37: a closed concern has no steps', () => {
    expect(nextSteps(OWLS_CONCERNS, concern({ closed: entry('2026-10-05') }))).toEqual([]);
  });
});

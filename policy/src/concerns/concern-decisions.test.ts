import { describe, expect, test } from 'vitest';
import { ASH, BROOK } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Concern } from './concern.ts';
import { concern, entry, reached } from './concerns.examples.ts';
import { closeConcern, escalate, escalationDue, levelPolicy } from './escalation.ts';
import { openConcern, openingLevel } from './opening.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { moveToProcedure } from './procedure.ts';
import { recordIntervention, recordProgress } from './progress.ts';
import { nextSteps, recordStep } from './steps.ts';

describe('decisions about a concern, in full', () => {
  const second = concern({ levels: [reached(1, '2026-09-07'), reached(2, '2026-10-05')] });

  test('M38: raising it', () => {
    expect(escalate(OWLS_CONCERNS, concern(), { ...entry('2026-11-02'), to: 3 })).toEqual({
      concern: {
        area: 'standards',
        id: 'c-1',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-07',
            why: 'Maths fell in two year groups.',
          },
          {
            by: 'p-leader',
            level: 3,
            on: '2026-11-02',
            why: 'Seen in the visit.',
          },
        ],
        procedure: '1-2-at-risk',
        progress: [],
        steps: [],
        urn: '100001',
      },
      ok: true,
      why: {
        because: ['Seen in the visit.', 'At this level the CEO and the Chair decide.'],
        rule: 'M38',
        wouldChange: 'Closing it when it is resolved.',
      },
    });
    expect(escalate(OWLS_CONCERNS, second, { ...entry('2026-11-02'), to: 1 })).toEqual({
      ok: false,
      says: 'Raise it to level 3.',
      why: {
        because: ['It stands at level 2, and a level never falls while a concern is open.'],
        rule: 'M38',
        wouldChange: 'Raise it to level 3.',
      },
    });
    const low = escalate(OWLS_CONCERNS, concern(), { ...entry('2026-11-02'), to: 1 });
    expect(low.ok ? '' : low.says).toBe('Choose a level from 2 to 3.');
    const next = escalate(OWLS_CONCERNS, concern(), entry('2026-11-02'));
    expect(next.ok && next.why.because).toEqual(['Seen in the visit.']);
    expect(escalate(OWLS_CONCERNS, second, entry('2026-10-05'))).toMatchObject({ ok: true });
    expect(escalate(OWLS_CONCERNS, second, entry('2026-10-04'))).toMatchObject({ ok: false });
  });

  test('M38: closing it', () => {
    expect(closeConcern(OWLS_CONCERNS, second, entry('2026-12-07', 'On track again.'))).toEqual({
      concern: {
        area: 'standards',
        closed: {
          by: 'p-leader',
          on: '2026-12-07',
          why: 'On track again.',
        },
        id: 'c-1',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-07',
            why: 'Maths fell in two year groups.',
          },
          {
            by: 'p-leader',
            level: 2,
            on: '2026-10-05',
            why: 'Maths fell in two year groups.',
          },
        ],
        procedure: '1-2-at-risk',
        progress: [],
        steps: [],
        urn: '100001',
      },
      ok: true,
      why: {
        because: ['On track again.', 'It was open since 2026-09-07 and reached level 2.'],
        rule: 'M38',
        wouldChange: 'A similar concern within 2 years starts again at level 2.',
      },
    });
    expect(closeConcern(OWLS_CONCERNS, second, entry('2026-10-05'))).toMatchObject({ ok: true });
    expect(closeConcern(OWLS_CONCERNS, second, entry('2026-10-04'))).toMatchObject({ ok: false });
  });

  test('M38: when it is due to rise', () => {
    const seen = concern({ progress: [{ ...entry('2026-11-02'), progress: true }] });
    expect(escalationDue(OWLS, OWLS_CONCERNS, seen)).toEqual({
      on: '2027-02-10',
      to: 2,
      why: {
        because: [
          'It stands at level 1 since 2026-09-07.',
          'The last progress or decision on record is of 2026-11-02.',
          'The level allows 12 weeks of term without progress.',
        ],
        rule: 'M38',
        wouldChange: 'A look at the concern that finds progress, or closing it.',
      },
    });
    const low = concern({ interventions: [{ ...entry('2026-10-05'), level: 1 }] });
    expect(escalationDue(OWLS, OWLS_CONCERNS, low)?.on).toBe('2026-12-09');
    const before = concern({
      levels: [reached(3, '2026-10-05')],
      interventions: [{ ...entry('2026-11-02'), level: 2 }],
    });
    expect(escalationDue(OWLS, OWLS_CONCERNS, before)?.on).toBe(
      escalationDue(OWLS, OWLS_CONCERNS, { ...before, interventions: [] })?.on,
    );
    expect(levelPolicy(OWLS_CONCERNS, 4)).toBe(OWLS_CONCERNS.levels[2]);
    expect(levelPolicy(OWLS_CONCERNS, 1)).toBe(OWLS_CONCERNS.levels[0]);
  });

  test('M37, M38: opening it', () => {
    const given = { urn: ASH.urn, area: 'standards', on: '2026-06-01' };
    expect(openingLevel(OWLS_CONCERNS, [], { ...given, judged: 4 })).toEqual({
      ok: false,
      says: 'Choose a level from 1 to 3.',
      why: {
        because: ['There is no level 4.'],
        rule: 'M38',
        wouldChange: 'Choose a level from 1 to 3.',
      },
    });
    expect(openingLevel(OWLS_CONCERNS, [], { ...given, judged: 2 })).toEqual({
      level: 2,
      ok: true,
      why: {
        because: ['It was judged to need level 2.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    expect(
      openConcern(OWLS_CONCERNS, [], { ...given, id: 'c-9', procedure: '1-2-at-risk', ...entry('2026-06-01') }),
    ).toEqual({
      concern: {
        area: 'standards',
        id: 'c-9',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-06-01',
            why: 'Seen in the visit.',
          },
        ],
        procedure: '1-2-at-risk',
        progress: [],
        steps: [],
        urn: '100001',
      },
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    const other = concern({ id: 'c-5', urn: BROOK.urn });
    expect(openingLevel(OWLS_CONCERNS, [other], given)).toMatchObject({ ok: true, level: 1 });
  });

  test('M37: moving it to the 3/4 procedure', () => {
    expect(moveToProcedure(concern(), '3-4', entry('2026-09-07', 'More was found.'))).toEqual({
      concern: {
        area: 'standards',
        id: 'c-1',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-07',
            why: 'Maths fell in two year groups.',
          },
        ],
        moved: {
          by: 'p-leader',
          on: '2026-09-07',
          why: 'More was found.',
        },
        procedure: '3-4',
        progress: [],
        steps: [],
        urn: '100001',
      },
      ok: true,
      why: {
        because: ['More was found.', 'It stays at level 1 and enters the 3/4 procedure at due diligence.'],
        rule: 'M37',
        wouldChange: 'Closing it when it is resolved.',
      },
    });
    expect(moveToProcedure(concern(), '3-4', entry('2026-09-06'))).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-06 is before 2026-09-07, when it began or last changed.'],
        rule: 'M37',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    const moved = concern({ procedure: '3-4' });
    expect(moveToProcedure(moved, '3-4', entry('2026-10-05'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It follows the procedure 3-4 already.'],
        rule: 'M37',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(moveToProcedure(moved, '1-2-at-risk', entry('2026-10-05'))).toEqual({
      ok: false,
      says: 'Close it when it is resolved.',
      why: {
        because: ['A concern never moves back from the 3/4 procedure.'],
        rule: 'M37',
        wouldChange: 'Close it when it is resolved.',
      },
    });
    expect(moveToProcedure(concern({ closed: entry('2026-10-01') }), '3-4', entry('2026-10-05'))).toEqual({
      ok: false,
      says: 'Open a new concern instead.',
      why: {
        because: ['It was closed on 2026-10-01.'],
        rule: 'M37',
        wouldChange: 'Open a new concern instead.',
      },
    });
  });

  test('M37: looks at it and decisions about it', () => {
    expect(recordProgress(concern(), { ...entry('2026-09-07'), progress: true })).toEqual({
      concern: {
        area: 'standards',
        id: 'c-1',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-07',
            why: 'Maths fell in two year groups.',
          },
        ],
        procedure: '1-2-at-risk',
        progress: [
          {
            by: 'p-leader',
            on: '2026-09-07',
            progress: true,
            why: 'Seen in the visit.',
          },
        ],
        steps: [],
        urn: '100001',
      },
      ok: true,
    });
    expect(recordProgress(concern(), { ...entry('2026-09-06'), progress: true })).toMatchObject({ ok: false });
    const top = concern({ levels: [reached(3, '2026-09-07')] });
    expect(recordIntervention(OWLS_CONCERNS, top, entry('2026-09-07'))).toMatchObject({
      ok: true,
      concern: { interventions: [{ ...entry('2026-09-07'), level: 3 }] },
    });
  });

  test('M37: steps, done in turn and refused', () => {
    const record = (one: Concern, step: string, on = '2026-09-09') =>
      recordStep(OWLS_CONCERNS, one, { step, on, by: 'p-leader' });
    expect(nextSteps(OWLS_CONCERNS, concern())[0]).toEqual({
      by: '2026-09-14',
      from: '2026-09-07',
      step: {
        days: 7,
        dueDiligence: false,
        key: 'identify',
        name: 'Agree with the school what the concern is',
        procedures: ['3-4', '1-2-at-risk'],
        who: 'head-leader',
      },
      why: {
        because: [
          'The concern stands at level 1 of the procedure 1-2-at-risk since 2026-09-07.',
          '"Agree with the school what the concern is" is allowed 7 days from then.',
        ],
        rule: 'M37',
        wouldChange: 'Recording it as done, or closing the concern.',
      },
    });
    expect(record(concern(), 'identify')).toEqual({
      concern: {
        area: 'standards',
        id: 'c-1',
        interventions: [],
        levels: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-07',
            why: 'Maths fell in two year groups.',
          },
        ],
        procedure: '1-2-at-risk',
        progress: [],
        steps: [
          {
            by: 'p-leader',
            level: 1,
            on: '2026-09-09',
            procedure: '1-2-at-risk',
            step: 'identify',
          },
        ],
        urn: '100001',
      },
      ok: true,
    });
    expect(record(concern(), 'identify', '2026-09-06')).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-06 is before 2026-09-07, when it began or last changed.'],
        rule: 'M37',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    expect(record(concern({ closed: entry('2026-09-08') }), 'identify')).toEqual({
      ok: false,
      says: 'Open a new concern if it is back.',
      why: {
        because: ['It was closed on 2026-09-08.'],
        rule: 'M37',
        wouldChange: 'Open a new concern if it is back.',
      },
    });
    const done = ['identify', 'plan', 'first-check'].map((step) => ({
      procedure: '1-2-at-risk' as const,
      level: 1,
      step,
      on: '2026-09-08',
      by: 'p-leader',
    }));
    expect(record(concern({ steps: done }), 'plan')).toEqual({
      ok: false,
      says: 'Record the progress seen instead: every step is done.',
      why: {
        because: ['The step plan is not to be done now.'],
        rule: 'M37',
        wouldChange: 'Record the progress seen instead: every step is done.',
      },
    });
    const elsewhere = done.map((one) => ({ ...one, level: 2 }));
    expect(nextSteps(OWLS_CONCERNS, concern({ steps: elsewhere }))).toHaveLength(3);
    const late = done.slice(0, 1).map((one) => ({ ...one, on: '2026-11-01' }));
    expect(nextSteps(OWLS_CONCERNS, concern({ steps: late })).map(({ from }) => from)).toEqual([
      '2026-09-14',
      '2026-10-05',
    ]);
    const movedSameDay = concern({ procedure: '3-4', moved: entry('2026-09-07') });
    expect(nextSteps(OWLS_CONCERNS, movedSameDay)[0]?.step.key).toBe('due-diligence');
  });
});

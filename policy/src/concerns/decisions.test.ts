import { describe, expect, test } from 'vitest';
import {
  ASH,
  AUTUMN_1,
  AUTUMN_2,
  at,
  BROOK,
  DALE,
  ofCluster,
  ofSchool,
  person,
  trust,
} from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { answering } from './answering.ts';
import { type Concern, type ExtraDataGiven, levelReached } from './concern.ts';
import { concern, entry, factsWithChair, reached, validated } from './concerns.examples.ts';
import { concernsDisagreements } from './concerns-policy.ts';
import { concernsTasks } from './concerns-tasks.ts';
import { earliestDay, latestDay } from './day-order.ts';
import { closeConcern, escalate, escalationDue, levelPolicy } from './escalation.ts';
import { extraDataDue } from './extra-data.ts';
import { openConcern, openingLevel } from './opening.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { moveToProcedure, requiredProcedure } from './procedure.ts';
import { recordIntervention, recordProgress } from './progress.ts';
import { schoolStanding } from './school-standing.ts';
import { nextSteps, recordStep } from './steps.ts';
import { afterTermWeeks, schoolMoment } from './term-weeks.ts';

const owed = (
  when: string,
  concerns: readonly Concern[],
  facts: Facts = factsWithChair({ schools: [ASH] }),
  extraData: readonly ExtraDataGiven[] = [],
) => concernsTasks(OWLS, OWLS_CONCERNS, facts, { concerns, extraData }, at(when));
const kind = (tasks: ReturnType<typeof owed>, begins: string) => tasks.filter(({ key }) => key.startsWith(begins));

describe('what is asked about a concern, in full', () => {
  test('M37: to move it to the 3/4 procedure', () => {
    const facts = factsWithChair({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-10-01' } }] });
    expect(kind(owed('2026-10-01T09:00', [concern()], facts), 'concern-move')).toEqual([
      {
        because: 'The grade of Ash Tree Primary School is 3.',
        key: 'concern-move/c-1/2026-10-01/p-leader',
        kind: 'task',
        otherwise: 'Without it the school keeps the steps of a school at risk.',
        person: 'p-leader',
        rule: 'M37',
        since: '2026-10-01T07:00:00Z',
        title: 'Move the concern about standards and progress at Ash Tree Primary School to the 3/4 procedure',
        urn: '100001',
      },
    ]);
    const later = concern({ levels: [reached(1, '2026-10-05')] });
    expect(kind(owed('2026-10-05T09:00', [later], facts), 'concern-move')[0]?.since).toBe('2026-10-05T07:00:00Z');
  });

  test('M19: to give extra data', () => {
    expect(kind(owed('2026-10-26T09:00', [concern()]), 'extra-data')).toEqual([
      {
        because: 'Level 1 asks for it every 6 weeks of term. It is asked since 2026-09-07 and was never given.',
        by: '2026-10-28T17:00:00Z',
        key: 'extra-data/c-1/on-track/2026-10-28/p-ash',
        kind: 'task',
        otherwise: 'Without it nobody can see whether the support helps.',
        person: 'p-ash',
        rule: 'M19',
        since: '2026-10-26T08:00:00Z',
        title: 'Give extra data for Ash Tree Primary School: Pupils on track in the areas of concern',
        urn: '100001',
      },
    ]);
  });

  test('M38: to raise it, or to record the progress seen', () => {
    expect(kind(owed('2026-12-09T09:00', [concern()]), 'concern-escalation')).toEqual([
      {
        because:
          'It stands at level 1 since 2026-09-07. No progress is on record since. The level allows 12 weeks of term without progress.',
        key: 'concern-escalation/c-1/2/2026-12-09/p-leader',
        kind: 'task',
        otherwise: 'Without it a concern stays where nothing moves.',
        person: 'p-leader',
        rule: 'M38',
        since: '2026-12-09T08:00:00Z',
        title:
          'Raise the concern about standards and progress at Ash Tree Primary School to level 2, or record the progress seen',
        urn: '100001',
      },
    ]);
  });

  test('M38: to decide, first because of its level, then because weeks passed', () => {
    const top = concern({ levels: [reached(3, '2026-09-07')] });
    expect(kind(owed('2026-09-07T09:00', [top]), 'concern-decision')[0]).toEqual({
      because: 'It reached level 3: Maths fell in two year groups.',
      by: '2026-09-14T16:00:00Z',
      key: 'concern-decision/c-1/3/2026-09-07/p-ceo',
      kind: 'task',
      otherwise: 'Without a decision a serious concern stays unanswered.',
      person: 'p-ceo',
      rule: 'M38',
      since: '2026-09-07T07:00:00Z',
      title: 'Decide what the trust does about standards and progress at Ash Tree Primary School',
      urn: '100001',
    });
    const decided = { ...top, interventions: [{ ...entry('2026-09-14'), level: 3 }] };
    expect(kind(owed('2026-11-04T09:00', [decided]), 'concern-decision')[1]).toEqual({
      because:
        'It stands at level 3 since 2026-09-07. The last progress or decision on record is of 2026-09-14. The level allows 6 weeks of term without progress.',
      by: '2026-11-11T17:00:00Z',
      key: 'concern-decision/c-1/3/2026-11-04/p-chair',
      kind: 'task',
      otherwise: 'Without a decision a serious concern stays unanswered.',
      person: 'p-chair',
      rule: 'M38',
      since: '2026-11-04T08:00:00Z',
      title: 'Decide what the trust does about standards and progress at Ash Tree Primary School',
      urn: '100001',
    });
    const second = concern({ levels: [reached(2, '2026-09-07')] });
    expect(kind(owed('2026-11-04T09:00', [second]), 'concern-decision')).toEqual([]);
  });

  test('M37: an area that the policy lost is named by its key', () => {
    expect(owed('2026-09-07T09:00', [concern({ area: 'weather' })])[0]?.title).toBe(
      'Agree with the school what the concern is (weather, Ash Tree Primary School)',
    );
  });

  test('M37: of a concern on the 3/4 procedure nobody asks to move it', () => {
    const facts = factsWithChair({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-10-01' } }] });
    const moved = concern({ procedure: '3-4' });
    expect(kind(owed('2026-10-01T09:00', [moved], facts), 'concern-move')).toEqual([]);
  });
});

describe('who answers for a school (M1)', () => {
  test('the one who holds the role for it, else for its cluster, else for the trust, else the CEO', () => {
    const who = (role: Parameters<typeof answering>[1], school = ASH) => answering(factsWithChair(), role, school)?.id;
    expect([who('head'), who('head', { ...ASH, urn: '999999' })]).toEqual(['p-ash', 'p-ceo']);
    expect([who('cluster-leader'), who('cluster-leader', DALE), who('head-leader', DALE)]).toEqual([
      'p-north',
      'p-south',
      'p-ceo',
    ]);
    expect([who('chair'), who('director')]).toEqual(['p-chair', 'p-ceo']);
    const director = (id: string, ...scopes: Parameters<typeof ofSchool>[0][]) =>
      person(id, id, ['head', trust], ...scopes.map((urn) => ['director', ofSchool(urn)] as const));
    const whole = person('p-0', 'Whole', ['director', trust]);
    const north = person('p-1', 'North', ['director', ofCluster('North')]);
    const from = (...people: (typeof whole)[]) => answering({ people }, 'director', ASH)?.id;
    expect(from(whole, north, director('p-9', BROOK.urn, ASH.urn))).toBe('p-9');
    expect(from(whole, north, director('p-9', BROOK.urn))).toBe('p-1');
    expect(from(whole, director('p-9', BROOK.urn))).toBe('p-0');
    expect(from(director('p-9', BROOK.urn), director('p-8', BROOK.urn))).toBeUndefined();
    const two = [director('p-9', ASH.urn), director('p-8', ASH.urn)];
    expect([from(...two), from(...two.reverse())]).toEqual(['p-8', 'p-8']);
    expect(
      answering({ people: [person('p-7', 'Head leader', ['head', ofCluster('North')])] }, 'head', ASH),
    ).toBeUndefined();
    expect(answering({ people: [] }, 'head', ASH)).toBeUndefined();
    expect(answering({ people: [] }, 'chair', ASH)).toBeUndefined();
  });
});

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

  test('M19: extra data, asked since it began and since it was last given', () => {
    const due = (given: readonly ExtraDataGiven[]) =>
      extraDataDue(OWLS, OWLS_CONCERNS, concern(), given).map(({ by, why }) => ({ by, why }));
    expect(due([])).toEqual([
      {
        by: '2026-10-28',
        why: {
          because: ['Level 1 asks for it every 6 weeks of term.', 'It is asked since 2026-09-07 and was never given.'],
          rule: 'M19',
          wouldChange: 'Giving it, or closing the concern.',
        },
      },
    ]);
    const given = { concern: 'c-1', item: 'on-track', on: '2026-10-05', by: 'p-ash', figures: {}, says: 'Up.' };
    expect(due([given])).toEqual([
      {
        by: '2026-11-25',
        why: {
          because: ['Level 1 asks for it every 6 weeks of term.', 'It was last given on 2026-10-05.'],
          rule: 'M19',
          wouldChange: 'Giving it, or closing the concern.',
        },
      },
    ]);
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

describe('where a school stands (M28, M37)', () => {
  const standing = (school: typeof ASH, ...judged: readonly (readonly [string, string, string])[]) =>
    schoolStanding(
      OWLS,
      factsWithChair({ judgements: judged.map(([half, code, when]) => validated(school.urn, half, code, when)) }),
      school,
    );

  test('its grade and its category, each since its day', () => {
    expect(standing(ASH)).toEqual({
      atRisk: false,
      categorySince: '2024-08-27',
      grade: 2,
      gradeSince: '2023-05-10',
    });
    expect(standing({ ...ASH, joined: '2026-09-01' })).toEqual({
      atRisk: false,
      categorySince: '2026-09-01',
      grade: 2,
      gradeSince: '2026-09-01',
    });
    expect(standing(ASH, [AUTUMN_1, '2cc', '2026-10-14T23:30:00Z'])).toEqual({
      atRisk: true,
      category: {
        code: '2cc',
        heading: 'at risk',
        name: 'Good, at risk',
        ofsted: 2,
        support: 'Core visits and an attainment plan for the areas of concern.',
      },
      categorySince: '2026-10-15',
      grade: 2,
      gradeSince: '2023-05-10',
    });
    expect(standing({ ...ASH, joined: '2026-11-01' }, [AUTUMN_1, '2cc', '2026-10-14T10:00:00Z'])).toEqual({
      atRisk: true,
      category: {
        code: '2cc',
        heading: 'at risk',
        name: 'Good, at risk',
        ofsted: 2,
        support: 'Core visits and an attainment plan for the areas of concern.',
      },
      categorySince: '2026-11-01',
      grade: 2,
      gradeSince: '2026-11-01',
    });
    expect(
      standing(ASH, [AUTUMN_2, '2b', '2026-12-16T10:00:00Z'], [AUTUMN_1, '2cc', '2026-10-14T10:00:00Z']).category?.code,
    ).toBe('2b');
  });

  test('the procedure it has to follow, and why not', () => {
    const required = (school: typeof ASH, own = OWLS_CONCERNS) =>
      requiredProcedure(own, school, schoolStanding(OWLS, factsWithChair(), school));
    expect(required(ASH)).toEqual({
      since: '2023-05-10',
      why: {
        because: ['The grade of Ash Tree Primary School is 2 and no validated category puts it at risk.'],
        rule: 'M37',
        wouldChange: 'A category at risk, or a grade of 3 or 4.',
      },
    });
    expect(required({ ...ASH, sponsored: true }, { ...OWLS_CONCERNS, sponsored: 'always' })).toEqual({
      procedure: '3-4',
      since: '2023-05-10',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M37',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    expect(required({ ...ungraded, sponsored: true }, { ...OWLS_CONCERNS, sponsored: 'always' })).toEqual({
      procedure: '3-4',
      since: '2024-08-27',
      why: {
        because: ['Ash Tree Primary School is sponsored and has no grade yet.'],
        rule: 'M37',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
  });
});

describe('what goes before what', () => {
  test('M38: a similar concern opened on the day counts, a name of spaces is none, asked and wanted may be one time', () => {
    const same = concern({ levels: [reached(2, '2026-06-01')], closed: entry('2026-06-01') });
    const given = { urn: ASH.urn, area: 'standards', on: '2026-06-01' };
    expect(openingLevel(OWLS_CONCERNS, [same], given)).toMatchObject({ ok: true, level: 2 });
    expect(closeConcern(OWLS_CONCERNS, concern(), { ...entry('2026-12-07'), by: '  ' })).toMatchObject({
      ok: false,
      says: 'Say who it is by.',
    });
    const once = { ...OWLS_CONCERNS, asked: OWLS_CONCERNS.wanted };
    expect(concernsDisagreements(once)).toEqual([]);
    const odd = { ...OWLS_CONCERNS, askDaysBefore: 14 };
    expect(concernsDisagreements(odd)).toHaveLength(3);
    expect(levelReached(concern({ levels: [reached(2, '2026-09-07'), reached(1, '2026-10-07')] })).level).toBe(2);
  });
});

describe('days', () => {
  test('the latest and the earliest of some, those not on record left out', () => {
    expect(latestDay('2026-09-07', undefined, '2026-10-01', '2026-09-30')).toBe('2026-10-01');
    expect(latestDay('2026-09-07', undefined)).toBe('2026-09-07');
    expect(earliestDay('2026-09-07', '2026-10-01', '2026-09-01')).toBe('2026-09-01');
    expect(earliestDay('2026-09-07')).toBe('2026-09-07');
  });

  test('M38: weeks of term end on the last day of a half term, and go on after the holiday', () => {
    // Autumn 1 ends on Friday 16 October 2026, autumn 2 begins on Monday 26.
    expect(afterTermWeeks(OWLS, '2026-10-09', 1)).toBe('2026-10-16');
    expect(afterTermWeeks(OWLS, '2026-10-10', 1)).toBe('2026-10-26');
    expect(afterTermWeeks(OWLS, '2026-10-16', 1)).toBe('2026-11-01');
    expect(afterTermWeeks(OWLS, '2028-07-07', 1)).toBe('2028-07-14');
  });

  test('a moment on a day off is the next school day’s; beyond the calendar it stays', () => {
    expect(schoolMoment(OWLS, '2026-11-22', '08:00').toString()).toBe('2026-11-23T08:00:00Z');
    expect(schoolMoment(OWLS, '2028-07-07', '08:00').toString()).toBe('2028-07-07T07:00:00Z');
    expect(schoolMoment(OWLS, '2028-07-09', '08:00').toString()).toBe('2028-07-09T07:00:00Z');
  });
});

// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { halfTermById } from '../calendar/academic-calendar.ts';
import {
  ASH,
  AUTUMN_1,
  AUTUMN_2,
  at,
  CEO,
  DALE,
  facts,
  HEAD_ASH,
  PEOPLE,
  person,
  soapReturn,
  trust,
} from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import {
  approveTrustTargets,
  boardApproval,
  boardMembers,
  putToBoard,
  type TargetsForBoard,
} from './board-approval.ts';
import { checkTarget } from './check-target.ts';
import { kpiReadings } from './kpis.ts';
import { spoken } from './monitoring.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { targetProposals } from './proposal.ts';
import { agreeTarget, proposeTarget, reviseTarget, signOffTarget } from './setting.ts';
import { betterBy, type Target, type TargetCell, type TargetFigures, type TargetRevision, targetOf } from './target.ts';
import { cellName, pupilsOf, targetCells, yearSpan } from './target-cells.ts';
import { instantOf, isBefore } from './target-step.ts';
import { revision, signed, target, YEAR } from './targets.examples.ts';
import { targetsTasks } from './targets-tasks.ts';
import { targetsMonitored } from './trust-monitoring.ts';
import { trustTargets } from './trust-targets.ts';

const board = ['d-2', 'd-1', 'd-3'].map((id) => person(id, id, ['director', trust]));
const known = facts({ schools: [ASH], people: [...PEOPLE, ...board] });
const FIGURES = { minimum: 60, aspirational: 70 };
const forBoard = (approvals: TargetsForBoard['approvals'] = []): TargetsForBoard => ({
  academicYear: YEAR,
  targets: [],
  putBy: CEO.id,
  putAt: '2026-10-12T09:00:00Z',
  approvals,
});

describe('a target that cannot be set, in full (M20)', () => {
  const says = (given: TargetCell & Partial<TargetFigures>, start?: number, school = ASH) =>
    checkTarget(OWLS, OWLS_TARGETS, school, { ...FIGURES, ...given }, start);

  test('of no measure, no year group, or one that is not asked', () => {
    expect(says({ measure: 'weather' })).toEqual([
      {
        level: 'error',
        measure: 'weather',
        rule: 'M20',
        says: 'The trust sets no targets for "weather". Choose another measure.',
      },
    ]);
    expect(says({ measure: 'pastoral' })).toEqual([
      {
        level: 'error',
        measure: 'pastoral',
        rule: 'M20',
        says: 'The trust sets no targets for Pupils with pastoral support. Choose another measure.',
      },
    ]);
    expect(says({ measure: 'maths' })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths is set by year group. Name one.',
      },
    ]);
    expect(says({ measure: 'attendance', yearGroup: 'Y3' })).toEqual([
      {
        level: 'error',
        measure: 'attendance',
        rule: 'M20',
        says: 'Attendance is set for the whole school. Name no year group.',
        year: 'Y3',
      },
    ]);
    expect(says({ measure: 'maths', yearGroup: 'Y7' })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: "Ash Tree Primary School doesn't teach Year 7. Choose a year group it teaches.",
        year: 'Y7',
      },
    ]);
    expect(says({ measure: 'maths', yearGroup: 'R' })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths is not asked of Reception. Choose another measure.',
        year: 'R',
      },
    ]);
  });

  test('of figures that are none, or the wrong way round', () => {
    const maths = { measure: 'maths', yearGroup: 'Y3' } as const;
    expect(says({ ...maths, minimum: -1, aspirational: 100.5 })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths in Year 3: -1 and 100.5. Give whole figures from 0 to 100.',
        year: 'Y3',
      },
    ]);
    expect(says({ ...maths, minimum: 101, aspirational: 101 })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths in Year 3: 101 and 101. Give whole figures from 0 to 100.',
        year: 'Y3',
      },
    ]);
    expect(says({ ...maths, minimum: 0, aspirational: 100 })).toEqual([]);
    expect(says({ ...maths, minimum: 70, aspirational: 70 })).toEqual([]);
    expect(says({ measure: 'persistentAbsence', minimum: 10, aspirational: 12 })).toEqual([
      {
        level: 'error',
        measure: 'persistentAbsence',
        rule: 'M20',
        says: 'Persistent absence: less is better, but the aspirational target of 12% is above 10%. Lower it.',
      },
    ]);
    expect(says({ measure: 'persistentAbsence', minimum: 12, aspirational: 10 })).toEqual([]);
  });

  test('is worth a look below where the pupils start, or below what the trust aims for', () => {
    const maths = { measure: 'maths', yearGroup: 'Y3' } as const;
    expect(says(maths, 70.4)).toEqual([]);
    expect(says(maths, 70.5)).toEqual([
      {
        level: 'warning',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths in Year 3: these pupils start from 70.5%, and the aspirational target is 70%. Say why.',
        year: 'Y3',
      },
    ]);
    const kpi = OWLS_TARGETS.kpis[0];
    expect(kpi).toEqual({
      direction: 'at least',
      measure: 'gld',
      name: 'Good level of development',
      value: 75,
      years: ['R'],
    });
    expect(says({ measure: 'rwm', yearGroup: 'Y6', minimum: 60, aspirational: 64 })).toEqual([
      {
        level: 'warning',
        measure: 'rwm',
        rule: 'M22',
        says: 'Reading, writing and maths in Year 6: the trust aims for at least 65%, and the aspirational target is 64%. Say why.',
        year: 'Y6',
      },
    ]);
    expect(says({ measure: 'rwm', yearGroup: 'Y6', minimum: 60, aspirational: 65 })).toEqual([]);
    expect(says({ measure: 'rwm', yearGroup: 'Y5', minimum: 60, aspirational: 64 })).toEqual([]);
  });
});

describe('steps of a target, in full (M20, M21)', () => {
  const step = (by: string, when = '2026-10-06T10:00:00Z') => ({ by, at: when });
  const given = (by: string, other = {}) => ({ ...step(by), ...FIGURES, why: 'Seen in books.', ...other });
  const propose = (of: Target, by = HEAD_ASH.id, other = {}, all: Facts = known) =>
    proposeTarget(OWLS, OWLS_TARGETS, all, of, given(by, other));

  test('proposing', () => {
    expect(propose(target(ASH.urn))).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'Seen in books.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(propose(target(ASH.urn), CEO.id)).toEqual({
      ok: false,
      says: 'Let the head of the school propose it.',
      why: {
        because: ['The head proposes the targets of a school.'],
        rule: 'M20',
        wouldChange: 'Let the head of the school propose it.',
      },
    });
    expect(propose(target(ASH.urn, [revision('proposed')]), 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head or the CEO propose other figures.',
      why: {
        because: ['Head and CEO agree on targets.'],
        rule: 'M20',
        wouldChange: 'Let the head or the CEO propose other figures.',
      },
    });
    expect(propose(target(ASH.urn, [revision('proposed')]), CEO.id)).toMatchObject({ ok: true });
    expect(propose(signed(ASH))).toEqual({
      ok: false,
      says: 'Raise it with the head and the CEO together.',
      why: {
        because: ['The target is signed off already.'],
        rule: 'M21',
        wouldChange: 'Raise it with the head and the CEO together.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { why: '  ' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M20',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: 'soon' })).toEqual({
      ok: false,
      says: 'Give the moment as an ISO instant.',
      why: {
        because: ['"soon" is no moment.'],
        rule: 'M20',
        wouldChange: 'Give the moment as an ISO instant.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: '2027-07-10T10:00:00Z' })).toEqual({
      ok: false,
      says: 'Set the target of the next year instead.',
      why: {
        because: ['2026-27 was over on 2027-07-09.'],
        rule: 'M20',
        wouldChange: 'Set the target of the next year instead.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: '2027-07-09T10:00:00Z' })).toMatchObject({ ok: true });
    expect(propose({ ...target(ASH.urn), academicYear: '2036-37' })).toEqual({
      ok: false,
      says: 'Put its term dates into the policy first.',
      why: {
        because: ['There are no dates for 2036-37.'],
        rule: 'M20',
        wouldChange: 'Put its term dates into the policy first.',
      },
    });
    const left = facts({ schools: [{ ...ASH, left: '2026-10-06' }] });
    expect(propose(target(ASH.urn), HEAD_ASH.id, {}, left)).toEqual({
      ok: false,
      says: 'Choose a school of the trust.',
      why: {
        because: ['Ash Tree Primary School is not in the trust on 2026-10-06.'],
        rule: 'M20',
        wouldChange: 'Choose a school of the trust.',
      },
    });
  });

  test('raising', () => {
    const revise = (of: Target, by = CEO.id, other: Partial<TargetFigures> = { minimum: 60, aspirational: 71 }) =>
      reviseTarget(OWLS, OWLS_TARGETS, known, of, given(by, other));
    expect(revise(signed(ASH))).toMatchObject({ ok: true });
    expect(revise(signed(ASH), HEAD_ASH.id, { minimum: 61, aspirational: 70 })).toMatchObject({ ok: true });
    expect(revise(signed(ASH), CEO.id, FIGURES)).toEqual({
      ok: false,
      says: 'Give figures better than 60% and 70%, or leave the target as it is.',
      why: {
        because: ['Maths in Year 3 is signed off at 60% and 70%, and a target moves only upwards within the year.'],
        rule: 'M21',
        wouldChange: 'Give figures better than 60% and 70%, or leave the target as it is.',
      },
    });
    expect(revise(signed(ASH), CEO.id, { minimum: 59, aspirational: 90 })).toMatchObject({ ok: false });
    expect(revise(target(ASH.urn))).toEqual({
      ok: false,
      says: 'Propose it, or have it signed off first.',
      why: {
        because: ['There is no signed-off target to revise.'],
        rule: 'M21',
        wouldChange: 'Propose it, or have it signed off first.',
      },
    });
    expect(revise(signed(ASH), 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head and the CEO revise it together.',
      why: {
        because: ['Only head and CEO revise a target.'],
        rule: 'M21',
        wouldChange: 'Let the head and the CEO revise it together.',
      },
    });
  });

  test('agreeing and signing off', () => {
    const agree = (of: Target, by: string) => agreeTarget(OWLS, known, of, step(by));
    const signOff = (of: Target, by = CEO.id) => signOffTarget(OWLS, known, of, step(by));
    const waiting = target(ASH.urn, [revision('proposed')]);
    expect(agree(waiting, CEO.id)).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ash', 'p-ceo'],
            minimum: 60,
            state: 'agreed',
            why: 'From last year’s figures.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(agree(waiting, HEAD_ASH.id)).toEqual({
      ok: false,
      says: 'Have the CEO agree.',
      why: {
        because: ['The CEO has not agreed to it.'],
        rule: 'M20',
        wouldChange: 'Have the CEO agree.',
      },
    });
    expect(agree(waiting, 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head or the CEO agree.',
      why: {
        because: ['Head and CEO agree on targets.'],
        rule: 'M20',
        wouldChange: 'Let the head or the CEO agree.',
      },
    });
    expect(agree(target(ASH.urn), CEO.id)).toEqual({
      ok: false,
      says: 'Propose figures first.',
      why: {
        because: ['No proposal awaits an agreement.'],
        rule: 'M20',
        wouldChange: 'Propose figures first.',
      },
    });
    expect(agreeTarget(OWLS, known, waiting, step(CEO.id, '2026-10-05T09:59:59Z'))).toEqual({
      ok: false,
      says: 'Give a later moment.',
      why: {
        because: ['It is before the last step, 2026-10-05T10:00:00Z.'],
        rule: 'M20',
        wouldChange: 'Give a later moment.',
      },
    });
    expect(agreeTarget(OWLS, known, waiting, step(CEO.id, '2026-10-05T10:00:00Z'))).toMatchObject({ ok: true });
    const agreed = target(ASH.urn, [revision('proposed'), revision('agreed')]);
    expect(signOff(agreed)).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash', 'p-ceo'],
            minimum: 60,
            state: 'agreed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ceo'],
            minimum: 60,
            state: 'signed-off',
            why: 'From last year’s figures.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(signOff(agreed, HEAD_ASH.id)).toEqual({
      ok: false,
      says: 'Let the CEO sign it off.',
      why: {
        because: ['The CEO signs off targets.'],
        rule: 'M20',
        wouldChange: 'Let the CEO sign it off.',
      },
    });
    expect(signOff(waiting)).toEqual({
      ok: false,
      says: 'Have the head and the CEO agree on it first.',
      why: {
        because: ['It is not agreed.'],
        rule: 'M20',
        wouldChange: 'Have the head and the CEO agree on it first.',
      },
    });
    expect(signOff(target(ASH.urn))).toEqual({
      ok: false,
      says: 'Have the head and the CEO agree on it first.',
      why: {
        because: ['It is not agreed.'],
        rule: 'M20',
        wouldChange: 'Have the head and the CEO agree on it first.',
      },
    });
    expect(signOff(signed(ASH))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It is signed off already.'],
        rule: 'M20',
        wouldChange: 'Leave it as it is.',
      },
    });
  });

  test('of moments', () => {
    expect(isBefore('2026-10-05T10:00:00Z', '2026-10-05T10:00:01Z')).toBe(true);
    expect(isBefore('2026-10-05T10:00:00Z', '2026-10-05T10:00:00Z')).toBe(false);
    expect([isBefore('soon', '2026-10-05T10:00:00Z'), isBefore('2026-10-05T10:00:00Z', 'soon')]).toEqual([
      false,
      false,
    ]);
    expect(instantOf('soon')).toBeUndefined();
  });
});

describe('what is asked about targets, in full', () => {
  const owed = (
    when: string,
    targets: readonly Target[] = [],
    other: Partial<Facts> = {},
    put: TargetsForBoard[] = [],
  ) => targetsTasks(OWLS, OWLS_TARGETS, { ...known, ...other }, { targets, forBoard: put }, at(when));
  const all = (...revisions: TargetRevision[]) =>
    targetCells(OWLS, OWLS_TARGETS, ASH).map((cell) => target(ASH.urn, revisions, cell));

  test('M20: one target that is missing, one that waits', () => {
    const most = all(revision('proposed')).slice(1);
    expect(owed('2026-10-06T08:00', most)).toEqual([
      {
        because: "One target is not proposed yet; they are filled in from last year's figures where there are any.",
        by: '2026-09-22T16:00:00Z',
        key: 'target-proposal/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'Without them nothing can be agreed and signed off, and progress has nothing to be held against.',
        person: 'p-ash',
        rule: 'M20',
        since: '2026-09-01T07:00:00Z',
        title: 'Propose the targets of Ash Tree Primary School for 2026-27',
        urn: '100001',
      },
      {
        because: 'They were proposed on 2026-10-05.',
        key: 'target-agreement/2026-27/2026-10-05/100001/p-ceo',
        kind: 'task',
        otherwise: 'Until then progress is held against nothing.',
        person: 'p-ceo',
        rule: 'M20',
        since: '2026-10-05T10:00:00Z',
        title: 'Answer the proposal of 39 targets of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const one = all(revision('proposed')).slice(0, 1);
    expect(owed('2026-10-06T08:00', one).at(-1)).toEqual({
      because: 'It was proposed on 2026-10-05.',
      key: 'target-agreement/2026-27/2026-10-05/100001/p-ceo',
      kind: 'task',
      otherwise: 'Until then progress is held against nothing.',
      person: 'p-ceo',
      rule: 'M20',
      since: '2026-10-05T10:00:00Z',
      title: 'Answer the proposal of one target of Ash Tree Primary School',
      urn: '100001',
    });
  });

  test('M21: higher figures that were proposed', () => {
    const raised = all(revision('signed-off'), revision('proposed', { minimum: 61, aspirational: 71 })).slice(0, 2);
    expect(owed('2026-10-06T08:00', raised).filter(({ key }) => key.startsWith('target-raising'))).toEqual([
      {
        because: 'They were proposed on 2026-10-05.',
        key: 'target-raising/2026-27/2026-10-05/100001/p-ceo',
        kind: 'task',
        otherwise: 'Until then the figures signed off before hold.',
        person: 'p-ceo',
        rule: 'M21',
        since: '2026-10-05T10:00:00Z',
        title: 'Answer the proposal of higher figures for 2 targets of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
  });

  test('M21: a return that goes beyond what was signed off', () => {
    const two = all(revision('signed-off')).filter(({ measure, yearGroup }) => yearGroup === 'Y3' && measure !== 'rwm');
    const returns = [soapReturn(ASH, AUTUMN_2, 71)];
    const surpassed = (targets: readonly Target[], made = returns) =>
      owed('2026-12-08T08:00', targets, { returns: made }).filter(({ key }) => key.startsWith('target-surpassed'));
    expect(surpassed(two.slice(0, 3))).toEqual([
      {
        because:
          'The return of Autumn 2, 2026-27 goes beyond the target for Reading in Year 3, Writing in Year 3, Grammar in Year 3.',
        key: 'target-surpassed/2026-27/autumn-2/100001/p-ash',
        kind: 'task',
        otherwise: 'The targets stay as they are and ask less than the pupils can do.',
        person: 'p-ash',
        rule: 'M21',
        since: '2026-12-07T10:00:00Z',
        title: 'Consider raising the targets of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    expect(surpassed(two.slice(0, 4))[0]?.because).toBe(
      'The return of Autumn 2, 2026-27 goes beyond the target for Reading in Year 3, Writing in Year 3, Grammar in Year 3 and 1 more.',
    );
    expect(surpassed(two, [soapReturn(ASH, AUTUMN_2, 70)])).toEqual([]);
    const later = two.map((one) => ({ ...one, revisions: [revision('signed-off', FIGURES, '2026-12-07T10:00:00Z')] }));
    expect(surpassed(later)).toEqual([]);
    const waiting = two.map((one) => ({ ...one, revisions: [...one.revisions, revision('proposed')] }));
    expect(surpassed(waiting)).toEqual([]);
  });

  test('M22: putting to the board, and approving', () => {
    const targets = all(revision('signed-off'));
    expect(owed('2026-10-06T08:00', targets)).toEqual([
      {
        because: 'The targets of every school are signed off.',
        by: '2026-12-01T17:00:00Z',
        key: 'target-board/2026-27/p-ceo',
        kind: 'task',
        otherwise: 'Without it the trust has no approved targets this year.',
        person: 'p-ceo',
        rule: 'M22',
        since: '2026-10-05T10:00:00Z',
        title: "Put the trust's targets for 2026-27 to the board",
      },
    ]);
    expect(owed('2026-10-20T08:00', targets.slice(1)).find(({ key }) => key.startsWith('target-board'))).toEqual({
      because: 'Targets should be signed off by now; some are missing from Ash Tree Primary School.',
      by: '2026-12-01T17:00:00Z',
      key: 'target-board/2026-27/p-ceo',
      kind: 'task',
      otherwise: 'Without it the trust has no approved targets this year.',
      person: 'p-ceo',
      rule: 'M22',
      since: '2026-10-09T16:00:00Z',
      title: "Put the trust's targets for 2026-27 to the board",
    });
    const approved = [{ by: 'd-2', at: '2026-10-13T09:00:00Z' }];
    expect(owed('2026-10-13T08:00', targets, {}, [forBoard(approved)])).toEqual([
      {
        because: 'They were put to the board; 1 of the 3 members needed have approved.',
        by: '2026-12-01T17:00:00Z',
        key: 'target-approval/2026-27/1/d-1',
        kind: 'task',
        otherwise: "Without it the trust's targets are not approved.",
        person: 'd-1',
        rule: 'M22',
        since: '2026-10-12T09:00:00Z',
        title: "Approve the trust's targets for 2026-27",
      },
      {
        because: 'They were put to the board; 1 of the 3 members needed have approved.',
        by: '2026-12-01T17:00:00Z',
        key: 'target-approval/2026-27/1/d-3',
        kind: 'task',
        otherwise: "Without it the trust's targets are not approved.",
        person: 'd-3',
        rule: 'M22',
        since: '2026-10-12T09:00:00Z',
        title: "Approve the trust's targets for 2026-27",
      },
    ]);
    const older = { ...forBoard(), putAt: '2026-10-10T09:00:00Z' };
    for (const puts of [
      [older, forBoard(approved)],
      [forBoard(approved), older],
    ])
      expect(owed('2026-10-13T10:00', targets, {}, puts).map(({ key }) => key)).toEqual([
        'target-approval/2026-27/2/d-1',
        'target-approval/2026-27/2/d-3',
      ]);
    const past = { ...forBoard(), academicYear: '2025-26' };
    expect(owed('2026-10-13T10:00', targets, {}, [past])[0]?.key).toBe('target-board/2026-27/p-ceo');
  });
});

describe('the board and the trust’s targets, in full (M22)', () => {
  const approve = (by: string, when = '2026-10-13T09:00:00Z', put = forBoard()) =>
    approveTrustTargets(OWLS_TARGETS, known, put, { by, at: when });

  test('who may approve, once each, after they were put', () => {
    expect(boardMembers(OWLS_TARGETS, known).map(({ id }) => id)).toEqual(['d-1', 'd-2', 'd-3']);
    expect(approve('d-1')).toEqual({
      forBoard: {
        academicYear: '2026-27',
        approvals: [
          {
            at: '2026-10-13T09:00:00Z',
            by: 'd-1',
          },
        ],
        putAt: '2026-10-12T09:00:00Z',
        putBy: 'p-ceo',
        targets: [],
      },
      ok: true,
    });
    expect(approve('p-ceo')).toEqual({
      ok: false,
      says: 'Let a director or chair approve.',
      why: {
        because: ['The board approves targets.'],
        rule: 'M22',
        wouldChange: 'Let a director or chair approve.',
      },
    });
    expect(approve('d-1', '2026-10-12T08:59:59Z')).toEqual({
      ok: false,
      says: 'Give a moment after they were put to the board.',
      why: {
        because: ['They were put on 2026-10-12T09:00:00Z.'],
        rule: 'M22',
        wouldChange: 'Give a moment after they were put to the board.',
      },
    });
    expect(approve('d-1', '2026-10-12T09:00:00Z')).toMatchObject({ ok: true });
    expect(approve('d-1', 'soon')).toMatchObject({ ok: false });
    expect(approve('d-1', '2026-10-13T09:00:00Z', forBoard([{ by: 'd-1', at: '' }]))).toEqual({
      ok: false,
      says: 'Leave it as it is; another member is needed.',
      why: {
        because: ['You have approved them already.'],
        rule: 'M22',
        wouldChange: 'Leave it as it is; another member is needed.',
      },
    });
  });

  test('how many more it takes', () => {
    const approvals = (...ids: string[]) => ids.map((by) => ({ by, at: '2026-10-13T09:00:00Z' }));
    expect(boardApproval(OWLS_TARGETS, forBoard(approvals('d-1', 'd-1')))).toEqual({
      approved: false,
      why: {
        because: ['1 of the 3 members needed have approved.'],
        rule: 'M22',
        wouldChange: '2 more approving.',
      },
    });
    expect(boardApproval(OWLS_TARGETS, forBoard(approvals('d-1', 'd-2', 'd-3')))).toEqual({
      approved: true,
      why: {
        because: ['3 of the 3 members needed have approved.'],
        rule: 'M22',
        wouldChange: 'Nothing: it is decided.',
      },
    });
  });

  test('putting them', () => {
    const put = (targets: readonly Target[], by = CEO.id, when = '2026-10-12T09:00:00Z') =>
      putToBoard(OWLS, OWLS_TARGETS, known, targets, YEAR, { by, at: when });
    const done = put([signed(ASH)]);
    expect(done.ok && { ...done.forBoard, targets: done.forBoard.targets.length }).toEqual({
      academicYear: '2026-27',
      approvals: [],
      putAt: '2026-10-12T09:00:00Z',
      putBy: 'p-ceo',
      targets: 40,
    });
    expect(put([signed(ASH)], HEAD_ASH.id)).toEqual({
      ok: false,
      says: 'Let the CEO put them to the board.',
      why: {
        because: ['The CEO takes targets to the board.'],
        rule: 'M22',
        wouldChange: 'Let the CEO put them to the board.',
      },
    });
    expect(put([])).toEqual({
      ok: false,
      says: 'Sign off the targets of the schools first.',
      why: {
        because: ['No target of 2026-27 is signed off.'],
        rule: 'M22',
        wouldChange: 'Sign off the targets of the schools first.',
      },
    });
  });

  test('a measure for which no target counts yet, and whole schools', () => {
    const made = trustTargets(OWLS, OWLS_TARGETS, facts({ schools: [ASH] }), [], YEAR, '2026-10-09');
    expect(made[0]).toEqual({
      gaps: ['Ash Tree Primary School has no signed-off target.'],
      measure: 'reading',
      pupils: 0,
      why: {
        because: [
          "No school's target for Reading in Year 1 counts yet.",
          'Ash Tree Primary School has no signed-off target.',
        ],
        rule: 'M22',
        wouldChange: 'Signing off what is missing, or completing the roll.',
      },
      yearGroup: 'Y1',
    });
    const whole = signed(ASH, { measure: 'attendance' }, { minimum: 95, aspirational: 97 });
    const { pupils: _, ...bare } = ASH;
    const read = (school: typeof ASH) =>
      trustTargets(OWLS, OWLS_TARGETS, facts({ schools: [school] }), [whole], YEAR, '2026-10-09').find(
        ({ measure }) => measure === 'attendance',
      );
    expect(read(ASH)).toEqual({
      figures: {
        aspirational: 97,
        minimum: 95,
      },
      gaps: [],
      measure: 'attendance',
      pupils: 210,
      why: {
        because: ['Attendance is the mean of the signed-off targets of one school, weighted by 210 pupils.'],
        rule: 'M22',
        wouldChange: 'A target raised by its head and the CEO, or another roll.',
      },
    });
    expect(read({ ...bare, pupils: {} })).toEqual({
      gaps: ['Ash Tree Primary School has no number of pupils on record.'],
      measure: 'attendance',
      pupils: 0,
      why: {
        because: [
          "No school's target for Attendance counts yet.",
          'Ash Tree Primary School has no number of pupils on record.',
        ],
        rule: 'M22',
        wouldChange: 'Signing off what is missing, or completing the roll.',
      },
    });
    expect(read({ ...bare, pupils: { Y1: 0 } })).toEqual({
      gaps: [],
      measure: 'attendance',
      pupils: 0,
      why: {
        because: ["No school's target for Attendance counts yet."],
        rule: 'M22',
        wouldChange: 'A target raised by its head and the CEO, or another roll.',
      },
    });
  });
});

describe('what targets start from and are about', () => {
  test('M20: a cell without any figure says what to do', () => {
    const all = targetProposals(OWLS, OWLS_TARGETS, facts(), ASH, YEAR);
    expect(all[0]).toEqual({
      measure: 'communication',
      why: {
        because: ['There is no figure of the same pupils in 2025-26.'],
        rule: 'M20',
        wouldChange:
          'Set Communication and language in Reception from what you know of the pupils, or make the first return of the year.',
      },
      yearGroup: 'R',
    });
    const returns = [soapReturn(ASH, '2025-26/summer-2', 60), soapReturn(ASH, AUTUMN_1, 40)];
    const grown = targetProposals(OWLS, OWLS_TARGETS, facts({ returns }), ASH, YEAR);
    expect(grown.find(({ measure, yearGroup }) => measure === 'maths' && yearGroup === 'Y3')).toEqual({
      figures: {
        aspirational: 67,
        minimum: 62,
      },
      measure: 'maths',
      start: {
        halfTerm: '2025-26/summer-2',
        measure: 'maths',
        value: 60,
        yearGroup: 'Y2',
      },
      why: {
        because: [
          'Maths in Year 2 was 60% in Summer 2, 2025-26.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'Y3',
    });
    expect(grown.find(({ measure, yearGroup }) => measure === 'gld' && yearGroup === 'R')).toEqual({
      figures: {
        aspirational: 47,
        minimum: 42,
      },
      measure: 'gld',
      start: {
        halfTerm: '2026-27/autumn-1',
        measure: 'gld',
        value: 40,
        yearGroup: 'R',
      },
      why: {
        because: [
          'Good level of development in Reception was 40% in Autumn 1, 2026-27.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'R',
    });
    expect(grown.find(({ measure }) => measure === 'attendance')).toEqual({
      figures: {
        aspirational: 97,
        minimum: 96,
      },
      measure: 'attendance',
      start: {
        halfTerm: '2025-26/summer-2',
        measure: 'attendance',
        value: 95.5,
      },
      why: {
        because: [
          'Attendance was 95.5% in Summer 2, 2025-26.',
          'The trust expects 0 points more at least and aims for 1.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
    });
  });

  test('cells, their names and their pupils', () => {
    expect(targetCells(OWLS, OWLS_TARGETS, { years: ['Y1', 'Y2'], pupils: { Y1: 0 } })).toEqual([
      {
        measure: 'reading',
        yearGroup: 'Y2',
      },
      {
        measure: 'writing',
        yearGroup: 'Y2',
      },
      {
        measure: 'grammar',
        yearGroup: 'Y2',
      },
      {
        measure: 'maths',
        yearGroup: 'Y2',
      },
      {
        measure: 'rwm',
        yearGroup: 'Y2',
      },
      {
        measure: 'phonics',
        yearGroup: 'Y2',
      },
      {
        measure: 'attendance',
      },
      {
        measure: 'persistentAbsence',
      },
    ]);
    expect(cellName(OWLS, { measure: 'gone' })).toBe('gone');
    expect(cellName(OWLS, { measure: 'maths', yearGroup: 'R' })).toBe('Maths in Reception');
    expect(pupilsOf(DALE, { measure: 'attendance' })).toBe(51);
    expect(pupilsOf(DALE, { measure: 'maths', yearGroup: 'Y3' })).toBe(9);
    expect(yearSpan(OWLS, YEAR)).toEqual({ from: '2026-08-25', to: '2027-07-09' });
    expect(yearSpan(OWLS, '2036-37')).toBeUndefined();
    expect([spoken(1), spoken(2.5)]).toEqual(['1 point', '2.5 points']);
    expect(betterBy({ better: 'lower' }, 10, 12.04)).toBe(2);
    const [one] = [signed(ASH)];
    expect(targetOf(one ? [one] : [], ASH.urn, YEAR, { yearGroup: 'Y4', measure: 'maths' })).toBeUndefined();
    expect(targetOf(one ? [one] : [], ASH.urn, '2025-26', { yearGroup: 'Y3', measure: 'maths' })).toBeUndefined();
  });
});

describe('a half term beside its targets (M22, M23)', () => {
  const half = halfTermById(OWLS, AUTUMN_2);

  test('what the trust’s indicators read, and what is missing', () => {
    const read = (returns: Facts['returns']) =>
      half && kpiReadings(OWLS, OWLS_TARGETS, facts({ returns }), half, () => true);
    expect(read([])).toEqual([
      {
        kpi: {
          direction: 'at least',
          measure: 'gld',
          name: 'Good level of development',
          value: 75,
          years: ['R'],
        },
        pupils: 0,
        says: 'Good level of development: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'phonics',
          name: 'Phonics in Year 1',
          value: 82,
          years: ['Y1'],
        },
        pupils: 0,
        says: 'Phonics in Year 1: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'rwm',
          name: 'Reading, writing and maths in Year 6',
          value: 65,
          years: ['Y6'],
        },
        pupils: 0,
        says: 'Reading, writing and maths in Year 6: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'attendance',
          name: 'Attendance',
          value: 95,
        },
        pupils: 0,
        says: 'Attendance: no return holds it.',
      },
      {
        kpi: {
          direction: 'at most',
          measure: 'persistentAbsence',
          name: 'Persistent absence',
          value: 13,
        },
        pupils: 0,
        says: 'Persistent absence: no return holds it.',
      },
    ]);
    expect(read([soapReturn(ASH, AUTUMN_2, 64)])?.map(({ says }) => says)).toEqual([
      'Good level of development: 64%, 11 points short (at least 75%).',
      'Phonics in Year 1: 64%, 18 points short (at least 82%).',
      'Reading, writing and maths in Year 6: 64%, 1 point short (at least 65%).',
      'Attendance: 95.5%, reached (at least 95%).',
      'Persistent absence: 0%, reached (at most 13%).',
    ]);
    expect(read([soapReturn(ASH, AUTUMN_2, 65)])?.map(({ says }) => says)).toEqual([
      'Good level of development: 65%, 10 points short (at least 75%).',
      'Phonics in Year 1: 65%, 17 points short (at least 82%).',
      'Reading, writing and maths in Year 6: 65%, reached (at least 65%).',
      'Attendance: 95.5%, reached (at least 95%).',
      'Persistent absence: 0%, reached (at most 13%).',
    ]);
  });

  test('schools without a return or a signature are named', () => {
    const targets = targetCells(OWLS, OWLS_TARGETS, ASH).map((cell) => signed(ASH, cell));
    const gaps = (given: readonly Target[]) =>
      half && targetsMonitored(OWLS, OWLS_TARGETS, known, given, half, () => true).gaps;
    expect(gaps(targets.slice(1))).toEqual([
      'Ash Tree Primary School has made no return.',
      'Ash Tree Primary School has one target not signed off.',
    ]);
    expect(gaps(targets.slice(2))).toEqual([
      'Ash Tree Primary School has made no return.',
      'Ash Tree Primary School has 2 targets not signed off.',
    ]);
    expect(gaps(targets)).toEqual(['Ash Tree Primary School has made no return.']);
  });
});

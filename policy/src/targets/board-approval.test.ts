import { describe, expect, test } from 'vitest';
import { ASH, CEO, facts, HEAD_ASH, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import {
  approveTrustTargets,
  boardApproval,
  boardMembers,
  putToBoard,
  type TargetsForBoard,
} from './board-approval.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target } from './target.ts';
import { signed, YEAR } from './targets.examples.ts';
import { trustTargets } from './trust-targets.ts';

const board = ['d-2', 'd-1', 'd-3'].map((id) => person(id, id, ['director', trust]));
const known = facts({ schools: [ASH], people: [...PEOPLE, ...board] });
const forBoard = (approvals: TargetsForBoard['approvals'] = []): TargetsForBoard => ({
  academicYear: YEAR,
  targets: [],
  putBy: CEO.id,
  putAt: '2026-10-12T09:00:00Z',
  approvals,
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, facts, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { targetsView } from '../views/targets.ts';
import { approvalStays, takeApprovalBack } from './approval-taken-back.ts';
import { approveTrustTargets, boardApproval, type TargetsForBoard } from './board-approval.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { signed, YEAR } from './targets.examples.ts';
import { targetsTasks } from './targets-tasks.ts';

const MEMBERS = ['d-1', 'd-2', 'd-3', 'd-4'];
const known = facts({
  schools: [ASH],
  people: [...PEOPLE, ...MEMBERS.map((id) => person(id, id, ['director', trust]))],
});
const PUT: TargetsForBoard = {
  ...{ academicYear: YEAR, targets: [], putBy: CEO.id, putAt: '2026-10-12T09:00:00Z', approvals: [] },
};
const AT = '2026-10-13T09:00:00Z';
const approvedBy = (...ids: string[]) => ({ ...PUT, approvals: ids.map((by) => ({ by, at: AT })) });
const back = (put: TargetsForBoard, by = 'd-1', when = '2026-10-14T09:00:00Z') =>
  takeApprovalBack(OWLS_TARGETS, put, { by, at: when });

describe('taking an approval back (M22)', () => {
  test('leaves those of the others, and both moments on record', () => {
    expect(back(approvedBy('d-1', 'd-2'))).toEqual({
      ok: true,
      forBoard: {
        ...approvedBy('d-2'),
        takenBack: [{ by: 'd-1', approvedAt: AT, at: '2026-10-14T09:00:00Z' }],
      },
    });
    expect(back(approvedBy('d-1'), 'd-1', AT)).toMatchObject({ ok: true });
  });

  test('is refused where none stands, once enough have approved, and before it was given', () => {
    expect(back(approvedBy('d-2'))).toMatchObject({
      says: 'There is nothing to take back.',
      why: { rule: 'M22', because: ['No approval of yours stands.'] },
    });
    expect(back(approvedBy('d-1', 'd-2', 'd-3'))).toMatchObject({
      says: 'Speak to the CEO: once schools raise their targets, the new ones can be sent to the board.',
      why: {
        because: ['The board has approved these targets: 3 of the 3 members needed have approved.'],
      },
    });
    for (const when of ['2026-10-13T08:59:59Z', 'soon'])
      expect(back(approvedBy('d-1'), 'd-1', when)).toMatchObject({
        ok: false,
        says: 'Give a moment after the approval.',
      });
  });

  test('and giving it again counts once, with what was taken back still on record', () => {
    const taken = back(approvedBy('d-1'));
    if (!taken.ok) throw new Error(taken.says);
    expect(approveTrustTargets(OWLS_TARGETS, known, taken.forBoard, { by: 'd-1', at: AT })).toMatchObject({
      forBoard: { ...approvedBy('d-1'), takenBack: [{ by: 'd-1' }] },
    });
  });

  test('says before an approval whether it can be taken back', () => {
    expect(approvalStays(OWLS_TARGETS, approvedBy('d-1'))).toBe('You can take it back until 3 members have approved.');
    expect(approvalStays(OWLS_TARGETS, approvedBy('d-1', 'd-1'))).toMatch(/^You can/);
    expect(approvalStays(OWLS_TARGETS, approvedBy('d-1', 'd-2'))).toBe(
      'With yours the board has approved them: it then stays.',
    );
  });

  test('whatever is pressed in whatever order, what is approved stays approved and nothing is lost', () => {
    const press = fc.record({ by: fc.constantFrom(...MEMBERS), approves: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        let [put, given, wasApproved]: [TargetsForBoard, number, boolean] = [PUT, 0, false];
        for (const { by, approves } of presses) {
          const step = { by, at: AT };
          const made = approves
            ? approveTrustTargets(OWLS_TARGETS, known, put, step)
            : takeApprovalBack(OWLS_TARGETS, put, step);
          if (!made.ok) continue;
          put = made.forBoard;
          if (approves) given += 1;
          const { approved } = boardApproval(OWLS_TARGETS, put);
          if (wasApproved) expect(approved).toBe(true);
          wasApproved = approved;
        }
        expect(put.approvals.length + (put.takenBack ?? []).length).toBe(given);
        expect(new Set(put.approvals.map(({ by }) => by)).size).toBe(put.approvals.length);
      }),
    );
  });
});

describe('what follows of it (M22)', () => {
  const records = (put: TargetsForBoard) => ({ targets: [signed(ASH)], forBoard: [put] });
  const taken = back(approvedBy('d-1'));
  const after = taken.ok ? taken.forBoard : PUT;
  const boardOf = (put: TargetsForBoard, id = 'd-1') => {
    const reader = known.people.find((one) => one.id === id) ?? CEO;
    const given = { ...known, records: { targets: records(put) } };
    return targetsView(OWLS, given, reader, at('2026-10-15T09:00'), YEAR)?.board;
  };

  test('the member is asked as if they had never approved, under the same name: nobody is told twice', () => {
    const asked = (put: TargetsForBoard) =>
      targetsTasks(OWLS, OWLS_TARGETS, known, records(put), at('2026-10-15T09:00')).flatMap((task) =>
        task.key.startsWith('target-approval') && task.person === 'd-1' ? [task.key] : [],
      );
    expect(asked(approvedBy('d-1'))).toEqual([]);
    expect(asked(after)).toEqual(asked(PUT));
    expect(asked(after)).toEqual([`target-approval/${YEAR}/1/d-1`]);
  });

  test('a member sees whether they can take theirs back, and everybody who took one back', () => {
    expect(boardOf(approvedBy('d-1'))?.may).toEqual({
      ...{ put: false, approve: false, ask: false, answer: false, takeBack: true },
    });
    expect(boardOf(approvedBy('d-1'), 'd-2')?.may).toMatchObject({ approve: true, takeBack: false });
    expect(boardOf(approvedBy('d-1', 'd-2', 'd-3'))?.may).toMatchObject({ approve: false, takeBack: false });
    const board = boardOf(after);
    expect(board?.may).toMatchObject({ approve: true, takeBack: false });
    expect(board?.waiting).toEqual(MEMBERS);
    expect(board?.puts[0]).toMatchObject({
      approvals: [],
      takenBack: [{ by: 'd-1', approvedAt: AT, at: '2026-10-14T09:00:00Z' }],
    });
    expect(board?.approvalStays).toBe('You can take it back until 3 members have approved.');
    expect(boardOf(approvedBy('d-1'), CEO.id)?.may.takeBack).toBe(false);
  });
});

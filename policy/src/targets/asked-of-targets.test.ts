import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, at, CEO, facts, PEOPLE, person, soapReturn, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { TargetsForBoard } from './board-approval.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target, TargetRevision } from './target.ts';
import { targetCells } from './target-cells.ts';
import { revision, target, YEAR } from './targets.examples.ts';
import { targetsTasks } from './targets-tasks.ts';

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

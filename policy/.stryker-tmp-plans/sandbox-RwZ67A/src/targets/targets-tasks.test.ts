// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASH,
  AUTUMN_1,
  AUTUMN_2,
  at,
  CEO,
  DALE,
  facts,
  PEOPLE,
  person,
  soapReturn,
  trust,
} from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { TargetsForBoard } from './board-approval.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target, TargetRevision } from './target.ts';
import { targetCells } from './target-cells.ts';
import { revision, target, YEAR } from './targets.examples.ts';
import { targetsTasks } from './targets-tasks.ts';

const board = ['d-1', 'd-2', 'd-3', 'd-4'].map((id) => person(id, id, ['director', trust]));
const onlyAsh = facts({ schools: [ASH], people: [...PEOPLE, ...board] });
const owed = (
  when: string,
  targets: readonly Target[] = [],
  of: Facts = onlyAsh,
  forBoard: readonly TargetsForBoard[] = [],
) => targetsTasks(OWLS, OWLS_TARGETS, of, { targets, forBoard }, at(when));
const keys = (...given: Parameters<typeof owed>) => owed(...given).map(({ key }) => key);
const all = (...revisions: TargetRevision[]) =>
  targetCells(OWLS, OWLS_TARGETS, ASH).map((cell) => target(ASH.urn, revisions, cell));
/** Of year groups alone: the example's whole-school figures are their own matter. */
const ofYears = (...revisions: TargetRevision[]) => all(...revisions).filter(({ yearGroup }) => yearGroup);
const PROPOSAL = 'target-proposal/2026-27/100001/p-ash';
const figures = { minimum: 60, aspirational: 70 };
const put = (approvals: TargetsForBoard['approvals'] = []): TargetsForBoard => ({
  academicYear: YEAR,
  targets: [],
  putBy: CEO.id,
  putAt: '2026-10-12T09:00:00Z',
  approvals,
});

describe('what is owed about targets', () => {
  test('M20: the head proposes from the day proposals open until each is proposed', () => {
    expect(keys('2026-09-01T07:59')).toEqual([]);
    expect(owed('2026-09-01T08:00')).toEqual([
      {
        because: "40 targets are not proposed yet; they are filled in from last year's figures where there are any.",
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
    ]);
    const proposed = all(revision('proposed', figures, '2026-09-10T10:00:00Z'));
    expect(keys('2026-09-11T08:00', proposed.slice(1))).toContain(PROPOSAL);
    expect(keys('2026-09-11T08:00', proposed)).not.toContain(PROPOSAL);
  });

  test('M20: a school that joins within the year has as long from then; one that left owes nothing', () => {
    const joined = { ...onlyAsh, schools: [{ ...ASH, joined: '2027-01-05' }] };
    expect(keys('2027-01-04T12:00', [], joined)).toEqual([]);
    expect(owed('2027-01-12T08:00', [], joined)).toEqual([
      {
        because: "40 targets are not proposed yet; they are filled in from last year's figures where there are any.",
        by: '2027-02-02T17:00:00Z',
        key: 'target-proposal/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'Without them nothing can be agreed and signed off, and progress has nothing to be held against.',
        person: 'p-ash',
        rule: 'M20',
        since: '2027-01-12T08:00:00Z',
        title: 'Propose the targets of Ash Tree Primary School for 2026-27',
        urn: '100001',
      },
    ]);
    expect(keys('2026-11-02T08:00', [], { ...onlyAsh, schools: [{ ...ASH, left: '2026-11-02' }] })).toEqual([]);
  });

  test('M20: the CEO answers the head’s proposals, the head the CEO’s, a day’s at once', () => {
    const byHead = all(revision('proposed', figures, '2026-09-10T10:00:00Z'));
    expect(owed('2026-09-11T08:00', byHead)).toEqual([
      {
        because: 'They were proposed on 2026-09-10.',
        by: '2026-10-02T16:00:00Z',
        key: 'target-agreement/2026-27/2026-09-10/100001/p-ceo',
        kind: 'task',
        otherwise: 'Until then progress is held against nothing.',
        person: 'p-ceo',
        rule: 'M20',
        since: '2026-09-10T10:00:00Z',
        title: 'Answer the proposal of 40 targets of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const byCeo = all({ ...revision('proposed', figures, '2026-09-14T10:00:00Z'), by: [CEO.id] });
    expect(keys('2026-09-15T08:00', byCeo)).toEqual(['target-agreement/2026-27/2026-09-14/100001/p-ash']);
  });

  test('M20: the CEO signs off what is agreed; late, there is no day left to name', () => {
    const agreed = all(revision('agreed', figures, '2026-10-05T10:00:00Z'));
    expect(owed('2026-10-06T08:00', agreed)).toEqual([
      {
        because: 'They were agreed on 2026-10-05.',
        by: '2026-10-09T16:00:00Z',
        key: 'target-signoff/2026-27/2026-10-05/100001/p-ceo',
        kind: 'task',
        otherwise: 'Until then progress is held against nothing.',
        person: 'p-ceo',
        rule: 'M20',
        since: '2026-10-05T10:00:00Z',
        title: 'Sign off 40 targets of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const [late] = owed('2026-11-06T08:00', all(revision('agreed', figures, '2026-11-05T10:00:00Z')));
    expect(late).toEqual({
      because: 'They were agreed on 2026-11-05.',
      key: 'target-signoff/2026-27/2026-11-05/100001/p-ceo',
      kind: 'task',
      otherwise: 'Until then progress is held against nothing.',
      person: 'p-ceo',
      rule: 'M20',
      since: '2026-11-05T10:00:00Z',
      title: 'Sign off 40 targets of Ash Tree Primary School',
      urn: '100001',
    });
    expect(late?.by).toBeUndefined();
  });

  test('M21: a proposal to raise is answered by the other; a return beyond a target suggests raising it', () => {
    const signed = ofYears(revision('signed-off', figures, '2026-10-05T10:00:00Z'));
    const beyond = { ...onlyAsh, returns: [soapReturn(ASH, AUTUMN_2, 75)] };
    const key = 'target-surpassed/2026-27/autumn-2/100001/p-ash';
    expect(owed('2026-12-08T08:00', signed, beyond, [put()]).find((one) => one.key === key)).toEqual({
      because:
        'The return of Autumn 2, 2026-27 goes beyond the target for Communication and language in Reception, Personal, social and emotional in Reception, Physical development in Reception and 35 more.',
      key: 'target-surpassed/2026-27/autumn-2/100001/p-ash',
      kind: 'task',
      otherwise: 'The targets stay as they are and ask less than the pupils can do.',
      person: 'p-ash',
      rule: 'M21',
      since: '2026-12-07T10:00:00Z',
      title: 'Consider raising the targets of Ash Tree Primary School',
      urn: '100001',
    });
    expect(keys('2026-12-08T08:00', signed, { ...onlyAsh, returns: [soapReturn(ASH, AUTUMN_2, 70)] })).not.toContain(
      key,
    );
    // What was signed off since the return has been looked at.
    const since = ofYears(revision('signed-off', figures, '2026-12-08T10:00:00Z'));
    expect(keys('2026-12-09T08:00', since, beyond)).not.toContain(key);
    const asked = ofYears(
      revision('signed-off'),
      revision('proposed', { minimum: 60, aspirational: 80 }, '2026-12-08T10:00:00Z'),
    );
    const then = keys('2026-12-09T08:00', asked, beyond);
    expect(then).not.toContain(key);
    expect(then).toContain('target-raising/2026-27/2026-12-08/100001/p-ceo');
  });

  test('M21: last year’s returns and an earlier half term’s suggest nothing', () => {
    const signed = ofYears(revision('signed-off', figures, '2026-09-30T10:00:00Z'));
    const old = {
      ...onlyAsh,
      returns: [soapReturn(ASH, '2025-26/summer-2', 90), soapReturn(ASH, AUTUMN_1, 90), soapReturn(ASH, AUTUMN_2, 65)],
    };
    expect(keys('2026-12-08T08:00', signed, old).filter((key) => key.startsWith('target-surpassed'))).toEqual([]);
  });

  test('M22: the CEO puts the targets to the board once all are signed off, or when they should have been', () => {
    const signed = all(revision('signed-off', figures, '2026-10-05T10:00:00Z'));
    const key = 'target-board/2026-27/p-ceo';
    expect(owed('2026-10-05T12:00', signed)).toEqual([
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
    const two = { ...onlyAsh, schools: [ASH, DALE] };
    expect(keys('2026-10-09T16:59', signed, two)).not.toContain(key);
    expect(owed('2026-10-09T17:00', signed, two).find((one) => one.key === key)?.because).toContain('Dale Village');
    expect(keys('2026-11-02T08:00', signed, onlyAsh, [put()])).not.toContain(key);
    expect(keys('2026-11-02T08:00', [], onlyAsh)).not.toContain(key);
  });

  test('M22: members of the board approve until there are enough', () => {
    const signed = all(revision('signed-off', figures, '2026-10-05T10:00:00Z'));
    const approvals = ['d-1', 'd-2', 'd-3'].map((by) => ({ by, at: '2026-11-20T18:00:00Z' }));
    const left = (given: TargetsForBoard) => keys('2026-11-21T08:00', signed, onlyAsh, [given]);
    expect(left(put(approvals.slice(0, 1)))).toEqual(
      ['d-2', 'd-3', 'd-4'].map((id) => `target-approval/2026-27/1/${id}`),
    );
    expect(left(put(approvals))).toEqual([]);
  });

  test('M20: nothing is owed once the year is over, without a head or CEO, or beyond the calendar', () => {
    const proposed = all(revision('proposed', figures, '2026-09-10T10:00:00Z'));
    expect(keys('2027-07-20T08:00', proposed.slice(3))).toEqual([]);
    expect(keys('2027-06-20T08:00', proposed.slice(3), { ...onlyAsh, people: [] })).toEqual([]);
    expect(keys('2035-10-01T08:00')).toEqual([]);
  });

  test('M20: since never moves with the asking, and asking twice gives the same', () => {
    const states = fc.constantFrom<TargetRevision['state']>('proposed', 'agreed', 'signed-off');
    const two = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(states, two, (state, [one, other]) => {
        const some = all(revision(state, figures, '2026-10-05T10:00:00Z')).slice(2);
        const known = { ...onlyAsh, returns: [soapReturn(ASH, AUTUMN_2, 90)] };
        const asked = (days: number) =>
          targetsTasks(
            OWLS,
            OWLS_TARGETS,
            known,
            { targets: some, forBoard: [] },
            at('2026-08-25T08:00').add({ hours: 24 * days }),
          );
        const [first, second] = [asked(Math.min(one, other)), asked(Math.max(one, other))];
        for (const task of first) expect(second).toContainEqual(task);
        expect(asked(one)).toEqual(asked(one));
        expect(new Set(second.map(({ key }) => key)).size).toBe(second.length);
      }),
      { numRuns: 40 },
    );
  });
});

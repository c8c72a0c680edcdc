// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, CEO, DALE, facts, PEOPLE, person, school, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { approveTrustTargets, boardApproval, putToBoard, type TargetsForBoard } from './board-approval.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target, TargetCell } from './target.ts';
import { revision, signed, target, YEAR } from './targets.examples.ts';
import { trustTargets } from './trust-targets.ts';

const MATHS_3: TargetCell = { yearGroup: 'Y3', measure: 'maths' };
const ON = '2026-10-09';
const of = (targets: readonly Target[], known: Pick<Facts, 'schools'> = facts(), cell = MATHS_3, on = ON) =>
  trustTargets(OWLS, OWLS_TARGETS, known, targets, YEAR, on).find(
    (one) => one.measure === cell.measure && one.yearGroup === cell.yearGroup,
  );
const at = (minimum: number, aspirational: number) => ({ minimum, aspirational });

describe("the trust's targets", () => {
  test('M22: are the signed-off targets of its schools, weighted by their pupils', () => {
    const all = [
      signed(ASH, MATHS_3, at(60, 70)),
      signed(CEDAR, MATHS_3, at(75, 85)),
      signed(DALE, MATHS_3, at(50, 60)),
    ];
    // 30, 60 and 9 pupils.
    expect(of(all)).toEqual({
      figures: {
        aspirational: 78.2,
        minimum: 68.2,
      },
      gaps: [],
      measure: 'maths',
      pupils: 99,
      why: {
        because: ['Maths in Year 3 is the mean of the signed-off targets of 3 schools, weighted by 99 pupils.'],
        rule: 'M22',
        wouldChange: 'A target raised by its head and the CEO, or another roll.',
      },
      yearGroup: 'Y3',
    });
  });

  test('M22: name what is not signed off, and don’t count it', () => {
    const all = [signed(ASH, MATHS_3, at(60, 70)), target(CEDAR.urn, [revision('agreed', at(90, 95))])];
    const made = of(all);
    expect(made).toEqual({
      figures: {
        aspirational: 70,
        minimum: 60,
      },
      gaps: ['Cedar Junior School has no signed-off target.', 'Dale Village Primary School has no signed-off target.'],
      measure: 'maths',
      pupils: 30,
      why: {
        because: [
          'Maths in Year 3 is the mean of the signed-off targets of one school, weighted by 30 pupils.',
          'Cedar Junior School has no signed-off target.',
          'Dale Village Primary School has no signed-off target.',
        ],
        rule: 'M22',
        wouldChange: 'Signing off what is missing, or completing the roll.',
      },
      yearGroup: 'Y3',
    });
    expect(made?.gaps).toEqual([
      'Cedar Junior School has no signed-off target.',
      'Dale Village Primary School has no signed-off target.',
    ]);
    expect(of([])?.figures).toBeUndefined();
  });

  test('M22: count no school without a roll, and say so; an empty year group is no gap', () => {
    const known = facts({
      schools: [
        { ...ASH, pupils: { Y3: 30 } },
        { ...CEDAR, pupils: {} },
        { ...DALE, pupils: { Y3: 0 } },
      ],
    });
    const made = of([signed(ASH), signed(CEDAR), signed(DALE)], known);
    expect(made).toEqual({
      figures: {
        aspirational: 70,
        minimum: 60,
      },
      gaps: ['Cedar Junior School has no number of pupils on record in Year 3.'],
      measure: 'maths',
      pupils: 30,
      why: {
        because: [
          'Maths in Year 3 is the mean of the signed-off targets of one school, weighted by 30 pupils.',
          'Cedar Junior School has no number of pupils on record in Year 3.',
        ],
        rule: 'M22',
        wouldChange: 'Signing off what is missing, or completing the roll.',
      },
      yearGroup: 'Y3',
    });
    expect(made?.gaps).toEqual(['Cedar Junior School has no number of pupils on record in Year 3.']);
  });

  test('M22: are of the schools in the trust on the day, and of this year', () => {
    const known = facts({ schools: [ASH, { ...CEDAR, left: ON }, { ...DALE, joined: '2027-01-01' }] });
    const all = [signed(ASH), signed(CEDAR, MATHS_3, at(80, 90)), signed(DALE, MATHS_3, at(20, 30))];
    expect(of(all, known)).toEqual({
      figures: {
        aspirational: 70,
        minimum: 60,
      },
      gaps: [],
      measure: 'maths',
      pupils: 30,
      why: {
        because: ['Maths in Year 3 is the mean of the signed-off targets of one school, weighted by 30 pupils.'],
        rule: 'M22',
        wouldChange: 'A target raised by its head and the CEO, or another roll.',
      },
      yearGroup: 'Y3',
    });
    expect(of([{ ...signed(ASH), academicYear: '2025-26' }], known)?.figures).toBeUndefined();
    expect(trustTargets(OWLS, OWLS_TARGETS, facts({ schools: [] }), all, YEAR, ON)).toEqual([]);
  });

  test('M22: of whole schools are weighted by all of their pupils', () => {
    const cell: TargetCell = { measure: 'attendance' };
    const all = [signed(ASH, cell, at(94, 96)), signed(BROOK, cell, at(96, 97))];
    // 210 and 178 pupils.
    expect(of(all, facts({ schools: [ASH, BROOK] }), cell)).toEqual({
      figures: {
        aspirational: 96.5,
        minimum: 94.9,
      },
      gaps: [],
      measure: 'attendance',
      pupils: 388,
      why: {
        because: ['Attendance is the mean of the signed-off targets of 2 schools, weighted by 388 pupils.'],
        rule: 'M22',
        wouldChange: 'A target raised by its head and the CEO, or another roll.',
      },
    });
  });

  test('M22: lie between the lowest and the highest target of its schools', () => {
    const one = fc.record({ pupils: fc.integer({ min: 1, max: 120 }), figure: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (rows) => {
        const schools = rows.map(({ pupils }, place) =>
          school(`2${place}`, `School ${place}`, { pupils: { Y3: pupils } }),
        );
        const all = schools.map((each, place) => {
          const figure = rows[place]?.figure ?? 0;
          return signed(each, MATHS_3, at(Math.floor(figure / 2), figure));
        });
        const figures = rows.map(({ figure }) => figure);
        const value = of(all, { schools })?.figures;
        expect(value?.aspirational).toBeGreaterThanOrEqual(Math.min(...figures));
        expect(value?.aspirational).toBeLessThanOrEqual(Math.max(...figures));
        expect(value?.minimum).toBeLessThanOrEqual(value?.aspirational ?? -1);
      }),
    );
  });
});

describe('approval by the board', () => {
  const board = ['d-1', 'd-2', 'd-3'].map((id) => person(id, id, ['director', trust]));
  const known = facts({ people: [...PEOPLE, ...board, person('d-0', 'Chair', ['chair', trust])] });
  const put = (by = CEO.id, when = '2026-10-12T09:00:00Z', targets: readonly Target[] = [signed(ASH)]) =>
    putToBoard(OWLS, OWLS_TARGETS, known, targets, YEAR, { by, at: when });
  const forBoard = (approvals: TargetsForBoard['approvals'] = []): TargetsForBoard => {
    const made = put();
    if (!made.ok) throw new Error(made.says);
    return { ...made.forBoard, approvals };
  };
  const approve = (given: TargetsForBoard, by: string, when = '2026-11-20T18:00:00Z') =>
    approveTrustTargets(OWLS_TARGETS, known, given, { by, at: when });

  test('M22: the CEO puts them, gaps named, once anything is signed off', () => {
    expect(forBoard().targets.find(({ gaps }) => gaps.length > 0)).toBeDefined();
    expect(put('d-1')).toEqual({
      ok: false,
      says: 'Let the CEO put them to the board.',
      why: {
        because: ['The CEO takes targets to the board.'],
        rule: 'M22',
        wouldChange: 'Let the CEO put them to the board.',
      },
    });
    expect(put(CEO.id, 'soon')).toEqual({
      ok: false,
      says: 'Give the moment as an ISO instant.',
      why: {
        because: ['"soon" is no moment.'],
        rule: 'M22',
        wouldChange: 'Give the moment as an ISO instant.',
      },
    });
    expect(put(CEO.id, undefined, [target(ASH.urn, [revision('agreed')])])).toEqual({
      ok: false,
      says: 'Sign off the targets of the schools first.',
      why: {
        because: ['No target of 2026-27 is signed off.'],
        rule: 'M22',
        wouldChange: 'Sign off the targets of the schools first.',
      },
    });
  });

  test('M22: they are approved with the quorum, each member counting once', () => {
    let given = forBoard();
    for (const [by, approved] of [
      ['d-1', false],
      ['d-0', false],
      ['d-2', true],
    ] as const) {
      const made = approve(given, by);
      if (!made.ok) throw new Error(made.says);
      given = made.forBoard;
      expect(boardApproval(OWLS_TARGETS, given).approved).toBe(approved);
      expect(approve(given, by)).toMatchObject({ ok: false });
    }
    const thrice = ['d-1', 'd-1', 'd-1'].map((by) => ({ by, at: '2026-11-20T18:00:00Z' }));
    expect(boardApproval(OWLS_TARGETS, forBoard(thrice))).toEqual({
      approved: false,
      why: {
        because: ['1 of the 3 members needed have approved.'],
        rule: 'M22',
        wouldChange: '2 more approving.',
      },
    });
  });

  test('M22: nobody else approves, and nobody before they were put', () => {
    for (const by of [CEO.id, 'p-ash', 'nobody']) expect(approve(forBoard(), by)).toMatchObject({ ok: false });
    expect(approve(forBoard(), 'd-1', '2026-10-12T08:59:59Z')).toEqual({
      ok: false,
      says: 'Give a moment after they were put to the board.',
      why: {
        because: ['They were put on 2026-10-12T09:00:00Z.'],
        rule: 'M22',
        wouldChange: 'Give a moment after they were put to the board.',
      },
    });
    expect(approve(forBoard(), 'd-1', 'never')).toEqual({
      ok: false,
      says: 'Give a moment after they were put to the board.',
      why: {
        because: ['They were put on 2026-10-12T09:00:00Z.'],
        rule: 'M22',
        wouldChange: 'Give a moment after they were put to the board.',
      },
    });
  });

  test('M22: what was put to the board stays as it was when a school raises its target', () => {
    const raised = put(CEO.id, undefined, [signed(ASH, MATHS_3, at(80, 90))]);
    expect(raised.ok && raised.forBoard.targets).not.toEqual(forBoard().targets);
    const approved = approve(forBoard(), 'd-1');
    expect(approved.ok && approved.forBoard.targets).toEqual(forBoard().targets);
  });
});

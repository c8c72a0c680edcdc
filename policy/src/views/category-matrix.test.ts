import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Inspection } from '../inspections/inspection.ts';
import { monitoring, overall } from '../inspections/inspections.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { categoryMatrixView } from './category-matrix.ts';
import { judged, lived } from './lived.examples.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, at } = made;
const NOW = at('2026-12-10T09:00');
const matrix = (given = lived, who = made.CEO) => categoryMatrixView(OWLS, given, who, NOW);
const row = (urn: string, given = lived, who = made.CEO) => matrix(given, who)?.schools.find((one) => one.urn === urn);

describe('M28: categories over the years', () => {
  test('half terms run from the first category to the running one, whatever was judged between', () => {
    expect(matrix()?.halfTerms).toEqual([AUTUMN_1, AUTUMN_2]);
    const older = { ...lived, judgements: [...lived.judgements, judged(ASH.urn, '2b', '2025-26/summer-1')] };
    expect(matrix(older)?.halfTerms).toEqual(['2025-26/summer-1', '2025-26/summer-2', AUTUMN_1, AUTUMN_2]);
    expect(matrix({ ...lived, judgements: [] })?.halfTerms).toEqual([AUTUMN_2]);
  });

  test('M26: a cell says what it moved from, and whether within a grade or between grades', () => {
    expect(row(ASH.urn)?.categories).toEqual({
      [AUTUMN_1]: { code: '2b', move: 'new', atRisk: false },
      [AUTUMN_2]: { code: '2a', move: 'up', was: '2b', within: 'grade', atRisk: false },
    });
    const fallen = { ...lived, judgements: [judged(ASH.urn, '2a', AUTUMN_1), judged(ASH.urn, '3b', AUTUMN_2)] };
    expect(row(ASH.urn, fallen)?.categories[AUTUMN_2]).toMatchObject({ move: 'down', within: 'grades' });
  });

  test('a proposal that is not validated is nobody’s category yet', () => {
    expect(row(BROOK.urn)?.categories).toEqual({ [AUTUMN_1]: { code: '2cc', move: 'new', atRisk: true } });
  });

  test('inspections stand in the half term they began in, one of a holiday in the half term before', () => {
    const seen = (id: string, on: string, grade: 1 | 2 | 3 | 4): Inspection => ({
      ...{ id, urn: ASH.urn, on, published: on, kind: 'overall', grade, by: 'p-ceo', at: `${on}T10:00:00Z` },
    });
    const inspections = [seen('now', '2026-11-03', 2), seen('holiday', '2026-10-20', 3), seen('old', '2026-01-13', 1)];
    const given = { ...lived, records: { ...NO_RECORDS, inspections: { inspections } } };
    const ash = row(ASH.urn, given);
    expect(ash?.inspections[AUTUMN_1]?.map(({ on }) => on)).toEqual(['2026-10-20']);
    expect(ash?.inspections[AUTUMN_2]?.map(({ on }) => on)).toEqual(['2026-11-03']);
    expect(ash?.before).toMatchObject({ on: '2026-01-13', grade: 1 });
    expect(row(CEDAR.urn, given)?.before).toMatchObject({ on: '2023-05-10', grade: 2 });
  });

  test('a half term begins on its first day, for inspections and for the matrix itself', () => {
    const seen = (on: string): Inspection => ({
      ...{ id: on, urn: ASH.urn, on, published: on, kind: 'overall', grade: 2, by: 'p-ceo', at: `${on}T10:00:00Z` },
    });
    const inspections = [seen('2026-10-26')];
    const given = { ...lived, records: { ...NO_RECORDS, inspections: { inspections } } };
    expect(Object.keys(row(ASH.urn, given)?.inspections ?? {})).toEqual([AUTUMN_2]);
    const shown = (day: string) => categoryMatrixView(OWLS, lived, made.CEO, at(`${day}T09:00`))?.halfTerms;
    expect([shown('2026-10-25'), shown('2026-10-26')]).toEqual([[AUTUMN_1], [AUTUMN_1, AUTUMN_2]]);
  });

  test('what came before the matrix is the newest with a grade; a visit without one is not', () => {
    const records = {
      ...NO_RECORDS,
      inspections: { inspections: [overall(3, '2026-01-13'), monitoring('2026-03-10')] },
    };
    expect(row(ASH.urn, { ...lived, records })?.before).toEqual({ on: '2026-01-13', kind: 'grade', grade: 3 });
  });

  test('a category the scale no longer has moves to and from no grade, and is not at risk', () => {
    const given = { ...lived, judgements: [judged(ASH.urn, '9z', AUTUMN_1), judged(ASH.urn, '2a', AUTUMN_2)] };
    expect(row(ASH.urn, given)?.categories).toEqual({
      [AUTUMN_1]: { code: '9z', move: 'new', atRisk: false },
      [AUTUMN_2]: { code: '2a', move: expect.any(String), was: '9z', atRisk: false },
    });
  });

  test('schools stand by name, each with its cluster and phase', () => {
    const given = { ...lived, schools: lived.schools.toReversed() };
    expect(matrix(given)?.schools.map(({ name }) => name)).toEqual(lived.schools.map(({ name }) => name));
    expect(row(CEDAR.urn)).toStrictEqual({
      ...{ urn: CEDAR.urn, name: CEDAR.name, cluster: 'South', phase: 'junior', categories: {}, inspections: {} },
      before: { on: '2023-05-10', kind: 'grade', grade: 2 },
    });
  });

  test('a school that has left keeps its row', () => {
    const schools = lived.schools.map((one) => (one.urn === ASH.urn ? { ...one, left: '2026-11-01' } : one));
    expect(row(ASH.urn, { ...lived, schools })).toMatchObject({ left: '2026-11-01' });
  });

  test('M1: readers see the schools whose category they read, and others nothing at all', () => {
    expect(matrix(lived, made.HEAD_ASH)?.schools.map(({ urn }) => urn)).toEqual([ASH.urn]);
    expect(matrix(lived, made.CLUSTER_NORTH)?.schools.map(({ urn }) => urn)).toEqual([ASH.urn, BROOK.urn]);
    expect(matrix(lived, made.person('p-none', 'Nobody'))).toBeUndefined();
  });

  test('M28: whatever was judged, a move always names what it moved from, and the first category moves from nothing', () => {
    const codes = OWLS.categorisation.scale.map(({ code }) => code);
    const halfTerms = ['2025-26/spring-1', '2025-26/summer-1', AUTUMN_1, AUTUMN_2];
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...codes)), { minLength: 4, maxLength: 4 }), (chosen) => {
        const judgements = chosen.flatMap((code, place) =>
          code === null ? [] : [judged(ASH.urn, code, halfTerms[place] ?? '')],
        );
        const cells = Object.values(row(ASH.urn, { ...lived, judgements })?.categories ?? {});
        expect(cells.map(({ code }) => code)).toEqual(chosen.filter((code) => code !== null));
        for (const [place, { code, move, was, within }] of cells.entries()) {
          const before = cells[place - 1]?.code;
          expect(move === 'new').toBe(before === undefined);
          expect(was).toBe(before === code ? undefined : before);
          if (within) expect(within === 'grade').toBe(before?.charAt(0) === code.charAt(0));
        }
      }),
    );
  });
});

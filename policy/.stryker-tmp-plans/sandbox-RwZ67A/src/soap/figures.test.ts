// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, DALE, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { YEAR_GROUPS } from '../trust/school.ts';
import { weighted } from './aggregation.ts';
import { comparison } from './comparison.ts';
import type { Cohort } from './return.ts';
import { suppressed } from './suppression.ts';

const cohort = (year: Cohort['year'], pupils: number, reading?: number): Cohort => ({
  year,
  pupils,
  figures: reading === undefined ? {} : { reading },
});

describe('a figure over several year groups (M22)', () => {
  test('is weighted by pupils', () => {
    expect(weighted([cohort('Y1', 10, 50), cohort('Y2', 30, 90)], 'reading')).toEqual({ value: 80, pupils: 40 });
  });

  test('counts neither a year group without the figure nor an empty one', () => {
    const cohorts = [cohort('Y1', 10, 50), cohort('Y2', 30), cohort('Y3', 0, 100)];
    expect(weighted(cohorts, 'reading')).toEqual({ value: 50, pupils: 10 });
    expect(weighted(cohorts, 'maths')).toEqual({ pupils: 0 });
  });

  test('lies between the lowest and the highest of them', () => {
    const some = fc.array(
      fc.record({ pupils: fc.integer({ min: 1, max: 99 }), reading: fc.integer({ min: 0, max: 100 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const { value = -1 } = weighted(
          rows.map(({ pupils, reading }) => cohort('Y1', pupils, reading)),
          'reading',
        );
        const figures = rows.map(({ reading }) => reading);
        return value >= Math.min(...figures) - 1e-9 && value <= Math.max(...figures) + 1e-9;
      }),
    );
  });
});

describe('small cohorts, seen from outside the school (M15)', () => {
  test('are hidden below the threshold and shown at it', () => {
    const { cohorts, hidden } = suppressed(OWLS, [cohort('Y1', 5, 80), cohort('Y2', 4, 60), cohort('Y3', 6, 70)]);
    expect(hidden).toEqual(['Y1/reading', 'Y2/reading']);
    expect(cohorts.map(({ figures }) => figures)).toEqual([{}, {}, { reading: 70 }]);
    expect(cohorts.map(({ pupils }) => pupils)).toEqual([5, 4, 6]);
  });

  test('take the next smallest with them where one alone could be worked out from the total', () => {
    expect(suppressed(OWLS, [cohort('Y1', 5, 80), cohort('Y2', 30, 60), cohort('Y3', 12, 70)]).hidden).toEqual([
      'Y1/reading',
      'Y3/reading',
    ]);
  });

  test('never leave exactly one cell of a measure hidden, nor a small one shown', () => {
    const years = fc.subarray([...YEAR_GROUPS.slice(1, 8)], { minLength: 2 });
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(years, sizes, (of, pupils) => {
        const given = of.map((year, place) => cohort(year, pupils[place] ?? 1, 50));
        const { cohorts, hidden } = suppressed(OWLS, given);
        const shown = cohorts.filter(({ figures }) => 'reading' in figures);
        return hidden.length !== 1 && shown.every((one) => one.pupils >= OWLS.soap.suppressBelow);
      }),
    );
  });

  test('a village school of small year groups keeps what is large enough', () => {
    const { hidden } = suppressed(OWLS, soapReturn(DALE, AUTUMN_2).cohorts);
    expect(hidden).toContain('Y2/phonics');
    expect(hidden).toContain('Y1/phonics');
    expect(hidden).toContain('R/gld');
    expect(hidden).not.toContain('Y6/maths');
  });
});

describe('a return beside the last one', () => {
  test('shows each figure with its change', () => {
    const changes = comparison(soapReturn(ASH, AUTUMN_2, 70.3), soapReturn(ASH, AUTUMN_1, 70.1), OWLS);
    expect(changes[0]).toEqual({
      year: 'R',
      measure: 'communication',
      name: 'Communication and language',
      from: 70.1,
      to: 70.3,
      change: 0.2,
    });
    expect(changes.at(-1)).toEqual({
      measure: 'pastoral',
      name: 'Pupils with pastoral support',
      from: 0,
      to: 0,
      change: 0,
    });
  });

  test('says only what is known where a figure is new or gone', () => {
    const now = { cohorts: [cohort('Y1', 10, 50)], school: {} };
    const then = { cohorts: [{ ...cohort('Y1', 10), figures: { maths: 40 } }], school: {} };
    expect(comparison(now, then, OWLS)).toEqual([
      { year: 'Y1', measure: 'reading', name: 'Reading', to: 50 },
      { year: 'Y1', measure: 'maths', name: 'Maths', from: 40 },
    ]);
    expect(comparison(now, undefined, OWLS)).toEqual([{ year: 'Y1', measure: 'reading', name: 'Reading', to: 50 }]);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { checkTarget } from './check-target.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { TargetCell, TargetFigures } from './target.ts';

const FIGURES = { minimum: 60, aspirational: 70 };

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

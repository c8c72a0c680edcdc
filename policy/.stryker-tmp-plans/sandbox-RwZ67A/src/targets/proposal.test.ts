// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, CEDAR, facts, school, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import { checkTarget } from './check-target.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { targetProposals } from './proposal.ts';
import type { TargetCell, TargetFigures } from './target.ts';
import { YEAR } from './targets.examples.ts';

const LAST = '2025-26/summer-2';
const proposals = (returns: readonly SoapReturn[], of: School = ASH) =>
  targetProposals(OWLS, OWLS_TARGETS, facts({ returns }), of, YEAR);
const find = (all: ReturnType<typeof proposals>, measure: string, yearGroup?: TargetCell['yearGroup']) =>
  all.find((one) => one.measure === measure && one.yearGroup === yearGroup);
const check = (cell: TargetCell & TargetFigures, start?: number, of: School = ASH) =>
  checkTarget(OWLS, OWLS_TARGETS, of, cell, start);
const says = (...given: Parameters<typeof check>) => check(...given).map((one) => one.says);

describe('a pre-filled proposal', () => {
  test('M20: grows from what the same pupils had a year group below, in the last return of last year', () => {
    const last = soapReturn(ASH, LAST, 50);
    const cohorts = last.cohorts.map((one) => (one.year === 'Y2' ? { ...one, figures: { maths: 61.4 } } : one));
    const earlier = soapReturn(ASH, '2025-26/spring-2', 40);
    const older = soapReturn(ASH, '2024-25/summer-2', 30);
    const all = proposals([{ ...last, cohorts }, earlier, older]);
    expect(find(all, 'maths', 'Y3')).toMatchObject({
      start: { yearGroup: 'Y2', value: 61.4, halfTerm: LAST },
      figures: { minimum: 63, aspirational: 68 },
      why: { rule: 'M20', because: ['Maths in Year 2 was 61.4% in Summer 2, 2025-26.', expect.any(String)] },
    });
    expect(find(all, 'maths', 'Y4')?.figures).toEqual({ minimum: 52, aspirational: 57 });
    // Not in the last return: the last one that has it.
    expect(find(all, 'reading', 'Y3')?.start).toEqual({
      halfTerm: '2025-26/spring-2',
      measure: 'reading',
      value: 40,
      yearGroup: 'Y2',
    });
  });

  test('M20: of Year 1 starts from the areas of Reception', () => {
    const all = proposals([soapReturn(ASH, LAST, 66)]);
    expect(find(all, 'maths', 'Y1')).toEqual({
      figures: {
        aspirational: 73,
        minimum: 68,
      },
      measure: 'maths',
      start: {
        halfTerm: '2025-26/summer-2',
        measure: 'mathematics',
        value: 66,
        yearGroup: 'R',
      },
      why: {
        because: [
          'Mathematics in Reception was 66% in Summer 2, 2025-26.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'Y1',
    });
    expect(find(all, 'phonics', 'Y1')?.figures).toBeUndefined();
    expect(find(all, 'phonics', 'Y2')?.figures).toEqual({ minimum: 68, aspirational: 73 });
  });

  test('M20: of Reception, or of a junior school’s Year 3, starts from the first return of the year, else from nothing', () => {
    expect(find(proposals([soapReturn(ASH, LAST, 66)]), 'gld', 'R')?.figures).toBeUndefined();
    const all = proposals([soapReturn(ASH, LAST, 66), soapReturn(ASH, AUTUMN_1, 55)]);
    expect(find(all, 'gld', 'R')).toEqual({
      figures: {
        aspirational: 62,
        minimum: 57,
      },
      measure: 'gld',
      start: {
        halfTerm: '2026-27/autumn-1',
        measure: 'gld',
        value: 55,
        yearGroup: 'R',
      },
      why: {
        because: [
          'Good level of development in Reception was 55% in Autumn 1, 2026-27.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'R',
    });
    const junior = proposals([soapReturn(CEDAR, LAST, 66)], CEDAR);
    expect(find(junior, 'maths', 'Y3')).toMatchObject({ why: { because: [expect.stringContaining('2025-26')] } });
    expect(find(junior, 'maths', 'Y3')?.figures).toBeUndefined();
    expect(proposals([]).every(({ figures }) => figures === undefined)).toBe(true);
  });

  test('M20: goes down where less is better, and never beyond 0 or 100', () => {
    const high = soapReturn(ASH, LAST, 99);
    const all = proposals([{ ...high, school: { ...high.school, persistentAbsence: 0.4 } }]);
    expect(find(all, 'persistentAbsence')?.figures).toEqual({ minimum: 0, aspirational: 0 });
    expect(find(all, 'maths', 'Y4')?.figures).toEqual({ minimum: 100, aspirational: 100 });
    const some = proposals([{ ...high, school: { ...high.school, persistentAbsence: 14 } }]);
    expect(find(some, 'persistentAbsence')?.figures).toEqual({ minimum: 14, aspirational: 13 });
  });

  test('M20: can always be proposed as it is, whatever was returned', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (level) => {
        const last = soapReturn(ASH, LAST, level, { school: { attendance: level, persistentAbsence: level } });
        const made = proposals([last]).flatMap(({ figures, yearGroup, measure }) =>
          figures ? [{ ...(yearGroup ? { yearGroup } : {}), measure, ...figures }] : [],
        );
        expect(made.length).toBeGreaterThan(20);
        expect(made.flatMap((one) => check(one)).filter(({ level: of }) => of === 'error')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('M20: leaves out year groups that are known to be empty', () => {
    const small = school('100009', 'Elm', { pupils: { R: 30, Y1: 0 } });
    const years = new Set(proposals([], small).map(({ yearGroup }) => yearGroup));
    expect(years.has('Y1')).toBe(false);
    expect(years.has('Y2')).toBe(true);
  });
});

describe('a target that is checked', () => {
  const maths = { yearGroup: 'Y3', measure: 'maths', minimum: 60, aspirational: 70 } as const;
  test('M20: holds whole figures from 0 to 100, the minimum no better than the aspirational one', () => {
    expect(check(maths)).toEqual([]);
    expect(check({ ...maths, minimum: 0, aspirational: 100 })).toEqual([]);
    expect(check({ ...maths, minimum: 70 })).toEqual([]);
    for (const wrong of [60.5, -1, 101, Number.NaN, Number.POSITIVE_INFINITY])
      expect(check({ ...maths, minimum: wrong })).toMatchObject([{ level: 'error', rule: 'M20' }]);
    expect(check({ ...maths, minimum: 71 })).toEqual([
      {
        level: 'error',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths in Year 3: the aspirational target of 70% is below the minimum of 71%. Raise it.',
        year: 'Y3',
      },
    ]);
  });

  test('M20: is the other way round where less is better', () => {
    const absence = { measure: 'persistentAbsence', minimum: 12, aspirational: 10 };
    expect(check(absence)).toEqual([]);
    expect(says({ ...absence, aspirational: 13 })[0]).toContain('less is better');
  });

  test('M20: is of a year group the school teaches and a measure the trust sets targets for', () => {
    expect(says({ ...maths, yearGroup: 'Y2' }, undefined, CEDAR)[0]).toContain("doesn't teach");
    expect(says({ ...maths, measure: 'teachingGood' })[0]).toContain('Teaching good or better');
    expect(says({ ...maths, measure: '' })[0]).toContain('sets no targets for ""');
    expect(says({ ...maths, measure: 'gld' })[0]).toContain('not asked of Year 3');
    expect(says({ ...maths, measure: 'attendance' })[0]).toContain('whole school');
    expect(says({ measure: 'maths', minimum: 1, aspirational: 2 })[0]).toContain('by year group');
  });

  test('M20: is worth a look where it is less than the same pupils had', () => {
    expect(check(maths, 70)).toEqual([]);
    expect(check(maths, 71)).toEqual([
      {
        level: 'warning',
        measure: 'maths',
        rule: 'M20',
        says: 'Maths in Year 3: these pupils start from 71%, and the aspirational target is 70%. Say why.',
        year: 'Y3',
      },
    ]);
  });

  test('M22: is worth a look where it aims for less than the KPI of its year group', () => {
    const rwm = { measure: 'rwm', minimum: 50, aspirational: 64 } as const;
    expect(check({ ...rwm, yearGroup: 'Y6' })).toEqual([
      {
        level: 'warning',
        measure: 'rwm',
        rule: 'M22',
        says: 'Reading, writing and maths in Year 6: the trust aims for at least 65%, and the aspirational target is 64%. Say why.',
        year: 'Y6',
      },
    ]);
    expect(check({ ...rwm, yearGroup: 'Y5' })).toEqual([]);
    expect(check({ ...rwm, yearGroup: 'Y6', aspirational: 65 })).toEqual([]);
    expect(check({ measure: 'persistentAbsence', minimum: 15, aspirational: 14 })).toEqual([
      {
        level: 'warning',
        measure: 'persistentAbsence',
        rule: 'M22',
        says: 'Persistent absence: the trust aims for at most 13%, and the aspirational target is 14%. Say why.',
      },
    ]);
  });
});

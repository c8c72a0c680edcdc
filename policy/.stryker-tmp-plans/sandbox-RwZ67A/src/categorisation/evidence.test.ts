// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, facts, soapReturn } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { counted, evidenceFor, levelPoints } from './evidence.ts';

const evidence = (other: Partial<Facts>, policy: TrustPolicy = OWLS) =>
  evidenceFor(policy, facts(other), ASH, AUTUMN_2);
/** A return of Year 6 alone, with these figures and no whole-school ones. */
const returned = (figures: Readonly<Record<string, number>>, halfTerm = AUTUMN_2, school = {}): SoapReturn =>
  soapReturn(ASH, halfTerm, 0, { cohorts: [{ year: 'Y6', pupils: 30, figures }], school });

describe('how far attainment speaks for a school (M27)', () => {
  test.each([
    [85, 2],
    [84.9, 1],
    [75, 1],
    [74.9, 0],
    [60, 0],
    [59.9, -1],
    [50, -1],
    [49.9, -2],
  ])('%i%% counts %i', (value, points) => {
    expect(levelPoints(OWLS, value)).toBe(points);
  });
});

describe('what attainment is read from (M27)', () => {
  test('is the measure that sums others up; rounded to a tenth', () => {
    expect(evidence({ returns: [returned({ reading: 80, rwm: 66.66 })] }).headline).toEqual({
      name: 'reading, writing and maths',
      value: 66.7,
      source: 'return',
    });
    expect(evidence({ returns: [returned({ reading: 80, gld: 55 })] }).headline).toEqual({
      name: 'good level of development',
      source: 'return',
      value: 55,
    });
  });

  test('is any other percentage where none sums up, never a count', () => {
    const { headline } = evidence({ returns: [returned({ maths: 61, reading: 80 })] });
    expect(headline).toEqual({ name: 'reading', value: 80, source: 'return' });
    const counting = {
      ...OWLS,
      soap: {
        ...OWLS.soap,
        measures: OWLS.soap.measures.map((one) =>
          one.key === 'rwm' || one.key === 'reading' ? { ...one, unit: 'count' as const } : one,
        ),
      },
    };
    expect(evidence({ returns: [returned({ maths: 61, reading: 80, rwm: 3 })] }, counting).headline?.name).toBe(
      'maths',
    );
  });

  test('is the newest published figure where no return has one', () => {
    const result = (year: string, rwm: { readonly value: number } | { readonly missing: 'suppressed' }) => ({
      urn: ASH.urn,
      year,
      expected: { rwm, reading: { value: 99 } },
    });
    const results = [
      result('2023-24', { value: 52 }),
      result('2025-26', { missing: 'suppressed' }),
      result('2024-25', { value: 64 }),
      { ...result('2025-26', { value: 12 }), urn: '100009' },
    ];
    const published = {
      headline: {
        name: 'reading, writing and maths in the published results of 2024-25',
        value: 64,
        source: 'published',
      },
      others: [],
    };
    expect(evidence({ results })).toEqual(published);
    expect(evidence({ results: results.toReversed() })).toEqual(published);
    expect(evidence({ results, returns: [returned({})] })).toEqual(published);
    expect(evidence({ results: [result('2025-26', { missing: 'suppressed' })] })).toEqual({
      headline: undefined,
      others: [],
    });
    expect(evidence({})).toEqual({ headline: undefined, others: [] });
  });

  test('is nothing published where no measure has a published one that sums up', () => {
    const measures = OWLS.soap.measures.map(({ published: _, ...one }) => one);
    const results = [{ urn: ASH.urn, year: '2024-25', expected: { rwm: { value: 64 }, '': { value: 1 } } }];
    expect(evidence({ results }, { ...OWLS, soap: { ...OWLS.soap, measures } }).headline).toBeUndefined();
  });

  test('is the return of an earlier half term where this one has none yet', () => {
    expect(evidence({ returns: [returned({ rwm: 58 }, AUTUMN_1)] }).headline?.value).toBe(58);
  });
});

describe('what else speaks for or against a school (M27)', () => {
  const trend = (now: number, before: number, halfTerm = AUTUMN_1) =>
    evidence({ returns: [returned({ rwm: now }), returned({ rwm: before }, halfTerm)] }).others;

  test.each([
    [70, 70, 0, 'Those on track are as many as in Autumn 1, 2026-27.'],
    [71, 70, 0, 'Those on track are 1 point up since Autumn 1, 2026-27.'],
    [65.1, 70, 0, 'Those on track are 4.9 points down since Autumn 1, 2026-27.'],
    [65, 70, -1, 'Those on track are 5 points down since Autumn 1, 2026-27.'],
    [75, 70, 1, 'Those on track are 5 points up since Autumn 1, 2026-27.'],
  ])('%i%% after %i%% counts %i', (now, before, points, says) => {
    expect(trend(now, before)).toEqual([{ points, says }]);
  });

  test('no trend runs across the summer, nor from a return without the figure', () => {
    expect(trend(40, 90, '2025-26/summer-2')).toEqual([]);
    expect(evidence({ returns: [returned({ rwm: 40 }), returned({ reading: 90 }, AUTUMN_1)] }).others).toEqual([]);
    expect(evidence({ returns: [returned({ rwm: 40 })] }).others).toEqual([]);
  });

  test('whole-school figures count where they are worse than their bound; those not given say nothing', () => {
    const concern = { attendance: 93, persistentAbsence: 12, suspensions: 3, gone: 1 };
    const policy = {
      ...OWLS,
      categorisation: {
        ...OWLS.categorisation,
        evidence: { ...OWLS.categorisation.evidence, concern },
      },
    };
    const says = (school: Readonly<Record<string, number>>) =>
      evidence({ returns: [returned({ rwm: 70 }, AUTUMN_2, school)] }, policy).others;
    expect(says({ attendance: 93, persistentAbsence: 12, suspensions: 3, gone: 9 })).toEqual([
      { points: 0, says: 'Attendance is 93%, as it should be.' },
      { points: 0, says: 'Persistent absence is 12%, as it should be.' },
      { points: 0, says: 'Suspensions is 3, as it should be.' },
    ]);
    expect(says({ attendance: 92.9, persistentAbsence: 12.1, suspensions: 4 })).toEqual([
      { points: -1, says: 'Attendance is 92.9%, below 93%.' },
      { points: -1, says: 'Persistent absence is 12.1%, above 12%.' },
      { points: -1, says: 'Suspensions is 4, above 3.' },
    ]);
    expect(says({ persistentAbsence: 4 })).toEqual([{ points: 0, says: 'Persistent absence is 4%, as it should be.' }]);
  });

  test('points are counted as people count them', () => {
    expect([counted(1), counted(7), counted(0.5)]).toEqual(['1 point', '7 points', '0.5 points']);
  });
});

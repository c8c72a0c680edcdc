import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, DALE, facts } from '../examples/trust.examples.ts';
import type { PublishedResult } from '../imports/published-result.ts';
import type { AssessmentRecord } from '../national/assessment-record.ts';
import type { NationalPolicy } from '../national/national-policy.ts';
import { OWLS } from '../owls.ts';
import { outcome, YEAR } from './analysis.examples.ts';
import { analysedFigures, analysedMeasures, analysedYears, trustFigure } from './figures.ts';

const given = (assessments: readonly AssessmentRecord[], results: readonly PublishedResult[] = []) =>
  facts({ results, records: { national: { assessments } } });
const figures = (
  assessments: readonly AssessmentRecord[],
  results: readonly PublishedResult[] = [],
  analysis: Partial<NationalPolicy['analysis']> = {},
) =>
  analysedFigures(
    { national: { ...OWLS.national, analysis: { ...OWLS.national.analysis, ...analysis } } },
    given(assessments, results),
    ASH,
    YEAR,
  );
const published = (expected: PublishedResult['expected'], other: Partial<PublishedResult> = {}): PublishedResult => ({
  ...{ urn: ASH.urn, year: YEAR, pupils: 30, expected, ...other },
});

describe('M18: what a school’s results say', () => {
  test('M18: the assessments at the year’s end, not the baseline, in the policy’s order', () => {
    const keys = analysedMeasures(OWLS.national).map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(['eyfsGoals.communication', 'eyfsGoals.personal']);
    expect(keys.at(-1)).toBe('keyStage2.rwm');
    expect(keys.some((key) => key.startsWith('eyfsBaseline'))).toBe(false);
  });

  test('M18: stand beside England, with the difference in points and in pupils', () => {
    expect(figures([outcome('keyStage2', { reading: 62 })])).toEqual([
      {
        ...{ key: 'keyStage2.reading', measure: 'reading', assessment: 'keyStage2', name: 'Reading', yearGroup: 'Y6' },
        ...{ unit: '%', max: 100, value: 62, pupils: 30, from: 'recorded', pupilsApart: -4, earlier: [] },
        england: { national: 75, nationalYear: YEAR, difference: -13 },
        reading: 'need',
        says: 'Reading in Year 6: 62%, 13 points below England (75%, 2024-25), 4 pupils.',
      },
    ]);
  });

  test('M18: come from the published results where there are any of Year 6, else from what the head recorded', () => {
    const recorded = outcome('keyStage2', { reading: 62, maths: 70 });
    const known = (results: readonly PublishedResult[]) =>
      figures([recorded, outcome('keyStage1', { reading: 50 })], results).map(
        ({ key, value, pupils, from }) => `${key} ${value} of ${pupils} ${from}`,
      );
    expect(known([published({ reading: { value: 90 }, maths: { missing: 'suppressed' } }, { pupils: 28 })])).toEqual([
      'keyStage1.reading 50 of 30 recorded',
      'keyStage2.reading 90 of 28 published',
      'keyStage2.maths 70 of 30 recorded',
    ]);
    const { pupils: _, ...uncounted } = published({ reading: { value: 90 } });
    expect(known([uncounted])[1]).toBe('keyStage2.reading 90 of undefined published');
    expect(figures([], [uncounted])[0]).not.toHaveProperty('pupils');
    for (const other of [{ urn: BROOK.urn }, { year: '2023-24' }])
      expect(known([published({ reading: { value: 90 } }, other)])[1]).toBe('keyStage2.reading 62 of 30 recorded');
  });

  test('M18: are a need or a strength from the policy’s points and pupils on', () => {
    const reading = (value: number, analysis: Partial<NationalPolicy['analysis']> = {}, pupils = 30) =>
      figures([outcome('keyStage2', { reading: value }, { pupils })], [], analysis)[0]?.reading;
    // England is at 75.
    const from = { need: { points: 10, pupils: 0 }, strength: { points: 10, pupils: 0 } };
    expect([65, 65.1, 75, 84.9, 85].map((value) => reading(value, from))).toEqual([
      ...['need', 'in line', 'in line', 'in line', 'strength'],
    ]);
    const counted = { need: { points: 3, pupils: 4 }, strength: { points: 3, pupils: 4 } };
    // Twelve points of 30 pupils are 3.6, which is nearest to four; eleven are 3.3.
    expect([63, 64, 86, 87].map((value) => reading(value, counted))).toEqual([
      'need',
      'in line',
      'in line',
      'strength',
    ]);
    expect(reading(40, { fewest: 31 })).toBe('few');
    expect(reading(40, { fewest: 30 })).toBe('need');
  });

  test('M18: of a check in marks are measured by its full marks, without counting pupils', () => {
    const marks = (value: number) =>
      figures([outcome('multiplication', { multiplicationAverage: value })], [], {
        need: { points: 4, pupils: 90 },
      })[0];
    expect(marks(20)).toMatchObject({
      reading: 'need',
      says: 'Average mark in Year 4: 20 of 25 marks, 1 mark below England (21 of 25 marks, 2024-25).',
    });
    expect(marks(20)?.pupilsApart).toBeUndefined();
    expect(marks(20.1)?.reading).toBe('in line');
  });

  test('M18: without a number of pupils the points alone decide', () => {
    const { pupils: _, ...uncounted } = published({ reading: { value: 60 } });
    expect(figures([], [uncounted], { need: { points: 3, pupils: 50 } })[0]).toMatchObject({
      reading: 'need',
      says: 'Reading in Year 6: 60%, 15 points below England (75%, 2024-25).',
    });
  });

  test('M18: of a year group England has no figure of stand alone', () => {
    const [own] = figures([outcome('keyStage1', { reading: 40 })]);
    expect([own?.reading, own?.england, own?.says]).toEqual(['alone', undefined, 'Reading in Year 2: 40%.']);
    // A mark above the most there is can come from a row typed by hand.
    expect(figures([outcome('keyStage2', { reading: 400 })])[0]?.reading).toBe('alone');
  });

  test('M18: stand alone beside a series that England has for another year group only', () => {
    const { series } = OWLS.national;
    const reading = (yearGroup: 'Y2' | 'Y6') => ({
      ...OWLS,
      national: {
        ...OWLS.national,
        series: series.map((one) => (one.measure === 'reading' ? { ...one, yearGroup } : one)),
      },
    });
    const read = (yearGroup: 'Y2' | 'Y6') =>
      analysedFigures(reading(yearGroup), given([outcome('keyStage2', { reading: 40 })]), ASH, YEAR)[0]?.reading;
    expect([read('Y6'), read('Y2')]).toEqual(['need', 'alone']);
  });

  test('M18: say it in words', () => {
    const says = (value: number, pupils = 30) =>
      figures([outcome('keyStage2', { reading: value }, { pupils })])[0]?.says;
    expect(says(75)).toBe('Reading in Year 6: 75%, the same as England (75%, 2024-25).');
    expect(says(76)).toBe('Reading in Year 6: 76%, 1 point above England (75%, 2024-25).');
    expect(says(71.26, 25)).toBe('Reading in Year 6: 71.3%, 3.7 points below England (75%, 2024-25), 1 pupil.');
    const check = (value: number) => figures([outcome('multiplication', { multiplicationAverage: value })])[0]?.says;
    expect(check(23.5)).toBe(
      'Average mark in Year 4: 23.5 of 25 marks, 2.5 marks above England (21 of 25 marks, 2024-25).',
    );
  });

  test('M18: stand beside the years before, the newest first, as many as the policy says', () => {
    const then = (year: string, reading: number) => outcome('keyStage2', { reading }, { year });
    const before = [then('2023-24', 70), then('2021-22', 66), then('2020-21', 50), then(YEAR, 80)];
    expect(figures(before)[0]?.earlier).toEqual([
      { year: '2023-24', value: 70 },
      { year: '2021-22', value: 66 },
    ]);
    expect(figures(before, [], { earlierYears: 1 })[0]?.earlier).toEqual([{ year: '2023-24', value: 70 }]);
    expect(figures(before, [], { earlierYears: 0 })[0]?.earlier).toEqual([]);
  });

  test('M18: of schools together are weighted by pupils; one without its number does not count', () => {
    const reading = analysedMeasures(OWLS.national).find(({ key }) => key === 'keyStage2.reading');
    if (!reading) throw new Error('OWLS has no reading.');
    const of = (...assessments: readonly AssessmentRecord[]) => trustFigure(given(assessments), reading, YEAR);
    expect(
      of(
        outcome('keyStage2', { reading: 80 }),
        outcome('keyStage2', { reading: 50 }, { urn: CEDAR.urn, pupils: 59 }),
        outcome('keyStage2', { reading: 10 }, { urn: DALE.urn, pupils: 0 }),
        outcome('keyStage2', { reading: 10 }, { urn: '999999' }),
      ),
    ).toEqual({ value: 60.1, pupils: 89, schools: 2 });
    expect(of()).toBeUndefined();
  });

  test('M18: the years with anything on record are the newest first, each once', () => {
    const kept = facts({
      results: [published({}, { year: '2018-19' }), published({}, { urn: BROOK.urn, year: '2017-18' })],
      records: {
        national: {
          assessments: [outcome('phonics', {}), outcome('keyStage2', {})],
          analyses: [{ urn: ASH.urn, year: '2025-26', needs: [], actions: [] }],
        },
      },
    });
    expect(analysedYears(kept, [ASH.urn])).toEqual(['2025-26', YEAR, '2018-19']);
    expect(analysedYears(facts(), [ASH.urn])).toEqual([]);
    expect(analysedYears(facts({ records: {} }), [ASH.urn])).toEqual([]);
    const unordered = facts({ results: ['2016-17', '2018-19', '2017-18'].map((year) => published({}, { year })) });
    expect(analysedYears(unordered, [ASH.urn])).toEqual(['2018-19', '2017-18', '2016-17']);
  });

  test('M18: always: a need is below England and a strength above, and fewer pupils than the policy’s are never judged', () => {
    const figure = fc.record({
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      pupils: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(figure, ({ value, pupils }) => {
        const [one] = figures([outcome('keyStage2', { reading: value }, { pupils })]);
        const { difference = 0 } = one?.england ?? {};
        if (one?.reading === 'need') expect(difference).toBeLessThan(0);
        if (one?.reading === 'strength') expect(difference).toBeGreaterThan(0);
        if (pupils < OWLS.national.analysis.fewest) expect(one?.reading).toBe('few');
        expect(Math.abs((one?.pupilsApart ?? 0) - (difference * pupils) / 100)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

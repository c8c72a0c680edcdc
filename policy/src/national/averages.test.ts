import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAcademicYear, yearBefore } from './academic-year.ts';
import { againstNation, nationalOf } from './averages.ts';
import { nameOn } from './names.ts';
import { type NationalPolicy, NationalPolicyShape, nationalDisagreements } from './national-policy.ts';
import { OWLS_NATIONAL } from './owls-national.ts';

const value = (measure: string, year: string) => {
  const found = nationalOf(OWLS_NATIONAL, measure, year);
  return found.ok ? [found.value, found.year] : undefined;
};

describe("M18: England's average", () => {
  test('M18: is the figure of the year asked for', () => {
    expect(value('rwm', '2024-25')).toEqual([62, '2024-25']);
    expect(value('phonics', '2021-22')).toEqual([75, '2021-22']);
    expect(value('gld', '2015-16')).toEqual([69.3, '2015-16']);
  });

  test('M18: of a year without assessments is that of the newest before, and says so', () => {
    const found = nationalOf(OWLS_NATIONAL, 'rwm', '2020-21');
    expect(found).toMatchObject({ ok: true, value: 65, year: '2018-19' });
    expect(found.why.because[0]).toBe(
      "Assessments of 2020-21 were cancelled in the pandemic; England's is of 2018-19.",
    );
  });

  test('M18: of a year not published yet is the newest there is', () => {
    expect(value('reading', '2030-31')).toEqual([75, '2024-25']);
  });

  test('M18: before the first figure, or of a measure nobody publishes, is refused with what to choose', () => {
    expect(nationalOf(OWLS_NATIONAL, 'rwm', '2010-11')).toEqual({
      ok: false,
      says: 'Choose 2015-16 or a later year.',
      why: {
        because: ['Reading, writing and maths at the end of Year 6 has no figure for 2010-11 or before.'],
        rule: 'M18',
        wouldChange: 'Choose 2015-16 or a later year.',
      },
    });
    expect(nationalOf(OWLS_NATIONAL, 'charm', '2024-25')).toEqual({
      ok: false,
      says: 'Choose one of: rwm, reading, writing, maths, grammar, phonics, gld, multiplicationAverage, multiplicationFullMarks, attendance, persistentAbsence.',
      why: {
        because: ['There is no national series for charm.'],
        rule: 'M18',
        wouldChange:
          'Choose one of: rwm, reading, writing, maths, grammar, phonics, gld, multiplicationAverage, multiplicationFullMarks, attendance, persistentAbsence.',
      },
    });
    expect(nationalOf({ ...OWLS_NATIONAL, series: [] }, 'rwm', '2024-25')).toEqual({
      ok: false,
      says: 'Choose one of: none.',
      why: {
        because: ['There is no national series for rwm.'],
        rule: 'M18',
        wouldChange: 'Choose one of: none.',
      },
    });
  });

  test('M18: from before a change of what is measured stands for no year after it', () => {
    const series = OWLS_NATIONAL.series.map((one) =>
      one.measure === 'gld' ? { ...one, values: one.values.filter(({ year }) => year < '2021-22') } : one,
    );
    expect(nationalOf({ ...OWLS_NATIONAL, series }, 'gld', '2021-22')).toEqual({
      ok: false,
      says: "Add England's figure for 2021-22 to the policy.",
      why: {
        because: [
          'The newest figure is of 2018-19, but the profile and its early learning goals were replaced in 2021/22.',
        ],
        rule: 'M18',
        wouldChange: "Add England's figure for 2021-22 to the policy.",
      },
    });
    expect(nationalOf({ ...OWLS_NATIONAL, series }, 'gld', '2020-21')).toMatchObject({ ok: true, value: 71.8 });
  });

  test('M18: is never of a later year than the one asked for, and names its release', () => {
    const year = fc.integer({ min: 2000, max: 2060 }).map((n) => `${n}-${String((n + 1) % 100).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.constantFrom(...OWLS_NATIONAL.series.map(({ measure }) => measure)), year, (measure, asked) => {
        const found = nationalOf(OWLS_NATIONAL, measure, asked);
        return !found.ok || (found.year <= asked && found.why.because.some((one) => one.includes('Release:')));
      }),
    );
  });
});

const against = (measure: string, figure: number, pupils?: number, year = '2024-25') =>
  againstNation(OWLS_NATIONAL, { measure, value: figure, year, ...(pupils === undefined ? {} : { pupils }) });

describe('M18: a figure against England', () => {
  test('M18: is above, in line or below, in words', () => {
    expect(against('reading', 84)).toEqual({
      difference: 9,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 84% against 75% in England (2024-25), 9 points above.',
      standing: 'above',
      value: 84,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
    expect(against('reading', 74)).toEqual({
      difference: -1,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 74% against 75% in England (2024-25), 1 point below, which is in line.',
      standing: 'in line',
      value: 74,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
    expect(against('reading', 60)).toEqual({
      difference: -15,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 60% against 75% in England (2024-25), 15 points below.',
      standing: 'below',
      value: 60,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
    expect(against('multiplicationAverage', 20)).toEqual({
      difference: -1,
      measure: 'multiplicationAverage',
      national: 21,
      nationalYear: '2024-25',
      ok: true,
      says: 'Multiplication tables check in Year 4, average mark: 20 of 25 against 21 of 25 in England (2024-25), 1 mark below.',
      standing: 'below',
      value: 20,
      why: {
        because: [
          'A difference of up to 0.5 marks counts as in line.',
          "Department for Education, 'Multiplication tables check attainment'. Release: Multiplication tables check, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
  });

  test('M18: is in line up to the level itself and no further', () => {
    expect(against('reading', 77)).toEqual({
      difference: 2,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 77% against 75% in England (2024-25), 2 points above, which is in line.',
      standing: 'in line',
      value: 77,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
    expect(against('reading', 77.1)).toEqual({
      difference: 2.1,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 77.1% against 75% in England (2024-25), 2.1 points above.',
      standing: 'above',
      value: 77.1,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
  });

  test('M18: is in line where one pupil of a small year group makes the difference', () => {
    expect(against('reading', 66, 10)).toMatchObject({
      standing: 'in line',
      why: { because: expect.arrayContaining(['One of 10 pupils is 10 points here.']) },
    });
    expect(against('reading', 64, 10)).toEqual({
      difference: -11,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 64% against 75% in England (2024-25), 11 points below.',
      standing: 'below',
      value: 64,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
  });

  test('M18: is refused for a figure there can not be', () => {
    for (const figure of [-1, 101, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(against('reading', figure)).toMatchObject({ ok: false });
    }
    expect(against('multiplicationAverage', 26)).toEqual({
      ok: false,
      says: 'Give a figure from 0 to 25 for Multiplication tables check in Year 4, average mark.',
      why: {
        because: ["26 can't be."],
        rule: 'M18',
        wouldChange: 'Give a figure from 0 to 25 for Multiplication tables check in Year 4, average mark.',
      },
    });
    expect(against('reading', 50, 0)).toEqual({
      ok: false,
      says: 'Leave out a year group without pupils.',
      why: {
        because: ['A figure of 0 pupils says nothing.'],
        rule: 'M18',
        wouldChange: 'Leave out a year group without pupils.',
      },
    });
    expect(against('charm', 50)).toEqual({
      ok: false,
      says: 'Choose one of: rwm, reading, writing, maths, grammar, phonics, gld, multiplicationAverage, multiplicationFullMarks, attendance, persistentAbsence.',
      why: {
        because: ['There is no national series for charm.'],
        rule: 'M18',
        wouldChange:
          'Choose one of: rwm, reading, writing, maths, grammar, phonics, gld, multiplicationAverage, multiplicationFullMarks, attendance, persistentAbsence.',
      },
    });
  });

  test('M18: a higher figure never stands lower', () => {
    const order = ['below', 'in line', 'above'];
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 1, max: 120 }), (one, other, pupils) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((figure) =>
          against('rwm', figure, pupils),
        );
        return !low?.ok || !high?.ok || order.indexOf(low.standing) <= order.indexOf(high.standing);
      }),
    );
  });
});

describe('M18: names the country has changed', () => {
  test('M18: are those of the date', () => {
    expect(nameOn(OWLS_NATIONAL, 'resultsAnalysis', '2017-07-31')).toBe('RAISEonline');
    expect(nameOn(OWLS_NATIONAL, 'resultsAnalysis', '2017-08-01')).toBe('Analyse School Performance (ASP)');
    expect(nameOn(OWLS_NATIONAL, 'regionalDirector', '2026-09-01')).toBe('Regional director');
    expect(nameOn(OWLS_NATIONAL, 'fundingAgency', '2020-01-01')).toBe('Education and Skills Funding Agency');
    expect(nameOn(OWLS_NATIONAL, 'nobody', '2026-09-01')).toBeUndefined();
  });
});

describe('M17: an academic year', () => {
  test('M17: is two years that follow each other', () => {
    expect(['2026-27', '1999-00'].map(isAcademicYear)).toEqual([true, true]);
    expect(['2026-28', '2026', '', '26-27', '2026-27 '].map(isAcademicYear)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(yearBefore('2000-01')).toBe('1999-00');
  });
});

const faults = (other: Partial<NationalPolicy>) =>
  nationalDisagreements({ ...OWLS_NATIONAL, ...other }).map(({ place, says }) => `${place}: ${says}`);

describe('M18: the policy of the nation', () => {
  test('M18: has a shape that OWLS keeps, and no disagreements', () => {
    expect(NationalPolicyShape.safeParse(OWLS_NATIONAL).error).toBeUndefined();
    expect(faults({})).toEqual([]);
  });

  test('M18: is refused with a year that is none or a status that is none', () => {
    const [first] = OWLS_NATIONAL.assessments;
    const wrong = { ...OWLS_NATIONAL, assessments: [{ ...first, statuses: [{ from: '2026-28', status: 'loved' }] }] };
    const paths = NationalPolicyShape.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toEqual(['assessments.0.statuses.0.from', 'assessments.0.statuses.0.status']);
  });

  test('M18: names the place of what contradicts', () => {
    const [series, other] = OWLS_NATIONAL.series;
    const [assessment] = OWLS_NATIONAL.assessments;
    if (!series || !other || !assessment) throw new Error('OWLS has series and assessments.');
    const point = (year: string, figure: number) => ({ year, value: figure, release: 'Made up' });
    expect(faults({ series: [series, other, series] })).toEqual([
      'series[2].measure: is there already: each must be another.',
    ]);
    expect(faults({ series: [{ ...series, max: 90 }] })).toEqual(['series[0].max: must be 100 for a percentage.']);
    expect(faults({ series: [{ ...series, values: [point('2018-19', 101), point('2017-18', 1)] }] })).toEqual([
      'series[0].values[0].value: is above 100, the most there can be.',
      'series[0].values[1].year: must be a later year than the one before: put them in order, each once.',
    ]);
    expect(faults({ series: [{ ...series, values: [point('2020-21', 60)] }] })).toEqual([
      'series[0].values[0].year: 2020-21 has no figures (cancelled in the pandemic): take it out.',
    ]);
    expect(faults({ names: [{ key: 'one', names: [{ name: 'Old' }, { name: 'New' }] }] })).toEqual([
      'names[0].names[1].from: must be a later date than that of the name before.',
    ]);
    expect(faults({ assessments: [assessment, assessment] })).toEqual([
      'assessments[1].key: is there already: each must be another.',
    ]);
    expect(
      faults({
        analysis: {
          ...OWLS_NATIONAL.analysis,
          ...{ reminders: [], escalations: [] },
          halfTerm: 2,
          opens: { days: -1, at: '08:00' },
          due: { days: 1, at: '08:00' },
          closes: { days: 1, at: '08:00' },
        },
      }),
    ).toEqual([
      "analysis.opens: must be 0 days or more from the half term's first day.",
      "analysis.due: must be 0 days or fewer from the half term's last day.",
      'analysis.closes: must come after "due".',
    ]);
  });

  test('M16-M18: at their bounds values agree, one step beyond they do not', () => {
    const [series] = OWLS_NATIONAL.series;
    const [assessment] = OWLS_NATIONAL.assessments;
    if (!series || !assessment) throw new Error('OWLS has series and assessments.');
    const most = { year: '2018-19', value: 100, release: 'Made up' };
    expect(faults({ series: [{ ...series, values: [most] }] })).toEqual([]);
    expect(faults({ series: [{ ...series, values: [most, most] }] })).toEqual([
      'series[0].values[1].year: must be a later year than the one before: put them in order, each once.',
    ]);
    const name = (from: string) => ({ name: `From ${from}`, from });
    const names = (...dates: readonly string[]) => faults({ names: [{ key: 'one', names: dates.map(name) }] });
    const order = 'names[0].names[1].from: must be a later date than that of the name before.';
    expect(names('2020-01-01', '2020-01-02')).toEqual([]);
    expect(names('2020-01-01', '2020-01-01')).toEqual([order]);
    expect(names('2020-01-02', '2020-01-01')).toEqual([order]);
    const [one] = OWLS_NATIONAL.names;
    expect(one && faults({ names: [one, one] })).toEqual(['names[1].key: is there already: each must be another.']);
    const status = { from: '2020-21', status: 'statutory' as const };
    expect(faults({ assessments: [{ ...assessment, statuses: [status, status] }] })).toEqual([
      'assessments[0].statuses[1].from: must be a later year than the one before: put them in order, each once.',
    ]);
    const window = (opens: number, due: number, closes: number, at = '09:00') => ({
      opens: { days: opens, at: '08:00' },
      due: { days: due, at: '08:00' },
      closes: { days: closes, at },
    });
    const early = 'assessments[0].closes: must come after "due".';
    expect(faults({ assessments: [{ ...assessment, ...window(0, 0, 0) }] })).toEqual([]);
    expect(faults({ assessments: [{ ...assessment, ...window(0, 0, 0, '08:00') }] })).toEqual([early]);
    expect(faults({ assessments: [{ ...assessment, ...window(0, 0, -1) }] })).toEqual([early]);
  });
});

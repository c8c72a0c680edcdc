import { describe, expect, test } from 'vitest';
import { againstNation, nationalOf } from './averages.ts';
import { nameOn } from './names.ts';
import { OWLS_NATIONAL } from './owls-national.ts';

describe('England’s figures, in full (M18)', () => {
  test('of the year, of the newest before it, and none', () => {
    const figure = (measure: string, year: string) => {
      const found = nationalOf(OWLS_NATIONAL, measure, year);
      return found.ok ? { value: found.value, year: found.year, why: found.why } : found;
    };
    expect(figure('rwm', '2024-25')).toEqual({
      value: 62,
      why: {
        because: [
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
      year: '2024-25',
    });
    expect(figure('rwm', '2030-31')).toEqual({
      value: 62,
      why: {
        because: [
          "No figure of 2030-31 is in the policy; England's is of 2024-25.",
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
      year: '2024-25',
    });
    expect(figure('rwm', '2019-20')).toEqual({
      value: 65,
      why: {
        because: [
          "Assessments of 2019-20 were cancelled in the pandemic; England's is of 2018-19.",
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 performance tables, 2019 (final).",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
      year: '2018-19',
    });
    expect(figure('weather', '2024-25')).toMatchObject({ ok: false });
    expect(figure('rwm', '2000-01')).toEqual({
      ok: false,
      says: 'Choose 2015-16 or a later year.',
      why: {
        because: ['Reading, writing and maths at the end of Year 6 has no figure for 2000-01 or before.'],
        rule: 'M18',
        wouldChange: 'Choose 2015-16 or a later year.',
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

  test('beside a figure: points, marks and one pupil', () => {
    const beside = (measure: string, value: number, pupils?: number) => {
      const found = againstNation(OWLS_NATIONAL, {
        measure,
        value,
        year: '2024-25',
        ...(pupils === undefined ? {} : { pupils }),
      });
      return found.ok ? [found.standing, found.says, found.why.because[0]] : found;
    };
    expect([62, 64, 64.1, 63, 60, 59.9].map((value) => beside('rwm', value))).toEqual([
      [
        'in line',
        'Reading, writing and maths at the end of Year 6: 62% against 62% in England (2024-25), the same.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'in line',
        'Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'above',
        'Reading, writing and maths at the end of Year 6: 64.1% against 62% in England (2024-25), 2.1 points above.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'in line',
        'Reading, writing and maths at the end of Year 6: 63% against 62% in England (2024-25), 1 point above, which is in line.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'in line',
        'Reading, writing and maths at the end of Year 6: 60% against 62% in England (2024-25), 2 points below, which is in line.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'below',
        'Reading, writing and maths at the end of Year 6: 59.9% against 62% in England (2024-25), 2.1 points below.',
        'A difference of up to 2 points counts as in line.',
      ],
    ]);
    expect([beside('rwm', 66.9, 20), beside('rwm', 67.1, 20), beside('rwm', 0), beside('rwm', 100)]).toEqual([
      [
        'in line',
        'Reading, writing and maths at the end of Year 6: 66.9% against 62% in England (2024-25), 4.9 points above, which is in line.',
        'One of 20 pupils is 5 points here.',
      ],
      [
        'above',
        'Reading, writing and maths at the end of Year 6: 67.1% against 62% in England (2024-25), 5.1 points above.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'below',
        'Reading, writing and maths at the end of Year 6: 0% against 62% in England (2024-25), 62 points below.',
        'A difference of up to 2 points counts as in line.',
      ],
      [
        'above',
        'Reading, writing and maths at the end of Year 6: 100% against 62% in England (2024-25), 38 points above.',
        'A difference of up to 2 points counts as in line.',
      ],
    ]);
    expect([beside('multiplicationAverage', 22), beside('multiplicationAverage', 20)]).toEqual([
      [
        'above',
        'Multiplication tables check in Year 4, average mark: 22 of 25 against 21 of 25 in England (2024-25), 1 mark above.',
        'A difference of up to 0.5 marks counts as in line.',
      ],
      [
        'below',
        'Multiplication tables check in Year 4, average mark: 20 of 25 against 21 of 25 in England (2024-25), 1 mark below.',
        'A difference of up to 0.5 marks counts as in line.',
      ],
    ]);
    expect([beside('rwm', -1), beside('rwm', 100.1), beside('rwm', 62, 0), beside('rwm', Number.NaN)]).toEqual([
      {
        ok: false,
        says: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        why: {
          because: ["-1 can't be."],
          rule: 'M18',
          wouldChange: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        },
      },
      {
        ok: false,
        says: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        why: {
          because: ["100.1 can't be."],
          rule: 'M18',
          wouldChange: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        },
      },
      {
        ok: false,
        says: 'Leave out a year group without pupils.',
        why: {
          because: ['A figure of 0 pupils says nothing.'],
          rule: 'M18',
          wouldChange: 'Leave out a year group without pupils.',
        },
      },
      {
        ok: false,
        says: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        why: {
          because: ["NaN can't be."],
          rule: 'M18',
          wouldChange: 'Give a figure from 0 to 100 for Reading, writing and maths at the end of Year 6.',
        },
      },
    ]);
  });

  test('names of offices on a date', () => {
    const [named] = OWLS_NATIONAL.names;
    expect(named && nameOn(OWLS_NATIONAL, named.key, '2000-01-01')).toBe(named?.names[0]?.name);
    expect(named && nameOn(OWLS_NATIONAL, named.key, named.names[1]?.from ?? '')).toBe(named?.names[1]?.name);
    expect(nameOn(OWLS_NATIONAL, 'gone', '2026-01-01')).toBeUndefined();
  });
});

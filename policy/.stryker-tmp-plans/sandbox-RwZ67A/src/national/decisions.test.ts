// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEDAR, facts } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { checkAnalysis, publishedAgainstNation } from './analysis.ts';
import { askingWindow, assessmentsOf } from './assessments.ts';
import { againstNation, nationalOf } from './averages.ts';
import { nameOn } from './names.ts';
import { nationalTasks } from './national-tasks.ts';
import { OWLS_NATIONAL } from './owls-national.ts';
import { publishedTogether, trustAgainstNation } from './trust-analysis.ts';

type Figure = { readonly value: number } | { readonly missing: 'suppressed' };
const result = (
  urn: string,
  expected: Readonly<Record<string, Figure>>,
  pupils: number | 'unknown' = 30,
  year = '2024-25',
) => ({
  urn,
  year,
  ...(pupils === 'unknown' ? {} : { pupils }),
  expected,
});
const published = (...results: Facts['results']) =>
  publishedAgainstNation(OWLS_NATIONAL, { results }, ASH.urn, '2024-25');

describe('a school’s results beside England’s, in full (M18)', () => {
  test('above, in line and below, and what is not published', () => {
    expect(
      published(result(ASH.urn, { rwm: { value: 62 }, reading: { value: 40 }, maths: { missing: 'suppressed' } })),
    ).toEqual({
      against: [
        {
          difference: 0,
          measure: 'rwm',
          national: 62,
          nationalYear: '2024-25',
          ok: true,
          says: 'Reading, writing and maths at the end of Year 6: 62% against 62% in England (2024-25), the same.',
          standing: 'in line',
          value: 62,
          why: {
            because: [
              'A difference of up to 2 points counts as in line.',
              "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
            ],
            rule: 'M18',
            wouldChange: 'A newer release, entered into the policy, would take its place.',
          },
        },
        {
          difference: -35,
          measure: 'reading',
          national: 75,
          nationalYear: '2024-25',
          ok: true,
          says: 'Reading at the end of Year 6: 40% against 75% in England (2024-25), 35 points below.',
          standing: 'below',
          value: 40,
          why: {
            because: [
              'A difference of up to 2 points counts as in line.',
              "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
            ],
            rule: 'M18',
            wouldChange: 'A newer release, entered into the policy, would take its place.',
          },
        },
      ],
      gaps: ['Maths at the end of Year 6 is not published: suppressed.'],
      needs: ['reading'],
    });
    expect(published(result(BROOK.urn, { rwm: { value: 62 } }))).toEqual({
      against: [],
      gaps: ['There are no published results of 2024-25.'],
      needs: [],
    });
    expect(published(result(ASH.urn, { rwm: { value: 62 } }, 30, '2023-24'))).toMatchObject({ against: [] });
    expect(published(result(ASH.urn, { rwm: { value: 59 } }, 'unknown')).against[0]?.says).toBe(
      'Reading, writing and maths at the end of Year 6: 59% against 62% in England (2024-25), 3 points below.',
    );
    expect(published(result(ASH.urn, { rwm: { value: 59 } }, 25)).against[0]).toEqual({
      difference: -3,
      measure: 'rwm',
      national: 62,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading, writing and maths at the end of Year 6: 59% against 62% in England (2024-25), 3 points below, which is in line.',
      standing: 'in line',
      value: 59,
      why: {
        because: [
          'One of 25 pupils is 4 points here.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
  });

  test('an analysis names every need with what is done', () => {
    const given = (needs: readonly { area: string; actions: string }[], results: Facts['results']) =>
      checkAnalysis(OWLS_NATIONAL, { results }, { urn: ASH.urn, year: '2024-25', needs });
    const good = [result(ASH.urn, { rwm: { value: 70 } })];
    const weak = [result(ASH.urn, { rwm: { value: 40 } })];
    expect(given([], good)).toEqual({
      ok: true,
      why: {
        because: ['No measure is below England.'],
        rule: 'M18',
        wouldChange: 'A need without actions would be sent back.',
      },
    });
    expect(given([{ area: 'rwm', actions: 'Coaching.' }], weak)).toEqual({
      ok: true,
      why: {
        because: ['Every measure below England has its actions.'],
        rule: 'M18',
        wouldChange: 'A need without actions would be sent back.',
      },
    });
    expect(given([], weak)).toEqual({
      ok: false,
      says: 'Name rwm as a need, and say what is done about it.',
      why: {
        because: [
          'Reading, writing and maths at the end of Year 6: 40% against 62% in England (2024-25), 22 points below.',
        ],
        rule: 'M18',
        wouldChange: 'Name rwm as a need, and say what is done about it.',
      },
    });
    expect(given([{ area: 'rwm', actions: ' ' }], weak)).toEqual({
      ok: false,
      says: 'Say what is done about rwm.',
      why: {
        because: ['rwm is named as a need without actions.'],
        rule: 'M18',
        wouldChange: 'Say what is done about rwm.',
      },
    });
    expect(given([], [])).toEqual({
      ok: false,
      says: 'Import the published results first, or wait for them.',
      why: {
        because: ['No published result of 2024-25 can be held against England.'],
        rule: 'M18',
        wouldChange: 'Import the published results first, or wait for them.',
      },
    });
  });

  test('schools taken together, weighted by pupils; those without either do not count', () => {
    const results = [
      result(ASH.urn, { rwm: { value: 70 } }, 30),
      result(CEDAR.urn, { rwm: { value: 40 } }, 60),
      result(BROOK.urn, { rwm: { value: 1 } }, 'unknown'),
      result('999999', { rwm: { value: 1 } }),
      result(ASH.urn, { rwm: { value: 1 } }, 30, '2023-24'),
    ];
    expect(publishedTogether({ results }, [ASH, BROOK, CEDAR], 'rwm', '2024-25')).toEqual({ value: 50, pupils: 90 });
    expect(publishedTogether({ results }, [ASH], 'weather', '2024-25')).toEqual({ pupils: 0 });
    expect(trustAgainstNation(OWLS_NATIONAL, { results }, [ASH, BROOK, CEDAR], '2024-25')).toEqual({
      against: [
        {
          difference: -12,
          measure: 'rwm',
          national: 62,
          nationalYear: '2024-25',
          ok: true,
          says: 'Reading, writing and maths at the end of Year 6: 50% against 62% in England (2024-25), 12 points below.',
          standing: 'below',
          value: 50,
          why: {
            because: [
              'A difference of up to 2 points counts as in line.',
              "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
            ],
            rule: 'M18',
            wouldChange: 'A newer release, entered into the policy, would take its place.',
          },
        },
      ],
      gaps: [],
      needs: ['rwm'],
    });
    const hidden = [result(ASH.urn, { rwm: { missing: 'suppressed' } })];
    expect(trustAgainstNation(OWLS_NATIONAL, { results: hidden }, [ASH], '2024-25')).toEqual({
      against: [],
      gaps: ['No published results of 2024-25 for: Ash Tree Primary School.'],
      needs: [],
    });
  });
});

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

describe('what the year’s assessments ask, in full (M16, M17, M18)', () => {
  const tasks = (when: string) =>
    nationalTasks(OWLS, OWLS_NATIONAL, facts({ schools: [ASH] }), { assessments: [], analyses: [] }, at(when));

  test('of a head', () => {
    expect(tasks('2026-10-05T09:00')).toEqual([
      {
        because: 'Ash Tree Primary School teaches Reception, and the outcome is not on record.',
        by: '2026-10-15T16:00:00Z',
        key: 'assessment/eyfsBaseline/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'Without it the year has no starting point or end to compare with.',
        person: 'p-ash',
        rule: 'M16',
        since: '2026-09-08T07:00:00Z',
        title: 'Record for Ash Tree Primary School: Baseline on entry to Reception, 2026-27',
        urn: '100001',
      },
    ]);
    expect(tasks('2026-12-07T09:00')).toEqual([
      {
        because: 'Results of 2025-26 are held against England in the autumn after them.',
        by: '2026-12-11T17:00:00Z',
        key: 'analysis/2025-26/100001/p-ash',
        kind: 'task',
        otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
        person: 'p-ash',
        rule: 'M18',
        since: '2026-11-02T08:00:00Z',
        title: 'Analyse the results of 2025-26 for Ash Tree Primary School in Analyse School Performance (ASP)',
        urn: '100001',
      },
    ]);
    expect(tasks('2027-07-05T09:00').map(({ title }) => title)).toEqual([
      'Record for Ash Tree Primary School: Early learning goals, 2026-27',
      'Record for Ash Tree Primary School: Phonics screening check, 2026-27',
      'Record for Ash Tree Primary School: Core subjects at the end of Year 2, 2026-27',
      'Record for Ash Tree Primary School: Multiplication tables check, 2026-27',
      'Record for Ash Tree Primary School: Core subjects at the end of Year 6, 2026-27',
    ]);
  });

  test('of a school by its year groups', () => {
    const of = (own = OWLS_NATIONAL, school: typeof ASH = ASH, year = '2026-27') =>
      assessmentsOf(own, school, year).map(({ assessment, status, asked, why }) => [
        assessment.key,
        status,
        asked,
        ...why.because,
        why.wouldChange,
      ]);
    expect(of()).toEqual([
      [
        'eyfsBaseline',
        'statutory',
        true,
        'The school teaches Reception.',
        'Baseline on entry to Reception is statutory from 2021-22 on.',
        'Without pupils in Reception it would not be owed.',
      ],
      [
        'eyfsGoals',
        'statutory',
        true,
        'The school teaches Reception.',
        'Early learning goals is statutory from 2012-13 on.',
        'Without pupils in Reception it would not be owed.',
      ],
      [
        'phonics',
        'statutory',
        true,
        'The school teaches Year 1.',
        'Phonics screening check is statutory from 2011-12 on.',
        'Without pupils in Year 1 it would not be owed.',
      ],
      [
        'keyStage1',
        'optional',
        true,
        'The school teaches Year 2.',
        'Core subjects at the end of Year 2 is optional from 2023-24 on, and the trust asks for it.',
        'Without pupils in Year 2 it would not be owed.',
      ],
      [
        'multiplication',
        'statutory',
        true,
        'The school teaches Year 4.',
        'Multiplication tables check is statutory from 2021-22 on.',
        'Without pupils in Year 4 it would not be owed.',
      ],
      [
        'keyStage2',
        'statutory',
        true,
        'The school teaches Year 6.',
        'Core subjects at the end of Year 6 is statutory from 2015-16 on.',
        'Without pupils in Year 6 it would not be owed.',
      ],
    ]);
    expect(
      of({ ...OWLS_NATIONAL, askOptional: !OWLS_NATIONAL.askOptional }).filter(([, status]) => status === 'optional'),
    ).toEqual([
      [
        'keyStage1',
        'optional',
        false,
        'The school teaches Year 2.',
        'Core subjects at the end of Year 2 is optional from 2023-24 on.',
        'Without pupils in Year 2 it would not be owed.',
      ],
    ]);
    expect(of(OWLS_NATIONAL, { ...ASH, pupils: { ...ASH.pupils, Y6: 0 } }).map(([key]) => key)).toEqual([
      'eyfsBaseline',
      'eyfsGoals',
      'phonics',
      'keyStage1',
      'multiplication',
    ]);
    expect(of(OWLS_NATIONAL, ASH, '2019-20').map(([key]) => key)).toEqual(['eyfsBaseline']);
  });

  test('within a half term that is shorter than the policy thinks', () => {
    const window = askingWindow(
      OWLS,
      { from: '2026-12-14', to: '2026-12-18' },
      { opens: { days: 10, at: '08:00' }, due: { days: -2, at: '17:00' }, closes: { days: 3, at: '12:00' } },
    );
    expect([window.since, window.by, window.until].map(String)).toEqual([
      '2026-12-16T17:00:00Z',
      '2026-12-16T17:00:00Z',
      '2026-12-21T12:00:00Z',
    ]);
  });
});

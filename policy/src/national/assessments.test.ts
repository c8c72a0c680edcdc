import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEDAR, facts, HEAD_TWO, school } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { publishedAgainstNation } from './analysis.ts';
import { assessmentsOf } from './assessments.ts';
import { type NationalRecords, nationalTasks } from './national-tasks.ts';
import { OWLS_NATIONAL } from './owls-national.ts';
import { publishedTogether, trustAgainstNation } from './trust-analysis.ts';

/** OWLS with a year of two terms and names of its own. */
const TWO_TERMS = {
  ...OWLS,
  calendar: {
    bankHolidays: [],
    years: [
      {
        year: '2026-27',
        halfTerms: [
          { name: 'winter-1', from: '2026-09-02', to: '2026-12-18' },
          { name: 'summer-1', from: '2027-01-04', to: '2027-07-21' },
        ],
        insetDays: [],
      },
    ],
  },
};

const none: NationalRecords = { assessments: [], analyses: [] };
const keys = (of: Pick<School, 'years' | 'pupils'>, year: string, own = OWLS_NATIONAL) =>
  assessmentsOf(own, of, year).map(({ assessment, status }) => `${assessment.key} ${status}`);
const tasks = (when: string, records = none, given = facts()) =>
  nationalTasks(OWLS, OWLS_NATIONAL, given, records, at(when));
const keysOf = (when: string, records = none, given = facts()) => tasks(when, records, given).map(({ key }) => key);

describe('M17: what a school owes', () => {
  test('M17: goes by its year groups', () => {
    expect(keys(BROOK, '2026-27')).toEqual([
      'eyfsBaseline statutory',
      'eyfsGoals statutory',
      'phonics statutory',
      'keyStage1 optional',
    ]);
    expect(keys(CEDAR, '2026-27')).toEqual(['multiplication statutory', 'keyStage2 statutory']);
    expect(keys({ years: ['Y7'], pupils: {} }, '2026-27')).toEqual([]);
    expect(keys({ years: [], pupils: {} }, '2026-27')).toEqual([]);
  });

  test('M17: goes by the law of the year', () => {
    expect(keys(ASH, '2022-23')).toContain('keyStage1 statutory');
    expect(keys(ASH, '2023-24')).toContain('keyStage1 optional');
    expect(keys(CEDAR, '2018-19')).toEqual(['keyStage2 statutory']);
    expect(keys(ASH, '2020-21')).toEqual(['eyfsBaseline optional']);
    expect(keys(ASH, '1999-00')).toEqual([]);
  });

  test('M17: leaves out a year group known to be empty, not one of unknown size', () => {
    expect(keys({ ...CEDAR, pupils: { Y4: 0 } }, '2026-27')).toEqual(['keyStage2 statutory']);
  });

  test('M17: what is optional is asked only where the trust says so', () => {
    const own = { ...OWLS_NATIONAL, askOptional: false };
    const asked = (which: typeof own) =>
      assessmentsOf(which, BROOK, '2026-27').find((one) => one.assessment.key === 'keyStage1')?.asked;
    expect([asked(OWLS_NATIONAL), asked(own)]).toEqual([true, false]);
  });
});

describe('M16: the baseline', () => {
  test('M16: is asked in the first half of the autumn term of heads with Reception, with the last day but one to answer', () => {
    const asked = tasks('2026-09-21T09:00');
    expect(asked.map(({ key }) => key)).toEqual([
      'assessment/eyfsBaseline/2026-27/100001/p-ash',
      'assessment/eyfsBaseline/2026-27/100002/p-brook',
      'assessment/eyfsBaseline/2026-27/100004/p-two',
    ]);
    expect(asked[0]).toEqual({
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
    });
    expect(asked[0]?.by).toBe('2026-10-15T16:00:00Z');
  });

  test('M16: is not asked before it opens, and not once its use has passed', () => {
    expect(keysOf('2026-09-08T07:59')).toEqual([]);
    expect(keysOf('2026-10-30T16:59')).toHaveLength(3);
    expect(keysOf('2026-10-30T17:00')).toEqual([]);
  });

  test('M16: is no longer asked once it is recorded', () => {
    const record = {
      urn: ASH.urn,
      year: '2026-27',
      assessment: 'eyfsBaseline',
      pupils: 30,
      figures: {},
      recordedOn: '2026-09-20',
      recordedBy: 'p-ash',
    };
    expect(keysOf('2026-09-21T09:00', { ...none, assessments: [record] })).toHaveLength(2);
    const lastYears = { ...record, year: '2025-26' };
    expect(keysOf('2026-09-21T09:00', { ...none, assessments: [lastYears] })).toHaveLength(3);
  });
});

describe('M17: the end of the year', () => {
  test('M17: is asked in the last half term, a task an assessment', () => {
    expect(keysOf('2027-06-28T09:00').filter((key) => key.includes(`/${BROOK.urn}/`))).toEqual([
      'assessment/eyfsGoals/2026-27/100002/p-brook',
      'assessment/phonics/2026-27/100002/p-brook',
      'assessment/keyStage1/2026-27/100002/p-brook',
    ]);
  });

  test('M17: nobody is asked about a school that left, leaves before the end, or has not joined', () => {
    for (const other of [{ left: '2027-01-01' }, { left: '2027-07-01' }, { joined: '2027-08-01' }]) {
      const given = facts({ schools: [school(ASH.urn, ASH.name, other)] });
      expect(keysOf('2027-06-28T09:00', none, given)).toEqual([]);
    }
  });

  test('M17: a school without a head has nobody to ask', () => {
    expect(keysOf('2027-06-28T09:00', none, facts({ people: [] }))).toEqual([]);
  });

  test('M17: a trust with other half terms is asked in its own first and last', () => {
    const years = { years: ['R' as const], pupils: {} };
    const given = facts({ schools: [school('100003', 'Cove', years)], people: [HEAD_TWO] });
    const when = (date: string) =>
      nationalTasks(TWO_TERMS, OWLS_NATIONAL, given, none, at(date))
        .filter(({ key }) => key.startsWith('assessment/'))
        .map(({ key }) => key.split('/')[1]);
    expect(when('2026-10-01T09:00')).toEqual(['eyfsBaseline']);
    expect(when('2027-07-01T09:00')).toEqual(['eyfsGoals']);
  });
});

const results = [
  { urn: ASH.urn, year: '2024-25', pupils: 30, expected: { reading: { value: 80 }, maths: { value: 60 } } },
  {
    urn: CEDAR.urn,
    year: '2024-25',
    pupils: 60,
    expected: { reading: { value: 65 }, rwm: { missing: 'suppressed' as const } },
  },
];

describe('M18: the analysis of a year', () => {
  test('M18: holds what is published against England and names the needs and what is missing', () => {
    const ash = publishedAgainstNation(OWLS_NATIONAL, { results }, ASH.urn, '2024-25');
    expect(ash.against.map(({ measure, standing }) => `${measure} ${standing}`)).toEqual([
      'reading above',
      'maths below',
    ]);
    expect(ash.needs).toEqual(['maths']);
    const cedar = publishedAgainstNation(OWLS_NATIONAL, { results }, CEDAR.urn, '2024-25');
    expect(cedar.gaps).toEqual(['Reading, writing and maths at the end of Year 6 is not published: suppressed.']);
    expect(publishedAgainstNation(OWLS_NATIONAL, { results: [] }, ASH.urn, '2024-25').gaps).toHaveLength(1);
  });

  test('M18: of the trust weighs schools by their pupils and names those without results', () => {
    expect(publishedTogether({ results }, [ASH, CEDAR], 'reading', '2024-25')).toEqual({ value: 70, pupils: 90 });
    const all = trustAgainstNation(OWLS_NATIONAL, { results }, [ASH, CEDAR, BROOK], '2024-25');
    expect(all.against[0]).toEqual({
      difference: -5,
      measure: 'reading',
      national: 75,
      nationalYear: '2024-25',
      ok: true,
      says: 'Reading at the end of Year 6: 70% against 75% in England (2024-25), 5 points below.',
      standing: 'below',
      value: 70,
      why: {
        because: [
          'A difference of up to 2 points counts as in line.',
          "Department for Education, 'Key stage 2 attainment': expected standard, all schools. Release: Key stage 2 attainment: National headlines, 2024/25.",
        ],
        rule: 'M18',
        wouldChange: 'A newer release, entered into the policy, would take its place.',
      },
    });
    expect(all.gaps).toEqual(['No published results of 2024-25 for: Brookside Infant School.']);
  });

  test('M18: is asked of the head in the second half term of the next year, by the service’s name of today', () => {
    const asked = tasks('2026-11-10T09:00');
    expect(asked.map(({ key }) => key)).toEqual([
      'analysis/2025-26/100001/p-ash',
      'analysis/2025-26/100002/p-brook',
      'analysis/2025-26/100003/p-two',
      'analysis/2025-26/100004/p-two',
    ]);
    expect(asked[0]?.title).toBe(
      'Analyse the results of 2025-26 for Ash Tree Primary School in Analyse School Performance (ASP)',
    );
    const sent = { by: 'p-ash', at: '2026-11-09T10:00:00Z' };
    const done = { urn: ASH.urn, year: '2025-26', needs: [], actions: [], sent };
    expect(keysOf('2026-11-10T09:00', { ...none, analyses: [done] })).not.toContain('analysis/2025-26/100001/p-ash');
    const lastYears = { ...done, year: '2024-25' };
    expect(keysOf('2026-11-10T09:00', { ...none, analyses: [lastYears] })).toHaveLength(4);
  });
});

test('M17: asking twice gives the same, keys are one each, and no task begins after now or moves with it', () => {
  const first = Temporal.Instant.from('2026-08-01T00:00Z').epochMilliseconds;
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 24 }), (hours) => {
      const now = Temporal.Instant.fromEpochMilliseconds(first + hours * 3_600_000);
      const once = nationalTasks(OWLS, OWLS_NATIONAL, facts(), none, now);
      expect(nationalTasks(OWLS, OWLS_NATIONAL, facts(), none, now)).toEqual(once);
      expect(new Set(once.map(({ key }) => key)).size).toBe(once.length);
      for (const { key, since, by = since } of once) {
        expect(Temporal.Instant.compare(since, now)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(since, by)).toBeLessThanOrEqual(0);
        expect(seen.get(key) ?? since).toBe(since);
        seen.set(key, since);
      }
    }),
  );
  expect(seen.size).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { publishedAgainstNation } from './analysis.ts';
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

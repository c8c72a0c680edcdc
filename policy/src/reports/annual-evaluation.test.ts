import { describe, expect, test } from 'vitest';
import { ASH, CEDAR, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS_NATIONAL } from '../national/owls-national.ts';
import { OWLS } from '../owls.ts';
import { annualEvaluation } from './annual-evaluation.ts';
import type { ReportSources } from './report-sources.ts';
import { REPORTED, SOURCES, written } from './reports.examples.ts';

const BARE = facts({ schools: [ASH, DALE] });

describe('M43: the annual evaluation, as it is read', () => {
  const result = (urn: string, rwm: number, other = {}) => ({
    urn,
    year: '2025-26',
    pupils: 30,
    expected: { rwm: { value: rwm }, ...other },
  });
  const results = [result(ASH.urn, 70, { maths: { missing: 'suppressed' as const } }), result(CEDAR.urn, 64)];

  test('with results, indicators and comparators', () => {
    expect(written(annualEvaluation(OWLS, OWLS_NATIONAL, { ...REPORTED, results }, '2025-26', SOURCES))).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '- trust: Reading, writing and maths: 67% against 65%, met. [Reading, writing and maths rwm 67 %]',
      '? Maths: no school has a published result.',
      'Against England (M18)',
      '- trust: Reading, writing and maths at the end of Year 6: 67% against 62% in England (2024-25), 5 points above.',
      '- 100001: Ash Tree Primary School: Reading, writing and maths at the end of Year 6: 70% against 62% in England (2024-25), 8 points above.',
      '- 100003: Cedar Junior School: Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
      '? No published results of 2025-26 for: Brookside Infant School, Dale Village Primary School.',
      '? Ash Tree Primary School: Maths at the end of Year 6 is not published: suppressed.',
      'Against comparable trusts (M43)',
      '- trust: Another trust, reading, writing and maths at the end of Year 6: 67% against 60%, 7 points above.',
      'Summary for heads and governors (M43)',
      '- trust: 1 of 1 key performance indicators were met.',
      '- trust: Of 1 published measures, 1 are above England, 0 in line, 0 below.',
    ]);
  });

  test('at an indicator and beside a trust exactly, and without anything', () => {
    const sources: ReportSources = {
      kpis: [
        { name: 'At it', academicYear: '2025-26', measure: 'rwm', atLeast: 67 },
        { name: 'Short of it', academicYear: '2025-26', measure: 'rwm', atLeast: 68 },
        { name: 'Another year', academicYear: '2024-25', measure: 'rwm', atLeast: 1 },
      ],
      comparators: [
        { trust: 'Equal', academicYear: '2025-26', measure: 'rwm', value: 67 },
        { trust: 'One more', academicYear: '2025-26', measure: 'rwm', value: 68 },
        { trust: 'Less', academicYear: '2025-26', measure: 'rwm', value: 60.5 },
        { trust: 'Other', academicYear: '2025-26', measure: 'weather', value: 1 },
        { trust: 'Past', academicYear: '2024-25', measure: 'rwm', value: 1 },
      ],
    };
    const even = [result(ASH.urn, 70), result(CEDAR.urn, 64)];
    expect(
      written(
        annualEvaluation(OWLS, OWLS_NATIONAL, { ...BARE, schools: [ASH, CEDAR], results: even }, '2025-26', sources),
      ),
    ).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '- trust: At it: 67% against 67%, met. [At it rwm 67 %]',
      '- trust: Short of it: 67% against 68%, not met. [Short of it rwm 67 %]',
      'Against England (M18)',
      '- trust: Reading, writing and maths at the end of Year 6: 67% against 62% in England (2024-25), 5 points above.',
      '- 100001: Ash Tree Primary School: Reading, writing and maths at the end of Year 6: 70% against 62% in England (2024-25), 8 points above.',
      '- 100003: Cedar Junior School: Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
      'Against comparable trusts (M43)',
      '- trust: Equal, reading, writing and maths at the end of Year 6: 67% against 67%, the same.',
      '- trust: One more, reading, writing and maths at the end of Year 6: 67% against 68%, 1 point below.',
      '- trust: Less, reading, writing and maths at the end of Year 6: 67% against 60.5%, 6.5 points above.',
      'Summary for heads and governors (M43)',
      '- trust: 1 of 2 key performance indicators were met.',
      '- trust: Of 1 published measures, 1 are above England, 0 in line, 0 below.',
    ]);
    expect(written(annualEvaluation(OWLS, OWLS_NATIONAL, BARE, '2025-26'))).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '? No key performance indicators of 2025-26 are on record.',
      'Against England (M18)',
      '? No published results of 2025-26 for: Ash Tree Primary School, Dale Village Primary School.',
      'Against comparable trusts (M43)',
      "? No comparable trust's results of 2025-26 can be held against ours.",
      'Summary for heads and governors (M43)',
      '? There are no published results of 2025-26 to sum up.',
    ]);
    expect(annualEvaluation(OWLS, OWLS_NATIONAL, BARE, '1999-00')).toEqual({
      ok: false,
      says: 'Choose an academic year of the calendar.',
      why: {
        because: ['The policy has no dates for 1999-00.'],
        rule: 'M43',
        wouldChange: 'Choose an academic year of the calendar.',
      },
    });
  });
});

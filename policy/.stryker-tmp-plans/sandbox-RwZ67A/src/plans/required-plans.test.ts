// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { validated } from '../concerns/concerns.examples.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import { ASH, AUTUMN_1, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import { requiredPlans } from './required-plans.ts';

const required = (school: School, category?: string, own = OWLS_PLANS) => {
  const judgements = category ? [validated(school.urn, AUTUMN_1, category, '2026-10-14T10:00:00Z')] : [];
  return requiredPlans(own, school, schoolStanding(OWLS, facts({ judgements }), school));
};
const kinds = (...given: Parameters<typeof required>) => required(...given).map(({ kind }) => kind);

describe('the plans a school has to have', () => {
  test('M35: every school has a development plan, and a school that is not at risk no other', () => {
    expect(kinds(ASH)).toEqual(['development']);
    expect(kinds(ASH, '2a')).toEqual(['development']);
  });

  test('M36: a school at risk has a raising attainment plan beside it, and says why', () => {
    expect(required(ASH, '2cc')).toEqual([
      {
        kind: 'development',
        why: {
          because: ['Every school has a development plan, every year.'],
          rule: 'M35',
          wouldChange: 'Leaving the trust.',
        },
      },
      {
        kind: 'raising',
        since: '2026-10-14',
        why: {
          because: ['The validated category of Ash Tree Primary School is 2cc: at risk of slipping.'],
          rule: 'M36',
          wouldChange: 'A validated category that is not at risk.',
        },
      },
    ]);
  });

  test('M36: a school graded 3 or 4 has the fuller plan, even heading for better', () => {
    expect(kinds(DALE, '3a')).toEqual(['development', 'full']);
    expect(kinds({ ...DALE, ofsted: { grade: 4 } })).toEqual(['development', 'full']);
  });

  test('M36: a sponsored school has the fuller plan; where the trust says so, until it is graded 1 or 2', () => {
    const sponsored = { ...ASH, sponsored: true };
    const untilGood = { ...OWLS_PLANS, sponsored: 'until-good' as const };
    expect(kinds(sponsored)).toEqual(['development', 'full']);
    expect(kinds(sponsored, undefined, untilGood)).toEqual(['development']);
    expect(kinds(sponsored, '2cc', untilGood)).toEqual(['development', 'raising']);
    const { ofsted: _, ...ungraded } = sponsored;
    expect(kinds(ungraded, undefined, untilGood)).toEqual(['development', 'full']);
  });
});

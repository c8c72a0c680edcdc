// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import { type PlansPolicy, PlansPolicyShape, plansDisagreements } from './plans-policy.ts';

const names = OWLS.calendar.years.flatMap(({ halfTerms }) => halfTerms.map(({ name }) => name));
const faults = (other: Partial<PlansPolicy>) => plansDisagreements({ ...OWLS_PLANS, ...other }, names);

describe("the trust's policy on plans", () => {
  test("M35: OWLS's own values have the right shape and agree with each other", () => {
    expect(PlansPolicyShape.parse(OWLS_PLANS)).toEqual(OWLS_PLANS);
    expect(plansDisagreements(OWLS_PLANS, names)).toEqual([]);
  });

  test('M36: a value that is missing, unknown or out of range is refused', () => {
    const { reviewer: _, ...without } = OWLS_PLANS;
    for (const wrong of [without, { ...OWLS_PLANS, more: 1 }, { ...OWLS_PLANS, closingDays: -1 }])
      expect(PlansPolicyShape.safeParse(wrong).success).toBe(false);
  });

  test('M35: a plan is agreed before governors note it, and reviewed in half terms that there are', () => {
    expect(faults({ development: { ...OWLS_PLANS.development, notedDays: 41 } })).toEqual([
      {
        place: 'plans.development.notedDays',
        says: 'is 41, before it is agreed (42): give more days.',
      },
    ]);
    expect(faults({ development: { ...OWLS_PLANS.development, reviewedIn: ['winter-1'] } })).toEqual([
      {
        place: 'plans.development.reviewedIn[0]',
        says: 'the calendar has no winter-1: name one of autumn-1, autumn-2, spring-1, spring-2, summer-1, summer-2.',
      },
    ]);
  });

  test('M36: a review is asked after the one before, and no later than it is wanted', () => {
    expect(faults({ askDaysBefore: 21 })).toEqual([
      {
        place: 'plans.askDaysBefore',
        says: 'is 21: ask less than the 3 weeks before that lie between reviews.',
      },
    ]);
    expect(faults({ asked: '18:00' })).toEqual([
      {
        place: 'plans.wanted',
        says: 'is before "asked" (18:00): give a later time.',
      },
    ]);
  });
});

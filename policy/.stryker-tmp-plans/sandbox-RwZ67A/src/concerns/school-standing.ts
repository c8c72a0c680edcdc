// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import { judgementsOf } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { CategoryPolicy, TrustPolicy } from '../trust-policy.ts';
import { latestDay } from './day-order.ts';

/** Where a school stands by its grade and its last validated category, and since when. */
export interface SchoolStanding {
  /** Of the last graded inspection, else of the validated category; none where there is neither. */
  readonly grade?: OfstedGrade;
  readonly category?: CategoryPolicy;
  /** Whether the category says that it may slip. A category of a grade the school no longer has says nothing. */
  readonly atRisk: boolean;
  /** The date from which its grade holds for the trust, ISO: the inspection, or its joining where that was later. */
  readonly gradeSince: string;
  /** The date of the category's validation. */
  readonly categorySince: string;
}

/**
 * Reads a school's standing (M28): an inspection changes the number, a validated category the rest. A date that is
 * not on record is the first day of the policy's calendar, so that it stays the same whenever it is asked.
 */
export function schoolStanding(policy: TrustPolicy, facts: Pick<Facts, 'judgements'>, school: School): SchoolStanding {
  const validated = judgementsOf(facts, policy, school.urn).findLast((one) => one.validated !== undefined)?.validated;
  const judged = validated ? categoryByCode(policy, validated.category) : undefined;
  const grade = school.ofsted?.grade ?? judged?.ofsted;
  const category = judged?.ofsted === grade ? judged : undefined;
  const start = latestDay(halfTerms(policy)[0]?.from ?? '0001-01-01', school.joined);
  const categorySince = validated ? dateAt(policy, Temporal.Instant.from(validated.at)) : start;
  return {
    ...(grade === undefined ? {} : { grade }),
    ...(category ? { category } : {}),
    atRisk: category?.heading === 'at risk',
    gradeSince: school.ofsted ? latestDay(school.ofsted.on ?? start, school.joined) : categorySince,
    categorySince: latestDay(categorySince, school.joined),
  };
}

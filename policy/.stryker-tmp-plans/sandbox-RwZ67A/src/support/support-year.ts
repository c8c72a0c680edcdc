// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Support } from './support.ts';
import type { SupportPolicy } from './support-policy.ts';

export interface SupportYear {
  /** Its last school day, ISO date. */
  readonly lastDay: string;
  readonly opens: Temporal.Instant;
  readonly agreedBy: Temporal.Instant;
  readonly unspentFrom: Temporal.Instant;
  /** The midnight after its last school day. */
  readonly closes: Temporal.Instant;
}

/** The moments of an academic year that support and its money go by (M34); undefined where the policy has no dates. */
export function supportYear(policy: TrustPolicy, own: SupportPolicy, year: AcademicYear): SupportYear | undefined {
  const mine = halfTerms(policy).filter((halfTerm) => halfTerm.year === year);
  const [first, last] = [mine[0], mine.at(-1)];
  if (!first || !last) return undefined;
  return {
    lastDay: last.to,
    opens: onSchoolDay(policy, first.from, own.opens, last.to),
    agreedBy: onSchoolDay(policy, first.from, own.agreedBy, last.to),
    unspentFrom: onSchoolDay(policy, last.to, own.unspentFrom, last.to),
    closes: instantAt(policy, shifted(last.to, 1), '00:00'),
  };
}

/** When cost and source of support are to be agreed: at the start of the year, or soon after it came up within it (M34). */
export function agreementDue(policy: TrustPolicy, own: SupportPolicy, support: Support): Temporal.Instant | undefined {
  const year = supportYear(policy, own, support.year);
  if (!year) return undefined;
  const recorded = dateAt(policy, Temporal.Instant.from(support.recordedAt));
  if (shifted(recorded, own.agreeWithinDays) <= dateAt(policy, year.agreedBy)) return year.agreedBy;
  return onSchoolDay(policy, recorded, { days: own.agreeWithinDays, at: own.agreedBy.at }, year.lastDay);
}

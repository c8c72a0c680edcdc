// @ts-nocheck
import { ceoOf, headLeaderOf, headOf } from '../access/roles.ts';
import { isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';

/** The longest holiday with a margin, in days: a message waits for school no longer. */
const LONGEST_WAIT = 60;

/** Who answers for a school: its head, else its head leader, else the CEO. */
export function answering(facts: Facts, urn: string): string | undefined {
  return (headOf(facts, urn) ?? headLeaderOf(facts, urn) ?? ceoOf(facts))?.id;
}

/** The school day some days after a date, as an ISO instant. */
export function after(policy: TrustPolicy, date: string, offset: DayOffset): string {
  return isoOf(onSchoolDay(policy, date, offset, shifted(date, offset.days + LONGEST_WAIT)));
}

// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { policyOn } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { categoryDuties } from './category-duties.ts';
import type { Duty } from './duty.ts';
import { meetingDuties } from './meeting-duties.ts';
import { soapDuties } from './soap-duties.ts';
import { taskDuties } from './task-duties.ts';

/**
 * Everything owed at this moment that was not delivered yet: a pure question, asked as often as anybody likes.
 *
 * What holds, and is tested: asking again after delivering what was due answers nothing (idempotent). With the facts
 * standing still, what is delivered by asking often contains what is delivered by asking seldom; what the seldom asker
 * leaves out is only what a later message to the same person about the same thing has replaced, or what nobody needs
 * any more because its window closed. So a service that was down catches up with one message, never with a pile.
 */
export function due(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly Duty[] {
  const owed: Duty[] = [
    ...soapDuties(policy, facts, now),
    ...categoryDuties(policy, facts, now),
    ...meetingDuties(policy, facts, now),
    ...taskDuties(policyOn(policy, dateAt(policy, now)), facts, now),
  ];
  return owed.filter(({ key }) => !facts.delivered.has(key));
}

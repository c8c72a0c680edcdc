import type { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { saidTakenBack } from '../collection/taken-back.ts';
import type { Facts } from '../facts.ts';
import { collectionState } from '../soap/collection.ts';
import { latestReturn } from '../soap/kept.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ReturningSchool } from './views.ts';

/** Where a school's return of a half term stands (M14). */
export function returning(
  policy: TrustPolicy,
  facts: Facts,
  { urn, name }: School,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
  reminders: (urn: string) => number,
): ReturningSchool {
  const submitted = latestReturn(facts, urn, halfTerm);
  const takenBack = saidTakenBack(facts, urn, halfTerm);
  return {
    urn,
    name,
    head: headOf(facts, urn)?.name ?? '',
    state: collectionState(policy, facts, urn, halfTerm, now),
    ...(submitted ? { submittedAt: submitted.submittedAt, revision: submitted.revision } : {}),
    ...(takenBack ? { takenBack } : {}),
    reminders: reminders(urn),
  };
}

// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { halfTermById, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach, remembered } from '../calendar/remembered.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';
import { draftOf, latestReturn } from './kept.ts';

/** Where a school's return of a half term stands (M14). Overdue stays overdue while only a draft is there. */
export type CollectionState = 'returned' | 'draft' | 'waiting' | 'overdue' | 'not yet open';

/** When returns of a half term are asked for, wanted and no longer taken. */
export interface CollectionWindow {
  readonly opens: Temporal.Instant;
  readonly due: Temporal.Instant;
  readonly closes: Temporal.Instant;
}

const moments = onceEach((_: TrustPolicy) => new Map<string, Temporal.Instant>());
const windows = onceEach((_: TrustPolicy) => new Map<HalfTermId, CollectionWindow>());

/** The collection window of a half term (M14). Throws RangeError for a half term the policy has no dates for. */
export function collectionWindow(policy: TrustPolicy, halfTerm: HalfTermId): CollectionWindow {
  return remembered(windows(policy), halfTerm, () => {
    const { to } = dated(policy, halfTerm);
    const { opens, due, closes } = policyOf(policy, halfTerm).soap.window;
    return {
      opens: onSchoolDay(policy, to, opens, to),
      due: onSchoolDay(policy, to, due, to),
      closes: instantAt(policy, shifted(to, closes.days), closes.at),
    };
  });
}

/** The moment of an offset from the half term's SOAP due date, on a school day, never past the window's close. */
export function fromDue(policy: TrustPolicy, halfTerm: HalfTermId, offset: DayOffset): Temporal.Instant {
  return remembered(moments(policy), `${halfTerm} ${offset.days} ${offset.at}`, () => {
    const { to } = dated(policy, halfTerm);
    const { due, closes } = policyOf(policy, halfTerm).soap.window;
    return onSchoolDay(policy, shifted(to, due.days), offset, shifted(to, closes.days));
  });
}

/** Where a school's return of a half term stands at this moment. */
export function collectionState(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'drafts'>,
  urn: string,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): CollectionState {
  if (latestReturn(facts, urn, halfTerm)) return 'returned';
  const { opens, due } = collectionWindow(policy, halfTerm);
  if (now.epochMilliseconds < opens.epochMilliseconds) return 'not yet open';
  if (now.epochMilliseconds > due.epochMilliseconds) return 'overdue';
  return draftOf(facts, urn, halfTerm) ? 'draft' : 'waiting';
}

function dated(policy: TrustPolicy, halfTerm: HalfTermId) {
  const found = halfTermById(policy, halfTerm);
  if (!found) throw new RangeError(`The policy has no dates for ${halfTerm}.`);
  return found;
}

import type { Temporal } from 'temporal-polyfill';
import { halfTermById, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
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

const moments = new WeakMap<TrustPolicy, Map<string, Temporal.Instant>>();
const windows = new WeakMap<TrustPolicy, Map<HalfTermId, CollectionWindow>>();

/** The collection window of a half term (M14). Throws RangeError for a half term the policy has no dates for. */
export function collectionWindow(policy: TrustPolicy, halfTerm: HalfTermId): CollectionWindow {
  const mine = windows.get(policy) ?? new Map<HalfTermId, CollectionWindow>();
  windows.set(policy, mine);
  const known = mine.get(halfTerm);
  if (known) return known;
  const { to } = dated(policy, halfTerm);
  const { opens, due, closes } = policyOf(policy, halfTerm).soap.window;
  const made = {
    opens: onSchoolDay(policy, to, opens, to),
    due: onSchoolDay(policy, to, due, to),
    closes: instantAt(policy, shifted(to, closes.days), closes.at),
  };
  mine.set(halfTerm, made);
  return made;
}

/** The moment of an offset from the half term's SOAP due date, on a school day, never past the window's close. */
export function fromDue(policy: TrustPolicy, halfTerm: HalfTermId, offset: DayOffset): Temporal.Instant {
  const mine = moments.get(policy) ?? new Map<string, Temporal.Instant>();
  moments.set(policy, mine);
  const key = `${halfTerm} ${offset.days} ${offset.at}`;
  const known = mine.get(key);
  if (known) return known;
  const { to } = dated(policy, halfTerm);
  const { due, closes } = policyOf(policy, halfTerm).soap.window;
  const made = onSchoolDay(policy, shifted(to, due.days), offset, shifted(to, closes.days));
  mine.set(key, made);
  return made;
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

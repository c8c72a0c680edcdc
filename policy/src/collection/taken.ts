import type { Temporal } from 'temporal-polyfill';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { accuracyOf } from './accuracy.ts';
import { type CollectionFacts, type CollectionStep, stepsOf } from './collection-step.ts';

/** The last word of the office on a half term's collection: closed before its time, or opened again. */
export function lastWord(facts: CollectionFacts, halfTerm: HalfTermId): CollectionStep | undefined {
  return stepsOf(facts, halfTerm).at(-1);
}

/**
 * Whether returns of a half term are taken now (M14): while its window is open, unless the office closed it, and after
 * that for as long as the office has opened it again. Throws RangeError for a half term the policy has no dates for.
 */
export function isTaken(
  policy: TrustPolicy,
  facts: CollectionFacts,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): boolean {
  const { opens, closes } = collectionWindow(policy, halfTerm);
  if (now.epochMilliseconds < opens.epochMilliseconds) return false;
  const word = lastWord(facts, halfTerm)?.step;
  return word === undefined ? now.epochMilliseconds < closes.epochMilliseconds : word === 'reopen';
}

/**
 * When the collection closes, or closed, as an ISO instant: by the office's word, else by the calendar. Undefined while
 * the office has it open again, for that has no end of its own.
 */
export function endOf(policy: TrustPolicy, facts: CollectionFacts, halfTerm: HalfTermId): string | undefined {
  const word = lastWord(facts, halfTerm);
  if (word?.step === 'reopen') return undefined;
  return word?.at ?? collectionWindow(policy, halfTerm).closes.toString();
}

/** Whether this school's return is taken now: figures that were sent back can be mended when the round is closed, too (M15). */
export function isTakenFrom(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns'> & CollectionFacts,
  urn: string,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): boolean {
  return isTaken(policy, facts, halfTerm, now) || accuracyOf(facts, urn, halfTerm)?.state === 'sent back';
}

import {
  collectionWindow,
  type Facts,
  type HalfTermId,
  halfTermAt,
  halfTermBefore,
  halfTerms,
  isTaken,
  roundWindow,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';

/**
 * The half term whose returns people mean by "the SOAP" now: the one being collected, else the running one. A round can
 * stay open into the holiday after its half term, or be opened again. Undefined beyond the years the policy has dates for.
 */
export function collecting(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): HalfTermId | undefined {
  const { current, before } = around(policy, now);
  const hasBegun =
    current !== undefined && now.epochMilliseconds >= collectionWindow(policy, current).opens.epochMilliseconds;
  return !hasBegun && before !== undefined && isTaken(policy, facts, before, now) ? before : current;
}

/** The half term whose categories people mean now; a round's summary is its end. */
export function categorising(policy: TrustPolicy, now: Temporal.Instant): HalfTermId | undefined {
  const { current, before } = around(policy, now);
  const isOpen =
    before !== undefined && now.epochMilliseconds <= roundWindow(policy, before).summaryAt.epochMilliseconds;
  return isOpen ? before : current;
}

function around(policy: TrustPolicy, now: Temporal.Instant) {
  const current = halfTermAt(policy, now)?.id;
  return { current, before: current ? halfTermBefore(policy, current)?.id : halfTerms(policy).at(-1)?.id };
}

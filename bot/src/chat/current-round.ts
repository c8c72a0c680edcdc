import {
  collectionWindow,
  type HalfTermId,
  halfTermAt,
  halfTermBefore,
  halfTerms,
  roundWindow,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';

/**
 * The half term whose returns people mean by "the SOAP" now: the one being collected, else the running one. A round can
 * stay open into the holiday after its half term. Undefined beyond the years the policy has dates for.
 */
export function collecting(policy: TrustPolicy, now: Temporal.Instant): HalfTermId | undefined {
  return running(policy, now, (id) => collectionWindow(policy, id).closes);
}

/** The half term whose categories people mean now; a round's summary is its end. */
export function categorising(policy: TrustPolicy, now: Temporal.Instant): HalfTermId | undefined {
  return running(policy, now, (id) => roundWindow(policy, id).summaryAt);
}

function running(
  policy: TrustPolicy,
  now: Temporal.Instant,
  ends: (id: HalfTermId) => Temporal.Instant,
): HalfTermId | undefined {
  const current = halfTermAt(policy, now)?.id;
  const before = current ? halfTermBefore(policy, current)?.id : halfTerms(policy).at(-1)?.id;
  const stillOpen = before !== undefined && now.epochMilliseconds <= ends(before).epochMilliseconds;
  return stillOpen ? before : current;
}

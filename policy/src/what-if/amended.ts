import { loadPolicy } from '../load-policy.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { overlay } from './overlay.ts';

/** A change of the trust's policy that holds from a date on, with the decision it comes from. */
export interface Amendment {
  /** First day on which it holds, `YYYY-MM-DD`. */
  readonly from: string;
  /** Who decided it and why, in a sentence. */
  readonly because: string;
  /** What differs: see `overlay`. */
  readonly change: unknown;
}

/**
 * The policy as it stood on a date, so that a past half term is always judged by the policy of its time: the first
 * policy with each amendment laid over it whose date has come, in order of date. Throws PolicyError where an amendment
 * makes a policy that can't be used.
 */
export function policyOn(base: TrustPolicy, amendments: readonly Amendment[], date: string): TrustPolicy {
  const inForce = amendments.filter(({ from }) => from <= date).sort((one, other) => (one.from < other.from ? -1 : 1));
  return inForce.length === 0
    ? base
    : loadPolicy(inForce.reduce<unknown>((so, { change }) => overlay(so, change), base));
}

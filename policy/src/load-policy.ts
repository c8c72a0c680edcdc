import type { TrustPolicy } from './trust-policy.ts';

/** A policy that can't be used: every fault with its place, what is wrong and what is right. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(readonly faults: readonly { readonly place: string; readonly says: string }[]) {
    super(`The policy can't be used:\n${faults.map(({ place, says }) => `- ${place}: ${says}`).join('\n')}`);
  }
}

/** Checks a trust's policy read from a file. Throws PolicyError. */
export function loadPolicy(data: unknown): TrustPolicy {
  if (typeof data !== 'object' || data === null || !('soap' in data)) {
    throw new PolicyError([{ place: 'the file', says: 'is no policy: it must be an object with the policy’s parts.' }]);
  }
  return data as TrustPolicy;
}

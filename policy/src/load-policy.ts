import { disagreements, type PolicyFault } from './policy-agreement.ts';
import { PolicyShape } from './policy-schema.ts';
import type { TrustPolicy } from './trust-policy.ts';

/** A policy that can't be used. Its message and its faults name each place, what is wrong there and what is right. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(readonly faults: readonly PolicyFault[]) {
    super(`The policy can't be used:\n${faults.map(({ place, says }) => `- ${place}: ${says}`).join('\n')}`);
  }
}

/** Checks a trust's policy as it was read from its file. Throws PolicyError with everything that is wrong at once. */
export function loadPolicy(data: unknown): TrustPolicy {
  const read = PolicyShape.safeParse(data);
  if (!read.success) {
    throw new PolicyError(
      read.error.issues.map((issue) => ({
        place: placeOf(issue.path),
        says: issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys) : asSentence(issue, data),
      })),
    );
  }
  const faults = disagreements(read.data);
  if (faults.length > 0) throw new PolicyError(faults);
  return read.data;
}

/** `calendar.years[1].halfTerms[0].to` */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part}]` : so === '' ? String(part) : `${so}.${String(part)}`),
    '',
  );
  return place || 'the policy';
}

function unknownKeys(keys: readonly string[]): string {
  const named = keys.map((one) => `"${one}"`).join(', ');
  return `${named} ${keys.length === 1 ? 'is' : 'are'} not known here: check the spelling, or take it out.`;
}

/** A missing value says so; any other says what it must be. */
function asSentence(issue: { readonly path: readonly PropertyKey[]; readonly message: string }, data: unknown): string {
  const found = issue.path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    data,
  );
  const must = issue.message.startsWith('Invalid input') ? 'must be an object with its parts.' : issue.message;
  return found === undefined ? `is missing: it ${must}` : must;
}

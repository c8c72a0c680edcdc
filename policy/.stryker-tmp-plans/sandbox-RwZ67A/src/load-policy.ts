// @ts-nocheck
import type { z } from 'zod';
import { bind, type Edition } from './editions/editions.ts';
import { disagreements, type PolicyFault } from './policy-agreement.ts';
import { Amendments, PolicyShape } from './policy-schema.ts';
import type { TrustPolicy } from './trust-policy.ts';
import { isParts, overlay } from './what-if/overlay.ts';

/** A policy that can't be used. Its message and its faults name each place, what is wrong there and what is right. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(readonly faults: readonly PolicyFault[]) {
    super(`The policy can't be used:\n${faults.map(({ place, says }) => `- ${place}: ${says}`).join('\n')}`);
  }
}

/**
 * Checks a trust's policy as it was read from its file. Its `amendments`, each a change that holds from a date on, are
 * laid over it one after the other, and every edition is checked: `policyOn` and `policyOf` then find the one of a time.
 * Answers with the first edition. Throws PolicyError with everything that is wrong at once.
 */
export function loadPolicy(data: unknown): TrustPolicy {
  if (!isParts(data) || !('amendments' in data)) return checked(data);
  const { amendments: given, ...first } = data;
  const amendments = parsed(Amendments, given, 'amendments');
  let standing: unknown = first;
  const editions: Edition[] = [{ from: '', because: '', policy: checked(first) }];
  for (const [at, { from, because, change }] of amendments.entries()) {
    const before = amendments[at - 1]?.from;
    if (before !== undefined && before >= from) {
      throw new PolicyError([
        { place: `amendments[${at}].from`, says: `must be later than ${before}, the one before.` },
      ]);
    }
    standing = overlay(standing, change);
    editions.push({ from, because, policy: checked(standing, `amendments[${at}].change`) });
  }
  bind(editions);
  return editions[0]?.policy ?? checked(first);
}

function checked(data: unknown, place = ''): TrustPolicy {
  const policy = parsed(PolicyShape, data, place);
  const faults = disagreements(policy);
  if (faults.length > 0) throw new PolicyError(faults.map((fault) => ({ ...fault, place: under(place, fault.place) })));
  return policy;
}

function parsed<T>(shape: z.ZodType<T>, data: unknown, place: string): T {
  const read = shape.safeParse(data);
  if (read.success) return read.data;
  throw new PolicyError(
    read.error.issues.map((issue) => ({
      place: under(place, placeOf(issue.path)),
      says: issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys) : asSentence(issue, data),
    })),
  );
}

function under(place: string, within: string): string {
  if (place === '') return within;
  return within === 'the policy' ? place : within.startsWith('[') ? `${place}${within}` : `${place}.${within}`;
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

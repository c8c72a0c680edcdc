import type { Temporal } from 'temporal-polyfill';
import { access, type Decision } from '../access/access.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../soap/return.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PeerReview } from './peer-review.ts';
import type { ProtocolStep } from './protocol-steps.ts';

const rule = 'M32';

/**
 * Whether a person may tick a step of a review's protocol, or take a tick back (M32): those whom the policy names for
 * it. Where none of them is on record, whoever agrees the review.
 */
export function mayTick(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools'>,
  person: Person,
  { urn }: Pick<PeerReview, 'urn'>,
  { by, name }: Pick<ProtocolStep, 'by' | 'name'>,
): Decision {
  if (by.some(({ id }) => id === person.id)) {
    return { allowed: true, rule, because: `The protocol asks you: ${name}.` };
  }
  if (by.length === 0 && access(policy, person, 'peer-review.agree', facts, { urn }).allowed) {
    return { allowed: true, rule, because: 'Nobody it is asked of is on record, and you agree the review.' };
  }
  const others = by.map((one) => one.name).join(', ');
  return {
    allowed: false,
    rule,
    because: `This step of the protocol is not yours: ${name}.`,
    wouldChange: others === '' ? 'Whoever agrees the review can tick it.' : `It can be ticked by ${others}.`,
  };
}

/** What stands against ticking a step now (M32): what comes of a review is not done before the review has begun. */
export function tickFindings(
  policy: TrustPolicy,
  { opens }: Pick<ProtocolStep, 'opens'>,
  now: Temporal.Instant,
): readonly Finding[] {
  if (opens === undefined || opens <= dateAt(policy, now)) return [];
  return [{ level: 'error', rule, says: `The review begins on ${dayInWords(opens)}: this can be done from then on.` }];
}

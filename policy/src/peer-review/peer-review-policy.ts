import { z } from 'zod';
import { HALF_TERM_NAME } from '../calendar/half-term.ts';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, offset, text, time, whole } from '../policy-values.ts';

/** What a trust may set for the yearly peer review of its schools (M32). */

export const PeerReviewPolicyShape = z.strictObject({
  /** School days in a row. */
  days: whole(1, 5),
  /** Heads of other schools that review with the CEO. */
  reviewers: whole(1, 6),
  /** Years for which a reviewer doesn't come back to a school; 1: never two years running. */
  restYears: whole(0, 5),
  starts: time,
  /** How long each day is, in minutes. */
  minutes: whole(30, 600),
  /** How long before it begins calendars remind of a review. */
  reminderMinutes: whole(0, 40_320),
  /** Half terms in which reviews take place. */
  halfTerms: z
    .array(text.regex(HALF_TERM_NAME, { error: 'must be a term and a number in it, such as autumn-2.' }), {
      error: 'must be a list of half terms.',
    })
    .min(1, { error: 'is empty: name at least one half term.' }),
  /** From the year's first school day: reviews without days and reviewers. */
  plan: z.strictObject({ asked: offset, within: whole(1, 100) }),
  /** The protocol, in its order. A step done by one of those it is asked of is done. */
  protocol: z.array(
    z.strictObject({
      key,
      name: text,
      /** What the offsets are counted from: the review's first or its last day. */
      from: z.enum(['first day', 'last day'], { error: 'must be "first day" or "last day".' }),
      asked: offset,
      due: offset,
      by: z
        .array(z.enum(['lead', 'reviewers', 'head'], { error: 'must be "lead", "reviewers" or "head".' }), {
          error: 'must be a list.',
        })
        .min(1, { error: 'is empty: name who does it.' }),
    }),
    { error: 'must be a list.' },
  ),
  /** Days after a question about a review by which it is answered. */
  answerWithin: whole(1, 60),
  /** Days after a review from which nobody is asked for its steps any more. */
  closesAfter: whole(1, 200),
});
export type PeerReviewPolicy = z.infer<typeof PeerReviewPolicyShape>;

/** Where the values of a peer review policy contradict each other. */
export function peerReviewDisagreements(policy: PeerReviewPolicy): readonly PolicyFault[] {
  const keys = policy.protocol.map((step) => step.key);
  return [
    ...twice(policy.halfTerms, 'halfTerms', ''),
    ...twice(keys, 'protocol', '.key'),
    ...policy.protocol.flatMap((step, at) => {
      const place = `protocol[${at}]`;
      return [
        ...twice(step.by, `${place}.by`, ''),
        ...(isBefore(step.asked, step.due) ? [] : [{ place: `${place}.due`, says: 'must come after "asked".' }]),
        // What is due from the first day on is counted from the last: else it would vanish with the review.
        ...(step.from === 'first day' && step.due.days > 0
          ? [{ place: `${place}.due.days`, says: 'must be 0 or less: count from "last day" what is due later.' }]
          : []),
        ...(step.from === 'last day' && step.due.days >= policy.closesAfter
          ? [{ place: `${place}.due.days`, says: `must be below "closesAfter" (${policy.closesAfter} days).` }]
          : []),
      ];
    }),
  ];
}

type Offset = { readonly days: number; readonly at: string };
function isBefore(one: Offset, other: Offset): boolean {
  return one.days < other.days || (one.days === other.days && one.at < other.at);
}

function twice(keys: readonly string[], list: string, field: string): PolicyFault[] {
  return keys.flatMap((one, at) =>
    keys.indexOf(one) === at
      ? []
      : [{ place: `${list}[${at}]${field}`, says: `${one} is there already: each must be another.` }],
  );
}

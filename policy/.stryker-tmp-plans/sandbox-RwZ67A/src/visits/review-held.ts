// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateAt, halfTermById, halfTerms } from '../calendar/academic-calendar.ts';
import { HALF_TERM_ID, type HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { date, text } from '../policy-values.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Standing, standing } from './refusal.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** That a performance management review took place, and when (M39). There is no room for its content, on purpose. */
export const ReviewHeldShape = z.strictObject(
  {
    /** See `reviewKey`. */
    key: text,
    /** Key of one of the policy's reviews. */
    review: text,
    halfTerm: text.regex(HALF_TERM_ID, { error: 'must be a half term such as 2026-27/autumn-1.' }),
    /** The person reviewed, by id; the school, by URN, where it is about its leaders or staff. */
    about: text,
    /** Person id of who held it. */
    by: text,
    heldOn: date,
  },
  { error: 'is no record of a review.' },
);
export type ReviewHeld = Readonly<z.infer<typeof ReviewHeldShape>>;

/** The stable key of a review, for example `review/2026-27/autumn-1/head-final/<person>`. */
export function reviewKey(halfTerm: HalfTermId, review: string, about: string): string {
  return `review/${halfTerm}/${review}/${about}`;
}

/**
 * Whether what is given can be recorded of a review (M39): only that it took place and when. Whatever else is handed
 * in, a note or a grade, is refused, so that no content is ever kept.
 */
export function checkReview(
  policy: TrustPolicy,
  own: Pick<VisitsPolicy, 'reviews'>,
  facts: Pick<Facts, 'schools' | 'people'>,
  given: unknown,
  now: Temporal.Instant,
): Standing {
  const rule = 'M39';
  const parsed = ReviewHeldShape.safeParse(given);
  if (!parsed.success)
    return standing(
      parsed.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys'
          ? {
              rule,
              because: 'Only that a review took place and when is kept, never its content.',
              says: `Leave out ${issue.keys.join(', ')}.`,
            }
          : { rule, because: `${issue.path.join('.') || 'It'} ${issue.message}`, says: 'Give it as asked for.' },
      ),
    );
  const { key, review, halfTerm, about, by, heldOn } = parsed.data;
  const dates = halfTermById(policy, halfTerm);
  const known = own.reviews.find((one) => one.key === review && one.halfTerm === dates?.name);
  const yearEnds = halfTerms(policy).findLast(({ year }) => year === dates?.year)?.to ?? '';
  const isPerson = known?.of === 'heads' || known?.of === 'central team';
  const found = isPerson ? facts.people.some(({ id }) => id === about) : facts.schools.some(({ urn }) => urn === about);
  return standing([
    ...(known
      ? []
      : [{ rule, because: `The policy has no review ${review} in ${halfTerm}.`, says: 'Name one of its reviews.' }]),
    ...(known && !found
      ? [{ rule, because: `${about} is not on record.`, says: `Name ${isPerson ? 'the person' : 'the school'}.` }]
      : []),
    ...(facts.people.some(({ id }) => id === by) && by !== about
      ? []
      : [{ rule, because: 'Nobody else on record held it.', says: 'Name who held it: not the person reviewed.' }]),
    ...(key === reviewKey(halfTerm, review, about)
      ? []
      : [{ rule, because: `Its key ${key} is another's.`, says: 'Take the key of its half term, review and person.' }]),
    ...(dates && (heldOn < dates.from || heldOn > yearEnds)
      ? [{ rule, because: `${heldOn} is outside its time.`, says: `Give a day from ${dates.from} to ${yearEnds}.` }]
      : []),
    ...(heldOn > dateAt(policy, now)
      ? [{ rule, because: `${heldOn} is still to come.`, says: 'Record it when it has taken place.' }]
      : []),
  ]);
}

import type { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import { instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PeerReview } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';

/** A step of a review's protocol, when and by whom. */
export interface ProtocolStep {
  readonly key: string;
  readonly name: string;
  readonly by: readonly Person[];
  readonly asked: Temporal.Instant;
  readonly due: Temporal.Instant;
  /** From then on nobody needs it: what prepares a review is over with it. */
  readonly until: Temporal.Instant;
  /** ISO date before which it can't have been done; undefined where it can be done at any time. */
  readonly opens: string | undefined;
  /** ISO date it was done. */
  readonly done: string | undefined;
  /** Person id of who did it, as far as that is on record. */
  readonly doneBy: string | undefined;
}

/** A review's protocol as a checklist, in its order (M32); empty while no days are agreed. */
export function protocolSteps(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'people'>,
  review: PeerReview,
): readonly ProtocolStep[] {
  const [first] = review.days;
  if (first === undefined) return [];
  const last = review.days.at(-1) ?? first;
  const closes = shifted(last, own.closesAfter);
  const people = (ids: readonly string[]) => ids.flatMap((id) => facts.people.find((person) => person.id === id) ?? []);
  const head = headOf(facts, review.urn);
  const who = { lead: people([review.lead]), reviewers: people(review.reviewers), head: head ? [head] : [] };
  return own.protocol.map((step) => {
    const isBefore = step.from === 'first day';
    const day = isBefore ? first : last;
    const latest = isBefore ? first : closes;
    const mark = review.steps.find((one) => one.step === step.key);
    return {
      key: step.key,
      name: step.name,
      by: [...new Set(step.by.flatMap((one) => who[one]))],
      asked: onSchoolDay(policy, day, step.asked, latest),
      due: onSchoolDay(policy, day, step.due, latest),
      until: instantAt(policy, shifted(isBefore ? last : closes, 1), '00:00'),
      // What the review itself leads to is not done before it has begun.
      opens: isBefore ? undefined : first,
      done: mark?.on,
      doneBy: mark?.by,
    };
  });
}

/** The steps of a review that are owed at a moment: asked, not done, and still of use (M32). */
export function stepsDue(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'people'>,
  review: PeerReview,
  now: Temporal.Instant,
): readonly ProtocolStep[] {
  const at = now.epochMilliseconds;
  return protocolSteps(policy, own, facts, review).filter(
    ({ asked, until, done }) => done === undefined && asked.epochMilliseconds <= at && at < until.epochMilliseconds,
  );
}

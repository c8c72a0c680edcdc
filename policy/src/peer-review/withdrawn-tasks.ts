import { Temporal } from 'temporal-polyfill';
import { ceoOf, headOf, holdersOf } from '../access/roles.ts';
import { dateAt, halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import { nameOf } from '../trust/name-of.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Asked, SCHOOL_DAY_ENDS } from '../visits/asked.ts';
import type { WithdrawnReview } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';
import { protocolSteps } from './protocol-steps.ts';
import { reviewedIn } from './review-days.ts';

/**
 * What follows from a review that was withdrawn (M32), while nothing is agreed in its place: those who had been told of
 * it hear that it is off and why, and the review is to be agreed again in the year.
 */
export function withdrawnAsked(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  schools: readonly School[],
  review: WithdrawnReview,
): readonly Asked[] {
  const { key, urn, days, withdrawn } = review;
  const school = schools.find((one) => one.urn === urn);
  if (school === undefined) return [];
  const reason = `${nameOf(facts, withdrawn.by)} withdrew it: ${withdrawn.because}`;
  const on = dateAt(policy, Temporal.Instant.from(withdrawn.at));
  // As of that morning, so that they hear of it on the day and not with what is asked the next.
  const common = { rule: 'M32', urn, since: instantAt(policy, on, '00:00'), because: reason };
  const last = days.at(-1);
  const notice: readonly Asked[] =
    last === undefined
      ? []
      : [
          {
            ...common,
            key: `peer-review-withdrawn/${key}/${withdrawn.at}`,
            people: toldOf(policy, own, facts, review).map((id) => facts.people.find((one) => one.id === id)),
            title: `The peer review of ${school.name} on ${days.map(dayInWords).join(' and ')} does not take place`,
            until: instantAt(policy, shifted(last, 1), '00:00'),
            otherwise: 'There is nothing you have to do for it. Should it be agreed again, you hear of it.',
          },
        ];
  return [...notice, ...again(policy, own, facts, school, review, common)];
}

/** Who had been told when it was withdrawn: whoever was asked for a step, and all who were invited; not who withdrew it. */
function toldOf(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'people' | 'meetings'>,
  review: WithdrawnReview,
): readonly string[] {
  const { key, urn, lead, reviewers, withdrawn } = review;
  const at = Temporal.Instant.from(withdrawn.at).epochMilliseconds;
  const isInvited = facts.meetings.some((one) => one.key.startsWith(`${key}/`));
  const asked = protocolSteps(policy, own, facts, review)
    .filter((step) => step.asked.epochMilliseconds <= at)
    .flatMap(({ by }) => by.map(({ id }) => id));
  const invited = [lead, ...reviewers, headOf(facts, urn)?.id ?? ''];
  return [...new Set(isInvited ? invited : asked)].filter((id) => id !== withdrawn.by);
}

function again(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  school: School,
  { key, year, withdrawn }: WithdrawnReview,
  common: Pick<Asked, 'rule' | 'urn' | 'since' | 'because'>,
): readonly Asked[] {
  const last = halfTerms(policy).findLast((one) => one.year === year && own.halfTerms.includes(one.name));
  const isReviewed = reviewedIn(policy, own, [school], year).length > 0;
  if (last === undefined || !isReviewed) return [];
  return [
    {
      ...common,
      key: `peer-review-again/${key}/${withdrawn.at}`,
      people: [ceoOf(facts) ?? holdersOf(facts, 'head-leader')[0]],
      title: `Agree the peer review of ${school.name} again`,
      by: onSchoolDay(policy, dateAt(policy, common.since), { days: own.plan.within, at: SCHOOL_DAY_ENDS }, last.to),
      until: instantAt(policy, shifted(last.to, 1), '00:00'),
      otherwise: 'The school goes without the review it has each year.',
    },
  ];
}

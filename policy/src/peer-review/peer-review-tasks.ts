import type { Temporal } from 'temporal-polyfill';
import { ceoOf, holdersOf } from '../access/roles.ts';
import { dateAt, halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { belongs, schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Asked, SCHOOL_DAY_ENDS, tasksAt } from '../visits/asked.ts';
import { type PeerReview, peerReviewKey, type WithdrawnReview } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';
import { protocolSteps } from './protocol-steps.ts';
import { reviewedIn } from './review-days.ts';
import { withdrawnAsked } from './withdrawn-tasks.ts';

/** What is on record about peer reviews. */
export interface PeerReviewRecords {
  /** Those that stand. */
  readonly peerReviews: readonly PeerReview[];
  /** Those that were withdrawn and not agreed again since. */
  readonly withdrawn?: readonly WithdrawnReview[];
}

/**
 * Everything owed about peer reviews at this moment (M32): days and reviewers to agree for the year, steps of the
 * protocol, questions to answer, what follows from a review that was withdrawn. Nothing is owed for schools that have left or not joined, nor for a review on a day
 * on which its school won't belong.
 */
export function peerReviewTasks(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  { peerReviews, withdrawn = [] }: PeerReviewRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const schools = schoolsOn(facts.schools, dateAt(policy, now));
  const asked = [
    ...policy.calendar.years.flatMap(({ year }) =>
      planning(policy, own, facts, schools, [...peerReviews, ...withdrawn], year),
    ),
    ...withdrawn.flatMap((review) => withdrawnAsked(policy, own, facts, schools, review)),
    ...schools.flatMap((school) =>
      peerReviews
        .filter(({ urn, days }) => urn === school.urn && days.every((day) => belongs(school, day)))
        .flatMap((review) => [
          ...steps(policy, own, facts, school, review),
          ...questions(policy, own, facts, school, review),
        ]),
    ),
  ];
  return tasksAt(asked, now);
}

function planning(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  schools: readonly School[],
  records: readonly PeerReview[],
  year: string,
): readonly Asked[] {
  const all = halfTerms(policy).filter((halfTerm) => halfTerm.year === year);
  const [first, last] = [all[0], all.findLast(({ name }) => own.halfTerms.includes(name))];
  const open = reviewedIn(policy, own, schools, year).filter(
    ({ urn }) => !records.some(({ key, days }) => key === peerReviewKey(year, urn) && days.length > 0),
  );
  if (!first || !last || open.length === 0) return [];
  return [
    {
      key: `peer-review-plan/${year}`,
      rule: 'M32',
      people: [ceoOf(facts) ?? holdersOf(facts, 'head-leader')[0]],
      title: `Agree days and reviewers of the peer reviews of ${year}`,
      since: onSchoolDay(policy, first.from, own.plan.asked, last.to),
      by: onSchoolDay(policy, first.from, { days: own.plan.within, at: SCHOOL_DAY_ENDS }, last.to),
      until: instantAt(policy, shifted(last.to, 1), '00:00'),
      because: `Nothing is agreed for ${open.map(({ name }) => name).join(', ')}.`,
      otherwise: 'A school goes without the review it has each year.',
    },
  ];
}

function steps(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  { urn, name }: School,
  review: PeerReview,
): readonly Asked[] {
  return protocolSteps(policy, own, facts, review)
    .filter(({ done }) => done === undefined)
    .map((step) => ({
      // With the first day: a review that is moved asks again.
      key: `peer-review-step/${review.key}/${review.days[0]}/${step.key}`,
      rule: 'M32',
      people: step.by,
      title: `${step.name} (peer review of ${name})`,
      urn,
      since: step.asked,
      by: step.due,
      until: step.until,
      because: `The review is on ${review.days.join(' and ')}, and this step of its protocol isn't done.`,
      otherwise: 'The review goes on without it, and its protocol shows the gap.',
    }));
}

function questions(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Facts,
  { urn, name }: School,
  review: PeerReview,
): readonly Asked[] {
  return review.questions
    .filter(({ answer }) => answer === undefined)
    .map((question) => {
      const latest = shifted(question.askedOn, own.answerWithin);
      return {
        key: `peer-review-question/${review.key}/${question.key}`,
        rule: 'M32',
        // Where the person asked has gone, the lead answers.
        people: [question.of, review.lead]
          .flatMap((id) => facts.people.find((person) => person.id === id) ?? [])
          .slice(0, 1),
        title: `Answer the trust's question about the peer review of ${name}: ${question.text}`,
        urn,
        since: onSchoolDay(policy, question.askedOn, { days: 0, at: own.plan.asked.at }, latest),
        by: instantAt(policy, latest, SCHOOL_DAY_ENDS),
        because: `The trust asked on ${question.askedOn} and has no answer yet.`,
        otherwise: 'The report stands as it is, unclear where it was asked about.',
      };
    });
}

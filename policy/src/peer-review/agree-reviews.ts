import type { Temporal } from 'temporal-polyfill';
import { ceoOf, headedBy } from '../access/roles.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../soap/return.ts';
import { nameOf } from '../trust/name-of.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { visitPlan } from '../visits/visit-plan.ts';
import { type AssignedReview, assignReviewers, pairsBefore } from './assign-reviewers.ts';
import { wrongInReview } from './check-peer-review.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';

/** What somebody agrees about a school's review. */
export interface ReviewGiven {
  readonly urn: string;
  /** ISO dates, in order. */
  readonly days: readonly string[];
  /** Person id. */
  readonly lead: string;
  /** Person ids. */
  readonly reviewers: readonly string[];
  /** Why its people are others than were proposed, or stand on record; may be empty where they are the same. */
  readonly because: string;
}

export type ReviewsAgreed =
  | { readonly ok: true; readonly reviews: readonly PeerReview[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const rule = 'M32';

/** A year's peer reviews as they are proposed today: ahead, and clear of core visits where that can be (M32). */
export function proposedReviews(
  policy: TrustPolicy,
  facts: Facts,
  year: AcademicYear,
  today: string,
): readonly AssignedReview[] {
  const { visits } = visitPlan(policy, policy.visits, facts, year, facts.records?.visits?.visits ?? []);
  const recorded = facts.records?.peerReview?.peerReviews ?? [];
  const busy = new Set(visits.map(({ date }) => date));
  return assignReviewers(policy, policy.peerReview, facts, year, recorded, busy, today);
}

/**
 * Whether reviews can stand on record as given, one or a whole year's at once (M32): all of them or none, with all that
 * is wrong named. Nobody is at two schools on a day; other people than were proposed, and who was there within the years
 * of rest, need a reason; what has begun stays as it was; one that was withdrawn is agreed as if it had never been.
 */
export function agreeReviews(
  policy: TrustPolicy,
  facts: Facts,
  year: AcademicYear,
  given: readonly ReviewGiven[],
  by: string,
  now: Temporal.Instant,
): ReviewsAgreed {
  const { peerReviews: recorded = [], withdrawn = [] } = facts.records?.peerReview ?? {};
  const today = dateAt(policy, now);
  const proposed = new Map(proposedReviews(policy, facts, year, today).map((one) => [one.urn, one]));
  const reviews = given.map(({ urn, days, lead, reviewers, because }): PeerReview => {
    const key = peerReviewKey(year, urn);
    const before = recorded.find((one) => one.key === key);
    const version = (before ?? withdrawn.find((one) => one.key === key))?.version;
    return {
      ...{ key, urn, year, days, lead, reviewers, steps: before?.steps ?? [], questions: before?.questions ?? [] },
      agreed: { by, at: now.toString(), because: because.trim() },
      ...(version === undefined ? {} : { version }),
    };
  });
  const keys = new Set(reviews.map(({ key }) => key));
  const others = recorded.filter((one) => one.year === year && !keys.has(one.key));
  const rested = pairsBefore(policy.peerReview, recorded, year);
  const findings = reviews.flatMap((review, place) => {
    const before = recorded.find((one) => one.key === review.key);
    const begun = [before?.days[0], review.days[0]].some((day) => day !== undefined && day <= today);
    const says = begun
      ? ['What has begun stays as it was: give days ahead.']
      : [
          ...wrongInReview(policy, policy.peerReview, facts, review).map((one) => `${one.because} ${one.says}`),
          ...notHeads(facts, review),
          ...twoPlaces(facts, review, [...others, ...reviews.slice(0, place)]),
          ...reasonMissing(facts, review, before ?? proposed.get(review.urn), rested),
        ];
    const name = schoolOf(facts, review.urn)?.name ?? review.urn;
    return says.map((text): Finding => ({ level: 'error', rule, says: `${name}: ${text}` }));
  });
  return findings.length > 0 ? { ok: false, findings } : { ok: true, reviews };
}

/** Reviews are led by the CEO and done by heads: by nobody else. */
function notHeads(facts: Pick<Facts, 'people'>, { lead, reviewers }: PeerReview): readonly string[] {
  const ceo = ceoOf(facts)?.id;
  const known = (id: string) => facts.people.find((one) => one.id === id);
  const others = [...reviewers, ...(lead === ceo ? [] : [lead])].flatMap((id) => {
    const person = known(id);
    return person && headedBy(person).length === 0 ? [person.name] : [];
  });
  return others.length === 0
    ? []
    : [`${[...new Set(others)].join(', ')} heads no school. Name heads of other schools.`];
}

function twoPlaces(
  facts: Pick<Facts, 'people' | 'schools'>,
  review: PeerReview,
  others: readonly PeerReview[],
): readonly string[] {
  const mine = new Set([review.lead, ...review.reviewers]);
  return others.flatMap((other) => {
    const day = other.days.find((one) => review.days.includes(one));
    const both = [other.lead, ...other.reviewers].find((id) => mine.has(id));
    if (day === undefined || both === undefined) return [];
    const where = schoolOf(facts, other.urn)?.name ?? other.urn;
    return [`${nameOf(facts, both)} is at ${where} on ${dayInWords(day)}. Give another day or other people.`];
  });
}

function reasonMissing(
  facts: Pick<Facts, 'people'>,
  { urn, lead, reviewers, agreed }: PeerReview,
  expected: Pick<AssignedReview, 'lead' | 'reviewers'> | undefined,
  rested: ReadonlySet<string>,
): readonly string[] {
  if (agreed?.because !== '') return [];
  const was = new Set([expected?.lead, ...(expected?.reviewers ?? [])]);
  const isSame =
    lead === expected?.lead && [...reviewers].sort().join() === [...(expected?.reviewers ?? [])].sort().join();
  const again = reviewers.filter((id) => rested.has(`${urn}/${id}`) && !was.has(id));
  if (again.length > 0) {
    const names = again.map((id) => nameOf(facts, id)).join(', ');
    return [`${names} was here within the years of rest. Say why it has to be them, or name somebody else.`];
  }
  return isSame ? [] : ['Its people are others than are proposed now. Look again, or say why it has to be them.'];
}

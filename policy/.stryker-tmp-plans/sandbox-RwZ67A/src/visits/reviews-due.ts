// @ts-nocheck
import { ceoOf, clusterLeaderOf, headedBy, headLeaderOf, headOf, holdersOf } from '../access/roles.ts';
import { halfTermById } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { Person, Role } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type ReviewHeld, reviewKey } from './review-held.ts';
import type { VisitsPolicy } from './visits-policy.ts';

type Review = VisitsPolicy['reviews'][number];

/** A review that is to take place in a half term and isn't recorded yet. */
export interface ReviewDue {
  /** See `reviewKey`. */
  readonly key: string;
  readonly review: Review;
  /** Person id or URN, as in `ReviewHeld`. */
  readonly about: string;
  /** Name of the person or school. */
  readonly name: string;
  /** Who holds it; undefined while the role is vacant. */
  readonly by: Person | undefined;
}

/**
 * The reviews a half term still owes (M39), of the schools that belong to the trust on a date (`YYYY-MM-DD`). A person
 * who heads two schools is reviewed once. Nobody reviews themselves: the Chair does it then.
 */
export function reviewsDue(
  policy: TrustPolicy,
  own: Pick<VisitsPolicy, 'reviews'>,
  facts: Pick<Facts, 'schools' | 'people'>,
  halfTerm: HalfTermId,
  held: readonly ReviewHeld[],
  date: string,
): readonly ReviewDue[] {
  const name = halfTermById(policy, halfTerm)?.name;
  const done = new Set(held.map(({ key }) => key));
  return own.reviews
    .filter((review) => review.halfTerm === name)
    .flatMap((review) =>
      subjects(facts, review.of, date).map((subject) => ({
        key: reviewKey(halfTerm, review.key, subject.about),
        review,
        about: subject.about,
        name: subject.name,
        by: reviewer(facts, review.by, subject),
      })),
    )
    .filter(({ key }) => !done.has(key));
}

interface Subject {
  readonly about: string;
  readonly name: string;
  readonly urn?: string;
}

function subjects(facts: Pick<Facts, 'schools' | 'people'>, of: Review['of'], date: string): readonly Subject[] {
  const schools = schoolsOn(facts.schools, date);
  if (of === 'central team') return holdersOf(facts, 'central-team').map(({ id, name }) => ({ about: id, name }));
  if (of !== 'heads') return schools.map(({ urn, name }) => ({ about: urn, name, urn }));
  return holdersOf(facts, 'head').flatMap((head) => {
    const urn = headedBy(head).find((one) => schools.some((school) => school.urn === one));
    return urn === undefined ? [] : [{ about: head.id, name: head.name, urn }];
  });
}

function reviewer(facts: Pick<Facts, 'schools' | 'people'>, role: Role, { about, urn }: Subject): Person | undefined {
  const person = answering(facts, role, urn);
  return person?.id === about ? holdersOf(facts, 'chair').find(({ id }) => id !== about) : person;
}

function answering(facts: Pick<Facts, 'schools' | 'people'>, role: Role, urn: string | undefined): Person | undefined {
  if (role === 'ceo') return ceoOf(facts);
  if (urn !== undefined && role === 'head-leader') return headLeaderOf(facts, urn);
  if (urn !== undefined && role === 'head') return headOf(facts, urn);
  const cluster = urn === undefined ? undefined : schoolOf(facts, urn)?.cluster;
  if (cluster && role === 'cluster-leader') return clusterLeaderOf(facts, cluster);
  return holdersOf(facts, role)[0];
}

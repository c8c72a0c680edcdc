import { ceoOf, headedBy, holdersOf } from '../access/roles.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { cheapestAssignment } from './cheapest-assignment.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';
import { lastReviewDay, reviewDays, reviewedIn } from './review-days.ts';

/** A peer review as it is proposed. */
export interface AssignedReview {
  /** See `peerReviewKey`. */
  readonly key: string;
  readonly urn: string;
  readonly year: AcademicYear;
  /** ISO dates; empty where none are free. */
  readonly days: readonly string[];
  /** Person id; undefined while nobody can lead it. */
  readonly lead: string | undefined;
  readonly reviewers: readonly string[];
  /** How many reviewers it lacks. */
  readonly short: number;
  /** Reviewers who were at the school within the policy's years of rest, because it can't be otherwise. */
  readonly repeated: readonly string[];
  readonly why: Why;
}

/**
 * Days, lead and reviewers of every school's peer review in a year (M32). Reviewers are heads of other schools of the
 * trust. In this order: each school gets as many as the policy wants; nobody comes to a school again within the
 * policy's years of rest; reviews are shared out as evenly as that allows (counts differ by at most one wherever they
 * can); those who did fewer before come first. Reviews are spread over the year's half terms for them, no two on a day;
 * `busy` holds ISO dates to use only where the others aren't enough, such as those of core visits. The CEO leads, and doesn't lead a review of a school they head.
 *
 * `after` is an ISO date: what is not agreed yet is proposed for later days only.
 *
 * Reviews on record keep what was agreed. The same input gives the same answer, whatever the order of its lists.
 */
export function assignReviewers(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  year: AcademicYear,
  recorded: readonly PeerReview[],
  busy: ReadonlySet<string>,
  after: string,
): readonly AssignedReview[] {
  const schools = reviewedIn(policy, own, facts.schools, year);
  const lead = ceoOf(facts);
  // Heads whose school leaves within the year would be gone when their turn comes.
  const lastDay = lastReviewDay(policy, own, year);
  const staying = new Set(schools.filter((school) => belongs(school, lastDay)).map(({ urn }) => urn));
  const heads = holdersOf(facts, 'head').filter(
    (person) => person !== lead && headedBy(person).some((urn) => staying.has(urn)),
  );
  const agreed = schools.map(({ urn }) => recorded.find(({ key }) => key === peerReviewKey(year, urn)));
  const pairs = pairsBefore(own, recorded, year);
  const was = (school: School, head: Person) => pairs.has(`${school.urn}/${head.id}`);
  const given = assigned(own, schools, heads, agreed, was, earlierReviews(recorded, year));
  const days = reviewDays(policy, own, schools, year, recorded, busy, after);
  return schools
    .map((school, at) => {
      const record = agreed[at];
      const chosen = [...(given[at] ?? [])].flatMap((place) => heads[place] ?? []);
      const reviewers = record ? record.reviewers : chosen.map(({ id }) => id);
      const repeated = reviewers.filter((id) => pairs.has(`${school.urn}/${id}`));
      const leads = lead && !headedBy(lead).includes(school.urn) ? lead.id : reviewers[0];
      const short = Math.max(0, own.reviewers - reviewers.length);
      return {
        key: peerReviewKey(year, school.urn),
        urn: school.urn,
        year,
        days: days.get(school.urn) ?? [],
        lead: record?.lead ?? leads,
        reviewers,
        short,
        repeated,
        why: whyOf(own, facts, { short, repeated, isAgreed: record !== undefined, hasDays: days.has(school.urn) }),
      };
    })
    .sort((one, other) => ((one.days[0] ?? '~') < (other.days[0] ?? '~') ? -1 : 1));
}

/** The cheapest assignment: a repeat costs more than any unevenness, unevenness more than who did how many before. */
function assigned(
  own: PeerReviewPolicy,
  schools: readonly School[],
  heads: readonly Person[],
  agreed: readonly (PeerReview | undefined)[],
  was: (school: School, head: Person) => boolean,
  before: ReadonlyMap<string, number>,
): readonly ReadonlySet<number>[] {
  const total = schools.length * own.reviewers;
  const uneven = total * Math.max(0, ...before.values()) + 1;
  const load = heads.map(({ id }) => agreed.filter((review) => review?.reviewers.includes(id)).length);
  const repeat = uneven * (total + Math.max(0, ...load) + 1) ** 2;
  return cheapestAssignment({
    wants: agreed.map((review) => (review ? 0 : own.reviewers)),
    load,
    cost: (at, place) => {
      const [school, head] = [schools[at], heads[place]];
      if (!school || !head || headedBy(head).includes(school.urn)) return undefined;
      return (before.get(head.id) ?? 0) + (was(school, head) ? repeat : 0);
    },
    // Rising by a fixed step for each review more: the sum is least where counts are as even as they can be.
    loadCost: (count) => uneven * (2 * count + 1),
  });
}

/** School and reviewer of the reviews within the years of rest, as `urn/person`. */
export function pairsBefore(
  own: PeerReviewPolicy,
  recorded: readonly PeerReview[],
  year: AcademicYear,
): ReadonlySet<string> {
  const start = Number(year.slice(0, 4));
  return new Set(
    recorded
      .filter((review) => {
        const ago = start - Number(review.year.slice(0, 4));
        return ago >= 1 && ago <= own.restYears;
      })
      .flatMap(({ urn, reviewers }) => reviewers.map((id) => `${urn}/${id}`)),
  );
}

function earlierReviews(recorded: readonly PeerReview[], year: AcademicYear): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const review of recorded) {
    if (review.year >= year) continue;
    for (const id of review.reviewers) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function whyOf(
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'people'>,
  given: {
    readonly short: number;
    readonly repeated: readonly string[];
    readonly isAgreed: boolean;
    readonly hasDays: boolean;
  },
): Why {
  const names = given.repeated.map((id) => facts.people.find((person) => person.id === id)?.name ?? id);
  const because = [
    given.isAgreed
      ? 'It is on record as agreed.'
      : 'Its reviewers head other schools, and reviews are shared out as evenly as can be.',
    ...(given.short > 0
      ? [`It lacks ${given.short} of ${own.reviewers} reviewers: no other head is left to come.`]
      : []),
    ...(names.length > 0
      ? [
          `Reviewing here again within the years of rest (${own.restYears}), for nobody else is left: ${names.join(', ')}.`,
        ]
      : []),
    ...(given.hasDays ? [] : ['No days are left for it in the half terms for reviews.']),
  ];
  const wouldChange =
    given.short > 0 || names.length > 0
      ? 'More heads, fewer reviewers a school or a shorter rest would change it.'
      : 'Agree other reviewers or days and record them.';
  return { rule: 'M32', because, wouldChange };
}

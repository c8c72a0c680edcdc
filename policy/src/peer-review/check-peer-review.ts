import { headedBy } from '../access/roles.ts';
import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Standing, standing, type Wrong } from '../visits/refusal.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';

const rule = 'M32';

/** Whether a peer review can be put on record as it is (M32). All that is wrong is named at once. */
export function checkPeerReview(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  review: PeerReview,
): Standing {
  return standing(wrongInReview(policy, own, facts, review));
}

/** Each thing that is wrong with a peer review as it is to stand on record (M32). */
export function wrongInReview(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  review: PeerReview,
): readonly Wrong[] {
  return [...days(policy, own, facts, review), ...people(own, facts, review), ...steps(own, review)];
}

function days(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  facts: Pick<Facts, 'schools'>,
  { key, urn, year, days: given }: PeerReview,
): Wrong[] {
  const school = schoolOf(facts, urn);
  if (!school) return [{ rule, because: `No school ${urn} is on record.`, says: 'Import the school first.' }];
  const within = halfTerms(policy).filter((halfTerm) => halfTerm.year === year);
  const isInYear = (day: string) => within.some(({ from, to }) => from <= day && day <= to);
  return [
    ...(key === peerReviewKey(year, urn)
      ? []
      : [{ rule, because: `Its key ${key} is another's.`, says: 'Take the key of its school and year.' }]),
    ...(given.length === own.days && given.every((day, at) => day > (given[at - 1] ?? ''))
      ? []
      : [
          {
            rule,
            because: `Its days are ${given.join(', ') || 'not given'}.`,
            says: `Give ${own.days} different days in their order.`,
          },
        ]),
    ...given
      .filter((day) => !isInYear(day) || !isSchoolDay(policy, day))
      .map((day) => ({ rule, because: `${day} is no school day of ${year}.`, says: 'Give a school day of the year.' })),
    ...given
      .filter((day) => !belongs(school, day))
      .map((day) => ({
        rule,
        because: `${school.name} doesn't belong to the trust on ${day}.`,
        says: 'Give another day.',
      })),
  ];
}

function people(own: PeerReviewPolicy, facts: Pick<Facts, 'people'>, { urn, lead, reviewers }: PeerReview): Wrong[] {
  const known = [lead, ...reviewers].map((id) => facts.people.find((person) => person.id === id));
  const ownHeads = known.flatMap((person) => (person && headedBy(person).includes(urn) ? [person.name] : []));
  return [
    ...(known.includes(undefined)
      ? [{ rule, because: 'The lead or a reviewer is not on record.', says: 'Name people of the trust.' }]
      : []),
    ...(ownHeads.length > 0
      ? [
          {
            rule,
            because: `${[...new Set(ownHeads)].join(', ')} heads the school.`,
            says: 'Name somebody else: nobody reviews their own school.',
          },
        ]
      : []),
    ...(reviewers.length === 0
      ? [{ rule, because: 'No reviewer is named.', says: `Name ${own.reviewers}, or as many as there are.` }]
      : []),
    ...(new Set(reviewers).size === reviewers.length
      ? []
      : [{ rule, because: 'A reviewer is named twice.', says: 'Name each once.' }]),
  ];
}

function steps(own: PeerReviewPolicy, { steps: given }: PeerReview): Wrong[] {
  const keys = given.map(({ step }) => step);
  return keys.flatMap((key, at): Wrong[] => {
    if (!own.protocol.some((step) => step.key === key))
      return [
        {
          rule,
          because: `${key || 'An empty name'} is no step of the protocol.`,
          says: `Choose one of ${own.protocol.map((step) => step.key).join(', ')}.`,
        },
      ];
    if (keys.indexOf(key) === at) return [];
    return [{ rule, because: `The step ${key} is recorded twice.`, says: 'Record each step once.' }];
  });
}

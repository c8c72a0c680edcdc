import { type Facts, OWLS, type PeerReview, peerReviewKey } from '@owls/policy';

/** Each review's first and last day, and how many steps of its protocol are done: over, under way and late, far ahead, withdrawn. */
const REVIEWS = [
  { days: ['2026-12-01', '2026-12-02'], done: 7 },
  { days: ['2026-12-15', '2026-12-16'], done: 2 },
  { days: ['2027-03-09', '2027-03-10'], done: 0 },
  { days: ['2027-01-19', '2027-01-20'], done: 0 },
] as const;

/** The same facts with peer reviews of the first schools on record, as they stand in December 2026. */
export function withReviews(facts: Facts): Facts {
  const ceo = facts.people.find(({ roles }) => roles.some(({ role }) => role === 'ceo'))?.id ?? '';
  const heads = facts.schools.flatMap(({ urn }) =>
    facts.people.filter(({ roles }) =>
      roles.some(({ role, scope }) => role === 'head' && 'urn' in scope && scope.urn === urn),
    ),
  );
  const reviews = REVIEWS.flatMap(({ days, done }, place): readonly PeerReview[] => {
    const urn = facts.schools[place]?.urn;
    if (urn === undefined) return [];
    const because = place === 1 ? 'Both have led phonics before.' : '';
    return [
      {
        ...{ key: peerReviewKey('2026-27', urn), urn, year: '2026-27', days, lead: ceo, questions: [], version: '1' },
        reviewers: [1, 2].flatMap((on) => heads[(place + on) % heads.length]?.id ?? []),
        agreed: { by: ceo, at: '2026-09-14T09:00:00Z', because },
        steps: OWLS.peerReview.protocol.slice(0, done).map(({ key: step }) => ({ step, by: ceo, on: '2026-11-20' })),
      },
    ];
  });
  const withdrawn = { by: ceo, at: '2026-12-04T15:00:00Z', because: 'An inspection is expected in these weeks.' };
  const peerReview = {
    peerReviews: reviews.slice(0, 3),
    withdrawn: reviews.slice(3).map((one) => ({ ...one, withdrawn })),
  };
  return { ...facts, records: { ...facts.records, peerReview } };
}

import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, CLUSTER_NORTH, facts, HEAD_ASH, person, SCHOOLS, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { review, YEAR } from '../peer-review/peer-review.examples.ts';
import type { PeerReview } from '../peer-review/peer-review.ts';
import type { Person } from '../trust/people.ts';
import { peerReviewsView } from './peer-reviews.ts';

const NOW = at('2026-10-05T09:00');
const having = (...peerReviews: PeerReview[]): Facts => facts({ records: { peerReview: { peerReviews } } });
const view = (of: Facts, reader: Person = CEO, now = NOW) => peerReviewsView(OWLS, of, reader, YEAR, now);
const ash = (of: Facts, now = NOW) => view(of, CEO, now)?.schools.find(({ urn }) => urn === ASH.urn);

describe('the year’s peer reviews', () => {
  test('M32: proposes one for each school, ahead, with people of other schools', () => {
    const shown = view(facts());
    expect(shown?.schools.map(({ urn }) => urn).sort()).toEqual(SCHOOLS.map(({ urn }) => urn).sort());
    for (const { urn, days, reviewers, lead, state, mayAgree } of shown?.schools ?? []) {
      expect({ state, mayAgree, lead }).toEqual({ state: 'proposed', mayAgree: true, lead: CEO.id });
      expect(days.every((day) => day > '2026-10-05')).toBe(true);
      const heads = shown?.people.filter(({ id }) => reviewers.includes(id)).flatMap((one) => one.heads);
      expect(heads).not.toContain(urn);
    }
    expect(shown?.wants).toEqual({ days: 2, reviewers: 2, restYears: 1 });
  });

  test('M32: shows what is on record with who agreed it and why, and when it has begun', () => {
    const agreed = { by: CEO.id, at: '2026-10-01T09:00:00Z', because: 'Works with them' };
    const kept = having(review({ agreed, version: '3' }));
    expect(ash(kept)).toMatchObject({
      ...{ state: 'agreed', days: ['2026-11-17', '2026-11-18'], version: '3' },
      agreed: { byName: CEO.name, at: agreed.at, because: 'Works with them' },
    });
    expect(ash(kept, at('2026-11-17T08:00'))?.state).toBe('begun');
  });

  test('M32: names who was at a school last year', () => {
    const last = review({ year: '2025-26', reviewers: ['p-brook'] });
    expect(ash(having(last))?.rested).toEqual(['p-brook']);
  });

  test('M1: the CEO agrees everywhere, a cluster leader in the cluster, others read what they may and agree nothing', () => {
    expect(
      view(facts(), CLUSTER_NORTH)?.schools.every(({ cluster, mayAgree }) => cluster === 'North' && mayAgree),
    ).toBe(true);
    const head = view(facts(), HEAD_ASH);
    expect(head?.schools).toMatchObject([{ urn: ASH.urn, mayAgree: false }]);
    const named = new Set(head?.schools.flatMap(({ lead = '', reviewers }) => [lead, ...reviewers]));
    expect(head?.people.every(({ id }) => named.has(id))).toBe(true);
    const director = person('p-dir', 'Ola Quist', ['director', trust]);
    expect(view(facts(), director)?.schools.map(({ mayAgree }) => mayAgree)).toEqual(SCHOOLS.map(() => false));
    expect(view(facts(), person('p-none', 'Robin Fielding'))).toBeUndefined();
  });

  test('is not there for a year without dates', () => {
    expect(peerReviewsView(OWLS, facts(), CEO, '2050-51', NOW)).toBeUndefined();
  });
});

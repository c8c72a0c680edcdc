import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headedBy } from '../access/roles.ts';
import { at } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { agreeReviews, proposedReviews, type ReviewGiven } from './agree-reviews.ts';
import { review, trustOf, YEAR } from './peer-review.examples.ts';
import type { PeerReview } from './peer-review.ts';

const TRUST = trustOf(4);
const NOW = at('2026-10-05T09:00');
const TODAY = '2026-10-05';
const having = (peerReviews: readonly PeerReview[], facts: Facts = TRUST): Facts => ({
  ...facts,
  records: { peerReview: { peerReviews } },
});
const given = (facts: Facts = TRUST, year = YEAR): readonly ReviewGiven[] =>
  proposedReviews(OWLS, facts, year, TODAY).map(({ urn, days, lead = '', reviewers }) => ({
    ...{ urn, days, lead, reviewers },
    because: '',
  }));
const agree = (wanted: readonly ReviewGiven[], facts: Facts = TRUST, now = NOW) =>
  agreeReviews(OWLS, facts, YEAR, wanted, 'p-ceo', now);
const said = (wanted: readonly ReviewGiven[], facts?: Facts, now?: typeof NOW) => {
  const answer = agree(wanted, facts, now);
  return answer.ok ? [] : answer.findings.map(({ says }) => says);
};
const [FIRST, SECOND] = given();
if (FIRST === undefined || SECOND === undefined) throw new Error('The example trust has four schools.');
const elsewhere = (urn: string) =>
  TRUST.people.filter((one) => headedBy(one).length > 0 && !headedBy(one).includes(urn));

describe('a year’s peer reviews as they are proposed', () => {
  test('M32: can be agreed all at once as they are, and stand on record with who agreed them', () => {
    const answer = agree(given());
    expect(answer.ok && answer.reviews).toHaveLength(4);
    expect(answer.ok && answer.reviews[0]).toMatchObject({
      key: `peer-review/${YEAR}/${FIRST.urn}`,
      agreed: { by: 'p-ceo', at: NOW.toString(), because: '' },
    });
  });

  test('M32: are ahead, and without days where none are left ahead', () => {
    const late = proposedReviews(OWLS, TRUST, YEAR, '2027-03-01');
    expect(late.every(({ days }) => (days[0] ?? '') > '2027-03-01')).toBe(true);
    const tooLate = proposedReviews(OWLS, TRUST, YEAR, '2027-07-01');
    expect(tooLate.map(({ days }) => days)).toEqual(TRUST.schools.map(() => []));
  });

  test('M32: whatever the trust, nobody reviews their own school, nor is at two schools on a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.array(fc.nat(10), { maxLength: 3 }), (schools, double) => {
        const facts = trustOf(schools, double);
        const proposed = given(facts).filter(({ days, reviewers }) => days.length > 0 && reviewers.length > 0);
        const answer = agreeReviews(OWLS, facts, YEAR, proposed, 'p-ceo', NOW);
        expect(answer).toMatchObject({ ok: true });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a peer review as somebody changes it', () => {
  test('M32: other people need a reason, other days do not', () => {
    const others = {
      ...FIRST,
      reviewers: elsewhere(FIRST.urn)
        .slice(-2)
        .map(({ id }) => id)
        .reverse(),
    };
    const another = others.reviewers.toSorted().join() === [...FIRST.reviewers].sort().join();
    const changed = another ? { ...FIRST, reviewers: FIRST.reviewers.slice(0, 1) } : others;
    expect(said([changed])).toEqual([
      `${nameOf(changed.urn)}: Its people are others than are proposed now. Look again, or say why it has to be them.`,
    ]);
    expect(said([{ ...changed, because: 'Works with them already' }])).toEqual([]);
    expect(said([{ ...FIRST, days: ['2027-05-11', '2027-05-12'] }])).toEqual([]);
    expect(said([{ ...FIRST, reviewers: FIRST.reviewers.toReversed() }])).toEqual([]);
  });

  test('M32: nobody reviews their own school, whatever the reason', () => {
    const own = TRUST.people.find((one) => headedBy(one).includes(FIRST.urn))?.id ?? '';
    expect(said([{ ...FIRST, reviewers: [own], because: 'They know it best' }]).join(' ')).toContain(
      'nobody reviews their own school',
    );
  });

  test('M32: who was there last year needs a reason, even where only they would be new', () => {
    const before = review({
      urn: FIRST.urn,
      year: '2025-26',
      lead: 'p-ceo',
      reviewers: [elsewhere(FIRST.urn)[0]?.id ?? ''],
    });
    const facts = having([before]);
    const again = { ...FIRST, reviewers: before.reviewers };
    expect(said([again], facts)[0]).toMatch(/was here within the years of rest/);
    expect(said([{ ...again, because: 'Nobody else is free' }], facts)).toEqual([]);
  });

  test('M32: the same people on record stay without a reason; others than those need one', () => {
    const { because: _, ...kept } = FIRST;
    const onRecord = having([
      review({ ...kept, key: `peer-review/${YEAR}/${FIRST.urn}`, reviewers: ['h-3'], version: '7' }),
    ]);
    const stays = agree([{ ...FIRST, reviewers: ['h-3'], days: ['2027-05-11', '2027-05-12'] }], onRecord);
    expect(stays).toMatchObject({ ok: true, reviews: [{ version: '7' }] });
    expect(said([FIRST], onRecord)).toHaveLength(1);
  });

  test('M32: nobody is at two schools on a day, of those on record and of those agreed at once', () => {
    const clash = { ...SECOND, days: FIRST.days };
    expect(said([FIRST, clash])[0]).toMatch(
      /^School \d: Rowan Ellery is at School \d on .* Give another day or other people\.$/,
    );
    const { because: _, ...kept } = FIRST;
    const onRecord = having([review({ ...kept, key: `peer-review/${YEAR}/${FIRST.urn}` })]);
    expect(said([clash], onRecord).join(' ')).toContain(`Rowan Ellery is at ${nameOf(FIRST.urn)}`);
  });

  test('M32: what has begun stays as it was, and what is agreed lies ahead', () => {
    const later = at(`${FIRST.days[0]}T08:00`);
    expect(said([FIRST], TRUST, later)).toEqual([
      `${nameOf(FIRST.urn)}: What has begun stays as it was: give days ahead.`,
    ]);
    const { because: _, ...kept } = FIRST;
    const onRecord = having([review({ ...kept, key: `peer-review/${YEAR}/${FIRST.urn}` })]);
    expect(said([{ ...FIRST, days: ['2027-05-11', '2027-05-12'] }], onRecord, later)).toHaveLength(1);
  });

  test('M32: only the CEO and heads review; all or nothing, with everything that is wrong named', () => {
    const people = [...TRUST.people, { id: 'p-office', name: 'Iris Fell', email: '', roles: [] }];
    const facts = { ...TRUST, people };
    const office = { ...FIRST, reviewers: ['p-office'], because: 'Free that day' };
    const noDays = { ...SECOND, days: ['2026-12-26'] };
    const all = said([office, noDays], facts);
    expect(all[0]).toContain('Iris Fell heads no school');
    expect(all.some((says) => says.includes('Give 2 different days'))).toBe(true);
    expect(said([{ ...FIRST, urn: '999999' }])[0]).toContain('Import the school first');
  });
});

function nameOf(urn: string): string {
  return TRUST.schools.find((one) => one.urn === urn)?.name ?? urn;
}

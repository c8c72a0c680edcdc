import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, facts, HEAD_BROOK, HEAD_TWO } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { assignReviewers } from './assign-reviewers.ts';
import { review, trustOf, YEAR } from './peer-review.examples.ts';
import type { PeerReview } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';

const assign = (
  given: Facts,
  recorded: readonly PeerReview[] = [],
  own: PeerReviewPolicy = OWLS.peerReview,
  after = '',
) => assignReviewers(OWLS, own, given, YEAR, recorded, new Set(), after);
const SHORT = { ...OWLS.peerReview, halfTerms: ['summer-1'] };

describe('the days of a year’s peer reviews', () => {
  test('M32: where too few are left, no two schools share one, and those without are named last', () => {
    const assigned = assign(trustOf(30), [], SHORT);
    const placed = assigned.filter(({ days }) => days.length > 0);
    const without = assigned.slice(placed.length);
    expect(without.length).toBeGreaterThan(0);
    expect(without.every(({ days }) => days.length === 0)).toBe(true);
    const days = placed.flatMap((one) => one.days);
    expect(new Set(days).size).toBe(days.length);
    expect(placed[0]?.why.because).toHaveLength(1);
    expect(without[0]?.why.because).toEqual([
      'Its reviewers head other schools, and reviews are shared out as evenly as can be.',
      'No days are left for it in the half terms for reviews.',
    ]);
  });

  test('M32: are listed by day, agreed and proposed alike', () => {
    const [first = '', second, third = ''] = trustOf(3).schools.map(({ urn }) => urn);
    const agreed = [
      review({ urn: third, days: ['2026-10-26', '2026-10-27'] }),
      review({ urn: first, days: ['2027-05-27', '2027-05-28'] }),
    ];
    expect(assign(trustOf(3), agreed).map(({ urn }) => urn)).toEqual([third, second, first]);
  });

  test('M32: one of which is agreed for another school are not proposed, nor are those before the day after today', () => {
    const [proposed] = assign(facts({ schools: [ASH] }));
    const [first = '', second = ''] = proposed?.days ?? [];
    for (const taken of [
      [first, '2027-05-28'],
      ['2026-10-26', second],
    ]) {
      const agreed = review({ urn: BROOK.urn, days: taken });
      const ash = assign(facts({ schools: [ASH, BROOK] }), [agreed]).find(({ urn }) => urn === ASH.urn);
      expect(ash?.days).toHaveLength(2);
      expect(ash?.days.filter((day) => taken.includes(day))).toEqual([]);
    }
    const days = (after: string) => assign(facts({ schools: [ASH] }), [], SHORT, after)[0]?.days;
    const all = assign(trustOf(30), [], SHORT).flatMap((one) => one.days);
    const [beforeLast = '', last = ''] = all.slice(-2);
    expect(days(all.at(-3) ?? '')).toEqual([beforeLast, last]);
    expect(days(beforeLast)).toEqual([]);
  });

  test('M32: of other years, and records without days, leave this year’s free', () => {
    const given = facts({ schools: [ASH] });
    const days = assign(given)[0]?.days ?? [];
    const last = review({ year: '2025-26', days: ['2025-11-18', '2025-11-19'] });
    expect(assign(given, [last])[0]?.days).toEqual(days);
    expect(assign(given, [review({ days: [] })])[0]?.days).toEqual(days);
  });

  test('M32: are days on which the school belongs to the trust, all of them', () => {
    const [, second = ''] = assign(facts({ schools: [ASH] }))[0]?.days ?? [];
    const leaving = assign(facts({ schools: [{ ...ASH, left: second }] }))[0]?.days ?? [];
    expect(leaving).toHaveLength(2);
    expect(leaving.every((day) => day < second)).toBe(true);
    const joining = assign(facts({ schools: [{ ...ASH, joined: second }] }))[0]?.days ?? [];
    expect(joining).toHaveLength(2);
    expect(joining.every((day) => day >= second)).toBe(true);
  });
});

describe('the reviewers of a year’s peer reviews', () => {
  test('M32: head a school that stays: of two, one is enough', () => {
    const people = [HEAD_TWO, HEAD_BROOK];
    const leaving = (on: string) =>
      assign(facts({ people, schools: [ASH, { ...CEDAR, left: on }, ...facts().schools.slice(3)] })).find(
        ({ urn }) => urn === ASH.urn,
      )?.reviewers;
    expect(leaving('2027-03-01')).toContain(HEAD_TWO.id);
    // The last day of reviews, a Thursday, is what counts: who leaves the day after has been at all of them.
    const only = (on: string) =>
      assign(facts({ people: [HEAD_BROOK], schools: [ASH, { ...BROOK, left: on }] })).find(({ urn }) => urn === ASH.urn)
        ?.reviewers;
    const lastDay = assign(trustOf(30), [], SHORT)
      .flatMap(({ days }) => days)
      .at(-1);
    expect(only(`${lastDay}`)).toEqual([]);
    expect(only('2027-05-28')).toEqual([HEAD_BROOK.id]);
  });

  test('M32: are not spared for what is agreed of later years', () => {
    const later = ['600000', '600001'].map((urn) => review({ urn, year: '2027-28', reviewers: ['h-2'] }));
    const reviewers = (recorded: readonly PeerReview[]) =>
      assign(trustOf(4, [0]), recorded, { ...OWLS.peerReview, reviewers: 1 }).map((one) => one.reviewers);
    expect(reviewers(later)).toEqual(reviewers([]));
  });

  test('M32: who come again without a gap are named by who they are, and gone ones by their id', () => {
    const before = review({ year: '2025-26', urn: '600000', reviewers: ['p-gone', 'h-1'] });
    const agreed = review({ urn: '600000', reviewers: ['p-gone', 'h-1'] });
    const one = assign(trustOf(4), [before, agreed]).find(({ urn }) => urn === '600000');
    expect(one).toMatchObject({
      short: 0,
      repeated: ['p-gone', 'h-1'],
      why: {
        because: [
          'It is on record as agreed.',
          'Reviewing here again within the years of rest (1), for nobody else is left: p-gone, Head 1.',
        ],
        wouldChange: 'More heads, fewer reviewers a school or a shorter rest would change it.',
      },
    });
  });
});

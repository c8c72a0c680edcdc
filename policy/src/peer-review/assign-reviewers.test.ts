import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headedBy } from '../access/roles.ts';
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { type AssignedReview, assignReviewers } from './assign-reviewers.ts';
import { OWLS_PEER_REVIEW } from './owls-peer-review.ts';
import { review, trustOf, YEAR } from './peer-review.examples.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';

const { ASH, BROOK, CEDAR, CEO, DALE, PEOPLE, facts, ofSchool, person, trust } = made;
const NEXT = '2027-28';
const assign = (given: Facts, recorded: readonly PeerReview[] = [], year = YEAR, reviewers = 2) =>
  assignReviewers(OWLS, { ...OWLS_PEER_REVIEW, reviewers }, given, year, recorded, new Set(), '');
const around = (busy: ReadonlySet<string>) =>
  assignReviewers(OWLS, OWLS_PEER_REVIEW, facts(), YEAR, [], busy, '').map(({ days }) => days);
const asRecords = (assigned: readonly AssignedReview[]) =>
  assigned.map(({ key, urn, year, days, lead, reviewers }) =>
    review({ key, urn, year, days, lead: lead ?? '', reviewers }),
  );
const of = (assigned: readonly AssignedReview[], urn: string) => assigned.find((one) => one.urn === urn);

/** How often each head of the trust reviews, the most and the fewest. */
function spreadOf(given: Facts, assigned: readonly AssignedReview[]): number {
  const counts = given.people
    .filter((one) => headedBy(one).length > 0)
    .map(({ id }) => assigned.filter(({ reviewers }) => reviewers.includes(id)).length);
  return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
}

/** Every way to give each school its reviewers, as the number of repeats and the difference of counts it comes to. */
function everyWay(
  given: Facts,
  before: readonly PeerReview[],
  reviewers: number,
): readonly (readonly [number, number])[] {
  const heads = given.people.filter((one) => headedBy(one).length > 0);
  const choices = given.schools.map(({ urn }) => {
    const open = heads.flatMap((one, at) => (headedBy(one).includes(urn) ? [] : [at]));
    return setsOf(open, Math.min(reviewers, open.length));
  });
  let ways: { counts: readonly number[]; repeats: number }[] = [{ counts: heads.map(() => 0), repeats: 0 }];
  choices.forEach((sets, school) => {
    const was = before.find(({ urn }) => urn === given.schools[school]?.urn)?.reviewers ?? [];
    ways = ways.flatMap(({ counts, repeats }) =>
      sets.map((set) => ({
        counts: counts.map((count, at) => count + (set.includes(at) ? 1 : 0)),
        repeats: repeats + set.filter((at) => was.includes(heads[at]?.id ?? '')).length,
      })),
    );
  });
  return ways.map(({ counts, repeats }) => [repeats, Math.max(...counts) - Math.min(...counts)] as const);
}

function setsOf(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => setsOf(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

describe('the peer reviews of a year', () => {
  test('M32: give each school two days, the CEO as lead, and heads of other schools', () => {
    const assigned = assign(facts());
    expect(assigned.map(({ urn }) => urn)).toEqual([ASH.urn, BROOK.urn, CEDAR.urn, DALE.urn]);
    expect(assigned.every(({ days, lead }) => days.length === 2 && lead === CEO.id)).toBe(true);
    expect(of(assigned, ASH.urn)?.reviewers).toEqual(['p-brook', 'p-two']);
    expect(of(assigned, CEDAR.urn)?.reviewers).toEqual(['p-ash', 'p-brook']);
  });

  test('M32: take place on two school days in a row, none two at once, within the half terms for them', () => {
    const assigned = assign(trustOf(30));
    const days = assigned.flatMap((one) => one.days);
    expect(new Set(days).size).toBe(60);
    for (const one of assigned) {
      const [first, second] = one.days.map((day) => Date.parse(day));
      expect((second ?? 0) - (first ?? 0)).toBe(24 * 60 * 60 * 1000);
    }
    expect(days.every((day) => isSchoolDay(OWLS, day) && day >= '2026-10-26' && day <= '2027-05-28')).toBe(true);
  });

  test('M32: keep off days that are busy while others are enough', () => {
    const busy = new Set(assign(facts()).flatMap(({ days }) => days));
    expect(
      around(busy)
        .flat()
        .filter((day) => busy.has(day)),
    ).toEqual([]);
    // One busy day of the two is enough.
    const second = new Set(assign(facts()).flatMap(({ days }) => days.slice(1)));
    expect(
      around(second)
        .flat()
        .filter((day) => second.has(day)),
    ).toEqual([]);
    const always = new Set(Array.from({ length: 365 }, (_, count) => shifted('2026-08-01', count)));
    expect(around(always).every((days) => days.length === 2)).toBe(true);
  });

  test('M32: say so where there are too few other heads', () => {
    const [first] = assign(trustOf(2));
    expect(first).toEqual({
      days: ['2026-12-09', '2026-12-10'],
      key: 'peer-review/2026-27/600000',
      lead: 'p-ceo',
      repeated: [],
      reviewers: ['h-1'],
      short: 1,
      urn: '600000',
      why: {
        because: [
          'Its reviewers head other schools, and reviews are shared out as evenly as can be.',
          'It lacks 1 of 2 reviewers: no other head is left to come.',
        ],
        rule: 'M32',
        wouldChange: 'More heads, fewer reviewers a school or a shorter rest would change it.',
      },
      year: '2026-27',
    });
    expect(first?.why.because).toContain('It lacks 1 of 2 reviewers: no other head is left to come.');
    const alone = facts({ schools: [ASH], people: [] });
    expect(assign(alone)).toEqual([
      {
        days: ['2027-02-08', '2027-02-09'],
        key: 'peer-review/2026-27/100001',
        lead: undefined,
        repeated: [],
        reviewers: [],
        short: 2,
        urn: '100001',
        why: {
          because: [
            'Its reviewers head other schools, and reviews are shared out as evenly as can be.',
            'It lacks 2 of 2 reviewers: no other head is left to come.',
          ],
          rule: 'M32',
          wouldChange: 'More heads, fewer reviewers a school or a shorter rest would change it.',
        },
        year: '2026-27',
      },
    ]);
  });

  test('M32: say so where a reviewer has to come back, and only then', () => {
    const small = trustOf(3);
    const first = assign(small);
    const second = assign(small, asRecords(first), NEXT);
    expect(second.every(({ repeated }) => repeated.length === 2)).toBe(true);
    expect(second[0]?.why.because).toContain(
      'Reviewing here again within the years of rest (1), for nobody else is left: Head 1, Head 2.',
    );
    expect(assign(trustOf(5), asRecords(assign(trustOf(5))), NEXT).flatMap(({ repeated }) => repeated)).toEqual([]);
  });

  test('M32: let a reviewer come back after the rest', () => {
    const before = [review({ year: '2024-25', urn: '600000', reviewers: ['h-1', 'h-2'] })];
    expect(of(assign(trustOf(3), before), '600000')?.repeated).toEqual([]);
  });

  test('M32: keep what is agreed, and count it', () => {
    const agreed = review({ urn: '600000', reviewers: ['h-1', 'h-2'], days: ['2026-11-03', '2026-11-04'] });
    const assigned = assign(trustOf(4), [agreed], YEAR, 1);
    expect(of(assigned, '600000')).toEqual({
      days: ['2026-11-03', '2026-11-04'],
      key: 'peer-review/2026-27/600000',
      lead: 'p-ceo',
      repeated: [],
      reviewers: ['h-1', 'h-2'],
      short: 0,
      urn: '600000',
      why: {
        because: ['It is on record as agreed.'],
        rule: 'M32',
        wouldChange: 'Agree other reviewers or days and record them.',
      },
      year: '2026-27',
    });
    // Heads 1 and 2 have one each already: the three reviews left go to the others first.
    const others = assigned.filter(({ urn }) => urn !== '600000').flatMap(({ reviewers }) => reviewers);
    expect(others.filter((id) => id === 'h-0' || id === 'h-3').length).toBeGreaterThanOrEqual(2);
  });

  test('M32: give the review that is over to somebody who did fewer before', () => {
    // Three heads for four schools: one of them has to review twice.
    const given = trustOf(4, [0]);
    for (const busiest of ['h-0', 'h-2', 'h-3']) {
      const before = ['600000', '600001'].map((urn) => review({ urn, year: '2024-25', reviewers: [busiest] }));
      const all = assign(given, before, YEAR, 1).flatMap(({ reviewers }) => reviewers);
      expect(all.filter((id) => id === busiest)).toHaveLength(1);
    }
  });

  test('M32: leave out schools that are gone, heads who go within the year, and the CEO as a reviewer', () => {
    const left = (on: string) => facts({ schools: [ASH, { ...BROOK, left: on }, CEDAR] });
    expect(assign(left('2026-09-01')).map(({ urn }) => urn)).toEqual([ASH.urn, CEDAR.urn]);
    const going = assign(left('2027-03-01'));
    expect(of(going, BROOK.urn)?.days.every((day) => day < '2027-03-01')).toBe(true);
    expect(going.flatMap(({ reviewers }) => reviewers)).not.toContain('p-brook');
    const both = person('p-ceo', 'Both', ['ceo', trust], ['head', ofSchool(ASH.urn)]);
    const led = assign(facts({ people: [both, ...PEOPLE.slice(4)] }));
    expect(led.flatMap(({ reviewers }) => reviewers)).not.toContain('p-ceo');
    expect(of(led, ASH.urn)?.lead).toBe('p-brook');
    expect(of(led, BROOK.urn)?.lead).toBe('p-ceo');
  });

  test('M32: are none without schools and for a year without dates', () => {
    expect(assign(facts({ schools: [] }))).toEqual([]);
    expect(assign(facts(), [], '2099-00')).toEqual([]);
  });

  const size = fc.integer({ min: 1, max: 14 });
  const doubles = fc.uniqueArray(fc.constantFrom(0, 3, 6, 9), { maxLength: 3 });
  const wanted = fc.integer({ min: 1, max: 3 });

  test('M32: never send anybody to a school they head, nor one person twice to a school', () => {
    fc.assert(
      fc.property(size, doubles, wanted, (count, double, reviewers) => {
        const given = trustOf(count, double);
        for (const one of assign(given, [], YEAR, reviewers)) {
          const people = one.reviewers.map((id) => given.people.find((found) => found.id === id));
          expect(people.every((found) => found && !headedBy(found).includes(one.urn))).toBe(true);
          expect(new Set(one.reviewers).size).toBe(one.reviewers.length);
          expect(one.reviewers.length + one.short).toBe(reviewers);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('M32: are shared out so that counts differ by at most one, with a head to each school', () => {
    fc.assert(
      fc.property(size, wanted, (count, reviewers) => {
        const given = trustOf(count);
        expect(spreadOf(given, assign(given, [], YEAR, reviewers))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('M32: send nobody back two years running where there are enough others, and stay fair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 14 }), (count) => {
        const given = trustOf(count);
        const first = assign(given);
        const second = assign(given, asRecords(first), NEXT);
        const pairs = new Set(first.flatMap(({ urn, reviewers }) => reviewers.map((id) => `${urn}/${id}`)));
        for (const { urn, reviewers } of second) {
          expect(reviewers.filter((id) => pairs.has(`${urn}/${id}`))).toEqual([]);
        }
        expect(spreadOf(given, second)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  test('M32: have as few repeats, then as even counts, as any assignment there is (all tried)', () => {
    const small = fc
      .record({
        count: fc.integer({ min: 2, max: 5 }),
        double: fc.subarray([0, 3]),
        reviewers: fc.integer({ min: 1, max: 2 }),
      })
      .chain(({ count, double, reviewers }) => {
        const given = trustOf(count, double);
        const ids = given.people.map(({ id }) => id).filter((id) => id !== CEO.id);
        return fc
          .tuple(...given.schools.map(({ urn }) => fc.subarray(ids).map((was) => ({ urn, was }))))
          .map((all) => ({
            given,
            reviewers,
            before: all.map(({ urn, was }) =>
              review({ urn, year: '2025-26', key: peerReviewKey('2025-26', urn), reviewers: was }),
            ),
          }));
      });
    fc.assert(
      fc.property(small, ({ given, reviewers, before }) => {
        const assigned = assign(given, before, YEAR, reviewers);
        const ways = everyWay(given, before, reviewers);
        const fewest = Math.min(...ways.map(([repeats]) => repeats));
        const evenest = Math.min(...ways.filter(([repeats]) => repeats === fewest).map(([, apart]) => apart));
        expect(assigned.reduce((sum, { repeated }) => sum + repeated.length, 0)).toBe(fewest);
        // Where counts can be within one of each other, they are. Otherwise the sum of squares decides, not the extremes.
        if (evenest <= 1) expect(spreadOf(given, assigned)).toBe(evenest);
      }),
      { numRuns: 150 },
    );
  });

  test('M32: are the same whatever the order of schools, people and records', () => {
    fc.assert(
      fc.property(size, fc.boolean(), (count, turned) => {
        const given = trustOf(count);
        const before = asRecords(assign(given, [], '2025-26'));
        const other = turned
          ? { ...given, schools: given.schools.toReversed() }
          : { ...given, people: given.people.toReversed() };
        expect(assign(other, before.toReversed())).toEqual(assign(given, before));
      }),
      { numRuns: 20 },
    );
  });

  test('M32: recorded as they are proposed, are proposed the same again', () => {
    const given = trustOf(9, [3]);
    const once = assign(given);
    const facts_ = ({ key, days, lead, reviewers }: AssignedReview) => ({ key, days, lead, reviewers });
    expect(assign(given, asRecords(once)).map(facts_)).toEqual(once.map(facts_));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { checkReview, type ReviewHeld, reviewKey } from './review-held.ts';
import { reviewsDue } from './reviews-due.ts';

const { ASH, at, AUTUMN_1, AUTUMN_2, CEDAR, DALE, HEAD_ASH, PEOPLE, facts, ofSchool, person, trust } = made;
const now = at('2026-10-01T10:00');
const held: ReviewHeld = {
  key: reviewKey(AUTUMN_1, 'head-final', HEAD_ASH.id),
  review: 'head-final',
  halfTerm: AUTUMN_1,
  about: HEAD_ASH.id,
  by: 'p-ceo',
  heldOn: '2026-09-22',
};
const check = (given: unknown) => checkReview(OWLS, OWLS_VISITS, facts(), given, now);
const reasons = (given: unknown) => {
  const answer = check(given);
  return answer.ok ? [] : [answer.why.rule, ...answer.why.because, answer.says];
};
const due = (halfTerm: string, given = facts(), done: readonly ReviewHeld[] = []) =>
  reviewsDue(OWLS, OWLS_VISITS, given, halfTerm, done, '2026-10-01');

describe('a review on record', () => {
  test('M39: says that it took place, when and by whom', () => {
    expect(check(held)).toEqual({ ok: true });
  });

  test('M39: is refused with any content, whatever it is called', () => {
    expect(check({ ...held, objectives: 'Raise phonics' })).toEqual({
      ok: false,
      says: 'Leave out objectives.',
      why: {
        because: ['Only that a review took place and when is kept, never its content.'],
        rule: 'M39',
        wouldChange: 'Leave out objectives.',
      },
    });
    const known = Object.keys(held);
    fc.assert(
      fc.property(
        fc.string().filter((name) => !known.includes(name) && name !== '__proto__'),
        fc.anything(),
        (name, value) => {
          expect(check({ ...held, [name]: value }).ok).toBe(false);
        },
      ),
    );
  });

  test('M39: is refused where it is no review, about nobody, or by the person reviewed', () => {
    expect(reasons({ ...held, heldOn: '2026-02-31' })).toEqual([
      'M39',
      'heldOn must be a date that exists, such as 2026-09-08.',
      'Give it as asked for.',
    ]);
    expect(check(undefined).ok).toBe(false);
    expect(reasons({ ...held, review: 'chat', key: reviewKey(AUTUMN_1, 'chat', HEAD_ASH.id) })).toEqual([
      'M39',
      'The policy has no review chat in 2026-27/autumn-1.',
      'Name one of its reviews.',
    ]);
    expect(reasons({ ...held, about: ASH.urn, key: reviewKey(AUTUMN_1, 'head-final', ASH.urn) })).toEqual([
      'M39',
      '100001 is not on record.',
      'Name the person.',
    ]);
    expect(reasons({ ...held, by: HEAD_ASH.id })).toEqual([
      'M39',
      'Nobody else on record held it.',
      'Name who held it: not the person reviewed.',
    ]);
    expect(reasons({ ...held, key: 'review/else' })).toEqual([
      'M39',
      "Its key review/else is another's.",
      'Take the key of its half term, review and person.',
    ]);
  });

  test('M39: is refused before it took place and outside its year', () => {
    expect(reasons({ ...held, heldOn: '2026-10-02' })).toEqual([
      'M39',
      '2026-10-02 is still to come.',
      'Record it when it has taken place.',
    ]);
    expect(reasons({ ...held, heldOn: '2026-07-01' })).toEqual([
      'M39',
      '2026-07-01 is outside its time.',
      'Give a day from 2026-08-25 to 2027-07-09.',
    ]);
  });

  test('M39: stands on the first and the last day of its time, for a person or a school on record', () => {
    const later = (given: unknown) => checkReview(OWLS, OWLS_VISITS, facts(), given, at('2027-08-01T10:00'));
    expect(later({ ...held, heldOn: '2026-08-25' })).toEqual({ ok: true });
    expect(later({ ...held, heldOn: '2027-07-09' })).toEqual({ ok: true });
    expect(later({ ...held, heldOn: '2027-07-10' }).ok).toBe(false);
    expect(check({ ...held, heldOn: '2026-10-01' })).toEqual({ ok: true });
    expect(reasons({ ...held, by: 'p-nobody' })).toEqual([
      'M39',
      'Nobody else on record held it.',
      'Name who held it: not the person reviewed.',
    ]);
    const staff = { ...held, review: 'leaders-final', about: '999999', by: 'p-leader' };
    expect(reasons({ ...staff, key: reviewKey(AUTUMN_1, 'leaders-final', '999999') })).toEqual([
      'M39',
      '999999 is not on record.',
      'Name the school.',
    ]);
    expect(reasons({ ...held, halfTerm: 'autumn' })).toEqual([
      'M39',
      'halfTerm must be a half term such as 2026-27/autumn-1.',
      'Give it as asked for.',
    ]);
    expect(reasons('no review')).toEqual(['M39', 'It is no record of a review.', 'Give it as asked for.']);
    expect(reasons({ ...held, halfTerm: AUTUMN_2, key: reviewKey(AUTUMN_2, 'head-final', HEAD_ASH.id) })).toEqual([
      'M39',
      'The policy has no review head-final in 2026-27/autumn-2.',
      '2026-09-22 is outside its time.',
      'Name one of its reviews. Give a day from 2026-10-26 to 2027-07-09.',
    ]);
    expect(reasons({ ...held, halfTerm: '2099-00/autumn-1' })).toEqual([
      'M39',
      'The policy has no review head-final in 2099-00/autumn-1.',
      "Its key review/2026-27/autumn-1/head-final/p-ash is another's.",
      'Name one of its reviews. Take the key of its half term, review and person.',
    ]);
  });

  test("M39: of a school's leaders or staff is about the school", () => {
    const staff = { ...held, review: 'leaders-final', about: ASH.urn, by: 'p-leader' };
    expect(check({ ...staff, key: reviewKey(AUTUMN_1, 'leaders-final', ASH.urn) })).toEqual({ ok: true });
  });
});

describe('the reviews a half term owes', () => {
  test("M39: in autumn 1 are the heads' final reviews by the CEO and senior leaders' by the head leader", () => {
    const reviews = due(AUTUMN_1).map(({ review, name, by }) => `${review.key}: ${name} by ${by?.id}`);
    expect(reviews).toEqual([
      'head-final: Harriet Coombe by p-ceo',
      'head-final: Daniel Osei by p-ceo',
      'head-final: Mary Kettle by p-ceo',
      'leaders-final: Ash Tree Primary School by p-leader',
      'leaders-final: Brookside Infant School by p-leader',
      'leaders-final: Cedar Junior School by undefined',
      'leaders-final: Dale Village Primary School by undefined',
    ]);
  });

  test("M39: in autumn 2 are staff's, by each head", () => {
    expect(due(AUTUMN_2).map(({ about, by }) => `${about} ${by?.id}`)).toEqual([
      '100001 p-ash',
      '100002 p-brook',
      '100003 p-two',
      '100004 p-two',
    ]);
  });

  test('M39: include the central team, and end when they are recorded', () => {
    const given = facts({ people: [...PEOPLE, person('p-central', 'Noor', ['central-team', trust])] });
    expect(due('2026-27/spring-1', given).filter(({ review }) => review.of === 'central team')).toMatchObject([
      { about: 'p-central', by: { id: 'p-ceo' } },
    ]);
    expect(due(AUTUMN_1, facts(), [held]).map(({ about }) => about)).not.toContain(HEAD_ASH.id);
  });

  test('M39: leave out heads whose schools have left, and review nobody by themselves', () => {
    const left = '2026-09-30';
    const gone = facts({ schools: [ASH, { ...CEDAR, left }, { ...DALE, left }] });
    expect(due(AUTUMN_1, gone).map(({ about }) => about)).toEqual([HEAD_ASH.id, ASH.urn]);
    const both = person('p-both', 'Both', ['ceo', trust], ['head', ofSchool(ASH.urn)]);
    const chair = person('p-chair', 'Chair', ['chair', trust]);
    const small = (...people: (typeof PEOPLE)[number][]) => due(AUTUMN_1, facts({ schools: [ASH], people }))[0]?.by?.id;
    expect(small(both, chair)).toBe('p-chair');
    expect(small(both)).toBeUndefined();
  });
});

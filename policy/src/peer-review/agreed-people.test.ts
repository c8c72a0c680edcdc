import { describe, expect, test } from 'vitest';
import { at, CEO } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { visitPlan } from '../visits/visit-plan.ts';
import { agreeReviews, proposedReviews, type ReviewGiven } from './agree-reviews.ts';
import { review, trustOf, YEAR } from './peer-review.examples.ts';
import type { PeerReview } from './peer-review.ts';

const NOW = at('2026-10-05T09:00');
const URN = '600000';
const DAYS = ['2027-05-11', '2027-05-12'];
const recorded = (peerReviews: readonly PeerReview[], facts: Facts = trustOf(4)): Facts => ({
  ...facts,
  records: { peerReview: { peerReviews } },
});
const wanted = (other: Partial<ReviewGiven> = {}): ReviewGiven => ({
  ...{ urn: URN, days: DAYS, lead: CEO.id, reviewers: ['h-1', 'h-2'], because: '' },
  ...other,
});
const agree = (facts: Facts, ...given: readonly ReviewGiven[]) => agreeReviews(OWLS, facts, YEAR, given, CEO.id, NOW);
const says = (facts: Facts, ...given: readonly ReviewGiven[]) => {
  const answer = agree(facts, ...given);
  return answer.ok ? [] : answer.findings.map((one) => one.says);
};
const OTHERS = 'School 0: Its people are others than are proposed now. Look again, or say why it has to be them.';

describe('a review that is agreed', () => {
  test('M32: keeps the steps and questions of its record, and of no other’s', () => {
    const steps = [{ step: 'templates', by: CEO.id, on: '2026-10-01' }];
    const questions = [{ key: 'q1', text: 'Which classes?', of: 'h-1', askedOn: '2026-10-01' }];
    const mine = review({ urn: URN, days: DAYS, reviewers: ['h-1', 'h-2'], steps, questions, version: '3' });
    const other = review({ urn: '600001', reviewers: ['h-0', 'h-3'], version: '9' });
    expect(agree(recorded([other, mine]), wanted())).toMatchObject({
      ok: true,
      reviews: [{ steps, questions, version: '3' }],
    });
    const facts = recorded([other]);
    const [first] = proposedReviews(OWLS, facts, YEAR, '2026-10-05').filter(({ urn }) => urn === URN);
    const fresh = agree(facts, wanted({ reviewers: first?.reviewers ?? [] }));
    expect(fresh.ok && fresh.reviews[0]).toMatchObject({ steps: [], questions: [] });
    expect(fresh.ok && fresh.reviews[0]).not.toHaveProperty('version');
  });

  test('M32: has its reason on record without the space around it', () => {
    const answer = agree(trustOf(4), wanted({ reviewers: ['h-3'], because: ' Knows the phonics well \n' }));
    expect(answer.ok && answer.reviews[0]?.agreed?.because).toBe('Knows the phonics well');
    expect(
      says(
        recorded([review({ urn: URN, days: DAYS, reviewers: ['h-1'] })]),
        wanted({ reviewers: ['h-3'], because: ' \n' }),
      ),
    ).toEqual([OTHERS]);
  });

  test('M32: needs a reason for another lead as for other reviewers, and for fewer', () => {
    const facts = recorded([review({ urn: URN, days: DAYS, reviewers: ['h-1', 'h-2'] })]);
    expect(says(facts, wanted())).toEqual([]);
    expect(says(facts, wanted({ lead: 'h-3' }))).toEqual([OTHERS]);
    expect(says(facts, wanted({ reviewers: ['h-1'] }))).toEqual([OTHERS]);
  });

  test('M32: names those who were there within the years of rest, and only them', () => {
    const before = review({ urn: URN, year: '2025-26', reviewers: ['h-1', 'h-2'] });
    const facts = recorded([before, review({ urn: URN, days: DAYS, reviewers: ['h-3'] })], trustOf(5));
    const rest = 'was here within the years of rest. Say why it has to be them, or name somebody else.';
    expect(says(facts, wanted({ reviewers: ['h-1', 'h-2'] }))).toEqual([`School 0: Head 1, Head 2 ${rest}`]);
    expect(says(facts, wanted({ reviewers: ['h-1', 'h-4'] }))).toEqual([`School 0: Head 1 ${rest}`]);
    expect(says(facts, wanted({ reviewers: ['h-4'] }))).toEqual([OTHERS]);
    // Where they stand on record already, they stay.
    const stands = recorded([before, review({ urn: URN, days: DAYS, reviewers: ['h-1'] })], trustOf(5));
    expect(says(stands, wanted({ reviewers: ['h-1'] }))).toEqual([]);
  });

  test('M32: is led by the CEO or a head: others who are to lead or review are named, each once', () => {
    const office = { id: 'p-office', name: 'Iris Fell', email: '', roles: [] };
    const desk = { id: 'p-desk', name: 'Colm Hart', email: '', roles: [] };
    const facts = { ...trustOf(4), people: [...trustOf(4).people, office, desk] };
    const because = 'Free that day';
    expect(says(facts, wanted({ lead: office.id, reviewers: ['h-1', desk.id], because }))).toEqual([
      'School 0: Colm Hart, Iris Fell heads no school. Name heads of other schools.',
    ]);
    expect(says(facts, wanted({ lead: office.id, reviewers: [office.id], because }))).toEqual([
      'School 0: Iris Fell heads no school. Name heads of other schools.',
    ]);
    expect(says(facts, wanted({ lead: 'h-3', because }))).toEqual([]);
    const noCeo = { ...facts, people: facts.people.filter(({ id }) => id !== CEO.id) };
    expect(says(noCeo, wanted({ lead: 'h-3', because }))).toEqual([]);
  });

  test('M32: is at no day on which one of its people is at another school, this year and in this trust', () => {
    const same = (other: Partial<PeerReview>) => recorded([review({ days: DAYS, urn: '600003', ...other })]);
    const lead = 'h-1';
    const because = 'The CEO is away';
    const given = wanted({ lead, reviewers: ['h-2'], because });
    expect(says(same({ lead: 'h-2', reviewers: ['h-0'] }), given)).toEqual([
      'School 0: Head 2 is at School 3 on Tue 11 May. Give another day or other people.',
    ]);
    expect(says(same({ lead: CEO.id, reviewers: ['h-0', 'h-1'], days: ['2027-05-10', '2027-05-12'] }), given)).toEqual([
      'School 0: Head 1 is at School 3 on Wed 12 May. Give another day or other people.',
    ]);
    expect(says(same({ reviewers: ['h-0'] }), given)).toEqual([]);
    expect(says(same({ lead: 'h-1', days: ['2027-05-13', '2027-05-14'] }), given)).toEqual([]);
    expect(says(same({ lead: 'h-1', year: '2027-28' }), given)).toEqual([]);
    expect(says(same({ lead: 'h-1', urn: '999999' }), given)[0]).toContain('Head 1 is at 999999 on Tue 11 May');
  });

  test('M32: blocks with an error as long as anything is wrong', () => {
    const answer = agree(trustOf(4), wanted({ urn: '999999' }));
    expect(answer.ok ? [] : answer.findings.map(({ level, rule }) => `${level} ${rule}`)).toContain('error M32');
    expect(says(trustOf(4), wanted({ urn: '999999' }))).toContain(
      '999999: No school 999999 is on record. Import the school first.',
    );
  });
});

describe('a review that is proposed', () => {
  test('M32: keeps clear of core visits, whoever has recorded none yet', () => {
    const facts = trustOf(6);
    const visits = new Set(visitPlan(OWLS, OWLS.visits, facts, YEAR, []).visits.map(({ date }) => date));
    const days = proposedReviews(OWLS, facts, YEAR, '2026-09-01').flatMap((one) => one.days);
    expect(days).toHaveLength(12);
    expect(days.filter((day) => visits.has(day))).toEqual([]);
    expect(proposedReviews(OWLS, { ...facts, records: {} }, YEAR, '2026-09-01').flatMap((one) => one.days)).toEqual(
      days,
    );
  });
});

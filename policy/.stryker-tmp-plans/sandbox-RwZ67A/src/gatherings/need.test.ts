// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import type { GatheringFacts } from './gathering.ts';
import { governorsNeed, timesOf } from './need.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

const { ofsted: _, ...UNGRADED } = ASH;
const judged = (category: string): GatheringFacts =>
  facts({
    judgements: [
      { urn: ASH.urn, halfTerm: AUTUMN_1, validated: { category, by: 'p-ceo', at: '2026-10-14T10:00:00Z' } },
    ],
  });
const asked = (school: School, given: GatheringFacts) => {
  for (const one of OWLS_GATHERINGS.gatherings) {
    if (one.rhythm === 'school half-termly') return timesOf(OWLS, one, given, school, AUTUMN_2);
  }
  throw new Error('OWLS meets each school every half term.');
};
const need = (school: School, given: GatheringFacts) => {
  for (const one of OWLS_GATHERINGS.gatherings) {
    if (one.rhythm === 'governors termly') return governorsNeed(OWLS, one, given, school, AUTUMN_2);
  }
  throw new Error('OWLS sits with governors every term.');
};
const graded = (grade: 1 | 2 | 3 | 4): School => ({ ...ASH, ofsted: { grade } });

describe('how often a school is met in a half term (M8)', () => {
  test.each([
    [UNGRADED, facts(), 1, 'Ash Tree Primary School has no grade or category yet.'],
    [graded(2), facts(), 1, 'Ash Tree Primary School has Ofsted grade 2.'],
    [graded(3), facts(), 2, 'Ash Tree Primary School has Ofsted grade 3.'],
    [graded(4), facts(), 3, 'Ash Tree Primary School has Ofsted grade 4.'],
    [graded(2), judged('2cc'), 2, 'Ash Tree Primary School has category 2cc, Ofsted grade 2.'],
    [UNGRADED, judged('4b'), 3, 'Ash Tree Primary School has category 4b, Ofsted grade 4.'],
    [UNGRADED, judged('9z'), 1, 'Ash Tree Primary School has no grade or category yet.'],
    [
      graded(1),
      { ...facts(), supported: [ASH.urn] },
      2,
      'Ash Tree Primary School has Ofsted grade 1, additional support.',
    ],
    [graded(1), { ...facts(), supported: ['100002'] }, 1, 'Ash Tree Primary School has Ofsted grade 1.'],
  ])('%#: the most that its grade, heading and support ask for', (school, given, times, says) => {
    expect(asked(school, given)).toEqual({ times, because: `${says} The policy makes that ${times} a half term.` });
  });
});

describe('whose governors the trust sits with (M11)', () => {
  test('those of a school in grade 3 or 4, at risk or supported; of no other', () => {
    expect(need(graded(3), facts())).toBe('Ash Tree Primary School has Ofsted grade 3.');
    expect(need(graded(4), facts())).toBe('Ash Tree Primary School has Ofsted grade 4.');
    expect(need(graded(2), judged('2cc'))).toBe('Ash Tree Primary School has category 2cc, Ofsted grade 2.');
    expect(need(graded(2), { ...facts(), supported: [ASH.urn] })).toBe(
      'Ash Tree Primary School has Ofsted grade 2, additional support.',
    );
    expect(need(graded(2), judged('2b'))).toBeUndefined();
    expect(need(UNGRADED, facts())).toBeUndefined();
  });
});

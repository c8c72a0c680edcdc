import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { categoriesView } from './categories.ts';
import { judged, lived } from './lived.examples.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, CEO, CLUSTER_NORTH, DALE, HEAD_ASH, at } = made;
// The round's summary is due on 16 December.
const NOW = at('2026-12-10T09:00');
const row = (urn: string, who = CEO, given: Facts = lived, halfTerm = AUTUMN_2, now = NOW) =>
  categoriesView(OWLS, given, who, halfTerm, now)?.schools.find((one) => one.urn === urn);

describe('what a reader may do with a school’s category (M25)', () => {
  test('propose and validate where their role is held, and nowhere else', () => {
    const both = made.person(
      'p-both',
      'Vic Marlow',
      ['head', made.ofSchool(ASH.urn)],
      ['cluster-leader', made.ofSchool(CEDAR.urn)],
      ['ceo', made.ofSchool(DALE.urn)],
    );
    const may = (urn: string) => {
      const { mayPropose, mayValidate } = row(urn, both) ?? {};
      return [mayPropose, mayValidate];
    };
    expect([ASH, CEDAR, DALE].map(({ urn }) => may(urn))).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  test('whoever proposes takes a proposal back; the CEO, who decides on it, only one of their own', () => {
    expect(row(BROOK.urn, CLUSTER_NORTH)?.mayTakeBack).toBe('proposal');
    expect(row(BROOK.urn)).not.toHaveProperty('mayTakeBack');
    const own = { urn: BROOK.urn, halfTerm: AUTUMN_2, proposed: { category: '2b', by: CEO.id, at: '', because: '' } };
    expect(row(BROOK.urn, CEO, { ...lived, judgements: [own] })?.mayTakeBack).toBe('proposal');
  });

  test('the CEO takes a validation back, until the round is summed up; nothing is taken back of what was not said', () => {
    expect(row(ASH.urn)?.mayTakeBack).toBe('validation');
    expect(row(ASH.urn, CLUSTER_NORTH)).not.toHaveProperty('mayTakeBack');
    expect(row(ASH.urn, CEO, lived, AUTUMN_2, at('2027-01-11T09:00'))).not.toHaveProperty('mayTakeBack');
    expect(row(CEDAR.urn)).not.toHaveProperty('mayTakeBack');
    const unproposed = { urn: ASH.urn, halfTerm: AUTUMN_2, validated: { category: '2a', by: CEO.id, at: '' } };
    expect(row(ASH.urn, CEO, { ...lived, judgements: [unproposed] })?.mayTakeBack).toBe('validation');
  });
});

describe('the agreement in a round (M25)', () => {
  test('stands in the round the school is to agree to, not in one a later round of the term has taken the place of', () => {
    expect(row(ASH.urn)?.agreement).toMatchObject({
      halfTerm: AUTUMN_2,
      category: '2a',
      state: 'open',
      mayAnswer: false,
    });
    expect(row(ASH.urn, HEAD_ASH)?.agreement?.mayAnswer).toBe(true);
    expect(row(ASH.urn, CEO, lived, AUTUMN_1)).not.toHaveProperty('agreement');
    const first = { ...lived, judgements: [judged(ASH.urn, '2b', AUTUMN_1)] };
    expect(row(ASH.urn, CEO, first, AUTUMN_1)?.agreement).toMatchObject({ halfTerm: AUTUMN_1, asked: false });
    expect(row(BROOK.urn, CEO, first)).not.toHaveProperty('agreement');
  });
});

test('a school that was never judged has no last category, and nobody who judged it', () => {
  const seen = row(CEDAR.urn);
  for (const part of ['last', 'judgement', 'proposedByName', 'validatedByName']) expect(seen).not.toHaveProperty(part);
});

describe('what visits say of a school (M27, M31)', () => {
  const areasFound = [
    { key: 'area/1', urn: ASH.urn, text: 'Boys’ writing', from: 'underachievement' as const, foundOn: '2026-11-04' },
  ];
  const given: Facts = { ...lived, records: { ...lived.records, visits: { visits: [], areasFound, reviews: [] } } };

  test('stands beside the suggestion for those who propose or validate, and for nobody else', () => {
    for (const who of [CEO, CLUSTER_NORTH]) expect(row(ASH.urn, who, given)?.visits).toHaveLength(1);
    expect(row(ASH.urn, HEAD_ASH, given)).not.toHaveProperty('visits');
    expect(row(BROOK.urn, CEO, given)).not.toHaveProperty('visits');
  });
});

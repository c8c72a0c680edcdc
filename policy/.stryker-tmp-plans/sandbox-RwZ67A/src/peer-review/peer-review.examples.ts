// @ts-nocheck
import { ASH, CEO, facts, ofSchool, person, school } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';

export const YEAR = '2026-27';

/** A review of Ash Tree on 17 and 18 November 2026 by the heads of other schools, changed as told. */
export function review(other: Partial<PeerReview> = {}): PeerReview {
  const year = other.year ?? YEAR;
  const urn = other.urn ?? ASH.urn;
  return {
    key: peerReviewKey(year, urn),
    urn,
    year,
    days: ['2026-11-17', '2026-11-18'],
    lead: 'p-ceo',
    reviewers: ['p-brook', 'p-two'],
    steps: [],
    questions: [],
    ...other,
  };
}

/** A trust of so many schools, each with a head of its own except where one heads the school after it too. */
export function trustOf(schools: number, double: readonly number[] = []): Facts {
  const urns = Array.from({ length: schools }, (_, at) => `${600000 + at}`);
  const heads = urns.flatMap((urn, at) => {
    if (double.includes(at - 1)) return [];
    const next = double.includes(at) ? urns[at + 1] : undefined;
    const both = [urn, ...(next === undefined ? [] : [next])];
    return [person(`h-${at}`, `Head ${at}`, ...both.map((one) => ['head', ofSchool(one)] as const))];
  });
  return facts({ schools: urns.map((urn, at) => school(urn, `School ${at}`)), people: [CEO, ...heads] });
}

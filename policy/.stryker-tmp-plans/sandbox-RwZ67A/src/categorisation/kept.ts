// @ts-nocheck
import { halfTerms, placeOf } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Judgement, ValidatedJudgement } from './judgement.ts';

/** A school's judgement of one half term's round, proposed or validated. */
export function judgementOf(
  facts: Pick<Facts, 'judgements'>,
  urn: string,
  halfTerm: HalfTermId,
): Judgement | undefined {
  return shelved(facts.judgements).get(urn)?.get(halfTerm);
}

/** The last validated judgement before a half term: what a move is counted from (M26). */
export function lastJudgement(
  facts: Pick<Facts, 'judgements'>,
  policy: TrustPolicy,
  urn: string,
  before: HalfTermId,
): ValidatedJudgement | undefined {
  const mine = shelved(facts.judgements).get(urn);
  const place = placeOf(policy, before);
  if (!mine || place === undefined) return undefined;
  return halfTerms(policy)
    .slice(0, place)
    .map(({ id }) => mine.get(id))
    .findLast((found): found is ValidatedJudgement => found?.validated !== undefined);
}

/** Every validated judgement of a school, oldest half term first (M28). */
export function judgementsOf(facts: Pick<Facts, 'judgements'>, policy: TrustPolicy, urn: string): readonly Judgement[] {
  const mine = shelved(facts.judgements).get(urn);
  return mine ? halfTerms(policy).flatMap(({ id }) => mine.get(id) ?? []) : [];
}

/** By school and half term. */
const shelved = onceEach((rows: readonly Judgement[]) => {
  const shelf = new Map<string, Map<HalfTermId, Judgement>>();
  for (const row of rows) {
    const mine = shelf.get(row.urn) ?? new Map<HalfTermId, Judgement>();
    mine.set(row.halfTerm, row);
    shelf.set(row.urn, mine);
  }
  return shelf;
});

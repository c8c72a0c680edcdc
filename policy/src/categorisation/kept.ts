import { halfTerms, placeOf } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Judgement } from './judgement.ts';

type Shelf = ReadonlyMap<string, ReadonlyMap<HalfTermId, Judgement>>;
const shelves = new WeakMap<readonly Judgement[], { readonly length: number; readonly shelf: Shelf }>();

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
): Judgement | undefined {
  const mine = shelved(facts.judgements).get(urn);
  const place = placeOf(policy, before);
  if (!mine || place === undefined) return undefined;
  return halfTerms(policy)
    .slice(0, place)
    .map(({ id }) => mine.get(id))
    .findLast((found) => found?.validated !== undefined);
}

/** Every validated judgement of a school, oldest half term first (M28). */
export function judgementsOf(facts: Pick<Facts, 'judgements'>, policy: TrustPolicy, urn: string): readonly Judgement[] {
  const mine = shelved(facts.judgements).get(urn);
  return mine ? halfTerms(policy).flatMap(({ id }) => mine.get(id) ?? []) : [];
}

/** By school and half term, kept by the array's identity: facts are replaced, never changed in place. */
function shelved(rows: readonly Judgement[]): Shelf {
  const known = shelves.get(rows);
  if (known && known.length === rows.length) return known.shelf;
  const shelf = new Map<string, Map<HalfTermId, Judgement>>();
  for (const row of rows) {
    const mine = shelf.get(row.urn) ?? new Map<HalfTermId, Judgement>();
    mine.set(row.halfTerm, row);
    shelf.set(row.urn, mine);
  }
  shelves.set(rows, { length: rows.length, shelf });
  return shelf;
}

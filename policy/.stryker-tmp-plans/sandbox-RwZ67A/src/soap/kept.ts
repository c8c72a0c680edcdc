// @ts-nocheck
import { halfTerms, placeOf } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SoapDraft, SoapReturn } from './return.ts';

const returnShelf = onceEach(shelved<SoapReturn>);
const draftShelf = onceEach(shelved<SoapDraft>);

/** The school's newest submitted revision for a half term (M14). */
export function latestReturn(facts: Pick<Facts, 'returns'>, urn: string, halfTerm: HalfTermId): SoapReturn | undefined {
  return returnShelf(facts.returns).get(urn)?.get(halfTerm);
}

/** What the head has typed towards the next revision; undefined once that revision was submitted. */
export function draftOf(
  facts: Pick<Facts, 'drafts' | 'returns'>,
  urn: string,
  halfTerm: HalfTermId,
): SoapDraft | undefined {
  const draft = draftShelf(facts.drafts).get(urn)?.get(halfTerm);
  const submitted = latestReturn(facts, urn, halfTerm);
  return draft && draft.revision > (submitted?.revision ?? 0) ? draft : undefined;
}

/** The newest return of the nearest earlier half term that has one; what this half term's figures are held against. */
export function previousReturn(
  facts: Pick<Facts, 'returns'>,
  policy: TrustPolicy,
  urn: string,
  halfTerm: HalfTermId,
): SoapReturn | undefined {
  const mine = returnShelf(facts.returns).get(urn);
  const place = placeOf(policy, halfTerm);
  if (!mine || place === undefined) return undefined;
  return halfTerms(policy)
    .slice(0, place)
    .map(({ id }) => mine.get(id))
    .findLast((found) => found !== undefined);
}

/** The newest return of each half term the school has one for, oldest half term first. */
export function returnsOf(facts: Pick<Facts, 'returns'>, policy: TrustPolicy, urn: string): readonly SoapReturn[] {
  const mine = returnShelf(facts.returns).get(urn);
  return mine ? halfTerms(policy).flatMap(({ id }) => mine.get(id) ?? []) : [];
}

/** The newest revision by school and half term. */
function shelved<T extends { urn: string; halfTerm: HalfTermId; revision: number }>(
  rows: readonly T[],
): ReadonlyMap<string, ReadonlyMap<HalfTermId, T>> {
  const shelf = new Map<string, Map<HalfTermId, T>>();
  for (const row of rows) {
    const mine = shelf.get(row.urn) ?? new Map<HalfTermId, T>();
    const kept = mine.get(row.halfTerm);
    if (!kept || row.revision > kept.revision) mine.set(row.halfTerm, row);
    shelf.set(row.urn, mine);
  }
  return shelf;
}

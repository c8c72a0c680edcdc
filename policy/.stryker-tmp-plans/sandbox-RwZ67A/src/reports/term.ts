// @ts-nocheck
import { halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { type Refusal, refused } from '../national/refusal.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** An academic year and a term's name in it, for example `2026-27/autumn`. */
export type TermId = string;

/** A term with its half terms, first to last. */
export interface Term {
  readonly id: TermId;
  readonly year: string;
  readonly halfTerms: readonly HalfTerm[];
  readonly last: HalfTerm;
}

/** All terms the policy has dates for, oldest first (M3). */
export function termsOf(policy: TrustPolicy): readonly Term[] {
  const terms = new Map<TermId, Term>();
  for (const one of halfTerms(policy)) {
    const id = one.id.replace(/-\d+$/, '');
    terms.set(id, { id, year: one.year, halfTerms: [...(terms.get(id)?.halfTerms ?? []), one], last: one });
  }
  return [...terms.values()];
}

/** The term of this id, or undefined where the policy has no dates for it. */
export function termById(policy: TrustPolicy, id: TermId): Term | undefined {
  return termsOf(policy).find((one) => one.id === id);
}

/** "Autumn term, 2026-27" for `2026-27/autumn`. */
export function termLabel(id: TermId): string {
  const [year, name = ''] = id.split('/');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} term, ${year}`;
}

/** The days a term answers for: all since the term before ended. */
export function spanOf(policy: TrustPolicy, term: Term): { readonly after: string; readonly to: string } {
  const terms = termsOf(policy);
  const before = terms[terms.findIndex(({ id }) => id === term.id) - 1];
  return { after: before?.last.to ?? '', to: term.last.to };
}

/** The refusal of a term without dates. */
export function noTerm(rule: string, term: TermId): Refusal {
  return refused(
    rule,
    `The policy has no dates for ${term}.`,
    'Choose a term of the calendar, such as 2026-27/autumn.',
  );
}

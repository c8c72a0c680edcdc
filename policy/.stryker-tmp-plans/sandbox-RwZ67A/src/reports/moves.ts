// @ts-nocheck
import type { HalfTerm } from '../calendar/half-term.ts';
import type { CategoryCode } from '../categorisation/judgement.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { move } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A school whose validated category at the end of a span is not that from before it, or else its first within it. */
interface Moved {
  readonly school: School;
  readonly from: CategoryCode;
  readonly to: CategoryCode;
  readonly direction: 'up' | 'down';
}

/** Moves over consecutive half terms (M26): there and back again within the span is no move. */
export function movesOver(
  policy: TrustPolicy,
  facts: Pick<Facts, 'judgements'>,
  schools: readonly School[],
  halfTerms: readonly HalfTerm[],
): readonly Moved[] {
  const [first] = halfTerms;
  return schools.flatMap((school): Moved[] => {
    const within = validatedIn(facts, school.urn, halfTerms);
    const from = (first && lastJudgement(facts, policy, school.urn, first.id)?.validated.category) ?? within[0];
    const to = within.at(-1);
    if (from === undefined || to === undefined) return [];
    const direction = move(policy, from, to);
    return direction === 'up' || direction === 'down' ? [{ school, from, to, direction }] : [];
  });
}

/** A school's validated categories within a span, oldest first. */
export function validatedIn(
  facts: Pick<Facts, 'judgements'>,
  urn: string,
  halfTerms: readonly HalfTerm[],
): readonly CategoryCode[] {
  return halfTerms.flatMap(({ id }) => judgementOf(facts, urn, id)?.validated?.category ?? []);
}

// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { CategoryCode } from './judgement.ts';
import { judgementOf, lastJudgement } from './kept.ts';
import { schoolsInRound } from './round.ts';
import { categoryByCode, move, scaleOf } from './scale.ts';

interface Named {
  readonly urn: string;
  readonly name: string;
}

/** What is told of a half term's round (M26). It holds names; how many of them the channel sees is `nameSchools`. */
export interface CategorySummary {
  readonly halfTerm: HalfTermId;
  readonly total: number;
  readonly validated: number;
  readonly complete: boolean;
  /** Every code of the scale, best first, with how many schools were validated in it. */
  readonly counts: readonly { readonly code: CategoryCode; readonly name: string; readonly count: number }[];
  /** Schools whose category is not last time's. */
  readonly moves: readonly (Named & {
    readonly from: CategoryCode;
    readonly to: CategoryCode;
    readonly direction: 'up' | 'down';
  })[];
  readonly atRisk: readonly (Named & { readonly code: CategoryCode })[];
  /** What support follows, for each category that any school is in. */
  readonly support: readonly { readonly code: CategoryCode; readonly text: string; readonly count: number }[];
  /** Schools without a validated category, and what is missing. */
  readonly gaps: readonly (Named & { readonly missing: 'proposal' | 'validation' })[];
  readonly nameSchools: TrustPolicy['categorisation']['summary']['nameSchools'];
}

/** Sums a round up (M26): only validated categories count; the rest are gaps, by name. */
export function summary(
  given: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'judgements'>,
  halfTerm: HalfTermId,
): CategorySummary {
  const policy = policyOf(given, halfTerm);
  const schools = schoolsInRound(policy, facts, halfTerm).map(({ urn, name }) => {
    const judgement = judgementOf(facts, urn, halfTerm);
    const was = lastJudgement(facts, policy, urn, halfTerm)?.validated.category;
    return { urn, name, judgement, code: judgement?.validated?.category, was };
  });
  const validated = schools.flatMap(({ code, ...school }) => (code === undefined ? [] : [{ ...school, code }]));
  const counted = scaleOf(policy).map((category) => ({
    ...category,
    count: validated.filter(({ code }) => code === category.code).length,
  }));
  return {
    halfTerm,
    total: schools.length,
    validated: validated.length,
    complete: schools.length > 0 && validated.length === schools.length,
    counts: counted.map(({ code, name, count }) => ({ code, name, count })),
    moves: validated.flatMap(({ urn, name, code, was }) => {
      const direction = move(policy, was, code);
      return was !== undefined && (direction === 'up' || direction === 'down')
        ? [{ urn, name, from: was, to: code, direction }]
        : [];
    }),
    atRisk: validated
      .filter(({ code }) => categoryByCode(policy, code)?.heading === 'at risk')
      .map(({ urn, name, code }) => ({ urn, name, code })),
    support: counted.flatMap(({ code, support: text, count }) => (count > 0 ? [{ code, text, count }] : [])),
    gaps: schools
      .filter(({ code }) => code === undefined)
      .map(({ urn, name, judgement }) => ({ urn, name, missing: judgement?.proposed ? 'validation' : 'proposal' })),
    nameSchools: policy.categorisation.summary.nameSchools,
  };
}

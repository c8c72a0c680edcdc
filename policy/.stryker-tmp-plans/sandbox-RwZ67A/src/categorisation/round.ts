// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { halfTermById, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach, remembered } from '../calendar/remembered.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judgementOf } from './kept.ts';

/** When categories are proposed, validated and summed up in a half term (M25). */
export interface RoundWindow {
  readonly opens: Temporal.Instant;
  readonly proposalsDue: Temporal.Instant;
  readonly validationsDue: Temporal.Instant;
  /** The summary is posted when the round is complete, and at the latest now, with its gaps named (M26). */
  readonly summaryAt: Temporal.Instant;
}

/** How far a round has come. Instants are ISO text. */
export interface RoundState {
  readonly halfTerm: HalfTermId;
  readonly opens: string;
  readonly proposalsDue: string;
  readonly validationsDue: string;
  readonly proposed: number;
  readonly validated: number;
  readonly total: number;
  readonly complete: boolean;
}

const windows = onceEach((_: TrustPolicy) => new Map<HalfTermId, RoundWindow>());

/** The round's moments, on school days. Throws RangeError for a half term the policy has no dates for. */
export function roundWindow(policy: TrustPolicy, halfTerm: HalfTermId): RoundWindow {
  return remembered(windows(policy), halfTerm, () => {
    const to = lastDay(policy, halfTerm);
    const { opens, proposalsDue, validationsDue, summaryAt } = policyOf(policy, halfTerm).categorisation.round;
    return {
      opens: onSchoolDay(policy, to, opens, to),
      proposalsDue: onSchoolDay(policy, to, proposalsDue, to),
      validationsDue: onSchoolDay(policy, to, validationsDue, to),
      summaryAt: instantAt(policy, shifted(to, summaryAt.days), summaryAt.at),
    };
  });
}

/** The schools a round is about: those that belong to the trust on the half term's last day, by name. */
export function schoolsInRound(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools'>,
  halfTerm: HalfTermId,
): readonly School[] {
  return schoolsOn(facts.schools, lastDay(policy, halfTerm));
}

/** How far a half term's round has come (M25): over every school of the trust, validated counting as proposed. */
export function roundState(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'judgements'>,
  halfTerm: HalfTermId,
): RoundState {
  const { opens, proposalsDue, validationsDue } = roundWindow(policy, halfTerm);
  const judgements = schoolsInRound(policy, facts, halfTerm).map(({ urn }) => judgementOf(facts, urn, halfTerm));
  const validated = judgements.filter((one) => one?.validated).length;
  return {
    halfTerm,
    opens: opens.toString(),
    proposalsDue: proposalsDue.toString(),
    validationsDue: validationsDue.toString(),
    proposed: judgements.filter((one) => one?.proposed ?? one?.validated).length,
    validated,
    total: judgements.length,
    complete: judgements.length > 0 && validated === judgements.length,
  };
}

function lastDay(policy: TrustPolicy, halfTerm: HalfTermId): string {
  const found = halfTermById(policy, halfTerm);
  if (!found) throw new RangeError(`The policy has no dates for ${halfTerm}.`);
  return found.to;
}

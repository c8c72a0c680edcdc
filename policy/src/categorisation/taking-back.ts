import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../access/access.ts';
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { nameOf } from '../trust/name-of.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judgementOf } from './kept.ts';
import { roundWindow } from './round.ts';

const RULE = 'M25';

/** The two parts of a judgement, each taken back by itself. */
export const JUDGEMENT_PARTS = ['proposal', 'validation'] as const;
export type JudgementPart = (typeof JUDGEMENT_PARTS)[number];

/** The delivery of a round's summary to the trust's channel (M26). */
export function summaryKey(halfTerm: HalfTermId): string {
  return `category-summary/${halfTerm}`;
}

/**
 * Whether a school's proposal or validation can be taken back now (M25): until the round's summary is posted, or due,
 * and a proposal only before it is validated. A proposal taken back leaves the school without one; a validation leaves
 * the proposal as it was. Who may is `access`'s to say: whoever may propose, or validate. Throws RangeError for a half
 * term the policy has no dates for.
 */
export function checkJudgementTakenBack(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'people' | 'judgements' | 'delivered'>,
  urn: string,
  halfTerm: HalfTermId,
  part: JudgementPart,
  now: Temporal.Instant,
): Decision {
  const name = schoolOf(facts, urn)?.name ?? urn;
  const judgement = judgementOf(facts, urn, halfTerm);
  const stands = part === 'proposal' ? judgement?.proposed : judgement?.validated;
  if (!stands) return no(`No ${part} of ${name} stands.`, 'There is nothing to take back.');
  if (part === 'proposal' && judgement?.validated) {
    const who = nameOf(facts, judgement.validated.by);
    return no(`${who} has validated ${name}.`, 'Ask for the validation to be taken back first.');
  }
  const over =
    facts.delivered.has(summaryKey(halfTerm)) ||
    now.epochMilliseconds >= roundWindow(policy, halfTerm).summaryAt.epochMilliseconds;
  if (over) {
    return no(
      `The round of ${halfTermLabel(halfTerm)} is summed up.`,
      part === 'proposal'
        ? 'Propose another category instead.'
        : 'Validate another category instead, and say why: it stands in the history.',
    );
  }
  return { allowed: true, rule: RULE, because: `The ${part} of ${stands.category} for ${name} can be taken back.` };
}

/** The part of a school's judgement that can be taken back now, the last that was made. */
export function partToTakeBack(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'people' | 'judgements' | 'delivered'>,
  urn: string,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): JudgementPart | undefined {
  return JUDGEMENT_PARTS.find((part) => checkJudgementTakenBack(policy, facts, urn, halfTerm, part, now).allowed);
}

function no(because: string, wouldChange: string): Decision {
  return { allowed: false, rule: RULE, because, wouldChange };
}

import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { latestReturn } from '../soap/kept.ts';
import { type CollectionFacts, type CollectionStep, stepsOf } from './collection-step.ts';

/** Whether somebody beside the head has looked at a return's figures (M15). */
export type Accuracy =
  | { readonly state: 'unchecked' /** What was said of an earlier revision. */; readonly before?: CollectionStep }
  | { readonly state: 'confirmed' | 'sent back'; readonly step: CollectionStep };

/**
 * How a school's newest return stands (M8, M15): what was said last about this revision counts, so that sending it
 * again asks for a new look. Undefined without a return.
 */
export function accuracyOf(
  facts: Pick<Facts, 'returns'> & CollectionFacts,
  urn: string,
  halfTerm: HalfTermId,
): Accuracy | undefined {
  const given = latestReturn(facts, urn, halfTerm);
  if (!given) return undefined;
  const last = stepsOf(facts, halfTerm, urn).findLast(({ step }) => step === 'confirm' || step === 'send back');
  if (!last) return { state: 'unchecked' };
  if (last.revision !== given.revision) return { state: 'unchecked', before: last };
  return { state: last.step === 'confirm' ? 'confirmed' : 'sent back', step: last };
}

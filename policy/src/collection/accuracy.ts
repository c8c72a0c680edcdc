import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { latestReturn } from '../soap/kept.ts';
import { type CollectionFacts, type CollectionStep, stepsOf } from './collection-step.ts';

/** Whether somebody beside the head has looked at a return's figures (M15). */
export type Accuracy =
  | { readonly state: 'unchecked' /** What was said of an earlier revision. */; readonly before?: CollectionStep }
  | { readonly state: 'confirmed' | 'sent back'; readonly step: CollectionStep };

/** What was said last of a school's figures and not taken back since. */
export function standingWord(facts: CollectionFacts, halfTerm: HalfTermId, urn: string): CollectionStep | undefined {
  const said: CollectionStep[] = [];
  for (const step of stepsOf(facts, halfTerm, urn)) {
    if (step.step === 'confirm' || step.step === 'send back') said.push(step);
    else if (step.step === 'take back' && said.at(-1)?.revision === step.revision) said.pop();
  }
  return said.at(-1);
}

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
  const last = standingWord(facts, halfTerm, urn);
  if (!last) return { state: 'unchecked' };
  if (last.revision !== given.revision) return { state: 'unchecked', before: last };
  return { state: last.step === 'confirm' ? 'confirmed' : 'sent back', step: last };
}

/** A head's answer to the school's category of a term, the same from a card and from the tab (M25). */
import {
  type AgreementAnswer,
  access,
  agreementOf,
  checkAgreement,
  type Decision,
  type Person,
  termOf,
} from '@owls/policy';
import type { World } from '../world.ts';
import type { By } from '../writes.ts';

export type Answering = Pick<AgreementAnswer, 'urn' | 'halfTerm' | 'category' | 'answer' | 'because'>;

/** Keeps the answer where it can stand; the decision says whether it did. The same answer again changes nothing. */
export async function answerCategory(
  world: World,
  person: Person,
  given: Answering,
  surface: By['surface'],
): Promise<Decision> {
  const facts = world.facts();
  const may = access(world.policy, person, 'category.agree', facts, { urn: given.urn });
  if (!may.allowed) return may;
  const because = given.because.trim();
  const decision = checkAgreement(world.policy, facts, given.urn, { ...given, because });
  if (!decision.allowed) return decision;
  const last = lastAnswer(world, given);
  const again = last?.category === given.category && last.answer === given.answer && last.because === because;
  if (!again) await world.agreements.answer({ ...given, because }, { person: person.id, surface });
  return decision;
}

function lastAnswer(world: World, { urn, halfTerm }: Answering): AgreementAnswer | undefined {
  const term = termOf(world.policy, halfTerm);
  return term && agreementOf(world.facts(), urn, term)?.last;
}

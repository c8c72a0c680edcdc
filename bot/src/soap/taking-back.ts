/** A return taken back, the same from a card and from the tab (M14). */
import { access, checkTakeBack, type Decision, type Person, policyOf, type TakenBack } from '@owls/policy';
import type { World } from '../world.ts';
import { type By, Conflict } from '../writes.ts';

/** Takes the return back where that can be; the decision says whether it was. */
export async function takeReturnBack(
  world: World,
  person: Person,
  given: Pick<TakenBack, 'urn' | 'halfTerm' | 'revision' | 'note'>,
  surface: By['surface'],
): Promise<Decision> {
  const may = access(world.policy, person, 'soap.write', world.facts(), { urn: given.urn });
  if (!may.allowed) return may;
  const policy = policyOf(world.policy, given.halfTerm);
  const decision = checkTakeBack(policy, world.facts(), given, world.now());
  if (!decision.allowed) return decision;
  try {
    await world.soap.takeBack(given, given.note.trim(), { person: person.id, surface });
    return decision;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = checkTakeBack(policy, world.facts(), given, world.now());
    if (now.allowed) throw error;
    return now;
  }
}

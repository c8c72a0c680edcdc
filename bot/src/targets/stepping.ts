/** A step with a school's targets, for the tab and the chat alike: decided by the policy, kept as a whole. */
import {
  access,
  type Decision,
  type Finding,
  type Person,
  type School,
  type TargetDoing,
  type TargetWanted,
  takeTargetSteps,
} from '@owls/policy';
import { momentValue } from '../store/field-values.ts';
import type { World } from '../world.ts';
import { type By, Conflict } from '../writes.ts';

export interface StepsGiven {
  readonly doing: TargetDoing;
  readonly wanted: readonly TargetWanted[];
  readonly why: string;
}

export type Stepped =
  | { readonly state: 'done'; readonly changed: number }
  | { readonly state: 'forbidden'; readonly decision: Extract<Decision, { allowed: false }> }
  | { readonly state: 'unmended'; readonly findings: readonly Finding[] }
  /** Names of targets, as far as they are known. */
  | { readonly state: 'changed since'; readonly names: readonly string[] };

/** Takes the step if the person may, nothing is wrong with it, and the targets are as they saw them; else writes nothing. */
export async function stepTargets(
  world: World,
  person: Person,
  school: School,
  year: string,
  { doing, wanted, why }: StepsGiven,
  surface: By['surface'],
): Promise<Stepped> {
  const facts = world.facts();
  const actions = doing === 'sign-off' ? (['target.agree'] as const) : (['target.propose', 'target.agree'] as const);
  const rights = actions.map((action) => access(world.policy, person, action, facts, { urn: school.urn }));
  const [no] = rights;
  if (no?.allowed === false && rights.every(({ allowed }) => !allowed)) return { state: 'forbidden', decision: no };
  const targets = facts.records?.targets?.targets ?? [];
  const at = momentValue(world.now());
  const taken = takeTargetSteps(world.policy, facts, targets, school, year, {
    ...{ doing, wanted, why: why.trim(), by: person.id, at },
  });
  if (!taken.ok && 'stale' in taken) return { state: 'changed since', names: taken.stale };
  if (!taken.ok) return { state: 'unmended', findings: taken.findings };
  const did = { propose: 'target.proposed', agree: 'target.agreed', 'sign-off': 'target.signed-off' }[doing];
  try {
    await world.targets.step(taken.changed, did, { person: person.id, surface });
  } catch (error) {
    if (error instanceof Conflict) return { state: 'changed since', names: [] };
    throw error;
  }
  return { state: 'done', changed: taken.changed.length };
}

const MOST_NAMED = 3;

/** What somebody is told whose figures met somebody else's. */
export function changedSince(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  const which = more > 0 ? `${named} and ${more} more` : named;
  return `This was changed since you opened it${which === '' ? '' : `: ${which}`}. Nothing you typed is lost.`;
}

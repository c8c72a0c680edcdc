/** What the card of a step of a review's protocol does: done in one tap, and taken back in another (M32). */
import { due, type Task } from '@owls/policy';
import { z } from 'zod';
import { type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { type Answer, refused, shows, Urn, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { taskDoneCard } from '../tasks/card.ts';
import type { World } from '../world.ts';
import { Conflict } from '../writes.ts';
import { stepCard, stepFor } from './card-step.ts';
import { tickStep } from './ticking.ts';

const Said = z.object({
  year: z.string().regex(/^\d{4}-\d{2}$/),
  urn: Urn,
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  step: z.string().min(1).max(100),
  delivery: z.string().max(400).optional(),
});
type Said = z.infer<typeof Said>;

const look = verb('review-step.look', Said, (said, context) => shown(said, context));
const done = verb('review-step.done', Said, (said, context) => ticked(said, context, true));
const undo = verb('review-step.undo', Said, (said, context) => ticked(said, context, false));

export const reviewVerbs: readonly Verb[] = [look, done, undo];

async function ticked(said: Said, context: VerbContext, isDone: boolean): Promise<Answer> {
  const { world, person } = context;
  const given = stepFor(world, person, said);
  if (given === undefined) return shown(said, context);
  try {
    const decision = await tickStep(world, person, given, isDone, 'card');
    if (!decision.allowed) return shown(said, context, [notice(inert(decision.because), 'warning')]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return shown(said, context, [notice(inert(error.message), 'warning')]);
  }
  return shown(said, context, [], true);
}

/** As it stands now. Of a review that was moved or withdrawn nothing is left to do; another's step is nobody's to see. */
function shown(said: Said, { world, person }: VerbContext, notices: readonly Element[] = [], lasting = false): Answer {
  const given = stepFor(world, person, said, taskOf(said, world, person.id));
  if (given !== undefined) return shows(stepCard(given, notices), lasting);
  if (said.delivery?.endsWith(`/${person.id}`)) return shows(taskDoneCard(world.policy, said.delivery));
  return refused(403, 'NotAllowed', 'This step is asked of somebody else, or it is gone, so nothing was changed.');
}

function taskOf({ delivery }: Said, world: World, person: string): Task | undefined {
  if (delivery === undefined) return undefined;
  const owed = due(world.policy, { ...world.facts(), delivered: new Set() }, world.now());
  return owed.find((one): one is Task => one.kind === 'task' && one.key === delivery && one.person === person);
}

/** The card of a task that asks for a step. Undefined for every other task. */
export function reviewTaskMessage(task: Task, world: World): CardMessage | undefined {
  const [kind, , year = '', urn = '', day = '', step = ''] = task.key.split('/');
  const person = world.facts().people.find(({ id }) => id === task.person);
  if (kind !== 'peer-review-step' || person === undefined) return undefined;
  const given = stepFor(world, person, { year, urn, day, step, delivery: task.key }, task);
  return given && stepCard(given);
}

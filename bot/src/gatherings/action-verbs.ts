import { dateAt, due, type KeptAction, meetingAccess, type Task } from '@owls/policy';
import { z } from 'zod';
import { type Answer, refused, shows, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { mayUndo } from './card-action.ts';
import { myActionsCard } from './card-my-actions.ts';
import { actionMessage } from './task-message.ts';

const Which = z.object({ action: z.string().min(1).max(60), delivery: z.string().max(400).optional() });
type Which = z.infer<typeof Which>;

const look = verb('action.look', Which, (input, context) =>
  forAction(input, context, () => shownAction(input, context)),
);

const done = verb('action.done', Which, (input, context) =>
  forAction(input, context, async (action) => {
    const { world, person } = context;
    // Pressed twice, or by two people: the first day stays.
    if (action.done === undefined) {
      const today = dateAt(world.policy, world.now());
      await world.gatherings.markDone(action, today, { person: person.id, surface: 'card' });
    }
    return shownAction(input, context, true);
  }),
);

const undo = verb('action.undo', Which, (input, context) =>
  forAction(input, context, async (action) => {
    const { world, person } = context;
    if (mayUndo(world.policy, action, world.now())) {
      await world.gatherings.markDone(action, undefined, { person: person.id, surface: 'card' });
    }
    return shownAction(input, context, true);
  }),
);

const mine = verb('actions.look', z.object({}), (_, { person, world }) => shows(myActionsCard(person, world)));

export const actionVerbs: readonly Verb[] = [look, done, undo, mine];

/** The action, if the person owns it or leads the meeting it was agreed in. */
function forAction(
  { action: id }: Which,
  { world, person }: VerbContext,
  act: (action: KeptAction) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const kept = world.gatherings.kept();
  const action = kept.actions.find((one) => one.id === id);
  const meeting = kept.gatherings.find(({ key }) => key === action?.meeting);
  const leads = meeting && meetingAccess(world.policy, world.facts(), person, meeting, 'conclude').allowed;
  if (action === undefined || (action.owner !== person.id && !leads)) {
    return refused(403, 'NotAllowed', 'This is somebody else’s action, or it is gone, so nothing was changed.');
  }
  return act(action);
}

/** As the facts stand now; the chase that brought the card gives it its words while it is owed. */
function shownAction({ action, delivery }: Which, { world, person }: VerbContext, lasting = false): Answer {
  const task = delivery
    ? due(world.policy, { ...world.facts(), delivered: new Set() }, world.now()).find(
        (one): one is Task => one.kind === 'task' && one.key === delivery && one.person === person.id,
      )
    : undefined;
  return shows(actionMessage(action, world, task), lasting);
}

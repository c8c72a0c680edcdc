import { due, type Task } from '@owls/policy';
import { z } from 'zod';
import { agreementTaskMessage } from '../categorisation/agreement-verbs.ts';
import { shows, type Verb, verb } from '../chat/verb.ts';
import { extraDataTaskMessage } from '../extra-data/verbs.ts';
import { meetingTaskMessage } from '../gatherings/task-message.ts';
import { reviewTaskMessage } from '../peer-review/verbs.ts';
import { targetTaskMessage } from '../targets/task-message.ts';
import type { World } from '../world.ts';
import { taskCard, taskDoneCard } from './card.ts';

/** The card of a task as the facts stand now: that of its topic where there is one, else the plain one. */
export function taskMessage(task: Task, world: World) {
  const own =
    meetingTaskMessage(task, world) ??
    targetTaskMessage(task, world) ??
    agreementTaskMessage(task, world) ??
    reviewTaskMessage(task, world) ??
    extraDataTaskMessage(task, world);
  if (own !== undefined) return own;
  const about = world.facts().schools.find(({ urn }) => urn === task.urn);
  const year = /^analysis(?:-late)?\/(\d{4}-\d{2})\//.exec(task.key)?.[1];
  const school =
    about &&
    (year === undefined
      ? { name: about.name, link: world.linkTo(`school/${about.urn}`) }
      : { name: about.name, link: world.linkTo(`school/${about.urn}/analysis/${year}`), opens: 'Open the analysis' });
  return taskCard({ policy: world.policy, now: world.now(), task, school });
}

/**
 * A task looked at again. It shows only what the person themselves owes: another's key, or one that is settled, gets the
 * same answer.
 */
const look = verb(
  'task.look',
  z.object({ delivery: z.string().min(1).max(400) }),
  ({ delivery }, { world, person }) => {
    const owed = due(world.policy, { ...world.facts(), delivered: new Set() }, world.now());
    const task = owed.find(
      (one): one is Task => one.kind === 'task' && one.key === delivery && one.person === person.id,
    );
    return shows(task ? taskMessage(task, world) : taskDoneCard(world.policy, delivery));
  },
);

export const taskVerbs: readonly Verb[] = [look];

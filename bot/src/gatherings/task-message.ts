import { analysisInWords, type Person, type Task } from '@owls/policy';
import type { Element } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { isAsked } from '../meetings/questions.ts';
import type { World } from '../world.ts';
import { actionCard } from './card-action.ts';
import { agendaCard } from './card-agenda.ts';
import { type MeetingGiven, meetingFor } from './card-given.ts';
import { minutesCard } from './card-minutes.ts';
import { movedCard } from './card-moved.ts';
import { namesCard } from './card-names.ts';
import { questionCard } from './card-question.ts';

/**
 * The card of a task that a meeting asks: its agenda, its new time, its minutes, an action with its tap, what becomes of
 * one that is gone from Outlook, names to send. Undefined for
 * every other task, and where the meeting is gone: those have the plain card.
 */
export function meetingTaskMessage(task: Task, world: World): CardMessage | undefined {
  const [kind = '', ...rest] = task.key.split('/');
  const person = world.facts().people.find(({ id }) => id === task.person);
  if (person === undefined) return undefined;
  switch (kind) {
    case 'agenda':
    case 'meeting':
      return shown(agendaCard, rest.slice(0, -2).join('/'), person, task, world);
    case 'moved':
      return shown(movedCard, rest.slice(0, -2).join('/'), person, task, world);
    case 'minutes':
    case 'priorities':
      return shown(minutesCard, rest.join('/'), person, task, world);
    case 'action':
      return actionMessage(rest[0] ?? '', world, task);
    case 'gone':
      return questionMessage(rest.slice(0, -2).join('/'), world, task.key);
    case 'names':
      return namesMessage(task, rest.slice(0, -1).join('/'), world);
    default:
      return undefined;
  }
}

function shown(
  make: (given: MeetingGiven) => CardMessage,
  key: string,
  person: Person,
  task: Task,
  world: World,
): CardMessage | undefined {
  const given = meetingFor(world, person, key, task.key);
  return given && make(given);
}

/** The card of an action, with the words of the chase that brought it where one did. */
export function actionMessage(id: string, world: World, task?: Task): CardMessage | undefined {
  const kept = world.gatherings.kept();
  const action = kept.actions.find((one) => one.id === id);
  if (action === undefined) return undefined;
  return actionCard({
    ...{ policy: world.policy, now: world.now(), action, task, delivery: task?.key },
    meeting:
      kept.gatherings.find(({ key }) => key === action.meeting)?.title ??
      analysisInWords(action.meeting) ??
      'a meeting',
    school: world.facts().schools.find(({ urn }) => urn === action.urn)?.name,
  });
}

/** The card that asks what becomes of a meeting, or the answer it was given; undefined where the meeting is no more. */
export function questionMessage(
  key: string,
  world: World,
  delivery?: string,
  notices: readonly Element[] = [],
): CardMessage | undefined {
  const meeting = world.meetings.recorded().find((one) => one.key === key);
  return meeting && questionCard({ policy: world.policy, meeting, asked: isAsked(meeting, world), delivery, notices });
}

function namesMessage(task: Task, meeting: string, world: World): CardMessage | undefined {
  return task.urn === undefined ? undefined : namesCard({ policy: world.policy, task, meeting, urn: task.urn });
}

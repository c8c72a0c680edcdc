/**
 * Carries out what somebody said yes to: makes calendars hold the plan. What is to be done is worked out anew from plan
 * and rows each time, so an interruption, a second instance or a second yes repeats nothing.
 */
import type { Ahead, CalendarJob, Gathering, NotDone, RecordedGathering } from '@owls/policy';
import type { Graph } from '../m365/graph.ts';
import { failureOf } from '../m365/graph-failure.ts';
import type { MeetingChange } from '../stores.ts';
import type { World } from '../world.ts';
import { changedEvent, chatOf, type Invitation, spanOf } from './event.ts';
import { type CalendarConfig, invitationOf, makeEvents, type Refused, refusedBy } from './events.ts';
import { toldOf, wholeMailbox } from './refusals.ts';
import { toDo, whatIsAhead } from './what-is-ahead.ts';

/** With the job's own row beside them, the rows of so many meetings are one batch. */
const AT_ONCE = 19;

type Task =
  | { readonly do: 'make'; readonly to: Gathering; readonly again: number }
  | { readonly do: 'change'; readonly from: RecordedGathering; readonly to: Gathering }
  | { readonly do: 'take out'; readonly from: RecordedGathering };

interface Outcome {
  readonly task: Task;
  readonly change?: MeetingChange;
  readonly refused?: Refused;
}

/** Goes on with every running job until it is done, it has to stop, or the service stops. */
export async function fillCalendars(
  world: World,
  graph: Graph,
  config: CalendarConfig,
  stop: AbortSignal,
): Promise<void> {
  for (const job of world.planning.running()) {
    if (stop.aborted) return;
    await carryOut(job, world, graph, config, stop);
  }
}

async function carryOut(
  job: CalendarJob,
  world: World,
  graph: Graph,
  config: CalendarConfig,
  stop: AbortSignal,
): Promise<void> {
  const work = whatIsAhead(world, job.year, job.times);
  const tasks = tasksOf(work, world);
  let now: CalendarJob = { ...job, total: Math.max(job.total, job.made + job.changed + job.takenOut + toDo(work)) };
  for (let from = 0; from < tasks.length; from += AT_ONCE) {
    if (stop.aborted) return;
    const part = tasks.slice(from, from + AT_ONCE);
    const outcomes = await doPart(part, world, graph, invitationOf(world, config));
    now = counted(now, outcomes, world);
    const whole = outcomes.flatMap(({ refused }) => wholeMailbox(refused, config.organiser) ?? [])[0];
    if (whole !== undefined) now = { ...now, state: 'stopped', says: whole, failed: [] };
    const last = from + AT_ONCE >= tasks.length;
    if (whole !== undefined || last) now = finished(now, world);
    await world.meetings.note(
      outcomes.flatMap(({ change }) => change ?? []),
      { job: now },
    );
    if (whole !== undefined) break;
  }
  if (tasks.length === 0) {
    now = finished(now, world);
    await world.planning.noteJob(now);
  }
  const { key, state, made, changed, takenOut, failed } = now;
  world.log.info({ job: key, state, made, changed, takenOut, failed: failed.length }, 'calendars were filled');
}

function finished(job: CalendarJob, world: World): CalendarJob {
  const state = job.state === 'stopped' ? 'stopped' : 'done';
  const finishedAt = world.now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  return { ...job, state, finishedAt };
}

/** First what is no longer to be, then what changes, then what is new. */
function tasksOf({ add, change, takeOut }: Ahead, world: World): readonly Task[] {
  const rows = new Map(world.meetings.recorded().map((one) => [one.key, one]));
  return [
    ...takeOut.map((from): Task => ({ do: 'take out', from })),
    ...change.map(({ from, to }): Task => ({ do: 'change', from, to })),
    // One that was taken out before comes back as another event than the one Outlook remembers.
    ...add.map((to): Task => {
      const there = rows.get(to.key);
      return { do: 'make', to, again: there === undefined ? 0 : (there.again ?? 0) + 1 };
    }),
  ];
}

async function doPart(
  tasks: readonly Task[],
  world: World,
  graph: Graph,
  given: Invitation,
): Promise<readonly Outcome[]> {
  const make = tasks.filter((task) => task.do === 'make');
  const rest = tasks.filter((task) => task.do !== 'make');
  const byKey = new Map(make.map((task) => [task.to.key, task]));
  const made = await makeEvents(
    make.map(({ to, again }) => ({ ...to, again })),
    graph,
    given,
  );
  return [
    ...made.flatMap(({ meeting, event, refused }): Outcome[] => {
      const task = byKey.get(meeting.key);
      if (task === undefined) return [];
      if (event === undefined) return [{ task, ...(refused === undefined ? {} : { refused }) }];
      // An event that was there already may have been moved meanwhile: the row says where it is.
      const span = spanOf(event, given.timeZone);
      return [
        {
          task,
          change: {
            did: 'made',
            meeting: { ...task.to, ...span },
            eventId: event.id,
            chat: chatOf(event),
            again: task.again,
          },
        },
      ];
    }),
    ...(await changeEvents(rest, world, graph, given)),
  ];
}

async function changeEvents(
  tasks: readonly Exclude<Task, { do: 'make' }>[],
  world: World,
  graph: Graph,
  given: Invitation,
): Promise<readonly Outcome[]> {
  const url = (eventId: string) => `/users/${encodeURIComponent(given.config.organiser)}/events/${eventId}`;
  const inCalendar = tasks.filter(({ from }) => from.eventId !== undefined);
  const answers = await graph.batch(
    inCalendar.map((task) =>
      task.do === 'change'
        ? { method: 'PATCH', url: url(task.from.eventId ?? ''), body: changedEvent(task.from, task.to, given) }
        : { method: 'DELETE', url: url(task.from.eventId ?? '') },
    ),
  );
  return tasks.map((task): Outcome => {
    const place = inCalendar.indexOf(task);
    const answer = answers[place];
    const { key } = task.from;
    const done: MeetingChange = task.do === 'change' ? { did: 'changed', meeting: task.to } : { did: 'taken out', key };
    if (place < 0 || (answer !== undefined && answer.status > 0 && answer.status < 300)) return { task, change: done };
    if (answer?.status === 404) {
      // It was deleted by hand: what was to be taken out is out, what was to change asks what to do.
      return { task, change: task.do === 'take out' ? done : { did: 'gone', key } };
    }
    if (answer === undefined) throw failureOf('an event of a batch', 0, undefined);
    world.log.warn({ meeting: key, status: answer.status }, 'an event could not be changed');
    return { task, refused: refusedBy(answer) };
  });
}

function counted(job: CalendarJob, outcomes: readonly Outcome[], world: World): CalendarJob {
  const did = (kind: Task['do']) => outcomes.filter(({ task, change }) => task.do === kind && change).length;
  const failed = outcomes.flatMap(({ task, refused }): NotDone[] => {
    if (refused === undefined) return [];
    const { key, title } = task.do === 'take out' ? task.from : task.to;
    world.log.warn({ meeting: key, status: refused.status, code: refused.code }, 'a meeting is not in calendars');
    return [{ key, ...toldOf(title, refused) }];
  });
  return {
    ...job,
    made: job.made + did('make'),
    changed: job.changed + did('change'),
    takenOut: job.takenOut + did('take out'),
    failed: [...job.failed.filter(({ key }) => !outcomes.some(({ task }) => keyOf(task) === key)), ...failed],
  };
}

const keyOf = (task: Task): string => (task.do === 'take out' ? task.from.key : task.to.key);

import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AreaFound } from '../visits/area-found.ts';
import { absenceTasks } from './absence-tasks.ts';
import { actionTasks } from './action-tasks.ts';
import { agendaTasks } from './agenda-tasks.ts';
import type { Apology } from './apology.ts';
import type { Delegates } from './delegates.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import type { Action } from './meeting-action.ts';
import type { Minutes } from './minutes.ts';
import { minutesTasks } from './minutes-tasks.ts';
import { movedTasks } from './moved-tasks.ts';
import { namesTasks } from './names-tasks.ts';
import { standing } from './owed.ts';
import { questionTasks } from './question-tasks.ts';

/** What is kept of the gatherings. `gatherings` are the agreed ones, cancelled ones included. */
export interface GatheringsRecords {
  readonly gatherings: readonly RecordedGathering[];
  readonly minutes: readonly Minutes[];
  readonly actions: readonly Action[];
  readonly delegates: readonly Delegates[];
  readonly apologies: readonly Apology[];
  /** What advisory heads found, for the next visits (M5): see `areasFoundBy`. */
  readonly areasFound: readonly AreaFound[];
}

/**
 * Everything the meetings owe at this moment: agendas and reminders to their people, another time to who could not come,
 * what is to become of one that is gone from Outlook, minutes to record, the year's priorities to record (M6), names to send to networks (M10), and
 * actions to do or to hear about. Nothing about a school that has left or not joined.
 */
export function gatheringsTasks(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: Facts,
  records: GatheringsRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  const here = new Set(schoolsOn(facts.schools, today).map(({ urn }) => urn));
  const gatherings = records.gatherings.filter(
    ({ state, urn }) => state !== 'cancelled' && (urn === undefined || here.has(urn)),
  );
  return standing(
    [
      ...agendaTasks(policy, own, facts, gatherings, records.apologies, today),
      ...absenceTasks(policy, facts, gatherings, records.apologies, today),
      ...movedTasks(policy, facts, gatherings, records.apologies, today),
      ...questionTasks(policy, facts, gatherings, today),
      ...minutesTasks(policy, own, facts, gatherings, records.minutes, today),
      ...namesTasks(policy, own, facts, gatherings, records.delegates, today),
      ...actionTasks(policy, own, facts, records, today),
    ],
    now,
  );
}

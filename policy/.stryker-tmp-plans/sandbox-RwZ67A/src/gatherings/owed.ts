// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { instantAt } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A task of the gatherings and the moment from which nobody needs it any more. */
export interface Owed {
  readonly task: Task;
  readonly until?: Temporal.Instant;
}

/** The tasks of these that stand at a moment: begun, and still of use. */
export function standing(owed: readonly Owed[], now: Temporal.Instant): readonly Task[] {
  const at = now.epochMilliseconds;
  return owed
    .filter(({ task, until }) => Date.parse(task.since) <= at && (until === undefined || at < until.epochMilliseconds))
    .map(({ task }) => task);
}

/** The exact moment of a meeting's wall-clock time, for example `2026-09-08T14:00`. */
export function momentOf(policy: TrustPolicy, wallClock: string): Temporal.Instant {
  return instantAt(policy, wallClock.slice(0, 10), wallClock.slice(11));
}

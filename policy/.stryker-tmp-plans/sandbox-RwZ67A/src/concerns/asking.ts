// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { isoOf } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { answering } from './answering.ts';
import { schoolMoment } from './term-weeks.ts';

/** Something wanted of somebody, before it is known who answers for it: dates instead of moments, a role or a person. */
export type Wanted = Pick<Task, 'key' | 'rule' | 'title' | 'because' | 'otherwise'> & {
  readonly role: Role;
  /** The person asked, where one is named; who holds the role for the school otherwise. */
  readonly person?: Person;
  /** ISO dates from which it is asked and by which it is wanted. */
  readonly from: string;
  readonly until?: string;
};

/** The tasks of what is wanted about a school whose moment has come, one for each person and key. */
export function tasksOf(
  policy: TrustPolicy,
  times: { readonly asked: string; readonly wanted: string },
  facts: Pick<Facts, 'people'>,
  school: School,
  wanted: readonly Wanted[],
  now: Temporal.Instant,
): readonly Task[] {
  const tasks = wanted.flatMap(({ role, person: named, from, until, key, ...rest }): Task[] => {
    const person = named ?? answering(facts, role, school);
    const since = schoolMoment(policy, from, times.asked);
    if (!person || since.epochMilliseconds > now.epochMilliseconds) return [];
    return [
      {
        kind: 'task',
        ...rest,
        key: `${key}/${person.id}`,
        person: person.id,
        urn: school.urn,
        since: isoOf(since),
        ...(until === undefined ? {} : { by: isoOf(schoolMoment(policy, until, times.wanted)) }),
      },
    ];
  });
  return [...new Map(tasks.map((task) => [task.key, task])).values()];
}

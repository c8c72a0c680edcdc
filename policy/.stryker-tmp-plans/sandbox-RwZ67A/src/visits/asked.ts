// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { isoOf } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Person } from '../trust/people.ts';

/** The wall-clock time by which something is wanted on its day. */
export const SCHOOL_DAY_ENDS = '17:00';

/** Something wanted of people, before it is asked whether its moment has come. */
export type Asked = Pick<Task, 'key' | 'rule' | 'title' | 'urn' | 'because' | 'otherwise'> & {
  readonly people: readonly (Person | undefined)[];
  readonly since: Temporal.Instant;
  readonly by?: Temporal.Instant;
  /** From then on nobody needs it any more. */
  readonly until?: Temporal.Instant;
};

/** The tasks that stand at a moment: begun and still of use; one for each person and key. */
export function tasksAt(asked: readonly Asked[], now: Temporal.Instant): readonly Task[] {
  const at = now.epochMilliseconds;
  const tasks = asked
    .filter(({ since, until }) => since.epochMilliseconds <= at && (!until || at < until.epochMilliseconds))
    .flatMap(({ people, since, by, until: _until, key, ...rest }) =>
      people.flatMap((person): Task[] =>
        person
          ? [
              {
                kind: 'task',
                ...rest,
                key: `${key}/${person.id}`,
                person: person.id,
                since: isoOf(since),
                ...(by ? { by: isoOf(by) } : {}),
              },
            ]
          : [],
      ),
    );
  return [...new Map(tasks.map((task) => [task.key, task])).values()];
}

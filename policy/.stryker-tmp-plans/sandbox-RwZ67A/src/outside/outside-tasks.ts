// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt, instantAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Development } from './development.ts';
import type { GoodPractice } from './good-practice.ts';
import type { LinkedDocument } from './linked-document.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import { peopleTasks } from './people-tasks.ts';
import type { Priority } from './priority.ts';
import { register } from './register.ts';
import { practiceTasks, priorityTasks } from './sharing-tasks.ts';
import type { Talk } from './talk.ts';
import { talkTasks } from './talk-tasks.ts';

export interface OutsideRecords {
  readonly priorities: readonly Priority[];
  readonly practices: readonly GoodPractice[];
  readonly talks: readonly Talk[];
  readonly development: readonly Development[];
  readonly documents: readonly LinkedDocument[];
}

/** What sharing, telling, people and documents ask at this moment (M45, M46, M47, M49). */
export function outsideTasks(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  records: OutsideRecords,
  now: Temporal.Instant,
): readonly Task[] {
  return [
    ...priorityTasks(policy, own, facts, records.priorities, now),
    ...practiceTasks(policy, own, facts, records.practices, now),
    ...talkTasks(policy, own, facts, records.talks, now),
    ...peopleTasks(policy, own, facts, records.development, now),
    ...reviews(policy, own, facts, records.documents, now),
  ].filter(({ since }) => Temporal.Instant.compare(Temporal.Instant.from(since), now) <= 0);
}

function reviews(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  documents: readonly LinkedDocument[],
  now: Temporal.Instant,
): Task[] {
  return register(own, facts, documents, dateAt(policy, now)).flatMap(({ key, title, owner, due, why }): Task[] => {
    if (!owner) return [];
    return [
      {
        kind: 'task',
        key: `document-review/${key}/${due}/${owner}`,
        rule: 'M49',
        person: owner,
        title: `Review: ${title}`,
        since: isoOf(onSchoolDay(policy, due, own.documents.prompt, due)),
        by: isoOf(instantAt(policy, due, '17:00')),
        because: why.because.join(' '),
        otherwise: 'The register shows it as overdue.',
      },
    ];
  });
}

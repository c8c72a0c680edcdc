/** A task: open, overdue, about a school with a long name, and settled. */
import { OWLS, type Task } from '@owls/policy';
import type { CardMessage } from '../chat/messenger.ts';
import { messy, NOW } from '../chat/trust.examples.ts';
import { tabLink } from '../tab-link.ts';
import { taskCard, taskDoneCard } from './card.ts';

const TASK: Task = {
  kind: 'task',
  key: 'plan-agree/2026-27/115850/p-head',
  rule: 'M35',
  person: 'p-head',
  title: 'Agree the development plan',
  since: '2026-08-25T07:00:00Z',
  by: '2026-12-18T17:00:00Z',
  because: 'Every school has a development plan each year, agreed with its head.',
  otherwise: 'The governors have nothing to note at their first meeting of the year.',
};

export function taskExamples(): ReadonlyMap<string, CardMessage> {
  const given = { policy: OWLS, now: NOW };
  const [school] = messy.facts.schools;
  const link = tabLink({ endpoint: 'https://owls.example' }, `school/${school?.urn}`);
  return new Map([
    ['a task', taskCard({ ...given, task: TASK })],
    ['a task that is overdue', taskCard({ ...given, task: { ...TASK, by: '2026-10-05T16:00:00Z' } })],
    ['a task about a school', taskCard({ ...given, task: TASK, school: { name: school?.name ?? '', link } })],
    [
      'the analysis of a year',
      taskCard({ ...given, task: TASK, school: { name: school?.name ?? '', link, opens: 'Open the analysis' } }),
    ],
    ['a task that is settled', taskDoneCard(OWLS, TASK.key)],
  ]);
}

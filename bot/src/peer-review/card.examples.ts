/** Cards of steps of a review's protocol: asked, overdue, done, and of a school with a hostile name. */
import { OWLS, type PeerReview, protocolSteps, type Task } from '@owls/policy';
import { notice } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { messy, NOW } from '../chat/trust.examples.ts';
import { tabLink } from '../tab-link.ts';
import { type StepCardGiven, stepCard } from './card-step.ts';

export function reviewExamples(): ReadonlyMap<string, CardMessage> {
  const { facts } = messy;
  const [school] = facts.schools;
  const [first, second] = facts.people;
  if (!school || !first || !second) throw new RangeError('The messy trust has schools and people.');
  const review: PeerReview = {
    ...{ key: `peer-review/2026-27/${school.urn}`, urn: school.urn, year: '2026-27', questions: [] },
    ...{ days: ['2027-01-26', '2027-01-27'], lead: first.id, reviewers: [second.id] },
    steps: [{ step: 'templates', by: first.id, on: '2026-12-18' }],
  };
  const given = (key: string): StepCardGiven => {
    const step = protocolSteps(OWLS, OWLS.peerReview, facts, review).find((one) => one.key === key);
    if (step === undefined) throw new RangeError(`The protocol has no step ${key}.`);
    const task: Task = {
      ...{ kind: 'task', key: `peer-review-step/${review.key}/2027-01-26/${key}/${first.id}`, rule: 'M32' },
      ...{ person: first.id, title: step.name, since: '2026-12-15T08:00:00Z', because: 'It is not done.' },
      otherwise: 'The review goes on without it, and its protocol shows the gap.',
    };
    return {
      ...{ policy: OWLS, now: NOW, review, step, school, task, doneBy: step.doneBy === undefined ? '' : first.name },
      said: { year: '2026-27', urn: school.urn, day: '2027-01-26', step: key, delivery: task.key },
      link: tabLink({ endpoint: 'https://owls.example' }, 'meetings/2026-27/reviews'),
    };
  };
  const late = given('report');
  return new Map([
    ['a step of a peer review', stepCard(given('report'))],
    ['a step that is done', stepCard(given('templates'))],
    ['a step that is overdue', stepCard({ ...late, now: late.step.due.add({ hours: 30 }) })],
    ['a step that cannot be done yet', stepCard(late, [notice('The review begins later.', 'warning')])],
  ]);
}

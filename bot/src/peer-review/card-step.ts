import { dayInWords, nameOf, type Person, type School, type Task, type TrustPolicy } from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import { cut, linkButton, meetingMessage, plainButton } from '../gatherings/card-parts.ts';
import type { World } from '../world.ts';
import { type StepOfReview, stepOf } from './ticking.ts';

/** What a card says of the step it is about: with the review's first day, for one that is moved asks again. */
export interface StepSaid {
  readonly year: string;
  readonly urn: string;
  readonly day: string;
  readonly step: string;
  readonly delivery?: string | undefined;
}

/** All that the card of a step is made from. */
export interface StepCardGiven extends StepOfReview {
  readonly policy: TrustPolicy;
  readonly now: Temporal.Instant;
  readonly said: StepSaid;
  readonly school: Pick<School, 'name'>;
  /** Name of who ticked it; empty where it is not done, or nobody knows. */
  readonly doneBy: string;
  /** Where the year's reviews are in the tab. */
  readonly link: string;
  readonly task?: Task | undefined;
}

/** The step as it stands, for one of those it is asked of; undefined where it is not theirs or the review is another. */
export function stepFor(world: World, person: Person, said: StepSaid, task?: Task): StepCardGiven | undefined {
  const facts = world.facts();
  const found = stepOf(world, said.year, said.urn, said.step);
  const school = facts.schools.find(({ urn }) => urn === said.urn);
  if (!found || !school || found.review.days[0] !== said.day) return undefined;
  const { doneBy = '', by } = found.step;
  if (!by.some(({ id }) => id === person.id)) return undefined;
  return {
    ...{ policy: world.policy, now: world.now(), said, school, ...found, task },
    doneBy: doneBy === '' ? '' : nameOf(facts, doneBy),
    link: world.linkTo(`meetings/${said.year}/reviews`),
  };
}

/** A step of a review's protocol: one tap says that it is done, another takes that back. */
export function stepCard(given: StepCardGiven, notices: readonly Element[] = []): CardMessage {
  const { policy, now, said, review, step, school, doneBy, link, task } = given;
  const { delivery, ...which } = said;
  const data = { ...which, ...(delivery ? { delivery } : {}) };
  const isDone = step.done !== undefined;
  const late = !isDone && step.due.epochMilliseconds < now.epochMilliseconds;
  const title = inert(cut(step.name));
  return meetingMessage({
    summary: `${isDone ? 'Done' : 'To do'}: ${title}`,
    masthead: {
      kicker: `Peer review · ${inert(policy.trust.shortName)}`,
      title,
      subtitle: inert(school.name),
      status: isDone
        ? { says: '✓ Done', style: 'good' }
        : { says: late ? 'Overdue' : `Due ${fromNow(policy, step.due, now)}`, style: late ? 'attention' : 'accent' },
    },
    notices,
    facts: [
      { title: 'The review', value: review.days.map(dayInWords).join(' and ') },
      ...(isDone
        ? [{ title: 'Done', value: inert([dayInWords(step.done ?? ''), doneBy].filter(Boolean).join(', by ')) }]
        : [{ title: 'By', value: moment(policy, step.due) }]),
      ...(!isDone && step.by.length > 1 ? [{ title: 'Asked of', value: inert(cut(namesIn(step.by))) }] : []),
      ...(task && !isDone ? [{ title: 'Otherwise', value: inert(task.otherwise) }] : []),
    ],
    look: { verb: 'review-step.look', data },
    actions: [
      isDone
        ? plainButton('Not done after all', 'review-step.undo', data)
        : button({ title: 'Done', verb: 'review-step.done', data, style: 'positive', sendsInputs: false }),
      linkButton('All steps', link),
    ],
  });
}

function namesIn(people: readonly Pick<Person, 'name'>[]): string {
  return `${people.map(({ name }) => name).join(', ')}: one of you is enough`;
}

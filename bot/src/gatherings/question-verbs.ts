import { access } from '@owls/policy';
import { z } from 'zod';
import type { Element } from '../chat/card.ts';
import { type Answer, refused, shows, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { answerQuestion, type QuestionAnswer } from '../meetings/questions.ts';
import { noMeetingCard } from './card-agenda.ts';
import { answeredBefore } from './card-question.ts';
import { by, Meeting, type Which } from './meeting-verb.ts';
import { questionMessage } from './task-message.ts';

const look = verb('question.look', z.object(Meeting), (input, context) =>
  mayPlan(context) ? shown(input, context) : notTheirs(),
);
const back = verb('question.back', z.object(Meeting), (input, context) => answered(input, 'put it back', context));
const out = verb('question.out', z.object(Meeting), (input, context) => answered(input, 'leave it out', context));

export const questionVerbs: readonly Verb[] = [look, back, out];

async function answered(input: Which, answer: QuestionAnswer, context: VerbContext): Promise<Answer> {
  if (!mayPlan(context)) return notTheirs();
  const { world } = context;
  // Somebody may have answered in the tab, by another instance, a moment ago.
  await world.refresh();
  const isFirst = await answerQuestion(input.meeting, answer, world, by(context));
  return shown(input, context, isFirst ? [] : [answeredBefore()], true);
}

function mayPlan({ world, person }: VerbContext): boolean {
  return access(world.policy, person, 'meetings.plan', world.facts()).allowed;
}

function notTheirs(): Answer {
  return refused(403, 'NotAllowed', 'Only those who plan the year’s meetings answer this, so nothing was changed.');
}

function shown(
  { meeting, delivery }: Which,
  { world }: VerbContext,
  notices: readonly Element[] = [],
  lasting = false,
): Answer {
  return shows(questionMessage(meeting, world, delivery, notices) ?? noMeetingCard(delivery), lasting);
}

/** Presses that take a proposal or a validation back (M25): asked once, then done; an old card is answered with how it stands. */
import { checkJudgementTakenBack, type Decision, JUDGEMENT_PARTS, type JudgementPart, type School } from '@owls/policy';
import { z } from 'zod';
import { type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import { type Answer, schoolFor, shows, Urn, type VerbContext, Version, verb } from '../chat/verb.ts';
import { ids, type RoundGiven, seen, spoken, toValidate } from './card-given.ts';
import { type ProposalsGiven, proposalsCard, proposeCard } from './card-proposals.ts';
import { takeBackCard } from './card-take-back.ts';
import { validateCard, validationsCard } from './card-validations.ts';
import { again, by, Cluster, forCluster, forRound, isConflict } from './verbs.ts';

const Part = { ...Cluster, urn: Urn, part: z.enum(JUDGEMENT_PARTS) };
type Part = z.infer<z.ZodObject<typeof Part>>;

const ask = verb('category.askTakeBack', z.object(Part), (input, context) =>
  forPart(input, context, (given, school) => {
    const decision = decided(given, school, input.part);
    return decision.allowed
      ? shows(takeBackCard(given, school, input.part, idsOf(given)))
      : asItStands(given, decision);
  }),
);

const takeBack = verb('category.takeBack', z.object({ ...Part, version: Version }), (input, context) =>
  forPart(input, context, async (given, school) => {
    const { part } = input;
    const decision = decided(given, school, part);
    if (!decision.allowed) return asItStands(given, decision);
    const { judgement } = seen(given, school);
    const stood = (part === 'proposal' ? judgement?.proposed : judgement?.validated)?.category ?? '';
    try {
      await context.world.judgements.takeBack(part, school.urn, given.halfTerm, input.version, by(context));
    } catch (error) {
      if (!isConflict(error)) throw error;
      return changed(renewed(given, context), school);
    }
    const says = `The ${part} of ${spoken(given.policy, stood)} for ${inert(school.name)} is taken back.`;
    return list(renewed(given, context), [notice(says, 'good')]);
  }),
);

export const categoryTakeBackVerbs = [ask, takeBack];

type Given = RoundGiven | ProposalsGiven;

/** Runs `act` for whoever may take this part back: of a proposal who proposes for the cluster, of a validation who validates. */
async function forPart(
  input: Part,
  context: VerbContext,
  act: (given: Given, school: School) => Promise<Answer> | Answer,
): Promise<Answer> {
  const found = schoolFor(context, input.part === 'proposal' ? 'category.propose' : 'category.validate', input.urn);
  if ('answer' in found) return found.answer;
  return input.part === 'proposal'
    ? forCluster(input, context, (given) => act(given, found.school))
    : forRound(input, context, (given) => act(given, found.school));
}

function decided({ policy, facts, halfTerm, now }: Given, { urn }: School, part: JudgementPart): Decision {
  return checkJudgementTakenBack(policy, facts, urn, halfTerm, part, now);
}

function idsOf(given: Given): Readonly<Record<string, unknown>> {
  return 'cluster' in given ? { ...ids(given), cluster: given.cluster } : ids(given);
}

function renewed(given: Given, context: VerbContext): Given {
  const now = again(given, context);
  return 'cluster' in now ? now : toValidate(now, context.person);
}

function asItStands(given: Given, decision: Exclude<Decision, { allowed: true }>): Answer {
  return list(given, [notice(inert(`${decision.because} ${decision.wouldChange}`), 'warning')]);
}

/** All schools of the round as they stand, with what happened. */
function list(given: Given, notices: readonly Element[]): Answer {
  return shows('cluster' in given ? proposalsCard(given, notices) : validationsCard(given, notices), true);
}

/** Somebody changed it meanwhile: nothing is taken back before it was seen. */
function changed(given: Given, school: School): Answer {
  const notices = [notice('Changed since you opened it, so nothing was taken back. Look again.', 'warning')];
  const { judgement } = seen(given, school);
  if ('cluster' in given) {
    const { category = '', because = '' } = judgement?.proposed ?? {};
    return judgement?.proposed
      ? shows(proposeCard(given, school, { category, because, notices }))
      : list(given, notices);
  }
  const { category = '', why = '' } = judgement?.validated ?? {};
  return judgement?.validated ? shows(validateCard(given, school, { category, why, notices })) : list(given, notices);
}

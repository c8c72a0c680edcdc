/** What presses that take a sent return back do (M14): asked once, then done; an old receipt is answered with how it stands. */
import { checkTakeBack, type Decision, LONGEST_TAKE_BACK_NOTE } from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import { type Answer, HalfTermKey, shows, Urn, verb } from '../chat/verb.ts';
import { soapCard } from './card.ts';
import { type SoapGiven, standing } from './card-given.ts';
import { takeBackCard } from './card-take-back.ts';
import { takeReturnBack } from './taking-back.ts';
import { again, forReturn } from './verbs.ts';

const Sent = {
  urn: Urn,
  ht: HalfTermKey,
  delivery: z.string().max(300).optional(),
  revision: z.coerce.number().int().min(1).max(9_999),
};

const ask = verb('soap.askTakeBack', z.object(Sent), (input, context) =>
  forReturn(input, context, (given) => {
    const { policy, facts, school, halfTerm, now } = given;
    const wanted = { urn: school.urn, halfTerm, revision: input.revision, note: '' };
    const decision = checkTakeBack(policy, facts, wanted, now);
    const { submitted } = standing(given);
    return decision.allowed && submitted ? shows(takeBackCard(given, submitted)) : asItStands(given, decision);
  }),
);

const takeBack = verb(
  'soap.takeBack',
  // A longer note than the input takes is answered in words, and not as a broken card.
  z.object({
    ...Sent,
    note: z
      .string()
      .max(4 * LONGEST_TAKE_BACK_NOTE)
      .default(''),
  }),
  (input, context) =>
    forReturn(input, context, async (given) => {
      const { school, halfTerm } = given;
      const wanted = { urn: school.urn, halfTerm, revision: input.revision, note: input.note };
      const decision = await takeReturnBack(context.world, context.person, wanted, 'card');
      const now = again(given, context);
      if (!decision.allowed) return asItStands(now, decision);
      const says = 'Taken back: the figures are your draft again. Send it when it is right.';
      return shows(soapCard(now, 'opened', [notice(says, 'good')]), true);
    }),
);

export const takeBackVerbs = [ask, takeBack];

/** Why nothing was taken back, above how the return stands now. */
function asItStands(given: SoapGiven, decision: Decision): Answer {
  const says = decision.allowed ? decision.because : `${decision.because} ${decision.wouldChange}`;
  return shows(soapCard(given, 'opened', [notice(inert(says), 'warning')]), true);
}

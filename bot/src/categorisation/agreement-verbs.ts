/** What the card of an agreement does: yes in a tap, no with a reason (M25). */
import type { AgreementAnswer, Task } from '@owls/policy';
import { z } from 'zod';
import { type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { type Answer, HalfTermKey, refused, shows, Urn, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import type { World } from '../world.ts';
import { answerCategory } from './answering.ts';
import { agreementCard, agreementFor } from './card-agreement.ts';

const About = { urn: Urn, ht: HalfTermKey, seen: z.string().max(10), delivery: z.string().max(400).optional() };
type About = z.infer<z.ZodObject<typeof About>>;

const look = verb('agreement.look', z.object(About), (input, context) => shown(input, context));
const why = verb('agreement.why', z.object(About), (input, context) => shown(input, context, { asking: true }));
const yes = verb('agreement.yes', z.object(About), (input, context) => answered(input, context, 'agrees', ''));
const no = verb('agreement.no', z.object({ ...About, because: z.string().max(2000).default('') }), (input, context) =>
  answered(input, context, 'disagrees', input.because),
);

export const agreementVerbs: readonly Verb[] = [look, why, yes, no];

async function answered(
  input: About,
  context: VerbContext,
  answer: AgreementAnswer['answer'],
  because: string,
): Promise<Answer> {
  const { world, person } = context;
  if (agreementFor(world, person, input.urn, input.ht, input.delivery) === undefined) return notYours();
  const given = { urn: input.urn, halfTerm: input.ht, category: input.seen, answer, because };
  const decision = await answerCategory(world, person, given, 'card');
  if (decision.allowed) {
    const thanks = answer === 'agrees' ? 'Thank you: it stands as agreed.' : 'Thank you: your reason stands beside it.';
    return shown(input, context, { notices: [notice(thanks, 'good')], lasting: true });
  }
  const says = inert(`${decision.because} ${decision.wouldChange}`);
  return shown(input, context, {
    asking: answer === 'disagrees' && because.trim() === '',
    notices: [notice(says, 'warning')],
  });
}

function shown(
  { urn, ht, delivery }: About,
  { world, person }: VerbContext,
  how: { readonly asking?: boolean; readonly notices?: readonly Element[]; readonly lasting?: boolean } = {},
): Answer {
  const given = agreementFor(world, person, urn, ht, delivery);
  return given ? shows(agreementCard(given, how.asking, how.notices), how.lasting) : notYours();
}

function notYours(): Answer {
  return refused(403, 'NotAllowed', 'This card is for the head of the school it is about, so nothing was changed.');
}

/** The card of a task that asks for an agreement. Undefined for every other task. */
export function agreementTaskMessage({ key, urn, person: id }: Task, world: World): CardMessage | undefined {
  const [kind = '', year = '', term = ''] = key.split('/');
  const person = world.facts().people.find((one) => one.id === id);
  if (kind !== 'agreement' || urn === undefined || person === undefined) return undefined;
  const given = agreementFor(world, person, urn, `${year}/${term}-1`, key);
  return given && agreementCard(given);
}

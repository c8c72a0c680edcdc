/** What the card of extra data does: figures and a remark in one go, and a correction after (M19). */
import { extraDataFindings, numberFrom, type Task } from '@owls/policy';
import { z } from 'zod';
import { type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { type Answer, refused, shows, Urn, type Verb, type VerbContext, Version, verb } from '../chat/verb.ts';
import type { World } from '../world.ts';
import { Conflict } from '../writes.ts';
import { type ExtraCardGiven, extraDataCard, extraDataFor, figuresText } from './card-extra-data.ts';

const About = {
  ...{ urn: Urn, item: z.string().min(1).max(60), due: z.string().max(10), version: Version },
  delivery: z.string().max(400).optional(),
};
type About = z.infer<z.ZodObject<typeof About>>;

const look = verb('extra.look', z.object(About), (input, context) =>
  withGiven(input, context, (given) => shows(extraDataCard(given))),
);
const correct = verb('extra.correct', z.object(About), (input, context) =>
  withGiven(input, context, (given) => shows(extraDataCard(given, { correcting: true }))),
);
const send = verb('extra.send', z.object({ ...About, says: z.string().max(1000).default('') }), (input, context, raw) =>
  withGiven(input, context, (given) => sent(input, input.says.trim(), given, context, raw)),
);

export const extraDataVerbs: readonly Verb[] = [look, correct, send];

async function sent(
  input: About,
  says: string,
  given: ExtraCardGiven,
  context: VerbContext,
  raw: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { world, person } = context;
  const values = Object.fromEntries(
    given.shown.measures.map(
      ({ key }) =>
        [
          key,
          String(raw[`figure:${key}`] ?? '')
            .slice(0, 20)
            .trim(),
        ] as const,
    ),
  );
  const figures = Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const figure = numberFrom(value);
      return figure === undefined ? [] : [[key, figure === 'not a number' ? Number.NaN : figure] as const];
    }),
  );
  const facts = world.facts();
  const school = facts.schools.find(({ urn }) => urn === input.urn);
  if (!school) return notYours();
  const filled = { urn: input.urn, item: input.item, due: input.due, figures, says };
  const found = extraDataFindings(world.policy, world.policy.concerns, facts, school, filled, world.now());
  const again = (notices: readonly Element[]) => shows(extraDataCard(given, { typed: { values, says }, notices }));
  if (found.length > 0) return again(found.map((one) => notice(inert(one.says), 'warning')));
  try {
    await world.extraData.save(filled, input.version, { person: person.id, surface: 'card' });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = extraDataFor(world, person, input.urn, input.item, input.delivery);
    if (now === undefined) return notYours();
    const there = figuresText(now.shown.measures, now.asked.given?.figures ?? {});
    const warning = `This was given since the card was opened: ${there}. Send again to put yours in its place.`;
    return shows(extraDataCard(now, { typed: { values, says }, notices: [notice(warning, 'warning')] }));
  }
  return withGiven(input, context, (now) => {
    const thanks = [notice('Thank you: it is on record, and those who support the school see it.', 'good')];
    return shows(extraDataCard(now, { notices: thanks }), true);
  });
}

function withGiven(
  { urn, item, delivery }: About,
  { world, person }: VerbContext,
  act: (given: ExtraCardGiven) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const given = extraDataFor(world, person, urn, item, delivery);
  return given === undefined ? notYours() : act(given);
}

function notYours(): Answer {
  return refused(
    403,
    'NotAllowed',
    'This is not asked any more, or it is somebody else’s to give, so nothing was changed.',
  );
}

/** The card of a task that asks for extra data. Undefined for every other task. */
export function extraDataTaskMessage({ key, urn, person: id }: Task, world: World): CardMessage | undefined {
  const [kind = '', , item = ''] = key.split('/');
  const person = world.facts().people.find((one) => one.id === id);
  if (kind !== 'extra' || urn === undefined || person === undefined) return undefined;
  const given = extraDataFor(world, person, urn, item, key);
  return given && extraDataCard(given);
}

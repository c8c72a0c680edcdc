/** What the cards of targets do: a school's step in two taps, and the board's approval (M20-M22). */
import {
  access,
  answerBoardQuestion,
  approveTrustTargets,
  askBoardQuestion,
  putsOf,
  putToBoard,
  TARGET_DOINGS,
  type TargetsForBoard,
} from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import { type Answer, refused, shows, Urn, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { momentValue } from '../store/field-values.ts';
import { Conflict } from '../world.ts';
import { boardCard, boardCardFor } from './card-board.ts';
import { markOf, type SchoolCardGiven, schoolCard, schoolCardFor, schoolDoneCard, wantedOf } from './card-school.ts';
import { changedSince, stepTargets } from './stepping.ts';

const Year = z.string().regex(/^\d{4}-\d{2}$/);
const Delivery = z.string().max(400).optional();
const School = { urn: Urn, year: Year, doing: z.enum(TARGET_DOINGS), delivery: Delivery };
type School = z.infer<z.ZodObject<typeof School>>;
const Board = { year: Year, put: z.int().min(0).max(9999), delivery: Delivery };
type Board = z.infer<z.ZodObject<typeof Board>>;
const Says = z.string().max(2000).default('');

const look = verb('targets.look', z.object(School), (input, context) =>
  forSchool(input, context, (given) => shows(schoolCard(given))),
);

const sure = verb('targets.sure', z.object(School), (input, context) =>
  forSchool(input, context, (given) => shows(schoolCard(given, true))),
);

const take = verb('targets.take', z.object({ ...School, mark: z.string().max(40) }), (input, context) =>
  forSchool(input, context, async (given) => {
    const { world, person } = context;
    const again = (says: string) => {
      const now = schoolCardFor(world, person, input) ?? given;
      return shows(schoolCard(now, false, [notice(says, 'warning')]));
    };
    const wanted = wantedOf(given);
    if (wanted.length === 0) return shows(schoolCard(given));
    if (markOf(given) !== input.mark)
      return again('These targets were changed since you opened the card. Look at them and confirm again.');
    const school = world.facts().schools.find(({ urn }) => urn === input.urn);
    if (school === undefined) return notYours();
    const outcome = await stepTargets(
      world,
      person,
      school,
      input.year,
      { doing: input.doing, wanted, why: '' },
      'card',
    );
    switch (outcome.state) {
      case 'forbidden':
        return refused(403, 'NotAllowed', outcome.decision.because);
      case 'unmended':
        return again(inert(outcome.findings[0]?.says ?? 'Something has to be mended first: look into the tab.'));
      case 'changed since':
        return again(changedSince(outcome.names));
      case 'done':
        return shows(schoolDoneCard(given, outcome.changed), true);
    }
  }),
);

const boardLook = verb('board.look', z.object(Board), (input, context) => shownBoard(input, context));

const boardSure = verb('board.sure', z.object({ ...Board, asking: z.enum(['approve', 'put']) }), (input, context) => {
  const given = boardCardFor(context.world, context.person, input);
  if (given === undefined) return notYours();
  const may = input.asking === 'approve' ? given.board.may.approve : given.board.may.put;
  return shows(may ? boardCard(given, [], input.asking) : boardCard(given));
});

const approve = verb('board.approve', z.object(Board), (input, context) =>
  forPut(input, context, 'targets.approve', async (put) => {
    const { world, person } = context;
    if (put.approvals.some(({ by }) => by === person.id)) return undefined;
    const made = approveTrustTargets(world.policy.targets, world.facts(), put, stepOf(context));
    if (!made.ok) return made;
    await world.targets.approve(put, byCard(context));
    return undefined;
  }),
);

const ask = verb('board.ask', z.object({ ...Board, says: Says }), (input, context) =>
  forPut(input, context, 'targets.approve', async (put) => {
    const { world } = context;
    const says = input.says.trim();
    const made = askBoardQuestion(world.policy.targets, world.facts(), put, { ...stepOf(context), says });
    if (!made.ok) return made;
    await world.targets.ask(put, says, byCard(context));
    return undefined;
  }),
);

const reply = verb(
  'board.reply',
  z.object({ ...Board, question: z.int().min(0).max(9999), says: Says }),
  (input, context) =>
    forPut(input, context, 'target.agree', async (put) => {
      const { world } = context;
      const says = input.says.trim();
      const made = answerBoardQuestion(world.facts(), put, input.question, { ...stepOf(context), says });
      if (!made.ok) return made;
      await world.targets.answer(put, input.question, says, byCard(context));
      return undefined;
    }),
);

const put = verb('board.put', z.object(Board), async (input, context) => {
  const { world, person } = context;
  if (!access(world.policy, person, 'target.agree', world.facts()).allowed) return notYours();
  const { targets = [], forBoard = [] } = world.facts().records?.targets ?? {};
  const before = putsOf(forBoard, input.year).length;
  if (before !== input.put) return shownBoard(input, context, 'They were put to the board meanwhile.');
  const made = putToBoard(world.policy, world.policy.targets, world.facts(), targets, input.year, stepOf(context));
  if (!made.ok) return shownBoard(input, context, `${made.why.because.join(' ')} ${made.says}`);
  const sent = world.targets.put(made.forBoard, before, byCard(context)).then(() => undefined);
  return tried(input, context, sent);
});

export const targetVerbs: readonly Verb[] = [look, sure, take, boardLook, boardSure, approve, ask, reply, put];

function forSchool(
  input: School,
  { world, person }: VerbContext,
  act: (given: SchoolCardGiven) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const given = schoolCardFor(world, person, input);
  return given === undefined ? notYours() : act(given);
}

/** Acts on what was put last, if it is what the card showed; then shows how it stands. */
async function forPut(
  input: Board,
  context: VerbContext,
  action: 'targets.approve' | 'target.agree',
  act: (
    put: TargetsForBoard,
  ) => Promise<{ readonly says: string; readonly why: { readonly because: readonly string[] } } | undefined>,
): Promise<Answer> {
  const { world, person } = context;
  if (!access(world.policy, person, action, world.facts()).allowed) return notYours();
  const puts = putsOf(world.facts().records?.targets?.forBoard ?? [], input.year);
  const last = puts.at(-1);
  if (last === undefined || puts.length !== input.put)
    return shownBoard(input, context, 'Other targets were put to the board meanwhile: these.');
  return tried(
    input,
    context,
    act(last).then((fault) => (fault ? `${fault.why.because.join(' ')} ${fault.says}` : undefined)),
  );
}

async function tried(input: Board, context: VerbContext, write: Promise<string | undefined>): Promise<Answer> {
  try {
    const fault = await write;
    return shownBoard(input, context, fault, fault === undefined);
  } catch (error) {
    if (error instanceof Conflict) return shownBoard(input, context, error.message);
    throw error;
  }
}

function shownBoard({ year, delivery }: Board, { world, person }: VerbContext, says?: string, lasting = false): Answer {
  const given = boardCardFor(world, person, { year, delivery });
  if (given === undefined) return notYours();
  return shows(boardCard(given, says === undefined ? [] : [notice(inert(says), 'warning')]), lasting);
}

function stepOf({ world, person }: VerbContext) {
  return { by: person.id, at: momentValue(world.now()) };
}

function byCard({ person }: VerbContext) {
  return { person: person.id, surface: 'card' } as const;
}

function notYours(): Answer {
  return refused(403, 'NotAllowed', 'This card is for somebody else, so nothing was changed.');
}

/** What the cards of targets do: a school's step in two taps, and the board's approval (M20-M22). */
import { TARGET_DOINGS } from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import { type Answer, refused, shows, Urn, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { Conflict } from '../writes.ts';
import { type BoardStep, boardStep, faultInWords, mayBoardStep, whyNotTakenBack } from './board-steps.ts';
import { BOARD_ASKINGS, boardCard, boardCardFor } from './card-board.ts';
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

const boardSure = verb('board.sure', z.object({ ...Board, asking: z.enum(BOARD_ASKINGS) }), (input, context) => {
  const given = boardCardFor(context.world, context.person, input);
  if (given === undefined) return notYours();
  const { asking } = input;
  if (given.board.may[asking]) return shows(boardCard(given, [], asking));
  // From a card that was sent before the last approval came.
  const fault = asking === 'takeBack' ? whyNotTakenBack(context.world, context.person, input.year) : undefined;
  return shownBoard(input, context, fault && faultInWords(fault));
});

const approve = verb('board.approve', z.object(Board), (input, context) =>
  stepped(input, context, { does: 'approve', put: input.put }),
);

const takeBack = verb('board.takeBack', z.object(Board), (input, context) =>
  stepped(input, context, { does: 'take back', put: input.put }),
);

const ask = verb('board.ask', z.object({ ...Board, says: Says }), (input, context) =>
  stepped(input, context, { does: 'ask', put: input.put, says: input.says }),
);

const reply = verb(
  'board.reply',
  z.object({ ...Board, question: z.int().min(0).max(9999), says: Says }),
  (input, context) =>
    stepped(input, context, { does: 'reply', put: input.put, question: input.question, says: input.says }),
);

const put = verb('board.put', z.object(Board), (input, context) =>
  stepped(input, context, { does: 'put', put: input.put }),
);

export const targetVerbs: readonly Verb[] = [
  look,
  sure,
  take,
  boardLook,
  boardSure,
  approve,
  takeBack,
  ask,
  reply,
  put,
];

function forSchool(
  input: School,
  { world, person }: VerbContext,
  act: (given: SchoolCardGiven) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const given = schoolCardFor(world, person, input);
  return given === undefined ? notYours() : act(given);
}

/** Takes a step with the board, then shows how it stands, with why where it was not taken. */
async function stepped(input: Board, context: VerbContext, step: BoardStep): Promise<Answer> {
  const { world, person } = context;
  if (!mayBoardStep(world, person, step).allowed) return notYours();
  try {
    const fault = await boardStep(world, person, input.year, step, 'card');
    return shownBoard(input, context, fault && faultInWords(fault), fault === undefined);
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

function notYours(): Answer {
  return refused(403, 'NotAllowed', 'This card is for somebody else, so nothing was changed.');
}

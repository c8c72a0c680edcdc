import { agreed, minuted, type PointKind } from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { type Answer, shows, type Verb, type VerbContext, Version, verb } from '../chat/verb.ts';
import { Conflict } from '../writes.ts';
import { type MeetingGiven, meetingFor } from './card-given.ts';
import { type MinutesTyped, minutesCard } from './card-minutes.ts';
import { by, forMeeting, Meeting, notYours } from './meeting-verb.ts';
import { newId } from './new-id.ts';

const Typed = (most: number) => z.string().max(most).default('');
const Content = {
  kind: z.enum(['decision', 'action', 'development area', 'priority']).default('decision'),
  text: Typed(1000),
  owner: Typed(100),
  by: Typed(20),
  /** Ids with commas between, as a multi-select sends them. */
  attended: Typed(20_000),
};

const open = verb('minutes.open', z.object(Meeting), (input, context) =>
  forMeeting(input, context, (given) => shows(minutesCard(given))),
);

const add = verb('minutes.add', z.object({ ...Meeting, ...Content }), (input, context) =>
  forMeeting(input, context, async (given) => {
    if (!given.view.may.write) return notYours();
    const again = (says: string) => shows(minutesCard(given, { ...input, notices: [notice(says, 'warning')] }));
    const text = input.text.trim();
    if (text === '') return again('Type what was agreed.');
    if (!given.view.begun) return again('Minutes are written once the meeting has begun.');
    const { kind } = input;
    if (kind === 'action') {
      const refusal = await agree(given, { text, owner: input.owner, by: input.by }, context);
      if (refusal !== undefined) return again(refusal);
    } else {
      await note(given, kind, text, context);
    }
    const now = meetingFor(context.world, context.person, input.meeting, input.delivery) ?? given;
    const { attended } = input;
    return shows(minutesCard(now, { kind, attended, notices: [notice('Added and kept.', 'good')] }));
  }),
);

const end = verb('minutes.end', z.object({ ...Meeting, ...Content, version: Version }), (input, context) =>
  ended(input, { state: 'held' }, context),
);
const notHeld = verb('minutes.notHeld', z.object({ ...Meeting, ...Content, version: Version }), (input, context) =>
  ended(input, { state: 'not held' }, context),
);

export const minutesVerbs: readonly Verb[] = [open, add, end, notHeld];

/** Keeps a point once: the same words pressed again stand there already. */
async function note(given: MeetingGiven, kind: PointKind, text: string, context: VerbContext): Promise<void> {
  if (given.view.points.some((one) => one.kind === kind && one.text === text)) return;
  const point = { id: newId(given.now), meeting: given.view.meeting.key, kind, text };
  await context.world.gatherings.savePoint(point, undefined, by(context));
}

/** Keeps an action; says what is wrong with it where something is. */
async function agree(
  given: MeetingGiven,
  typed: { readonly text: string; readonly owner: string; readonly by: string },
  context: VerbContext,
): Promise<string | undefined> {
  const { world } = context;
  const meeting = world.gatherings.kept().gatherings.find(({ key }) => key === given.view.meeting.key);
  if (meeting === undefined) return 'The meeting is not there any more.';
  const known = given.view.actions.some((one) => one.text === typed.text && one.owner === typed.owner);
  if (known) return undefined;
  const result = agreed(world.facts(), meeting, { id: newId(given.now), ...typed });
  if (!result.ok) return result.says;
  await world.gatherings.saveAction(result.action, undefined, by(context));
  return undefined;
}

type Ending = z.infer<z.ZodObject<typeof Meeting & typeof Content>> & { readonly version?: string | undefined };

/** Ends the minutes, with who came or with why it was not held; what somebody else ended meanwhile is shown instead. */
function ended(
  input: Ending,
  how: { readonly state: 'held' | 'not held' },
  context: VerbContext,
): Promise<Answer> | Answer {
  return forMeeting(input, context, async (given) => {
    const { world, person } = context;
    if (!given.view.may.conclude) return notYours();
    const again = (to: MeetingGiven, typed: MinutesTyped, says: string) =>
      shows(minutesCard(to, { ...typed, notices: [notice(says, 'warning')] }));
    const meeting = world.gatherings.kept().gatherings.find(({ key }) => key === input.meeting);
    if (meeting === undefined) return notYours();
    const shown = new Set(given.view.people.map(({ id }) => id));
    const attended = input.attended.split(',').filter((id) => shown.has(id));
    const because = how.state === 'not held' ? input.text.trim() : '';
    const content =
      how.state === 'held'
        ? { state: how.state, attended, decisions: [], priorities: [], developmentAreas: [] }
        : { state: how.state, because };
    const checked = minuted(world.policy, meeting, content, person.id, given.now);
    if (!checked.ok) return again(given, input, checked.says);
    try {
      await world.gatherings.saveSheet(
        { gathering: input.meeting, state: how.state, attended: how.state === 'held' ? attended : [], because },
        meeting.title,
        input.version,
        by(context),
      );
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const now = meetingFor(world, person, input.meeting, input.delivery) ?? given;
      return again(
        now,
        input,
        'Somebody changed these minutes meanwhile. This is how they stand; press again to keep yours.',
      );
    }
    const now = meetingFor(world, person, input.meeting, input.delivery) ?? given;
    return shows(minutesCard(now), true);
  });
}

/** What the cards of meetings do: agendas, who cannot come, and names to send. Minutes, actions and questions have files of their own. */
import { headedBy } from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { type Answer, refused, shows, Urn, type Verb, type VerbContext, verb } from '../chat/verb.ts';
import { actionVerbs } from './action-verbs.ts';
import { agendaCard, awayCard, noMeetingCard } from './card-agenda.ts';
import { type MeetingGiven, meetingFor } from './card-given.ts';
import { movedCard } from './card-moved.ts';
import { namesSentCard } from './card-names.ts';
import { by, forMeeting, Meeting, notYours, type Which } from './meeting-verb.ts';
import { minutesVerbs } from './minutes-verbs.ts';
import { newId } from './new-id.ts';
import { questionVerbs } from './question-verbs.ts';

const Typed = (most: number) => z.string().max(most).default('');

const look = verb('meeting.look', z.object(Meeting), (input, context) =>
  forMeeting(input, context, (given) => shows(agendaCard(given))),
);

const moved = verb('meeting.moved', z.object(Meeting), (input, context) =>
  forMeeting(input, context, (given) => shows(movedCard(given))),
);

const add = verb('agenda.add', z.object({ ...Meeting, item: Typed(500) }), (input, context) =>
  forMeeting(input, context, async (given) => {
    const text = input.item.trim();
    if (!given.view.may.write || given.view.meeting.state === 'cancelled') return notYours();
    if (text === '') {
      return shows(agendaCard(given, { notices: [notice('Type what you would like to talk about.', 'warning')] }));
    }
    // Pressed twice is once: a card that comes back shows what stands there.
    const there = given.view.points.some((one) => one.kind === 'agenda item' && one.text === text);
    if (!there) {
      const point = { id: newId(given.now), meeting: input.meeting, kind: 'agenda item', text } as const;
      await context.world.gatherings.savePoint(point, undefined, by(context));
    }
    const now = meetingFor(context.world, context.person, input.meeting, input.delivery) ?? given;
    return shows(agendaCard(now, { notices: [notice('Added. Everybody sees it on the agenda.', 'good')] }));
  }),
);

const away = verb('meeting.away', z.object(Meeting), (input, context) =>
  forMeeting(input, context, (given) => (mayAnswer(given) ? shows(awayCard(given)) : tooLate(given))),
);

const tell = verb(
  'meeting.tell',
  z.object({ ...Meeting, instead: Typed(200), because: Typed(500) }),
  (input, context) => answered(input, context, 'cannot come', 'Whoever leads it is told.'),
);

const comes = verb('meeting.comes', z.object(Meeting), (input, context) =>
  answered(
    { ...input, instead: '', because: '' },
    context,
    'comes after all',
    'Good: your invitation comes back in a moment.',
  ),
);

const Names = { meeting: Meeting.meeting, delivery: Meeting.delivery, urn: Urn };
const namesLook = verb('names.look', z.object(Names), (input, context) => sent(input, undefined, context));
const namesSend = verb('names.send', z.object({ ...Names, names: Typed(1000) }), (input, context) => {
  const names = input.names
    .split('\n')
    .map((name) => name.trim().slice(0, 120))
    .filter((name) => name !== '');
  return names.length === 0
    ? refused(400, 'BadInput', 'Type a name, or press “Nobody comes”.')
    : sent(input, names.slice(0, 30), context);
});
const namesNobody = verb('names.nobody', z.object(Names), (input, context) => sent(input, [], context));

export const gatheringVerbs: readonly Verb[] = [
  ...[look, moved, add, away, tell, comes, namesLook, namesSend, namesNobody],
  ...minutesVerbs,
  ...actionVerbs,
  ...questionVerbs,
];

function mayAnswer({ view: { you, begun, meeting } }: MeetingGiven): boolean {
  return you.invited && !begun && meeting.state !== 'cancelled';
}

function tooLate(given: MeetingGiven): Answer {
  return shows(agendaCard(given, { notices: [notice('It has begun, so the answer stays as it is.', 'warning')] }));
}

function answered(
  input: Which & { readonly instead: string; readonly because: string },
  context: VerbContext,
  state: 'cannot come' | 'comes after all',
  says: string,
): Promise<Answer> | Answer {
  return forMeeting(input, context, async (given) => {
    if (!mayAnswer(given)) return tooLate(given);
    const { world, person } = context;
    const said = { instead: input.instead.trim(), because: input.because.trim() };
    await world.gatherings.saveComing(
      { gathering: input.meeting, person: person.id, state, ...said },
      given.view.meeting,
      by(context),
    );
    const now = meetingFor(world, person, input.meeting, input.delivery) ?? given;
    return shows(agendaCard(now, { notices: [notice(says, 'good')] }), true);
  });
}

/** Keeps whom a school sends, or shows what was kept; only for a school the person heads. */
async function sent(
  { meeting, urn }: { readonly meeting: string; readonly urn: string },
  names: readonly string[] | undefined,
  context: VerbContext,
): Promise<Answer> {
  const { world, person } = context;
  const given = meetingFor(world, person, meeting);
  if (given === undefined || !headedBy(person).includes(urn)) return shows(noMeetingCard());
  if (names !== undefined) await world.gatherings.saveDelegates({ gathering: meeting, urn, names }, by(context));
  const kept = world.gatherings.kept().delegates.find((one) => one.gathering === meeting && one.urn === urn);
  return kept
    ? shows(namesSentCard(world.policy, meeting, given.view.meeting.title, kept.names), names !== undefined)
    : shows(agendaCard(given));
}

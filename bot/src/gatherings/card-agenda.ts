import { type GatheringView, momentOf } from '@owls/policy';
import { button, type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between, fromNow } from '../chat/moments.ts';
import { ids, type MeetingGiven } from './card-given.ts';
import { linkButton, meetingMessage, namesOf, plainButton, textInput } from './card-parts.ts';
import { agendaFacts, agendaSections } from './meeting-parts.ts';

export interface AgendaTyped {
  readonly item?: string;
  readonly notices?: readonly Element[];
}

/** A meeting before it begins: when and where, who cannot come, and the agenda as it stands (M4-M12). */
export function agendaCard(given: MeetingGiven, typed: AgendaTyped = {}): CardMessage {
  const { policy, view, now, link } = given;
  const { meeting, you, may, begun } = view;
  const when = between(meeting.start, meeting.end);
  const soon = fromNow(policy, momentOf(policy, meeting.start), now);
  const data = ids(given);
  const off = meeting.state === 'cancelled';
  return meetingMessage({
    summary: `${off ? 'Cancelled: ' : ''}${inert(meeting.title)}, ${when}`,
    masthead: {
      kicker: `Meeting · ${inert(policy.trust.shortName)}`,
      title: inert(meeting.title),
      subtitle: when,
      status: off
        ? { says: 'Cancelled', style: 'attention' }
        : you.away
          ? { says: 'You can’t come', style: 'warning' }
          : { says: begun ? 'Has begun' : capital(soon), style: 'accent' },
    },
    notices: typed.notices ?? [],
    facts: factsOf(view),
    sections: off ? [] : agendaSections(view),
    inputs:
      off || !may.write
        ? []
        : [textInput({ id: 'item', label: 'Add to the agenda', value: typed.item ?? '', most: 500 })],
    look: { verb: 'meeting.look', data },
    actions: off
      ? []
      : [
          ...(may.write ? [button({ title: 'Add', verb: 'agenda.add', data, style: 'positive' })] : []),
          ...(begun && may.write ? [plainButton('Minutes', 'minutes.open', data)] : []),
          ...(you.invited && !begun
            ? [
                you.away
                  ? plainButton('I can come after all', 'meeting.comes', data)
                  : plainButton('I can’t come', 'meeting.away', data),
              ]
            : []),
          linkButton('Agenda and papers', link),
          plainButton('Look again', 'meeting.look', data),
        ],
  });
}

/** Asks who comes instead, and why. */
export function awayCard(given: MeetingGiven): CardMessage {
  const { policy, view } = given;
  const data = ids(given);
  const title = inert(view.meeting.title);
  return meetingMessage({
    summary: `You can’t come to ${title}`,
    masthead: {
      kicker: `Meeting · ${inert(policy.trust.shortName)}`,
      title: `You can’t come to ${title}`,
      subtitle: between(view.meeting.start, view.meeting.end),
    },
    facts: [{ title: 'What happens', value: 'Whoever leads it is told, and your invitation is taken back.' }],
    inputs: [
      textInput({ id: 'instead', label: 'Who comes instead? Leave it empty if nobody does', most: 200 }),
      textInput({ id: 'because', label: 'Why, if you want to say', most: 500 }),
    ],
    // Refreshed, it stays the form: the agenda would take away what is being typed.
    look: { verb: 'meeting.away', data },
    actions: [
      button({ title: 'Tell them', verb: 'meeting.tell', data, style: 'positive' }),
      plainButton('Back', 'meeting.look', data),
    ],
  });
}

/** A meeting that is not the person's, or is gone: nothing of it is shown. */
export function noMeetingCard(delivery?: string): CardMessage {
  return meetingMessage({
    summary: 'This meeting is not there any more',
    masthead: { kicker: 'Meeting', title: 'This meeting is not there any more' },
    notices: [notice('It was taken from the plan, or you are no longer one of its people.', 'accent')],
    look: { verb: 'meeting.look', data: { meeting: '-', ...(delivery ? { delivery } : {}) } },
    actions: [],
  });
}

function factsOf(view: GatheringView): { title: string; value: string }[] {
  const { sent } = view;
  return [
    ...agendaFacts(view).map(({ title, values }) => ({ title, value: namesOf(values) })),
    ...(sent.length === 0 ? [] : [{ title: 'From schools', value: `${sent.length} named who comes` }]),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { button } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between } from '../chat/moments.ts';
import { agendaCard } from './card-agenda.ts';
import { ids, type MeetingGiven } from './card-given.ts';
import { meetingMessage, plainButton } from './card-parts.ts';

/**
 * Asks who could not come to a meeting whether they can at its new time (M4-M12). The agenda once that is settled: they
 * come, they said no to the new time too, or it begins.
 */
export function movedCard(given: MeetingGiven): CardMessage {
  const { policy, view } = given;
  const { meeting, you, begun } = view;
  if (you.awayFrom === undefined || begun || meeting.state === 'cancelled') return agendaCard(given);
  const data = ids(given);
  const title = inert(meeting.title);
  const when = between(meeting.start, meeting.end);
  return meetingMessage({
    summary: `${title} has another time: ${when}. Can you come now?`,
    masthead: {
      kicker: `Meeting · ${inert(policy.trust.shortName)}`,
      title: `${title} has another time`,
      subtitle: when,
      status: { says: 'Can you come now?', style: 'accent' },
    },
    facts: [
      { title: 'You could not come on', value: between(you.awayFrom) },
      { title: 'It is now', value: when },
      { title: 'Where', value: inert(meeting.place) || 'Place to be told' },
      { title: 'If you do nothing', value: 'You stay off the invitation.' },
    ],
    look: { verb: 'meeting.moved', data },
    actions: [
      button({ title: 'I can come now', verb: 'meeting.comes', data, style: 'positive', sendsInputs: false }),
      plainButton('Agenda', 'meeting.look', data),
    ],
  });
}

/** Cards of meetings: ahead, cancelled, being minuted, ended, actions in every state, with hostile and with very long words. */
import { type GatheringView, OWLS, type RecordedMeeting } from '@owls/policy';
import { type Element, notice } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { huge, messy, NOW, typical } from '../chat/trust.examples.ts';
import { actionCard } from './card-action.ts';
import { agendaCard, awayCard, noMeetingCard } from './card-agenda.ts';
import type { MeetingGiven } from './card-given.ts';
import { minutesCard } from './card-minutes.ts';
import { movedCard } from './card-moved.ts';
import { namesCard, namesSentCard } from './card-names.ts';
import { answeredBefore, questionCard } from './card-question.ts';
import { ACTION, AT, exampleMeeting } from './meeting.examples.ts';

const MOVED = { invited: true, away: true, awayFrom: '2026-12-01T14:00' };
const but = (one: MeetingGiven, view: Partial<GatheringView>): MeetingGiven => ({
  ...one,
  view: { ...one.view, ...view },
});
const sheet = (one: MeetingGiven, state: 'held' | 'not held') =>
  but(one, {
    begun: true,
    sheet: {
      ...{ gathering: one.view.meeting.key, state, attended: one.view.people.map(({ id }) => id) },
      ...{ because: state === 'not held' ? 'Snow closed the schools.' : '', by: 'p-ceo', at: AT, version: '"2"' },
    },
  });

function question(changed: Partial<RecordedMeeting>, asked = true, notices: readonly Element[] = []): CardMessage {
  const [first] = typical.facts.meetings;
  if (!first) throw new RangeError('The example trust has no meeting.');
  const delivery = `gone/${first.key}/0/p-ceo`;
  return questionCard({ policy: OWLS, meeting: { ...first, ...changed }, asked, delivery, notices });
}

export function gatheringExamples(): ReadonlyMap<string, CardMessage> {
  const nasty = messy.facts.meetings[0]?.title ?? '';
  const plain = exampleMeeting(typical, 2, 'Moderate writing together');
  const full = exampleMeeting(
    huge,
    40,
    'A very long point that somebody typed out in full, word after word. '.repeat(12),
  );
  const hostile = exampleMeeting(messy, 3, nasty);
  const action = { policy: OWLS, now: NOW, action: ACTION, meeting: 'Strategic heads’ meeting' };
  const task = {
    kind: 'task',
    ...{ key: 'names/network-senco/2026-27/autumn/100001', rule: 'M10', person: 'p-head-100001' },
    ...{ title: `Name who comes to ${nasty}`, since: AT, because: 'Each school sends: SENCOs.', otherwise: nasty },
  } as const;
  return new Map([
    ['an agenda', agendaCard(plain)],
    ['an agenda with notices', agendaCard(plain, { item: 'Reading', notices: [notice('Added.', 'good')] })],
    ['an agenda of a very big trust', agendaCard(full)],
    ['a hostile agenda', agendaCard(hostile)],
    ['a meeting that is cancelled', agendaCard(but(plain, { meeting: { ...plain.view.meeting, state: 'cancelled' } }))],
    ['a meeting one cannot come to', agendaCard(but(plain, { you: { invited: true, away: true } }))],
    ['a meeting that is at another time', movedCard(but(plain, { you: MOVED }))],
    ['a hostile one at another time', movedCard(but(hostile, { you: MOVED }))],
    ['asking who comes instead', awayCard(hostile)],
    ['a meeting that is not there', noMeetingCard('agenda/x')],
    ['minutes being written', minutesCard(but(plain, { begun: true }))],
    ['minutes of a very big trust', minutesCard(but(full, { begun: true }))],
    ['hostile minutes', minutesCard(but(hostile, { begun: true }), { kind: 'action', text: nasty, owner: 'p-ceo' })],
    ['minutes that are kept', minutesCard(sheet(plain, 'held'))],
    ['minutes of a meeting not held', minutesCard(sheet(plain, 'not held'))],
    ['minutes kept of a very big trust', minutesCard(sheet(full, 'held'))],
    ['an action', actionCard(action)],
    ['an action that is overdue', actionCard({ ...action, action: { ...ACTION, by: '2026-11-20' } })],
    ['an action that is done', actionCard({ ...action, action: { ...ACTION, done: '2026-12-03' } })],
    ['an action done long ago', actionCard({ ...action, action: { ...ACTION, done: '2026-10-03' } })],
    ['a hostile action', actionCard({ ...action, action: { ...ACTION, text: nasty }, meeting: nasty, school: nasty })],
    ['a meeting that is gone from Outlook', question({ question: 'gone from the calendar' })],
    ['a hostile one that is gone', question({ question: 'gone from the calendar', title: nasty })],
    ['one nobody answered about', question({ question: 'gone from the calendar' }, false)],
    ['one that was left out', question({ state: 'cancelled' }, false)],
    ['one that was put back, answered twice', question({}, false, [answeredBefore()])],
    ['whom a school sends', namesCard({ policy: OWLS, task, meeting: 'network-senco/2026-27/autumn', urn: '100001' })],
    ['whom a school sent', namesSentCard(OWLS, 'network-senco/2026-27/autumn', 'SENCOs', [nasty, 'Sam Reed'])],
  ]);
}

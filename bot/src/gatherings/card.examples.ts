/** Cards of meetings: ahead, cancelled, being minuted, ended, actions in every state, with hostile and with very long words. */
import {
  type GatheringsKept,
  type GatheringView,
  gatheringView,
  type KeptAction,
  OWLS,
  POINT_KINDS,
  type RecordedMeeting,
  recordedGatherings,
} from '@owls/policy';
import { type Element, notice } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { type ExampleTrust, huge, messy, NOW, typical } from '../chat/trust.examples.ts';
import { actionCard } from './card-action.ts';
import { agendaCard, awayCard, noMeetingCard } from './card-agenda.ts';
import type { MeetingGiven } from './card-given.ts';
import { minutesCard } from './card-minutes.ts';
import { movedCard } from './card-moved.ts';
import { namesCard, namesSentCard } from './card-names.ts';
import { answeredBefore, questionCard } from './card-question.ts';

const AT = '2026-12-04T09:00:00Z';

/** The trust's next meeting, with so many points of each kind, and as many actions. */
function given(trust: ExampleTrust, many: number, text: string): MeetingGiven {
  const gatherings = recordedGatherings(OWLS, trust.facts.meetings).map((one) => ({ ...one, host: trust.school.urn }));
  const [first] = gatherings;
  if (!first) throw new RangeError('The example trust has no meeting.');
  const numbers = Array.from({ length: many }, (_, place) => place);
  const kept: GatheringsKept = {
    gatherings,
    minutes: [],
    delegates: [{ gathering: first.key, urn: trust.school.urn, names: [text], by: trust.head.id, at: AT }],
    apologies: [{ gathering: first.key, person: trust.clusterLeader.id, instead: text, because: text, at: AT }],
    sheets: [],
    areasFound: [],
    points: POINT_KINDS.flatMap((kind) =>
      numbers.map((place) => ({
        ...{ id: `${kind}-${place}`, meeting: first.key, kind, text: `${text} ${place}`, by: trust.ceo.id, at: AT },
        ...{ urn: trust.school.urn, version: '"1"' },
      })),
    ),
    actions: numbers.map((place) => ({
      ...ACTION,
      id: `action-${place}`,
      meeting: first.key,
      text: `${text} ${place}`,
    })),
  };
  const view = gatheringView(OWLS, trust.facts, kept, trust.ceo, first.key, NOW);
  if (!view) throw new RangeError('The CEO may open every meeting.');
  return { policy: OWLS, view, now: NOW, delivery: `agenda/${first.key}/${first.start}/${trust.ceo.id}` };
}

const ACTION: KeptAction = {
  ...{ id: 'action-0', meeting: 'strategic/2026-27/1', text: 'Share the plan for writing', owner: 'p-head-100001' },
  ...{ by: '2026-12-11', version: '"1"' },
};
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
  const plain = given(typical, 2, 'Moderate writing together');
  const full = given(huge, 40, 'A very long point that somebody typed out in full, word after word. '.repeat(12));
  const hostile = given(messy, 3, nasty);
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

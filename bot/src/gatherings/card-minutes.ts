import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between } from '../chat/moments.ts';
import { ids, type MeetingGiven } from './card-given.ts';
import {
  choiceInput,
  cut,
  dateInput,
  linkButton,
  meetingMessage,
  namesOf,
  plainButton,
  textInput,
} from './card-parts.ts';
import { minutesFacts, minutesSections } from './meeting-parts.ts';

/** More people than this are ticked in the tab. */
const MOST_CHOICES = 40;

export interface MinutesTyped {
  readonly kind?: string;
  readonly text?: string;
  readonly owner?: string;
  readonly by?: string;
  readonly attended?: string;
  readonly notices?: readonly Element[];
}

const KINDS = [
  { title: 'Decision', value: 'decision' },
  { title: 'Action, with an owner and a date', value: 'action' },
  { title: 'Area to develop', value: 'development area' },
  { title: 'Partnership priority', value: 'priority' },
];

/** A meeting's minutes as they grow: each point is kept the moment it is added, whoever else is writing. */
export function minutesCard(given: MeetingGiven, typed: MinutesTyped = {}): CardMessage {
  const { policy, view, link } = given;
  const { meeting, sheet, may } = view;
  const ended = sheet !== undefined && sheet.state !== 'draft';
  const data = ids(given);
  const version = sheet === undefined ? {} : { version: sheet.version };
  const title = inert(meeting.title);
  return meetingMessage({
    summary: ended ? `Minutes of ${title} are kept.` : `Minutes of ${title}`,
    masthead: {
      kicker: `Minutes · ${inert(policy.trust.shortName)}`,
      title,
      subtitle: between(meeting.start, meeting.end),
      status: ended
        ? { says: sheet.state === 'held' ? '✓ Kept' : 'Not held', style: sheet.state === 'held' ? 'good' : 'warning' }
        : { says: 'Being written', style: 'accent' },
    },
    notices: typed.notices ?? [],
    facts: minutesFacts(view).map(({ title, values }) => ({ title, value: namesOf(values) })),
    sections: minutesSections(view),
    inputs: ended
      ? []
      : [
          ...(may.write
            ? [
                choiceInput({ id: 'kind', label: 'What it is', value: typed.kind ?? 'decision', choices: KINDS }),
                textInput({
                  id: 'text',
                  label: 'What was agreed; or why the meeting was not held',
                  value: typed.text ?? '',
                  lines: true,
                }),
                choiceInput({
                  id: 'owner',
                  label: 'Who does it, for an action',
                  value: typed.owner ?? '',
                  choices: view.owners.slice(0, MOST_CHOICES).map(({ id, name }) => ({ title: cut(name), value: id })),
                }),
                dateInput({ id: 'by', label: 'By when, for an action', value: typed.by ?? '' }),
              ]
            : []),
          ...(may.conclude
            ? [
                choiceInput({
                  id: 'attended',
                  label: 'Who came',
                  value: typed.attended ?? sheet?.attended.join(',') ?? '',
                  choices: view.people.slice(0, MOST_CHOICES).map(({ id, name }) => ({ title: cut(name), value: id })),
                  several: true,
                }),
              ]
            : []),
        ],
    look: { verb: 'minutes.open', data },
    actions: ended
      ? [linkButton('Minutes and papers', link), plainButton('Look again', 'minutes.open', data)]
      : [
          ...(may.write ? [button({ title: 'Add', verb: 'minutes.add', data, style: 'positive' })] : []),
          ...(may.conclude
            ? [
                button({ title: 'Finish the minutes', verb: 'minutes.end', data: { ...data, ...version } }),
                button({ title: 'It was not held', verb: 'minutes.notHeld', data: { ...data, ...version } }),
              ]
            : []),
          plainButton('Agenda', 'meeting.look', data),
        ],
  });
}

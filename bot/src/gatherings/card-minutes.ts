import { dayInWords, type GatheringView } from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between } from '../chat/moments.ts';
import { ids, type MeetingGiven } from './card-given.ts';
import { choiceInput, cut, dateInput, meetingMessage, plainButton, textInput } from './card-parts.ts';

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
  const { policy, view } = given;
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
    facts: factsOf(view),
    sections: sectionsOf(view),
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
      ? [plainButton('Look again', 'minutes.open', data)]
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

function factsOf({ sheet, people }: GatheringView): { title: string; value: string }[] {
  if (sheet === undefined || sheet.state === 'draft') return [];
  if (sheet.state === 'not held') return [{ title: 'Why it was not held', value: inert(cut(sheet.because)) }];
  const came = people.filter(({ id }) => sheet.attended.includes(id)).map(({ name }) => inert(cut(name)));
  const others = sheet.attended.length - came.length;
  const said = [...came.slice(0, 12), ...(came.length > 12 ? [`${came.length - 12} more`] : [])].join(', ');
  return [{ title: 'Who came', value: `${said}${others > 0 ? ` and ${others} others` : ''}` }];
}

function sectionsOf({ points, actions }: GatheringView) {
  const of = (kind: string) =>
    points
      .filter((one) => one.kind === kind)
      .map(({ text, school }) => (school === undefined ? text : `${school}: ${text}`));
  return [
    { title: 'Decisions', points: of('decision') },
    {
      title: 'Actions',
      points: actions.map(
        ({ text, ownerName, by, done }) =>
          `${done === undefined ? '' : '✓ '}${text} (${ownerName}, by ${dayInWords(by)})`,
      ),
    },
    { title: 'Partnership priorities', points: of('priority') },
    { title: 'Areas to develop', points: of('development area') },
  ].filter(({ points: some }) => some.length > 0);
}

import { dayInWords, openActions, type Person } from '@owls/policy';
import { button } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import type { World } from '../world.ts';
import { choiceInput, cut, meetingMessage } from './card-parts.ts';

/** More open actions than this are in the tab. */
const MOST = 25;

/** Everything a person agreed to do and has not done, soonest first, to be ticked off one at a time. */
export function myActionsCard(person: Person, world: World): CardMessage {
  const mine = openActions(world.gatherings.kept().actions).filter(({ owner }) => owner === person.id);
  const summary = mine.length === 0 ? 'You have no open actions.' : `${mine.length} open actions`;
  return meetingMessage({
    summary,
    masthead: {
      kicker: `Actions · ${inert(world.policy.trust.shortName)}`,
      title: mine.length === 0 ? 'Nothing open' : 'What you agreed to do',
      status:
        mine.length === 0 ? { says: '✓ All done', style: 'good' } : { says: `${mine.length} open`, style: 'accent' },
    },
    sections:
      mine.length === 0
        ? []
        : [{ title: 'Open', points: mine.map(({ text, by }) => `${text} (by ${dayInWords(by)})`) }],
    inputs:
      mine.length === 0
        ? []
        : [
            choiceInput({
              id: 'action',
              label: 'Which one is done',
              value: mine[0]?.id ?? '',
              choices: mine.slice(0, MOST).map(({ id, text }) => ({ title: cut(text), value: id })),
            }),
          ],
    look: { verb: 'actions.look', data: {} },
    actions:
      mine.length === 0 ? [] : [button({ title: 'It is done', verb: 'action.done', data: {}, style: 'positive' })],
  });
}

import { collectionState, collectionWindow, halfTermLabel } from '@owls/policy';
import { button, card, masthead } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import template from '../chat/list.template.json' with { type: 'json' };
import type { CardMessage } from '../chat/messenger.ts';
import { day, moment } from '../chat/moments.ts';
import type { CollectionGiven } from './card-overdue.ts';

const STATES = {
  returned: { says: '✓ Sent', color: 'Good' },
  draft: { says: 'Begun', color: 'Accent' },
  waiting: { says: 'To do', color: 'Default' },
  overdue: { says: 'Overdue', color: 'Attention' },
  'not yet open': { says: 'Not open yet', color: 'Default' },
} as const;

/** For somebody who heads several schools: whose return to open. */
export function chooserCard({ policy, facts, halfTerm, now, schools }: CollectionGiven): CardMessage {
  const { due } = collectionWindow(policy, halfTerm);
  const summary = `School On A Page, ${halfTermLabel(halfTerm)}: choose a school.`;
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: `School On A Page · ${halfTermLabel(halfTerm)}`,
        title: 'Your schools',
        status: { says: `Due ${day(policy, due)}`, style: 'accent' },
      }),
      lead: `One return for each of your schools, due ${moment(policy, due)}.`,
      notices: [],
      groups: [
        {
          title: 'Returns',
          rows: schools.map((school) => ({
            name: inert(school.name),
            ...STATES[collectionState(policy, facts, school.urn, halfTerm, now)],
          })),
          more: '',
        },
      ],
      choiceLabel: 'School',
      choice: schools[0]?.urn ?? '',
      choices: schools.map(({ name, urn }) => ({ title: name, value: urn })),
      refresh: '',
      actions: [button({ title: 'Open', verb: 'soap.open', data: { ht: halfTerm }, style: 'positive' })],
    }),
  };
}

import {
  collectionState,
  collectionWindow,
  draftOf,
  type Facts,
  type HalfTermId,
  halfTermLabel,
  headOf,
  type School,
  standingTakenBack,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { button, card, masthead, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import template from './card-overdue.template.json' with { type: 'json' };

/** So many schools are named; the rest are counted, and the tab has them all. */
const MOST_NAMED = 30;

export interface CollectionGiven {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
  readonly halfTerm: HalfTermId;
  readonly now: Temporal.Instant;
  /** The schools the reader answers for. */
  readonly schools: readonly School[];
  readonly delivery?: string | undefined;
}

/** Where the returns stand of the schools a leader answers for: an escalation (M14), and the answer to `soap`. */
export function overdueCard(given: CollectionGiven): CardMessage {
  const { policy, facts, halfTerm, now, delivery } = given;
  const rows = given.schools.map((school) => ({
    school,
    state: collectionState(policy, facts, school.urn, halfTerm, now),
  }));
  const owing = rows.filter(({ state }) => state !== 'returned');
  const overdue = owing.filter(({ state }) => state === 'overdue');
  const title =
    overdue.length > 0
      ? `${overdue.length} of ${rows.length} returns ${overdue.length === 1 ? 'is' : 'are'} overdue`
      : `${rows.length - owing.length} of ${rows.length} returns are in`;
  const summary = `${title}.`;
  const data = { ht: halfTerm, ...(delivery ? { delivery } : {}) };
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: `School On A Page · ${halfTermLabel(halfTerm)}`,
        title,
        status:
          overdue.length > 0
            ? { says: `${overdue.length} overdue`, style: 'attention' }
            : owing.length > 0
              ? { says: `${owing.length} to come`, style: 'accent' }
              : { says: 'All in', style: 'good' },
      }),
      lead: lead(given, owing.length, overdue.length),
      schools: owing.slice(0, MOST_NAMED).map(({ school, state }) => ({
        name: inert(school.name),
        head: inert(headOf(facts, school.urn)?.name ?? 'No head on record'),
        ...stateWords(
          state,
          standingTakenBack(facts, school.urn, halfTerm)
            ? 'taken back'
            : draftOf(facts, school.urn, halfTerm) && 'begun',
        ),
      })),
      more: owing.length > MOST_NAMED ? `and ${owing.length - MOST_NAMED} more: the tab names them all.` : '',
      refresh: refresh('soap.collection', data),
      actions: [button({ title: 'Look again', verb: 'soap.collection', data, sendsInputs: false })],
    }),
  };
}

function lead({ policy, halfTerm, now }: CollectionGiven, owing: number, overdue: number): string {
  const { due, closes } = collectionWindow(policy, halfTerm);
  if (owing === 0) return 'Every return is in. There is nothing to chase.';
  return overdue > 0
    ? `They were due ${moment(policy, due)}. The heads have been reminded; a word from you helps. The round closes ${fromNow(policy, closes, now)}.`
    : `They are due ${moment(policy, due)} (${fromNow(policy, due, now)}).`;
}

function stateWords(state: string, how: 'taken back' | 'begun' | undefined): { state: string; color: string } {
  if (state === 'overdue') return { state: how ? `Overdue, ${how}` : 'Overdue', color: 'Attention' };
  return { state: how === 'taken back' ? 'Taken back' : how ? 'Begun' : 'Waiting', color: 'Default' };
}

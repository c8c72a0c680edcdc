import { type Judgement, type Person, roundWindow, type School, suggestion } from '@owls/policy';
import { button, card, type Element, masthead, notice, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import template from '../chat/list.template.json' with { type: 'json' };
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import { nameOf } from '../soap/card-given.ts';
import { ids, kicker, MOST_ROWS, proposedBy, type RoundGiven, schoolChoices, seen, spoken } from './card-given.ts';
import { schoolCard } from './card-school.ts';
import { takeBackButton } from './card-take-back.ts';

/** A cluster leader's part of a round (M25). */
export interface ProposalsGiven extends RoundGiven {
  readonly person: Person;
  readonly cluster: string;
}

/** All of a cluster's schools with what is proposed, and a way through them one at a time. */
export function proposalsCard(given: ProposalsGiven, notices: readonly Element[] = []): CardMessage {
  const { policy, facts, halfTerm, now } = given;
  const schools = proposedBy(given, given.person, given.cluster);
  const open = schools.filter((school) => !isDone(seen(given, school).judgement));
  const window = roundWindow(policy, halfTerm);
  const early = now.epochMilliseconds < window.opens.epochMilliseconds;
  const summary =
    open.length === 0
      ? `${inert(given.cluster)}: every school has a proposal.`
      : `${inert(given.cluster)}: ${schools.length - open.length} of ${schools.length} categories proposed.`;
  const data = { ...ids(given), cluster: given.cluster };
  const rows = [...open, ...schools.filter((school) => !open.includes(school))];
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: `${inert(given.cluster)} cluster`,
        status:
          open.length === 0
            ? { says: '✓ Proposed', style: 'good' }
            : { says: `${schools.length - open.length} of ${schools.length}`, style: 'accent' },
      }),
      lead: lead(
        open.length,
        early,
        moment(policy, window.opens),
        moment(policy, window.proposalsDue),
        fromNow(policy, window.proposalsDue, now),
      ),
      notices,
      groups: [
        {
          title: 'Schools',
          rows: rows.slice(0, MOST_ROWS).map((school) => {
            const { judgement } = seen(given, school);
            const code = judgement?.validated?.category ?? judgement?.proposed?.category;
            return {
              name: inert(school.name),
              says: code
                ? `${judgement?.validated ? '✓✓' : '✓'} ${code}`
                : `suggests ${suggestion(policy, facts, school, halfTerm).category}`,
              color: code ? 'Good' : 'Default',
            };
          }),
          more: rows.length > MOST_ROWS ? `and ${rows.length - MOST_ROWS} more; the tab names them all.` : '',
        },
      ],
      choiceLabel: 'Go to a school',
      choice: rows[0]?.urn ?? '',
      choices: early ? [] : schoolChoices(rows),
      refresh: refresh('category.proposals', data),
      actions:
        early || rows.length === 0
          ? []
          : [
              button({
                title: open.length === schools.length ? 'Start' : 'Open',
                verb: 'category.open',
                data,
                style: 'positive',
              }),
            ],
    }),
  };
}

function lead(open: number, early: boolean, opens: string, due: string, when: string): string {
  if (early) return `The round opens ${opens}. You will be written to here.`;
  if (open === 0) return 'Thank you. The CEO validates next; you can change a proposal until then.';
  return `Propose each school’s category from your visits and its School On A Page. Proposals are due ${due} (${when}).`;
}

function isDone(judgement: Judgement | undefined): boolean {
  return judgement?.proposed !== undefined || judgement?.validated !== undefined;
}

export interface Typed {
  readonly category: string;
  readonly because: string;
  readonly errors?: readonly string[];
  readonly notices?: readonly Element[];
  readonly version?: string | undefined;
}

/** One school to propose for, the suggestion chosen already (M27). */
export function proposeCard(given: ProposalsGiven, school: School, typed?: Typed): CardMessage {
  const { policy, facts, halfTerm } = given;
  const schools = proposedBy(given, given.person, given.cluster);
  const place = schools.findIndex(({ urn }) => urn === school.urn);
  const { judgement } = seen(given, school);
  if (judgement?.validated) {
    const says = `${inert(school.name)} is validated as ${spoken(policy, judgement.validated.category)}; it can’t be proposed anew this half term.`;
    return proposalsCard(given, [notice(says, 'accent')]);
  }
  const version = typed?.version ?? judgement?.version;
  const data = { ...ids(given), cluster: given.cluster };
  const before = schools[place - 1];
  return schoolCard(given, school, {
    summary: `${school.name}: propose a category (${place + 1} of ${schools.length}).`,
    progress: { step: place + 1, of: schools.length },
    choiceLabel: 'Your proposal',
    choice: typed?.category ?? judgement?.proposed?.category ?? suggestion(policy, facts, school, halfTerm).category,
    reasonId: 'because',
    reasonLabel: 'Your reason',
    reasonHint: 'What in your visits or the return led you to it',
    reason: typed?.because ?? judgement?.proposed?.because ?? '',
    errors: typed?.errors ?? [],
    notices: typed?.notices ?? [],
    actions: [
      button({
        title: place + 1 < schools.length ? 'Save and next' : 'Save and finish',
        verb: 'category.propose',
        data: { ...data, urn: school.urn, ...(version ? { version } : {}) },
        style: 'positive',
      }),
      ...(before
        ? [button({ title: 'Back', verb: 'category.open', data: { ...data, urn: before.urn }, sendsInputs: false })]
        : []),
      ...(judgement?.proposed ? takeBackButton(given, school, 'proposal', data) : []),
      button({ title: 'All schools', verb: 'category.proposals', data, sendsInputs: false }),
    ],
  });
}

/** Somebody else proposed meanwhile: both versions, and the choice. */
export function proposalConflict(given: ProposalsGiven, school: School, typed: Typed, current: Judgement): CardMessage {
  const { proposed, validated } = current;
  if (validated || !proposed) return proposeCard(given, school);
  const who = nameOf(given.facts.people, proposed.by);
  return proposeCard(given, school, {
    ...typed,
    version: current.version,
    notices: [
      notice(
        `Changed since you opened it: ${who} proposed ${spoken(given.policy, proposed.category)} ${moment(given.policy, proposed.at)}. Yours is below: save to put it in its place, or go back to all schools to keep theirs.`,
        'warning',
      ),
    ],
  });
}

import { createHash } from 'node:crypto';
import {
  type Judgement,
  move,
  partToTakeBack,
  roundState,
  roundWindow,
  type School,
  schoolsInRound,
  suggestion,
} from '@owls/policy';
import { button, card, type Element, masthead, notice, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import template from '../chat/list.template.json' with { type: 'json' };
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import { nameOf } from '../soap/card-given.ts';
import { ids, kicker, MOST_ROWS, type RoundGiven, schoolChoices, seen, spoken } from './card-given.ts';
import { schoolCard } from './card-school.ts';
import { takeBackButton } from './card-take-back.ts';

/** Where the CEO's validation stands: what waits to be decided, what moves, what is not proposed yet (M25). */
export function validationsCard(given: RoundGiven, notices: readonly Element[] = []): CardMessage {
  const { policy, facts, halfTerm, now } = given;
  const state = roundState(policy, facts, halfTerm);
  const waiting = waitingOf(given);
  const missing = schoolsOf(given).filter(({ judgement }) => !judgement?.proposed && !judgement?.validated);
  const moves = waiting.filter(({ last, judgement }) => last !== undefined && last !== judgement?.proposed?.category);
  const undoable = schoolsOf(given).filter(
    ({ school: { urn } }) => partToTakeBack(policy, facts, urn, halfTerm, now) === 'validation',
  );
  const window = roundWindow(policy, halfTerm);
  const summary = state.complete
    ? `All ${state.total} categories are validated.`
    : `${state.validated} of ${state.total} categories validated, ${waiting.length} waiting for you.`;
  const data = ids(given);
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: state.complete ? 'The round is complete' : 'Proposals to validate',
        status: state.complete
          ? { says: '✓ Complete', style: 'good' }
          : { says: `${state.validated} of ${state.total}`, style: 'accent' },
      }),
      lead: state.complete
        ? 'The summary goes to the trust’s channel.'
        : `Validations are due ${moment(policy, window.validationsDue)} (${fromNow(policy, window.validationsDue, now)}). ${waiting.length} ${waiting.length === 1 ? 'proposal waits' : 'proposals wait'} for you; ${missing.length} still to come.`,
      notices,
      groups: [
        group('Proposed to move', moves, ({ last, judgement }) => ({
          says: `${last} → ${judgement?.proposed?.category}`,
          color: move(policy, last, judgement?.proposed?.category ?? '') === 'down' ? 'Attention' : 'Good',
        })),
        group(
          'Proposed as before, or for the first time',
          waiting.filter((one) => !moves.includes(one)),
          ({ judgement }) => ({ says: judgement?.proposed?.category ?? '', color: 'Default' }),
        ),
        group('No proposal yet', missing, () => ({ says: 'waiting', color: 'Default' })),
      ].filter(({ rows }) => rows.length > 0),
      choiceLabel: 'Go to a school',
      choice: [...moves, ...waiting, ...missing, ...undoable][0]?.school.urn ?? '',
      choices: schoolChoices(
        [...moves, ...waiting.filter((one) => !moves.includes(one)), ...missing, ...undoable].map(
          ({ school }) => school,
        ),
      ),
      refresh: refresh('category.validations', data),
      actions: state.complete
        ? undoable.length > 0
          ? [button({ title: 'Look at one again', verb: 'category.look', data })]
          : []
        : [
            ...(waiting.length > 0
              ? [
                  button({
                    title: waiting.length === 1 ? 'Agree the proposal' : `Agree all ${waiting.length}`,
                    verb: 'category.agreeAll',
                    data: { ...data, seen: fingerprint(waiting) },
                    style: 'positive',
                    sendsInputs: false,
                  }),
                ]
              : []),
            button({ title: 'One at a time', verb: 'category.look', data }),
          ],
    }),
  };
}

type Seen = ReturnType<typeof seen>;

function schoolsOf(given: RoundGiven): Seen[] {
  return schoolsInRound(given.policy, given.facts, given.halfTerm).map((school) => seen(given, school));
}

/** Schools with a proposal the CEO has not decided on, by name. */
export function waitingOf(given: RoundGiven): Seen[] {
  return schoolsOf(given).filter(({ judgement }) => judgement?.proposed && !judgement.validated);
}

/** Names the proposals a person has seen, so that agreeing to all of them agrees to those and no others. */
export function fingerprint(waiting: readonly Seen[]): string {
  const text = waiting.map(({ school, judgement }) => `${school.urn}=${judgement?.proposed?.category}`).join(' ');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function group(title: string, rows: readonly Seen[], tell: (row: Seen) => { says: string; color: string }) {
  return {
    title: `${title} (${rows.length})`,
    rows: rows.slice(0, MOST_ROWS).map((row) => ({ name: inert(row.school.name), ...tell(row) })),
    more: rows.length > MOST_ROWS ? `and ${rows.length - MOST_ROWS} more; the tab names them all.` : '',
  };
}

/** Asks once more before many decisions are made with one press. */
export function confirmCard(given: RoundGiven): CardMessage {
  const waiting = waitingOf(given);
  const one = waiting.length === 1;
  const summary = one
    ? 'Validate this category as it is proposed?'
    : `Validate ${waiting.length} categories as they are proposed?`;
  const data = { ...ids(given), seen: fingerprint(waiting) };
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({ kicker: kicker(given), title: summary }),
      lead: `${one ? 'It counts as your decision from then on, and goes' : 'They count as your decision from then on, and go'} into the summary.`,
      notices: [],
      groups: [
        group('As proposed', waiting, ({ last, judgement }) => {
          const code = judgement?.proposed?.category ?? '';
          return {
            says: last && last !== code ? `${last} → ${code}` : code,
            color: move(given.policy, last, code) === 'down' ? 'Attention' : 'Default',
          };
        }),
      ],
      choiceLabel: '',
      choice: '',
      choices: [],
      refresh: '',
      actions: [
        button({
          title: one ? 'Yes, validate it' : 'Yes, validate them',
          verb: 'category.agreeAll',
          data: { ...data, sure: true },
          style: 'positive',
        }),
        button({ title: 'Back', verb: 'category.validations', data: ids(given) }),
      ],
    }),
  };
}

export interface Considered {
  readonly category: string;
  readonly why: string;
  readonly errors?: readonly string[];
  readonly notices?: readonly Element[];
  readonly version?: string | undefined;
}

/** One school to validate: the proposal chosen already; another choice asks why (M25). */
export function validateCard(given: RoundGiven, school: School, typed?: Considered): CardMessage {
  const { policy, facts, halfTerm } = given;
  const { judgement } = seen(given, school);
  const all = schoolsOf(given);
  const place = all.findIndex((one) => one.school.urn === school.urn);
  const version = typed?.version ?? judgement?.version;
  const proposed = judgement?.proposed?.category;
  const data = ids(given);
  return schoolCard(given, school, {
    summary: `${school.name}: ${proposed ? `proposed as ${proposed}` : 'nothing proposed yet'}.`,
    progress: { step: place + 1, of: all.length },
    choiceLabel: 'Your decision',
    choice:
      typed?.category ??
      judgement?.validated?.category ??
      proposed ??
      suggestion(policy, facts, school, halfTerm).category,
    reasonId: 'why',
    reasonLabel: proposed ? 'Why, if you change it' : 'What it rests on',
    reasonHint: proposed
      ? 'Needed only where your category is not the proposed one'
      : 'Nobody has proposed a category yet',
    reason: typed?.why ?? judgement?.validated?.why ?? '',
    errors: typed?.errors ?? [],
    notices: typed?.notices ?? [],
    actions: [
      button({
        title: 'Validate and next',
        verb: 'category.validate',
        data: { ...data, urn: school.urn, ...(version ? { version } : {}) },
        style: 'positive',
      }),
      ...skip(given, school.urn),
      ...takeBackButton(given, school, 'validation', data),
      button({ title: 'All schools', verb: 'category.validations', data, sendsInputs: false }),
    ],
  });
}

function skip(given: RoundGiven, urn: string): Element[] {
  const next = nextWaiting(given, urn);
  if (!next || next.urn === urn) return [];
  return [button({ title: 'Skip', verb: 'category.look', data: { ...ids(given), urn: next.urn }, sendsInputs: false })];
}

/** The next school that waits for a decision, round the list; undefined when none is left. */
export function nextWaiting(given: RoundGiven, after: string): School | undefined {
  const all = schoolsOf(given);
  const place = all.findIndex(({ school }) => school.urn === after);
  return [...all.slice(place + 1), ...all.slice(0, place + 1)].find(
    ({ judgement }) => judgement?.proposed && !judgement.validated,
  )?.school;
}

/** The judgement was changed while the card was open: both versions, and the choice. */
export function validationConflict(
  given: RoundGiven,
  school: School,
  typed: Considered,
  current: Judgement,
): CardMessage {
  const stands = current.validated ?? current.proposed;
  if (!stands) return validateCard(given, school);
  const who = nameOf(given.facts.people, stands.by);
  const did = current.validated ? 'validated' : 'proposed';
  return validateCard(given, school, {
    ...typed,
    version: current.version,
    notices: [
      notice(
        `Changed since you opened it: ${who} ${did} ${spoken(given.policy, stands.category)} ${moment(given.policy, stands.at)}. Yours is below: validate to put it in its place, or go back to all schools.`,
        'warning',
      ),
    ],
  });
}

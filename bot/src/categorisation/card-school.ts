import { categoryByCode, choicesFor, type Judgement, type School, suggestion, visitsBeside } from '@owls/policy';
import { card, type Element, masthead } from '../chat/card.ts';
import { inert, paragraphs } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { moment } from '../chat/moments.ts';
import { cut } from '../gatherings/card-parts.ts';
import { nameOf } from '../soap/card-given.ts';
import { background, kicker, type RoundGiven, seen, spoken } from './card-given.ts';
import template from './card-school.template.json' with { type: 'json' };

/** More choices than this go into a drop-down. */
const MOST_SPREAD_OUT = 4;
const MOST_EVIDENCE = 5;

/** What is asked of one school's category, and what was typed if it is asked again. */
export interface Asked {
  readonly summary: string;
  readonly progress: { readonly step: number; readonly of: number };
  readonly choiceLabel: string;
  readonly choice: string;
  readonly reasonId: 'because' | 'why';
  readonly reasonLabel: string;
  readonly reasonHint: string;
  readonly reason: string;
  readonly errors?: readonly string[];
  readonly notices?: readonly Element[];
  readonly actions: readonly Element[];
}

/** One school of a round: what speaks for which category, and the choice (M25, M27). */
export function schoolCard(given: RoundGiven, school: School, asked: Asked): CardMessage {
  const { policy } = given;
  const choices = choicesFor(policy, school);
  return {
    summary: asked.summary,
    card: card(template, {
      summary: asked.summary,
      masthead: masthead({
        kicker: kicker(given),
        title: inert(school.name),
        subtitle: background(given, school),
        progress: { ...asked.progress, unit: 'School' },
      }),
      notices: asked.notices ?? [],
      blocks: [...proposal(given, seen(given, school).judgement), evidence(given, school), ...visits(given, school)],
      choiceLabel: asked.choiceLabel,
      choiceStyle: choices.length <= MOST_SPREAD_OUT ? 'expanded' : 'compact',
      choice: choices.includes(asked.choice) ? asked.choice : '',
      choices: choices.map((code) => ({
        title: `${code} – ${categoryByCode(policy, code)?.name ?? ''}`,
        value: code,
      })),
      reasonId: asked.reasonId,
      reasonLabel: asked.reasonLabel,
      reasonHint: asked.reasonHint,
      reason: asked.reason,
      errors: (asked.errors ?? []).map((says) => ({ says: inert(says) })),
      actions: asked.actions,
    }),
  };
}

interface Block {
  readonly title: string;
  readonly lines: readonly Element[];
  readonly small: string;
}

function proposal({ policy, facts }: RoundGiven, judgement: Judgement | undefined): Block[] {
  const proposed = judgement?.proposed;
  if (!proposed) return [];
  return [
    {
      title: `Proposed: ${spoken(policy, proposed.category)}`,
      lines: paragraphs(proposed.because),
      small: `${nameOf(facts.people, proposed.by)}, ${moment(policy, proposed.at)}`,
    },
  ];
}

function evidence({ policy, facts, halfTerm }: RoundGiven, school: School): Block {
  const suggested = suggestion(policy, facts, school, halfTerm);
  return {
    title: `What the figures suggest: ${spoken(policy, suggested.category)}`,
    lines: listed(suggested.because),
    small: suggested.wouldChange ? inert(suggested.wouldChange) : '',
  };
}

function visits({ policy, facts, halfTerm }: RoundGiven, { urn }: School): Block[] {
  const says = visitsBeside(policy, facts, urn, halfTerm);
  if (says.length === 0) return [];
  const more = says.length - MOST_EVIDENCE;
  return [{ title: 'Visits', lines: listed(says.map(cut)), small: more > 0 ? `and ${more} more in the tab` : '' }];
}

const listed = (sentences: readonly string[]): Element[] =>
  sentences
    .slice(0, MOST_EVIDENCE)
    .map((says) => ({ type: 'TextBlock', text: `• ${inert(says)}`, wrap: true, spacing: 'Small' }));

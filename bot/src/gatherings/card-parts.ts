/** What the cards of a meeting share: their shape, their inputs, and how long they may get. */
import { button, card, type Element, masthead, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import template from './card.template.json' with { type: 'json' };
import type { Section } from './meeting-parts.ts';

/** Lines of a card's lists, and characters of one: the longest agenda stays below Teams' limit. */
const MOST_LINES = 30;
const LONGEST_LINE = 140;
/** Names of more people than this would fill the card. */
const MOST_NAMES = 12;

export interface MeetingCardGiven {
  readonly summary: string;
  readonly masthead: Parameters<typeof masthead>[0];
  readonly notices?: readonly Element[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly sections?: readonly Section[];
  readonly inputs?: readonly Element[];
  readonly look: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
  readonly actions: readonly Element[];
}

export function meetingMessage(given: MeetingCardGiven): CardMessage {
  const { summary, notices = [], facts = [], inputs = [], look, actions } = given;
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead(given.masthead),
      notices,
      facts,
      sections: within(given.sections ?? []),
      inputs,
      refresh: refresh(look.verb, look.data),
      actions,
    }),
  };
}

/** Sections with inert points, no more lines together than a card can hold; what is left out is counted. */
function within(sections: readonly Section[]): readonly { title: string; points: readonly { says: string }[] }[] {
  let left = MOST_LINES;
  return sections.map(({ title, points }) => {
    const shown = points.slice(0, Math.max(left, 0));
    left -= shown.length;
    const more = points.length - shown.length;
    return {
      title: inert(cut(title)),
      points: [
        ...shown.map((point) => ({ says: inert(cut(point)) })),
        ...(more > 0 ? [{ says: `and ${more} more in the tab` }] : []),
      ],
    };
  });
}

export function cut(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 1).trimEnd()}…`;
}

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}

export function textInput({
  id,
  label,
  value = '',
  lines = false,
  most = 1000,
}: Asked & { readonly lines?: boolean; readonly most?: number }): Element {
  return { type: 'Input.Text', id, label, maxLength: most, isMultiline: lines, ...(value === '' ? {} : { value }) };
}

export function dateInput({ id, label, value = '' }: Asked): Element {
  return { type: 'Input.Date', id, label, ...(value === '' ? {} : { value }) };
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export function choiceInput({
  id,
  label,
  value = '',
  choices,
  several = false,
}: Asked & { readonly choices: readonly Choice[]; readonly several?: boolean }): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    isMultiSelect: several,
    style: several ? 'expanded' : 'compact',
    ...(value === '' ? {} : { value }),
  };
}

/** A button that sends nothing that was typed. */
export function plainButton(title: string, verb: string, data: Readonly<Record<string, unknown>>): Element {
  return button({ title, verb, data, sendsInputs: false });
}

/** Opens a place in the tab; see `tabLink`. */
export function linkButton(title: string, url: string): Element {
  return { type: 'Action.OpenUrl', title, url };
}

/** Names, or whatever people wrote, in a row; what is left out is counted. */
export function namesOf(values: readonly string[]): string {
  const more = values.length - MOST_NAMES;
  const shown = values.slice(0, MOST_NAMES).map((value) => inert(cut(value)));
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

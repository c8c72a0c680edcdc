/** Adaptive Cards: JSON templates expanded with data, and the few parts that all of our cards share. */
import { GlobalSettings, Template } from 'adaptivecards-templating';
import mastheadTemplate from './masthead.template.json' with { type: 'json' };

export type Element = { readonly type: string; readonly [property: string]: unknown };
export type Card = Element & { readonly type: 'AdaptiveCard'; readonly version: string };

/** Teams refuses or cuts bigger cards; ours stay below it with room for Teams' own wrapping. */
export const CARD_LIMIT_BYTES = 28 * 1024;

const templates = new Map<object, Template>();
const MISSING = '\u0000missing:';

/**
 * Expands a template with data. A value the template names and the data lacks throws, rather than being shown as
 * `${name}`; a property that comes out empty is left out. Values are never evaluated themselves.
 */
export function expand(template: object, data: object): Element {
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => `${MISSING}${path}\u0000`;
  const prepared = templates.get(template) ?? new Template(template);
  templates.set(template, prepared);
  return element(withoutEmpty(prepared.expand({ $root: data })));
}

/** Expands a whole card. */
export function card(template: object, data: object): Card {
  const made = expand(template, data);
  if (!isCard(made)) throw new TypeError('The template does not make an Adaptive Card 1.5.');
  return made;
}

function element(value: unknown): Element {
  if (!isElement(value)) throw new TypeError('The template does not make one element.');
  return value;
}
function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
function isCard(made: Element): made is Card {
  return made.type === 'AdaptiveCard' && made.version === '1.5';
}

function withoutEmpty(node: unknown): unknown {
  if (typeof node === 'string') {
    if (node.includes(MISSING)) throw new TypeError(`The card's data lacks ${JSON.stringify(node)}.`);
    return node;
  }
  if (Array.isArray(node)) return node.map(withoutEmpty);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value !== '' && value !== null && value !== undefined)
      .map(([key, value]) => [key, withoutEmpty(value)]),
  );
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  /** Ids and versions only: what the card may do is decided again when it comes back. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  /** `false`: pressing it neither sends nor checks what was typed. */
  readonly sendsInputs?: boolean;
  readonly tooltip?: string;
}

/** A universal action, with the plain submit that clients without universal actions fall back to. */
export function button({ title, verb, data, style, sendsInputs = true, tooltip }: Button): Element {
  const action = {
    title,
    data: { ...data, verb },
    associatedInputs: sendsInputs ? 'auto' : 'none',
    ...(style ? { style } : {}),
    ...(tooltip ? { tooltip } : {}),
  };
  return { type: 'Action.Execute', verb, ...action, fallback: { type: 'Action.Submit', ...action } };
}

/** What Teams asks for by itself when the card comes into view, so that an old card shows today's state. */
export function refresh(verb: string, data: Readonly<Record<string, unknown>>): object {
  return { action: { type: 'Action.Execute', verb, data: { ...data, verb } } };
}

export interface Masthead {
  /** What kind of thing it is, above the title. */
  readonly kicker: string;
  readonly title: string;
  readonly subtitle?: string;
  /** A word or two on how it stands. */
  readonly status?: { readonly says: string; readonly style: 'good' | 'warning' | 'attention' | 'accent' | 'emphasis' };
  readonly progress?: { readonly step: number; readonly of: number; readonly unit?: 'School' };
}

const COLORS = {
  good: 'Good',
  warning: 'Warning',
  attention: 'Attention',
  accent: 'Accent',
  emphasis: 'Default',
} as const;

/** A bar of more parts than this would be dust on a phone. */
const LONGEST_BAR = 12;

/** The head of each card: what it is, whose it is, how it stands, how far along. */
export function masthead({ kicker, title, subtitle = '', status, progress }: Masthead): Element {
  const dots = progress && progress.of <= LONGEST_BAR ? progress : { step: 0, of: 0 };
  return expand(mastheadTemplate, {
    kicker,
    title,
    subtitle,
    status: status?.says ?? '',
    statusStyle: status?.style ?? 'default',
    statusColor: status ? COLORS[status.style] : 'Default',
    step: progress ? `${progress.unit ?? 'Step'} ${progress.step} of ${progress.of}` : '',
    done: '● '.repeat(dots.step),
    ahead: `${'○ '.repeat(dots.of - dots.step)}  `,
  });
}

/** A coloured line that tells what happened or what is wrong. */
export function notice(says: string, style: 'good' | 'warning' | 'attention' | 'accent'): Element {
  return {
    type: 'Container',
    style,
    spacing: 'Medium',
    items: [{ type: 'TextBlock', text: says, wrap: true, color: COLORS[style], weight: 'Bolder' }],
  };
}

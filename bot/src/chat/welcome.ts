import {
  access,
  ceoOf,
  collectionWindow,
  type Facts,
  headedBy,
  type Person,
  roundWindow,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { card, type Element, masthead } from './card.ts';
import { categorising, collecting } from './current-round.ts';
import { inert } from './inert.ts';
import type { CardMessage } from './messenger.ts';
import { day } from './moments.ts';
import template from './welcome.template.json' with { type: 'json' };
import { WORDS, type Word } from './words.ts';

/** More buttons than this do not fit a phone side by side; every word is listed above them. */
const MOST_BUTTONS = 3;

export interface WelcomeGiven {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** First contact: who writes, what will happen and when for this person's roles, and what to type. */
export function welcomeCard(given: WelcomeGiven): CardMessage {
  const { policy, person } = given;
  const first = inert(person.name.split(' ')[0] ?? person.name);
  return greeting(
    given,
    `Welcome, ${first}`,
    `I look after the school improvement strategy of ${inert(policy.trust.name)} in Teams: I ask for what is due, remind you in good time, and keep everything in the trust’s own SharePoint. ${part(given)}`,
  );
}

/** What the bot does, for somebody who asks. `misunderstood` is answered with the same words, never with silence. */
export function helpCard(given: WelcomeGiven, misunderstood = false): CardMessage {
  const lead = misunderstood
    ? 'I did not understand that: I know a few plain words, below. Whatever you type, nothing is sent or changed without a button you press.'
    : `I look after the school improvement strategy of ${inert(given.policy.trust.name)}. ${part(given)}`;
  return greeting(given, misunderstood ? 'I know these words' : 'How I can help', lead);
}

function greeting(given: WelcomeGiven, title: string, lead: string): CardMessage {
  const words = wordsFor(given);
  return {
    summary: title,
    card: card(template, {
      summary: `${title}. You can type ${words.map(({ word }) => word).join(', ')}.`,
      masthead: masthead({ kicker: inert(given.policy.trust.shortName), title }),
      lead,
      ahead: ahead(given),
      words: words.map(({ word, does }) => ({ word, does })),
      actions: words
        .filter(({ word }) => word !== 'help')
        .slice(0, MOST_BUTTONS)
        .map(({ word }) => say(word)),
    }),
  };
}

/** What this person's roles mean for them, in a sentence or two. */
function part({ policy, facts, person }: WelcomeGiven): string {
  const schools = headedBy(person).map((urn) => facts.schools.find((school) => school.urn === urn)?.name ?? '');
  const named = schools.filter(Boolean).map(inert).join(' and ');
  const parts = [
    named && `Each half term I ask you for the School On A Page of ${named}.`,
    access(policy, person, 'category.validate', facts).allowed
      ? 'You validate the categories that cluster leaders propose, and see everything in the tab.'
      : access(policy, person, 'category.propose', facts).allowed &&
        'Each half term I ask you for your cluster’s categories.',
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  return access(policy, person, 'dashboard.read', facts).allowed
    ? 'The tab shows you how the schools stand; meetings come as Outlook invitations.'
    : 'Meetings come as Outlook invitations.';
}

function ahead({ policy, facts, person, now }: WelcomeGiven) {
  const soap = collecting(policy, facts, now);
  const round = categorising(policy, now);
  const soapWindow = soap ? collectionWindow(policy, soap) : undefined;
  const categories = round ? roundWindow(policy, round) : undefined;
  const isHead = headedBy(person).length > 0;
  const moments = [
    isHead &&
      soapWindow && { at: soapWindow.opens, what: 'I send you the School On A Page, filled in as far as can be' },
    isHead && soapWindow && { at: soapWindow.due, what: 'The School On A Page is due' },
    categories &&
      access(policy, person, 'category.propose', facts).allowed && {
        at: categories.opens,
        what: 'Categories can be proposed',
      },
    categories &&
      access(policy, person, 'category.validate', facts).allowed && {
        at: categories.validationsDue,
        what: 'Categories are to be validated',
      },
    categories && {
      at: categories.summaryAt,
      what: 'The summary of categories is posted in the trust’s channel, at the latest',
    },
  ];
  return moments
    .filter((one) => typeof one === 'object')
    .filter(({ at }) => at.epochMilliseconds > now.epochMilliseconds)
    .sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
    .slice(0, 4)
    .map(({ at, what }) => ({ when: day(policy, at), what }));
}

function wordsFor({ policy, facts, person }: WelcomeGiven): readonly Word[] {
  const may = (word: Word['word']): boolean => {
    if (word === 'soap') return access(policy, person, 'soap.read', facts).allowed || headedBy(person).length > 0;
    if (word === 'my school') return headedBy(person).length > 0;
    if (word === 'categories') return access(policy, person, 'category.read', facts).allowed;
    return true;
  };
  return WORDS.filter(({ word }) => may(word));
}

/** A button that says a word for the person. */
function say(word: string): Element {
  return {
    type: 'Action.Submit',
    title: word === 'soap' ? 'SOAP' : word.charAt(0).toUpperCase() + word.slice(1),
    data: { word, msteams: { type: 'messageBack', text: word, displayText: word } },
  };
}

/** For somebody who is not in the list of people: whom to ask. */
export function strangerText({ policy, facts }: Pick<WelcomeGiven, 'policy' | 'facts'>): string {
  const ceo = ceoOf(facts);
  const ask = ceo ? `Ask ${ceo.name}’s office` : 'Ask the trust’s central team';
  return `Hello. I look after the school improvement strategy of ${policy.trust.name}, but I don’t know you yet. ${ask} to add you to the list of people; then write "help" here.`;
}

/** To somebody who writes where others read along. */
export const elsewhereText =
  'Others read along here, so I keep schools’ matters out of it. Write to me in our own chat: "help" shows what I can do.';

/** To a team the app was added to. */
export function teamText(policy: TrustPolicy): string {
  return `Hello. Each half term, once the CEO has validated the categories of ${policy.trust.name}'s schools, I post the summary in this channel. I post nothing else here. People reach me in their own chat.`;
}

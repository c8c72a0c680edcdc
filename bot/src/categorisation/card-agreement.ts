import {
  type AgreementView,
  agreementView,
  halfTermLabel,
  type Person,
  type School,
  schoolView,
  type TrustPolicy,
  termOf,
} from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { cut, meetingMessage, plainButton, textInput } from '../gatherings/card-parts.ts';
import type { World } from '../world.ts';
import { spoken } from './card-given.ts';

/** All that a card of an agreement is made from. */
export interface AgreementGiven {
  readonly policy: TrustPolicy;
  readonly school: School;
  readonly agreement: AgreementView;
  /** Why the category is what it is, as far as the reader sees it. */
  readonly why: string;
  readonly delivery?: string | undefined;
}

/** What the person may see of it; undefined where it is not theirs, or nothing is validated. */
export function agreementFor(
  world: World,
  person: Person,
  urn: string,
  halfTerm: string,
  delivery: string | undefined,
): AgreementGiven | undefined {
  const { policy } = world;
  const facts = world.facts();
  const school = facts.schools.find((one) => one.urn === urn);
  const term = termOf(policy, halfTerm);
  const agreement = school && term && agreementView(policy, facts, person, urn, term);
  if (!school || !agreement?.mayAnswer) return undefined;
  const judged = schoolView(policy, facts, person, urn, world.now())?.categories;
  const why = judged?.find((one) => one.halfTerm === agreement.halfTerm)?.why ?? '';
  return { policy, school, agreement, why, delivery };
}

/** A school's category of a term, to agree with in a tap, or to say why not: `asking` after that tap. */
export function agreementCard(given: AgreementGiven, asking = false, notices: readonly Element[] = []): CardMessage {
  const { policy, school, agreement, why, delivery } = given;
  const { halfTerm, category, state, answer } = agreement;
  const data = { urn: school.urn, ht: halfTerm, seen: category, ...(delivery ? { delivery } : {}) };
  const name = inert(school.name);
  const open = state === 'open' || state === 'changed';
  const title = `Does your school agree with ${inert(category)}?`;
  return meetingMessage({
    summary: `${name}: ${open ? title : saidOf(agreement)}`,
    masthead: {
      kicker: `Category · ${halfTermLabel(halfTerm)}`,
      title: open || asking ? title : saidOf(agreement),
      subtitle: name,
      status: open
        ? { says: state === 'changed' ? 'Changed since you answered' : 'To answer', style: 'accent' }
        : { says: saidOf(agreement), style: state === 'agreed' ? 'good' : 'warning' },
    },
    notices,
    facts: [
      { title: 'Category', value: spoken(policy, category) },
      ...(why === '' ? [] : [{ title: 'Why', value: inert(cut(why)) }]),
      ...(answer
        ? [{ title: 'Last answer', value: inert(cut(lastSaid(answer))) }]
        : [{ title: 'What follows', value: 'The CEO and your cluster leader see your answer beside the category.' }]),
    ],
    inputs: asking ? [textInput({ id: 'because', label: 'Why do you not agree?', lines: true, most: 2000 })] : [],
    // Refreshed, it stays the form: another card would take away what is being typed.
    look: { verb: asking ? 'agreement.why' : 'agreement.look', data },
    actions: asking
      ? [
          button({ title: 'Send', verb: 'agreement.no', data, style: 'positive' }),
          plainButton('Back', 'agreement.look', data),
        ]
      : [
          ...(state === 'agreed'
            ? []
            : [button({ title: 'We agree', verb: 'agreement.yes', data, style: 'positive', sendsInputs: false })]),
          plainButton(state === 'agreed' ? 'We do not agree after all' : 'We do not agree', 'agreement.why', data),
        ],
  });
}

function saidOf({ state, category }: AgreementView): string {
  return state === 'agreed' ? `Agreed: ${inert(category)}` : `Not agreed: ${inert(category)}`;
}

function lastSaid({ agrees, category, by, because }: NonNullable<AgreementView['answer']>): string {
  return `${by}: ${agrees ? 'agrees' : 'does not agree'} with ${category}${because === '' ? '' : `. ${because}`}`;
}

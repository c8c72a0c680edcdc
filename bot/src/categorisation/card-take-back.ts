import { agreementOf, type JudgementPart, partToTakeBack, type School, termOf } from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { moment } from '../chat/moments.ts';
import { meetingMessage, plainButton } from '../gatherings/card-parts.ts';
import { nameOf } from '../soap/card-given.ts';
import { kicker, type RoundGiven, seen, spoken } from './card-given.ts';

/** Ids that a card of the round sends back; a cluster leader's holds its cluster. */
type Ids = Readonly<Record<string, unknown>>;

/** The button that asks, where this part of the school's judgement can be taken back now. */
export function takeBackButton(given: RoundGiven, { urn }: School, part: JudgementPart, ids: Ids): readonly Element[] {
  const { policy, facts, halfTerm, now } = given;
  if (partToTakeBack(policy, facts, urn, halfTerm, now) !== part) return [];
  return [plainButton(`Take the ${part} back`, 'category.askTakeBack', { ...ids, urn, part })];
}

/** Asks before a proposal or a validation is taken back (M25). */
export function takeBackCard(given: RoundGiven, school: School, part: JudgementPart, ids: Ids): CardMessage {
  const { policy, facts } = given;
  const { judgement } = seen(given, school);
  const stands = part === 'proposal' ? judgement?.proposed : judgement?.validated;
  const data = { ...ids, urn: school.urn, part, ...(judgement?.version ? { version: judgement.version } : {}) };
  const title = `Take the ${part} back?`;
  return meetingMessage({
    summary: `${school.name}: take the ${part} back?`,
    masthead: { kicker: kicker(given), title, subtitle: inert(school.name) },
    facts: [
      ...(stands
        ? [
            {
              title: part === 'proposal' ? 'Proposed' : 'Validated',
              value: `${spoken(policy, stands.category)}, ${nameOf(facts.people, stands.by)}, ${moment(policy, stands.at)}`,
            },
          ]
        : []),
      {
        title: 'What follows',
        value:
          part === 'proposal'
            ? 'The school has no proposal again. The history keeps both.'
            : 'The proposal waits for validation again. The history keeps both.',
      },
      ...answered(given, school, part),
    ],
    look: { verb: 'category.askTakeBack', data },
    actions: [
      button({ title: 'Take it back', verb: 'category.takeBack', data, style: 'destructive', sendsInputs: false }),
      part === 'proposal'
        ? plainButton('Leave it', 'category.open', { ...ids, urn: school.urn })
        : plainButton('Leave it', 'category.look', { ...ids, urn: school.urn }),
    ],
  });
}

/** What becomes of the school's own answer to a category that no longer stands. */
function answered({ policy, facts, halfTerm }: RoundGiven, { urn }: School, part: JudgementPart) {
  const term = termOf(policy, halfTerm);
  const agreement = part === 'validation' && term ? agreementOf(facts, urn, term) : undefined;
  if (agreement?.last === undefined || agreement.halfTerm !== halfTerm) return [];
  const code = inert(agreement.last.category);
  const value = `It has answered to ${code}. Its answer stays on record, and counts again only if ${code} is validated again.`;
  return [{ title: 'The school', value }];
}

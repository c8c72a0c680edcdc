import { halfTermLabel, LONGEST_TAKE_BACK_NOTE, type SoapReturn } from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { moment } from '../chat/moments.ts';
import { meetingMessage, plainButton, textInput } from '../gatherings/card-parts.ts';
import { ids, kicker, nameOf, type SoapGiven, standing } from './card-given.ts';

/** Asks before a return is taken back, and why for those who want to say (M14). */
export function takeBackCard(given: SoapGiven, sent: SoapReturn, notices: readonly Element[] = []): CardMessage {
  const { policy, facts, school, halfTerm } = given;
  const data = { ...ids(given), revision: sent.revision };
  const title = 'Take this return back?';
  return meetingMessage({
    summary: `${school.name}: take the return of ${halfTermLabel(halfTerm)} back?`,
    masthead: { kicker: kicker(given), title, subtitle: inert(school.name) },
    notices,
    facts: [
      {
        title: 'Sent',
        value: `${moment(policy, sent.submittedAt)} by ${nameOf(facts.people, sent.submittedBy)}`,
      },
      {
        title: 'What follows',
        value: standing(given).draft
          ? 'It counts as not returned, and the change you have begun stays your draft, until you send it.'
          : 'It counts as not returned, and all its figures are your draft again, until you send it.',
      },
    ],
    inputs: [textInput({ id: 'note', label: 'Why? (if you want to say)', lines: true, most: LONGEST_TAKE_BACK_NOTE })],
    // Refreshed, it stays the question: another card would take away what is being typed.
    look: { verb: 'soap.askTakeBack', data },
    actions: [
      button({ title: 'Take it back', verb: 'soap.takeBack', data, style: 'destructive' }),
      plainButton('Leave it as sent', 'soap.refresh', ids(given)),
    ],
  });
}

/** The button on a receipt, while the return can be taken back. */
export function takeBackButton(given: SoapGiven, { revision }: SoapReturn): Element {
  return plainButton('Take it back', 'soap.askTakeBack', { ...ids(given), revision });
}

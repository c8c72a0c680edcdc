import { type Facts, nextMeetings, type Person, type TrustPolicy } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { card, masthead } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between } from '../chat/moments.ts';
import template from './card.template.json' with { type: 'json' };

const MOST_SHOWN = 5;

export interface MeetingsGiven {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** The person's next meetings with their time and place (M4, M5). Times are wall-clock, as in the invitation. */
export function meetingsCard({ policy, facts, person, now }: MeetingsGiven): CardMessage {
  const mine = facts.meetings.filter(({ attendees }) => attendees.includes(person.id));
  const next = nextMeetings({ meetings: mine }, now, MOST_SHOWN, policy.trust.timeZone);
  const first = next[0];
  const summary = first
    ? `Your next meeting: ${first.title}, ${between(first.start, first.end)}.`
    : 'You have no meetings ahead.';
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({ kicker: inert(policy.trust.shortName), title: 'Your next meetings' }),
      lead: first ? '' : 'None is in the calendar yet. You will get an invitation in Outlook when the year is planned.',
      meetings: next.map(({ title, start, end, place }) => {
        const at = Temporal.PlainDateTime.from(start);
        return {
          month: at.toLocaleString('en-GB', { month: 'short' }),
          date: String(at.day),
          title: inert(title),
          when: between(start, end),
          place: inert(place) || 'Place to be told',
        };
      }),
    }),
  };
}

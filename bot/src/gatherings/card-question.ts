import type { RecordedMeeting, TrustPolicy } from '@owls/policy';
import { button, type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { between } from '../chat/moments.ts';
import { meetingMessage, plainButton } from './card-parts.ts';

export interface QuestionGiven {
  readonly policy: TrustPolicy;
  readonly meeting: RecordedMeeting;
  /** Whether it still waits for an answer. */
  readonly asked: boolean;
  readonly delivery?: string | undefined;
  readonly notices?: readonly Element[];
}

/** A meeting that is gone from Outlook: off, or a slip? Once answered, the answer (M3-M12). */
export function questionCard(given: QuestionGiven): CardMessage {
  const { policy, meeting, asked, delivery, notices = [] } = given;
  const data = { meeting: meeting.key, ...(delivery ? { delivery } : {}) };
  const when = between(meeting.start, meeting.end);
  const title = inert(meeting.title);
  const { says, style, facts } = asked ? ASKED : standsNow(meeting);
  return meetingMessage({
    summary: `${says}: ${title}, ${when}`,
    masthead: { kicker: `Meeting · ${inert(policy.trust.shortName)}`, title, subtitle: when, status: { says, style } },
    notices,
    facts,
    look: { verb: 'question.look', data },
    actions: asked
      ? [
          button({ title: 'Put it back', verb: 'question.back', data, style: 'positive', sendsInputs: false }),
          plainButton('Leave it out', 'question.out', data),
        ]
      : [],
  });
}

export const answeredBefore = (): Element =>
  notice('This was answered already, and the first answer stands.', 'accent');

const WHAT_FOLLOWS = {
  back: 'Everybody invited gets an invitation again.',
  out: 'It stays in the plan as cancelled.',
} as const;

const ASKED = {
  says: 'Gone from Outlook',
  style: 'attention',
  facts: [
    { title: 'What happened', value: 'Somebody deleted or cancelled it in Outlook. Is it off, or was it a slip?' },
    { title: 'Put it back', value: WHAT_FOLLOWS.back },
    { title: 'Leave it out', value: WHAT_FOLLOWS.out },
  ],
} as const;

function standsNow({ state, question }: RecordedMeeting) {
  const told = (title: string, value: string) => [{ title, value }];
  if (question !== undefined) {
    const facts = told('What happened', 'Its time has come without an answer, so it stays as it is.');
    return { says: 'Not answered', style: 'warning', facts } as const;
  }
  return state === 'cancelled'
    ? ({ says: 'Left out', style: 'good', facts: told('What follows', WHAT_FOLLOWS.out) } as const)
    : ({ says: 'Put back', style: 'good', facts: told('What follows', WHAT_FOLLOWS.back) } as const);
}

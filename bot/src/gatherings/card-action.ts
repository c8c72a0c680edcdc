import { isOfAnalysis, type KeptAction, momentOf, type Task, type TrustPolicy } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { button } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { day, fromNow } from '../chat/moments.ts';
import { cut, meetingMessage, plainButton } from './card-parts.ts';

/** Days after which a tap is history: the next meeting has seen that it is done. */
const UNDO_DAYS = 7;

export interface ActionGiven {
  readonly policy: TrustPolicy;
  readonly now: Temporal.Instant;
  readonly action: KeptAction;
  /** Title of the meeting, or name of the analysis, it was agreed in. */
  readonly meeting: string;
  readonly school?: string | undefined;
  /** The chase that brought the card, where one did: its words, and its key. */
  readonly task?: Task | undefined;
  readonly delivery?: string | undefined;
}

/** An action to do: one tap marks it done; for a week another takes that back. */
export function actionCard({ policy, now, action, meeting, school, task, delivery }: ActionGiven): CardMessage {
  const data = { action: action.id, ...(delivery ? { delivery } : {}) };
  const due = momentOf(policy, `${action.by}T17:00`);
  const isDone = action.done !== undefined;
  const late = !isDone && due.epochMilliseconds < now.epochMilliseconds;
  return meetingMessage({
    summary: isDone ? `Done: ${inert(cut(action.text))}` : `To do: ${inert(cut(action.text))}`,
    masthead: {
      kicker: `Action · ${inert(policy.trust.shortName)}`,
      title: inert(task && !isDone ? task.title : action.text),
      subtitle: inert(school ?? ''),
      status: isDone
        ? { says: '✓ Done', style: 'good' }
        : { says: late ? 'Overdue' : `Due ${fromNow(policy, due, now)}`, style: late ? 'attention' : 'accent' },
    },
    facts: [
      { title: 'By', value: day(policy, due) },
      { title: 'Agreed in', value: inert(meeting) },
      ...(action.success === undefined ? [] : [{ title: 'How success is seen', value: inert(cut(action.success)) }]),
      ...(task && !isDone ? [{ title: 'Otherwise', value: inert(task.otherwise) }] : []),
      ...(isDone
        ? [
            {
              title: 'What follows',
              value: isOfAnalysis(action)
                ? 'Those who read the analysis see that it is done.'
                : 'The next meeting sees that it is done.',
            },
          ]
        : []),
    ],
    look: { verb: 'action.look', data },
    actions: isDone
      ? mayUndo(policy, action, now)
        ? [plainButton('Not done after all', 'action.undo', data)]
        : []
      : [button({ title: 'Done', verb: 'action.done', data, style: 'positive', sendsInputs: false })],
  });
}

/** Whether a tap can still be taken back. */
export function mayUndo(policy: TrustPolicy, { done }: KeptAction, now: Temporal.Instant): boolean {
  if (done === undefined) return false;
  const today = now.toZonedDateTimeISO(policy.trust.timeZone).toPlainDate();
  return Temporal.PlainDate.from(done).until(today, { largestUnit: 'days' }).days <= UNDO_DAYS;
}

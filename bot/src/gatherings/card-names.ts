import type { Task, TrustPolicy } from '@owls/policy';
import { button } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { meetingMessage } from './card-parts.ts';

interface NamesGiven {
  readonly policy: TrustPolicy;
  readonly task: Task;
  readonly meeting: string;
  readonly urn: string;
}

/** A head names who comes to a network or a moderation (M10). */
export function namesCard({ policy, task, meeting, urn }: NamesGiven): CardMessage {
  const data = { meeting, urn, delivery: task.key };
  return meetingMessage({
    summary: inert(task.title),
    masthead: { kicker: `Network · ${inert(policy.trust.shortName)}`, title: inert(task.title) },
    facts: [
      { title: 'Why', value: inert(task.because) },
      { title: 'Otherwise', value: inert(task.otherwise) },
    ],
    inputs: [
      {
        type: 'Input.Text',
        id: 'names',
        label: 'Who comes, one name a line',
        isMultiline: true,
        maxLength: 1000,
      },
    ],
    look: { verb: 'names.look', data },
    actions: [
      button({ title: 'Send the names', verb: 'names.send', data, style: 'positive' }),
      button({ title: 'Nobody comes', verb: 'names.nobody', data, sendsInputs: false }),
    ],
  });
}

/** What it says once names were sent. */
export function namesSentCard(
  policy: TrustPolicy,
  meeting: string,
  title: string,
  names: readonly string[],
): CardMessage {
  return meetingMessage({
    summary: names.length === 0 ? `Nobody comes to ${inert(title)}` : `${names.length} come to ${inert(title)}`,
    masthead: {
      kicker: `Network · ${inert(policy.trust.shortName)}`,
      title: inert(title),
      status: { says: names.length === 0 ? 'Nobody comes' : '✓ Named', style: 'good' },
    },
    sections: names.length === 0 ? [] : [{ title: 'Who comes', points: names }],
    look: { verb: 'meeting.look', data: { meeting } },
    actions: [],
  });
}

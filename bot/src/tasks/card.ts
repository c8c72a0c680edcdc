import type { Task, TrustPolicy } from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { button, card, masthead, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import { linkButton } from '../gatherings/card-parts.ts';
import template from './card.template.json' with { type: 'json' };

interface TaskCardGiven {
  readonly policy: TrustPolicy;
  readonly now: Temporal.Instant;
  readonly task: Task;
  /** The school it is about: its name, and where in the tab to go, by default to its page. */
  readonly school?: { readonly name: string; readonly link: string; readonly opens?: string } | undefined;
}

/** Something owed to the trust: what, by when, why, and what follows if it is left. */
export function taskCard({ policy, now, task, school }: TaskCardGiven): CardMessage {
  const data = { delivery: task.key };
  const late = task.by !== undefined && task.by < now.toString();
  return made(inert(task.title), {
    kicker: `To do · ${policy.trust.shortName}`,
    subtitle: inert(school?.name ?? ''),
    status: late ? { says: 'Overdue', style: 'attention' } : undefined,
    facts: [
      ...(task.by === undefined
        ? []
        : [{ title: 'By', value: `${moment(policy, task.by)} (${fromNow(policy, task.by, now)})` }]),
      { title: 'Why', value: inert(task.because) },
      { title: 'Otherwise', value: inert(task.otherwise) },
    ],
    data,
    actions: [
      ...(school === undefined ? [] : [linkButton(school.opens ?? "The school's page", school.link)]),
      button({ title: 'Look again', verb: 'task.look', data, sendsInputs: false }),
    ],
  });
}

/** What the card says once nothing is owed any more. */
export function taskDoneCard(policy: TrustPolicy, delivery: string): CardMessage {
  return made('Nothing is left to do here', {
    kicker: policy.trust.shortName,
    subtitle: '',
    status: { says: 'Settled', style: 'good' },
    facts: [{ title: 'Why', value: 'It was done, or nobody needs it any more.' }],
    data: { delivery },
    actions: [],
  });
}

function made(
  title: string,
  given: {
    readonly kicker: string;
    readonly subtitle: string;
    readonly status: NonNullable<Parameters<typeof masthead>[0]['status']> | undefined;
    readonly facts: readonly { readonly title: string; readonly value: string }[];
    readonly data: Readonly<Record<string, unknown>>;
    readonly actions: readonly object[];
  },
): CardMessage {
  const { kicker, subtitle, status, facts, data, actions } = given;
  return {
    summary: title,
    card: card(template, {
      summary: title,
      masthead: masthead({ kicker, title, subtitle, ...(status ? { status } : {}) }),
      facts,
      refresh: refresh('task.look', data),
      actions,
    }),
  };
}

import { randomUUID } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { serviceUrl } from '../core/core.ts';
import { channelsOf, group, tenant, type User } from '../entra/directory.ts';
import { channelToken } from '../entra/tokens.ts';
import { botAccountId, memberId } from './accounts.ts';
import { type Bot, botName, type Conversation } from './conversations.ts';
import { type Activity, conversationAccount } from './messages.ts';

/** How long Teams waits for a bot's answer, in milliseconds. */
const patience = 15_000;

/** What Teams' client says of itself. */
export const clientInfo = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: 'Europe/London',
};

/** What the bot answered, or why it did not. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Set if there was no answer: `BotTimedOut` after 15 s, `BotUnreachable` otherwise. */
  readonly failure?: 'BotTimedOut' | 'BotUnreachable';
}

/** An activity as Teams sends it to a bot; `more` is what this kind has besides. */
export function inbound(
  core: Core,
  to: Bot,
  where: Conversation,
  from: User,
  thread: string,
  more: Activity,
): Activity {
  const tenantId = tenant(core.store)?.id;
  return {
    timestamp: core.clock.iso(),
    localTimezone: 'Europe/London',
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: serviceUrl(core),
    from: { id: memberId(to.id, from.id), name: from.displayName, aadObjectId: from.id },
    conversation: conversationAccount(core, where, thread),
    recipient: { id: botAccountId(to.id), name: botName(to) },
    entities: [clientInfo],
    channelData: { ...channelData(core, where), tenant: { id: tenantId } },
    locale: 'en-GB',
    ...more,
  };
}

function channelData(core: Core, where: Conversation): Record<string, unknown> {
  if (where.team_id === null) return {};
  const general = channelsOf(core.store, where.team_id)[0];
  return {
    teamsChannelId: where.id,
    teamsTeamId: general?.id,
    channel: { id: where.id },
    team: { id: general?.id, aadGroupId: where.team_id, name: group(core.store, where.team_id)?.displayName },
  };
}

/** Sends an activity to the bot under a token of its own and waits for the answer. */
export async function deliverTo(core: Core, to: Bot, activity: Activity): Promise<BotAnswer> {
  try {
    const answer = await fetch(to.endpoint, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await channelToken(core, to.id)}`,
        'Content-Type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : json(text) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    const says = timedOut
      ? `The bot did not answer within ${patience / 1000} seconds.`
      : `The bot could not be reached at ${to.endpoint}.`;
    const failure = timedOut ? 'BotTimedOut' : 'BotUnreachable';
    return { status: timedOut ? 504 : 502, body: { error: { code: failure, message: says } }, failure };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // a bot may answer an invoke with plain text
  }
}

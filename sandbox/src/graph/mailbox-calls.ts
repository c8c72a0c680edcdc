import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '../core/core.ts';
import { tooMany } from './dispatch.ts';
import { type GraphAnswer, isObject } from './exchange.ts';

const mailboxUrl =
  /^\/?(?:users\/([^/?]+)|me)\/(?:events|calendar|calendars|calendarView|messages|mailboxSettings|findMeetingTimes)\b/i;
/** A mailbox takes its time, so that requests that come together are under way together. Milliseconds. */
const serviceTime = 50;

/** The mailboxes that a request asks: one for a request alone, those of its parts for a batch. */
function mailboxesOf(url: string, body: unknown, isBatch: boolean): string[] {
  const parts: unknown[] = isBatch && isObject(body) && Array.isArray(body.requests) ? body.requests : [{ url }];
  return parts.flatMap((part) => {
    const found = isObject(part) && typeof part.url === 'string' ? mailboxUrl.exec(part.url) : null;
    return found === null ? [] : [(found[1] ?? 'me').toLowerCase()];
  });
}

/** Does `work` as one of the requests that an app may have under way at a mailbox, or refuses it. */
export async function withinMailboxLimit(
  core: Core,
  asked: { readonly clientId: string; readonly requestId: string; readonly url: string; readonly body: unknown },
  isBatch: boolean,
  work: () => GraphAnswer,
): Promise<GraphAnswer> {
  const mailboxes = mailboxesOf(asked.url, asked.body, isBatch);
  const [first] = mailboxes;
  if (first === undefined || !core.limits.settings.on) return work();
  const begun = core.limits.beginMailboxRequest(asked.clientId, first, mailboxes.length);
  if (typeof begun !== 'function') {
    if (isBatch || begun.refused === undefined) return work();
    return { ...tooMany(core, asked.requestId, begun.refused), headers: begun.headers, units: 1 };
  }
  try {
    await pause(serviceTime);
    return work();
  } finally {
    begun();
  }
}

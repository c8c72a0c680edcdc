/** Messages the bot sends of itself, each posted once, with what became of it in three words. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { ConversationRow } from '../service-stores.ts';
import { chatAdapter, UntrustedAddress } from './adapter.ts';
import type { Card } from './card.ts';

/** A card with the sentence that notifications and screen readers show for it. */
export interface CardMessage {
  readonly card: Card;
  readonly summary: string;
}

export interface Messenger {
  /** Posts once. Throws Unreachable, UnknownOutcome or Throttled. */
  send(to: ConversationRow, message: CardMessage): Promise<{ readonly activityId: string }>;
  /** Replaces a message that was sent. Throws as `send`. */
  update(to: ConversationRow, activityId: string, message: CardMessage): Promise<void>;
}

/** It did not arrive and will not: the app was removed or blocked, or the conversation is gone. */
export class Unreachable extends Error {
  constructor(readonly reason: string) {
    super(`Unreachable: ${reason}`);
    this.name = 'Unreachable';
  }
}

/** It may or may not have arrived: the answer was a 5xx or never came. Not to be sent again blindly. */
export class UnknownOutcome extends Error {
  constructor(readonly reason: string) {
    super(`Unknown outcome: ${reason}`);
    this.name = 'UnknownOutcome';
  }
}

/** It certainly did not arrive and may be tried again, after the given seconds where the service named them. */
export class Throttled extends Error {
  constructor(
    readonly retryAfterSeconds: number | undefined,
    reason = 'asked to wait',
  ) {
    super(`Not sent: ${reason}`);
    this.name = 'Throttled';
  }
}

export function createMessenger(config: Config, log: Logger): Messenger {
  const adapter = chatAdapter(config, log);
  return {
    async send(to, message) {
      try {
        return await adapter.proactively(to.serviceUrl, to.conversationId, (connector) =>
          isChannel(to)
            ? connector.startThread(to.conversationId, cardActivity(message))
            : connector.send(to.conversationId, cardActivity(message)),
        );
      } catch (error) {
        throw sendFailure(error);
      }
    },
    async update(to, activityId, message) {
      try {
        await adapter.proactively(to.serviceUrl, to.conversationId, (connector) =>
          connector.update(to.conversationId, activityId, cardActivity(message)),
        );
      } catch (error) {
        throw sendFailure(error);
      }
    },
  };
}

function isChannel(to: ConversationRow): boolean {
  return to.key.startsWith('team/');
}

export function cardActivity(message: CardMessage): object {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
  };
}

/** Codes of failures before any byte of the request left: nothing can have arrived. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);

/** What a failed call to the connector means for the message. */
export function sendFailure(error: unknown): Unreachable | UnknownOutcome | Throttled {
  if (error instanceof UntrustedAddress) return new Unreachable(error.message);
  const status = numberAt(error, 'statusCode');
  const reason = [textAt(error, 'code'), error instanceof Error ? error.message : 'unknown'].filter(Boolean).join(': ');
  if (status === undefined) {
    const code = textAt(error, 'code') ?? '';
    // MSAL's errors come before the post: without a token nothing was sent.
    const beforePost = NEVER_LEFT.has(code) || textAt(error, 'errorCode') !== undefined;
    return beforePost ? new Throttled(undefined, reason) : new UnknownOutcome(reason);
  }
  // 401: our own token is the trouble, not the person; 412: Teams asks to try again.
  if (status === 429 || status === 412 || status === 401)
    return new Throttled(retryAfter(error), `${status} ${reason}`);
  if (status >= 500 || status === 408 || status < 400) return new UnknownOutcome(`${status} ${reason}`);
  return new Unreachable(connectorCode(error) ?? `${status} ${reason}`);
}

/** Seconds of `Retry-After`, given as seconds or as a date. */
function retryAfter(error: unknown): number | undefined {
  const response = at(error, 'response');
  const headers = at(response, 'headers');
  const get = at(headers, 'get');
  const value: unknown = typeof get === 'function' ? Reflect.apply(get, headers, ['retry-after']) : undefined;
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** The connector's own code, for example `BotNotInConversationRoster`. */
function connectorCode(error: unknown): string | undefined {
  const body = at(at(error, 'response'), 'bodyAsText');
  const fromDetails = textAt(at(at(error, 'details'), 'error'), 'code');
  if (fromDetails) return fromDetails;
  const named = textAt(error, 'code');
  if (named && !named.startsWith('REST')) return named;
  return typeof body === 'string' ? /"code"\s*:\s*"([^"]+)"/.exec(body)?.[1] : undefined;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}
function numberAt(value: unknown, key: string): number | undefined {
  const found = at(value, key);
  return typeof found === 'number' ? found : undefined;
}

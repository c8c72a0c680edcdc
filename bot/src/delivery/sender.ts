import { setTimeout as delay } from 'node:timers/promises';
import { type CardMessage, type Messenger, Throttled, UnknownOutcome, Unreachable } from '../chat/messenger.ts';
import type { ConversationRow } from '../service-stores.ts';
import { Pace } from './pace.ts';

/** How one delivery ended. `deferred`: Teams refused it for now, so it was certainly not delivered. */
export type Outcome =
  | { readonly is: 'sent'; readonly activityId: string }
  | { readonly is: 'unreachable'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string }
  | { readonly is: 'deferred' };

/** With the doubling waits of `waitMs` about half a minute; the next beat goes on. */
const MOST_TRIES = 6;

/**
 * Sends each message once. Only what Teams refused as too fast is tried again, for that alone was certainly not
 * delivered; an answer that never came stays unknown, because sending again could give a head the same card twice.
 */
export class Sender {
  readonly #messenger: Messenger;
  readonly #pace: Pace;

  constructor(messenger: Messenger, pace = new Pace()) {
    this.#messenger = messenger;
    this.#pace = pace;
  }

  /** `beforeSending` runs when the turn has come and must have finished before anything leaves; `stop` ends the waiting. */
  async send(
    to: ConversationRow,
    message: CardMessage,
    beforeSending: () => Promise<void>,
    stop: AbortSignal,
  ): Promise<Outcome> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const outcome = await this.#pace.run(to.conversationId, async () => {
        if (stop.aborted) return { is: 'deferred' } as const;
        if (tries === 1) await beforeSending();
        return this.#once(to, message);
      });
      if (outcome.is !== 'throttled') return outcome;
      await this.#wait(outcome.retryAfterSeconds, tries, stop);
    }
    return { is: 'deferred' };
  }

  async #once(to: ConversationRow, message: CardMessage): Promise<Outcome | Throttling> {
    try {
      const { activityId } = await this.#messenger.send(to, message);
      return { is: 'sent', activityId };
    } catch (error) {
      if (error instanceof Throttled) return { is: 'throttled', retryAfterSeconds: error.retryAfterSeconds };
      if (error instanceof Unreachable) return { is: 'unreachable', reason: error.reason };
      // Whatever else went wrong may have gone wrong after the message left.
      if (error instanceof UnknownOutcome) return { is: 'unknown', reason: error.reason };
      return { is: 'unknown', reason: `Unexpected: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /**
   * Where Teams names a time, it is about the bot as a whole, and everybody waits that long and a little more, so that
   * waiting instances do not come back all at once. Without one, everybody holds for a second and this message for
   * 1, 2, 4 … seconds.
   */
  async #wait(retryAfterSeconds: number | undefined, tries: number, stop: AbortSignal): Promise<void> {
    const jitter = Math.random() * 500;
    if (retryAfterSeconds !== undefined) return this.#pace.pause(retryAfterSeconds * 1000 + jitter);
    this.#pace.pause(1000);
    await Promise.race([delay(2 ** (tries - 1) * 1000 + jitter), aborted(stop)]);
  }
}

interface Throttling {
  readonly is: 'throttled';
  readonly retryAfterSeconds: number | undefined;
}

function aborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
}

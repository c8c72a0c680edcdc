import { setTimeout as pause } from 'node:timers/promises';

/** How long an endpoint has to answer, and how long what it did not take is tried again, in milliseconds of real time. */
const answerWithin = 10_000;
const triedFor = 4 * 3_600_000;
const longestPause = 60_000;

/** What one endpoint is told, one after the other; what it does not take is tried again, less and less often. */
export class Delivery {
  readonly #queues = new Map<string, Promise<void>>();
  readonly #ended = new AbortController();
  /** How long the first repetition waits, in milliseconds; each further one twice as long. */
  readonly #first: number;

  constructor(first = 1_000) {
    this.#first = first;
  }

  tell(url: string, body: unknown): void {
    const before = this.#queues.get(url) ?? Promise.resolve();
    const told = before.then(() => this.#until(url, body));
    this.#queues.set(url, told);
  }

  end(): void {
    this.#ended.abort();
  }

  async #until(url: string, body: unknown): Promise<void> {
    const { signal } = this.#ended;
    const began = performance.now();
    for (let wait = this.#first; !signal.aborted; wait = Math.min(wait * 2, longestPause)) {
      if ((await this.#once(url, body)) || performance.now() - began > triedFor) return;
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined); // ended meanwhile
    }
  }

  /** Any 2xx within ten seconds counts as taken. */
  async #once(url: string, body: unknown): Promise<boolean> {
    try {
      const { ok } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([AbortSignal.timeout(answerWithin), this.#ended.signal]),
      });
      return ok;
    } catch {
      return false; // nobody there, or too slow: told again later
    }
  }
}

/**
 * Whether an endpoint answers the validation: 200 within ten seconds, as plain text, with the token it was sent.
 * Source: "Receive change notifications through webhooks", notificationUrl validation.
 */
export async function isValidated(url: string, token: string): Promise<boolean> {
  try {
    const asked = new URL(url);
    asked.searchParams.set('validationToken', token);
    const answer = await fetch(asked, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(answerWithin),
    });
    const isText = /^text\/plain\b/i.test(answer.headers.get('content-type') ?? '');
    return answer.status === 200 && isText && (await answer.text()) === token;
  } catch {
    return false; // not reachable, or too slow: not validated
  }
}

/**
 * When a request to Graph is made again, and after how long.
 *
 * - 429, and 503 with `Retry-After` (SharePoint's other way of saying it), mean that nothing was done: any request may
 *   be repeated once the time has passed. Everybody waits then, since throttled calls count against the limit too.
 * - 500, 502, 503 without `Retry-After`, 504, a reset or a time-out leave open whether it was done. Only what can be
 *   repeated without harm is: reading, deleting, setting fields to given values, and creating under a unique key or a
 *   `transactionId`. A POST that has neither is never repeated.
 */
import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';
import type { UnitBudget } from './units.ts';

/** Header by which our own code says that a POST may be repeated; taken off before the request leaves. */
export const REPEATABLE = 'x-repeatable';

/** Header by which our own code says what a request costs, in SharePoint's resource units; taken off as well. */
export const UNITS = 'x-units';

/** How often and how long it is tried, in milliseconds. */
export interface Patience {
  readonly attempts: number;
  /** Longest sum of waits for one request. */
  readonly total: number;
  /** First wait where Graph names none; doubled each time. */
  readonly first: number;
}
export const PATIENCE: Patience = { attempts: 7, total: 180_000, first: 400 };

export type Verdict = 'answered' | 'throttled' | 'unknown';

/** What a status says about whether the request was done. `status` 0: no answer came. */
export function verdict(status: number, retryAfter: string | null): Verdict {
  if (status === 429 || (status === 503 && retryAfter !== null)) return 'throttled';
  if (status === 0 || status === 500 || (status >= 502 && status <= 504)) return 'unknown';
  return 'answered';
}

/** Whether a request of this method may be made again when its outcome is unknown. */
export function repeatable(method: string, marked: boolean): boolean {
  return marked || method !== 'POST';
}

/** How long to wait before attempt `attempt` (2 is the first repetition), in milliseconds, with a little jitter. */
export function waitBefore(
  attempt: number,
  retryAfter: string | null,
  patience: Patience,
  random = Math.random,
): number {
  const asked = retryAfter === null ? Number.NaN : Number.parseFloat(retryAfter) * 1000;
  if (Number.isFinite(asked) && asked >= 0) return asked + random() * 250;
  return patience.first * 2 ** (attempt - 2) * (0.75 + random() / 2);
}

/** Time until which nobody asks, because Graph said so to somebody. */
export class Pause {
  #until = 0;
  extend(milliseconds: number): void {
    this.#until = Math.max(this.#until, performance.now() + milliseconds);
  }
  async over(): Promise<void> {
    for (let left = this.#until - performance.now(); left > 0; left = this.#until - performance.now())
      await sleep(left);
  }
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The first of the chain: makes the rest of it go again where that is right. */
export class RetryMiddleware implements Middleware {
  #next: Middleware | undefined;
  readonly #pause: Pause;
  readonly #budget: UnitBudget;
  readonly #patience: Patience;
  readonly #onRetry: (why: string) => void;

  constructor(pause: Pause, budget: UnitBudget, patience: Patience, onRetry: (why: string) => void) {
    this.#pause = pause;
    this.#budget = budget;
    this.#patience = patience;
    this.#onRetry = onRetry;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const { options: given = {} } = context;
    const headers: Record<string, string> = Object.fromEntries(new Headers(given.headers));
    const again = repeatable(given.method ?? 'GET', headers[REPEATABLE] !== undefined);
    const units = Number(headers[UNITS] ?? 0);
    delete headers[REPEATABLE];
    delete headers[UNITS];
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      if (units > 0) await this.#budget.spend(units);
      await this.#pause.over();
      const outcome = await this.#once(context, { ...given, headers: { ...headers } });
      const said = verdict(outcome.status, outcome.retryAfter);
      const wait = waitBefore(attempt + 1, outcome.retryAfter, this.#patience);
      const mayRepeat = said === 'throttled' || (said === 'unknown' && again);
      const exhausted = attempt >= this.#patience.attempts || waited + wait > this.#patience.total;
      if (said === 'throttled') this.#pause.extend(wait);
      if (!mayRepeat || exhausted) {
        if (outcome.error !== undefined) throw carried(outcome.error);
        return;
      }
      this.#onRetry(outcome.error === undefined ? String(outcome.status) : 'no answer');
      await context.response?.body?.cancel();
      waited += wait;
      if (said === 'unknown') await sleep(wait);
    }
  }

  async #once(
    context: Context,
    options: NonNullable<Context['options']>,
  ): Promise<{ status: number; retryAfter: string | null; error?: unknown }> {
    context.options = options;
    delete context.response;
    try {
      await this.#next?.execute(context);
    } catch (error) {
      return { status: isNetworkFailure(error) ? 0 : -1, retryAfter: null, error };
    }
    const response = (context as { response?: Response }).response;
    return { status: response?.status ?? 0, retryAfter: response?.headers.get('retry-after') ?? null };
  }
}

/** The client rewrites every error but its own kind, keeping only the message; in its own kind ours gets through whole. */
function carried(error: unknown): GraphClientError {
  const carrier = new GraphClientError();
  carrier.customError = error;
  return carrier;
}

/** `fetch` reports resets and refused connections as a TypeError with a cause, time-outs as a TimeoutError. */
export function isNetworkFailure(error: unknown): boolean {
  if (error instanceof TypeError) return error.cause !== undefined;
  return error instanceof Error && error.name === 'TimeoutError';
}

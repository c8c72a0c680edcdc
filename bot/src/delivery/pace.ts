import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';

/** Teams lets a bot make 50 requests a second in a tenant; the rest is left for answers to people who are writing. */
const SENDS_A_SECOND = 40;
const AT_ONCE = 10;
/** Teams allows 60 in half a minute in one conversation; ten of them are left for answers to who is writing there. */
const CONVERSATION_GAP_MS = 600;

/**
 * Keeps sending under the limits that Teams publishes, over any second and not only over whole ones. Messages of one
 * conversation wait for each other outside the queue: many for one person hold nobody else up.
 */
export class Pace {
  readonly #queue: PQueue;
  /** Resolves when the conversation may be written to again. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #pausedUntil = 0;

  constructor(sendsASecond = SENDS_A_SECOND) {
    this.#queue = new PQueue({ concurrency: AT_ONCE, interval: 1000, intervalCap: sendsASecond, strict: true });
  }

  /** Runs the task when its turn has come. Rejects as the task does. */
  run<T>(conversation: string, task: () => Promise<T>): Promise<T> {
    const sent = (this.#turns.get(conversation) ?? Promise.resolve()).then(() => this.#queue.add(task));
    const gap = () => delay(CONVERSATION_GAP_MS, undefined, { ref: false });
    const turn = sent.then(gap, gap).then(() => {
      if (this.#turns.get(conversation) === turn) this.#turns.delete(conversation);
    });
    this.#turns.set(conversation, turn);
    return sent;
  }

  /** Stops everybody: being throttled is about the bot as a whole, and trying on would prolong it. */
  pause(milliseconds: number): void {
    const until = Date.now() + milliseconds;
    if (until <= this.#pausedUntil) return;
    this.#pausedUntil = until;
    this.#queue.pause();
    setTimeout(() => {
      if (Date.now() >= this.#pausedUntil - 5) this.#queue.start();
    }, milliseconds).unref();
  }
}

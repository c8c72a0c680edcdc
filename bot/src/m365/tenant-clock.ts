/**
 * The tenant's time, learnt from the `Date` header of Microsoft's own answers, so that what is due does not hang on
 * the clock of the machine the service runs on.
 */
import { Temporal } from 'temporal-polyfill';

/** A jump beyond this is a moved clock, not the header's coarse seconds. Milliseconds. */
const JUMP = 5_000;

export class TenantClock {
  /** Tenant time minus machine time, in milliseconds. */
  #offset = 0;
  #jumpedAt = Number.NEGATIVE_INFINITY;
  readonly #machine: () => number;

  constructor(machine: () => number = Date.now) {
    this.#machine = machine;
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Math.round(this.#machine() + this.#offset));
  }

  /** Machine time in milliseconds, to be noted when a request leaves. */
  mark(): number {
    return this.#machine();
  }

  /**
   * Takes in an answer's `Date` header. It has whole seconds, so it only bounds the offset: the estimate moves no
   * further than the bounds force it to. An answer to a question asked before the clock was last seen to jump is old
   * news and is ignored.
   */
  learn(date: string | null, sentAt: number): void {
    const told = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(told) || sentAt < this.#jumpedAt) return;
    const receivedAt = this.#machine();
    const least = told - receivedAt;
    const most = told + 1000 - sentAt;
    const learnt = Math.min(Math.max(this.#offset, least), most);
    if (Math.abs(learnt - this.#offset) > JUMP) this.#jumpedAt = receivedAt;
    this.#offset = learnt;
  }
}

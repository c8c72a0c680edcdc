import type { Store } from './store.ts';

/** The tenant's clock: real time plus an offset that is kept between starts and only ever grows. */
export class Clock {
  readonly #store: Store;
  #offset: number;

  /** `start` is the clock of a fresh state; a kept state goes on from its own. */
  constructor(store: Store, start: string | undefined) {
    this.#store = store;
    const kept = store.setting('clock.offset');
    const wanted = start === undefined ? Date.now() : Date.parse(start);
    if (Number.isNaN(wanted)) throw new Error(`The sandbox's clock cannot start at '${start}': give an ISO instant.`);
    this.#offset = kept === undefined ? wanted - Date.now() : Number(kept);
    if (kept === undefined) store.setSetting('clock.offset', String(this.#offset));
  }

  /** Milliseconds since 1970 on the tenant's clock. */
  ms(): number {
    return Math.floor(Date.now() + this.#offset);
  }

  /** The tenant's time as an ISO instant with milliseconds. */
  iso(): string {
    return new Date(this.ms()).toISOString();
  }

  /** The tenant's time as SharePoint writes it: whole seconds. */
  isoSeconds(): string {
    return `${this.iso().slice(0, 19)}Z`;
  }

  /** The tenant's time as an HTTP `Date` header. */
  httpDate(): string {
    return new Date(this.ms()).toUTCString();
  }

  /** Moves the clock forward; answers false, and does nothing, if `instant` (ms) lies behind it. */
  moveTo(instant: number): boolean {
    if (instant < this.ms()) return false;
    this.#offset = instant - Date.now();
    this.#store.setSetting('clock.offset', String(this.#offset));
    return true;
  }
}

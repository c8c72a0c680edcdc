import { type Refusal, type Refusals, secondsOver } from './refusal.ts';
import type { Settings } from './settings.ts';
import { type Now, Windows } from './sliding-window.ts';

/** Graph's throttling limits, Outlook service: for an app and a mailbox. */
const atOnce = 4;
const requests = [[10_000, 600]] as const;

/** Requests to mailboxes that are under way, and how many there were in ten minutes. */
export class OutlookLimits {
  readonly #refusals: Refusals;
  readonly #requests: Windows;
  readonly #underWay = new Map<string, number>();

  constructor(refusals: Refusals, now: Now) {
    this.#refusals = refusals;
    this.#requests = new Windows(requests, now);
  }

  /**
   * Begins one HTTP request with so many mailbox calls in it: Graph takes a batch apart and runs four of it at a time.
   * Answers how to end it, or the refusal.
   */
  begin(settings: Settings, appId: string, mailbox: string, calls: number): Refusal | (() => void) {
    const key = settings.outlookConcurrency === 'app' ? appId : `${appId} ${mailbox}`;
    const width = Math.min(calls, atOnce);
    const busy = this.#underWay.get(key) ?? 0;
    if (busy + width > atOnce) return this.#refusals.refuse(settings, 'Outlook: four requests at once', 1);
    this.#underWay.set(key, busy + width);
    return () => {
      const left = (this.#underWay.get(key) ?? 0) - width;
      if (left > 0) this.#underWay.set(key, left);
      else this.#underWay.delete(key);
    };
  }

  meet(settings: Settings, appId: string, mailbox: string): Refusal | undefined {
    const windows = this.#requests.of(`${appId} ${mailbox}`);
    const seconds = secondsOver(windows, 1);
    if (seconds !== undefined)
      return this.#refusals.refuse(settings, 'Outlook: 10,000 requests in ten minutes', seconds);
    for (const window of windows) window.add();
    return undefined;
  }
}

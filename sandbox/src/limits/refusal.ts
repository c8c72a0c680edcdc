import { chance } from '../core/chance.ts';
import type { Settings } from './settings.ts';
import type { SlidingWindow } from './sliding-window.ts';

/** A request that was too much: which limit it met, and the whole seconds after which it may come back. */
export interface Refusal {
  readonly limit: string;
  /** Left out where the answer does not say. */
  readonly retryAfter?: number;
}

/** Counts refusals by limit, and decides which of them say when to come back. */
export class Refusals {
  readonly #counts = new Map<string, number>();
  #total = 0;

  refuse(settings: Settings, limit: string, seconds: number): Refusal {
    this.#counts.set(limit, (this.#counts.get(limit) ?? 0) + 1);
    this.#total += 1;
    const isSaid =
      settings.retryAfter === 'always' ||
      (settings.retryAfter === 'sometimes' && chance(settings.seed, 'retry-after', this.#total) < 0.5);
    return isSaid ? { limit, retryAfter: seconds } : { limit };
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => a.localeCompare(b)));
  }

  clear(): void {
    this.#counts.clear();
    this.#total = 0;
  }
}

/** The windows without room for `units`, and how long the slowest of them takes to have it; undefined where all have. */
export function secondsOver(windows: readonly SlidingWindow[], units: number): number | undefined {
  const full = windows.filter((window) => !window.fits(units));
  return full.length === 0 ? undefined : Math.max(...full.map((window) => window.secondsUntil(units)));
}

export function headersOf({ retryAfter }: Refusal): Record<string, string> {
  return retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
}

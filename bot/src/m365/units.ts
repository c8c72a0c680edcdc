/**
 * SharePoint lets an application spend so many resource units a minute, by the tenant's licences; beyond, everybody who
 * writes waits half a minute. So units are spent evenly: what comes together still goes at once, up to a reserve.
 * Source of limits and costs: "Avoid getting throttled or blocked in SharePoint Online".
 */
import { sleep } from './retry.ts';

/** Units a minute that SharePoint lets an application spend in a tenant of up to so many licences. */
const BANDS = [
  { upTo: 1_000, minute: 1_250 },
  { upTo: 5_000, minute: 2_500 },
  { upTo: 15_000, minute: 3_750 },
  { upTo: 50_000, minute: 5_000 },
  { upTo: Number.POSITIVE_INFINITY, minute: 6_250 },
] as const;
/** The reserve and a minute's refill, as shares of a minute's units: together they stay below them. */
const RESERVE = 0.12;
const REFILL = 0.864;

export class UnitBudget {
  readonly #reserve: number;
  readonly #aSecond: number;
  /** When all that was spent will have been refilled, in milliseconds of `performance.now()`. */
  #fullAt = 0;

  /** Units that may go at once, and those that are refilled in a second. */
  constructor(reserve: number, aSecond: number) {
    this.#reserve = reserve;
    this.#aSecond = aSecond;
  }

  /** What a tenant of so many Microsoft 365 licences has. */
  static of(licences: number): UnitBudget {
    const { minute } = BANDS.find(({ upTo }) => licences <= upTo) ?? BANDS[0];
    return new UnitBudget(RESERVE * minute, (REFILL * minute) / 60);
  }

  /** Resolves when the units may be spent, in the order of asking. */
  async spend(units: number): Promise<void> {
    const now = performance.now();
    this.#fullAt = Math.max(this.#fullAt, now) + (units / this.#aSecond) * 1000;
    const wait = this.#fullAt - now - (this.#reserve / this.#aSecond) * 1000;
    if (wait > 0) await sleep(wait);
  }

  /** Whether more than half the reserve is there: enough for what can wait as well as for what cannot. */
  hasPlenty(): boolean {
    return this.#fullAt - performance.now() < (this.#reserve / this.#aSecond) * 500;
  }
}

/** What a request costs there; 0 for other services. */
export function unitsOf(method: string, url: string): number {
  if (!/^\/(sites|drives)\b/.test(url)) return 0;
  const [path = '', query = ''] = url.split('?');
  if (method !== 'GET') return 2;
  if (path.endsWith('/delta')) return /(^|&)(token|\$skiptoken|%24skiptoken|\$deltatoken)=/i.test(query) ? 1 : 2;
  return /\/items\/\d+$/.test(path) ? 1 : 2;
}

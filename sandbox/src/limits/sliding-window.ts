/** Real seconds: clients wait in them, so a jump of the tenant's clock neither empties nor fills a window. */
export type Now = () => number;
export const realNow: Now = () => performance.now();

/** How finely a window slides: what was used leaves it in five hundred steps. */
const steps = 500;

/** What was used within the last `seconds`, over any such stretch and not only over whole ones, and whether more fits. */
export class SlidingWindow {
  readonly limit: number;
  readonly #step: number;
  readonly #now: Now;
  #used: { readonly step: number; units: number }[] = [];
  #sum = 0;

  /** `now` answers milliseconds. */
  constructor(limit: number, seconds: number, now: Now = realNow) {
    this.limit = limit;
    this.#step = (seconds * 1000) / steps;
    this.#now = now;
  }

  used(): number {
    const current = Math.floor(this.#now() / this.#step);
    let gone = 0;
    for (const one of this.#used) {
      if (one.step > current - steps) break;
      this.#sum -= one.units;
      gone += 1;
    }
    if (gone > 0) this.#used = this.#used.slice(gone);
    return this.#sum;
  }

  fits(units = 1): boolean {
    return this.used() + units <= this.limit;
  }

  add(units = 1): void {
    this.used();
    const step = Math.floor(this.#now() / this.#step);
    const last = this.#used.at(-1);
    if (last?.step === step) last.units += units;
    else this.#used.push({ step, units });
    this.#sum += units;
  }

  /** Seconds until so many units fit, a whole number of at least one, as `Retry-After` is written. */
  secondsUntil(units = 1): number {
    let over = this.used() + Math.min(units, this.limit) - this.limit;
    for (const one of this.#used) {
      if (over <= 0) break;
      over -= one.units;
      if (over <= 0) return Math.max(1, Math.ceil(((one.step + steps) * this.#step - this.#now()) / 1000));
    }
    return 1;
  }
}

/** Windows by a key (a conversation, an application), made when first met and forgotten when empty. */
export class Windows {
  readonly #figures: readonly (readonly [limit: number, seconds: number])[];
  readonly #now: Now;
  readonly #known = new Map<string, SlidingWindow[]>();

  constructor(figures: readonly (readonly [limit: number, seconds: number])[], now: Now = realNow) {
    this.#figures = figures;
    this.#now = now;
  }

  of(key: string): readonly SlidingWindow[] {
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= 5_000) this.#forgetEmpty();
    const made = this.#figures.map(([limit, seconds]) => new SlidingWindow(limit, seconds, this.#now));
    this.#known.set(key, made);
    return made;
  }

  #forgetEmpty(): void {
    for (const [key, windows] of this.#known)
      if (windows.every((window) => window.used() === 0)) this.#known.delete(key);
  }
}

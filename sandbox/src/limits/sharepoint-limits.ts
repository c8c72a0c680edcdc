import { type Refusal, type Refusals, secondsOver } from './refusal.ts';
import { bandOf, type Settings } from './settings.ts';
import { type Now, SlidingWindow } from './sliding-window.ts';

interface AppUse {
  readonly minute: SlidingWindow;
  readonly day: SlidingWindow;
}

/** From this share of an app's minute on, answers say how much is left. */
const announcedFrom = 0.8;

/** SharePoint's resource units, for each app and for the whole tenant. Throttled calls count as well. */
export class SharePointLimits {
  readonly #refusals: Refusals;
  readonly #now: Now;
  readonly #apps = new Map<string, AppUse>();
  #tenant: SlidingWindow | undefined;

  constructor(refusals: Refusals, now: Now) {
    this.#refusals = refusals;
    this.#now = now;
  }

  /** Counts a call; answers whether it is refused, and the headers that its answer carries either way. */
  meet(
    settings: Settings,
    appId: string,
    units: number,
  ): { readonly refusal?: Refusal; readonly headers: Record<string, string> } {
    const band = bandOf(settings.licences);
    const app = this.#use(appId, band.minute, band.day);
    const tenant = this.#tenantWindow(band.tenant);
    const limits = [
      [`SharePoint: ${band.minute} units a minute`, app.minute],
      [`SharePoint: ${band.day} units a day`, app.day],
      [`SharePoint: ${band.tenant} units in five minutes for the tenant`, tenant],
    ] as const;
    const [limit, full] = limits.find(([, window]) => !window.fits(units)) ?? [];
    for (const [, window] of limits) window.add(units);
    const headers = rateLimitHeaders(app.minute);
    if (limit === undefined || full === undefined) return { headers };
    // The call itself is in the window now: it has to leave as well before the next fits.
    const seconds = secondsOver([full], units) ?? 1;
    const refusal = this.#refusals.refuse(settings, limit, seconds);
    return {
      refusal,
      headers: { ...headers, ...('RateLimit-Reset' in headers ? { 'RateLimit-Reset': String(seconds) } : {}) },
    };
  }

  #use(appId: string, minute: number, day: number): AppUse {
    const known = this.#apps.get(appId);
    if (known?.minute.limit === minute) return known;
    const made = {
      minute: new SlidingWindow(minute, 60, this.#now),
      day: new SlidingWindow(day, 86_400, this.#now),
    };
    this.#apps.set(appId, made);
    return made;
  }

  #tenantWindow(limit: number): SlidingWindow {
    if (this.#tenant?.limit !== limit) this.#tenant = new SlidingWindow(limit, 300, this.#now);
    return this.#tenant;
  }
}

/** Source: "Avoid getting throttled or blocked in SharePoint Online", RateLimit headers. */
function rateLimitHeaders(minute: SlidingWindow): Record<string, string> {
  const used = minute.used();
  if (used < minute.limit * announcedFrom) return {};
  return {
    'RateLimit-Limit': String(minute.limit),
    'RateLimit-Remaining': String(Math.max(0, minute.limit - used)),
    'RateLimit-Reset': String(minute.secondsUntil(Math.floor(minute.limit * (1 - announcedFrom)))),
  };
}

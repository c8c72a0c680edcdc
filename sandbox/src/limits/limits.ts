import type { Cost } from './graph-cost.ts';
import { OutlookLimits } from './outlook-limits.ts';
import { headersOf, type Refusal, Refusals, secondsOver } from './refusal.ts';
import { directoryUnits, published, type Settings } from './settings.ts';
import { SharePointLimits } from './sharepoint-limits.ts';
import { type Now, realNow, SlidingWindow, Windows } from './sliding-window.ts';
import { type Scenario, TeamsLimits } from './teams-limits.ts';

/** Graph's throttling limits, Microsoft Teams: GET team and channel 30 a second, 4 a second for one team. */
const teamReads = [[30, 1]] as const;
const oneTeam = [[4, 1]] as const;
/** No figure is published; more than this looks like a client that keeps no token. */
const tokenRequests = [[15, 10]] as const;
/** What Entra ID names, as msal's page on client throttling has it. */
const tokenWait = 60;

/** A Graph call that was met: whether it is refused, in Graph's words, and what its answer carries either way. */
export interface Met {
  readonly refused?: { readonly code: string; readonly message: string };
  readonly headers: Readonly<Record<string, string>>;
}

/** Every limit of this Microsoft 365, in memory: a restart begins at the published figures with empty windows. */
export class Limits {
  readonly #now: Now;
  readonly #exempt = new Set<string>();
  readonly #refusals = new Refusals();
  #settings: Settings = published;
  #windows;

  constructor(now: Now = realNow) {
    this.#now = now;
    this.#windows = this.#empty();
  }

  #empty() {
    return {
      teams: new TeamsLimits(this.#refusals, this.#now),
      sharePoint: new SharePointLimits(this.#refusals, this.#now),
      outlook: new OutlookLimits(this.#refusals, this.#now),
      directory: new Map<string, SlidingWindow>(),
      teamReads: new Windows(teamReads, this.#now),
      oneTeam: new Windows(oneTeam, this.#now),
      tokens: new Windows(tokenRequests, this.#now),
    };
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Changes what is enforced, and begins with empty windows. */
  change(change: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): void {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#settings = { ...this.#settings, ...Object.fromEntries(given) };
    this.#windows = this.#empty();
    this.#refusals.clear();
  }

  /** Holds no limit against an app any more, or again: for filling a tenant with what happened before the story. */
  exempt(appId: string, isExempt: boolean): void {
    if (isExempt) this.#exempt.add(appId.toLowerCase());
    else this.#exempt.delete(appId.toLowerCase());
  }

  exempted(): string[] {
    return [...this.#exempt].sort();
  }

  /** How many requests were refused since the last change, by limit. */
  refused(): Record<string, number> {
    return this.#refusals.counts();
  }

  /** A bot's request; `scenario` is what it does in `thread`. */
  ofBot(botId: string, scenario: Scenario | undefined, thread: string): Refusal | undefined {
    if (this.#isFree(botId)) return undefined;
    return this.#windows.teams.meet(this.#settings, botId, scenario, thread);
  }

  ofToken(clientId: string, scope: string): Refusal | undefined {
    if (this.#isFree(clientId)) return undefined;
    const windows = this.#windows.tokens.of(`${clientId} ${scope}`);
    if (secondsOver(windows, 1) !== undefined)
      return this.#refusals.refuse(this.#settings, 'Entra ID: 15 tokens in ten seconds', tokenWait);
    for (const window of windows) window.add();
    return undefined;
  }

  /** Begins an HTTP request with calls to mailboxes in it; ends it by what it answers, or is refused. */
  beginMailboxRequest(appId: string, mailbox: string, calls: number): Met | (() => void) {
    if (this.#isFree(appId)) return () => undefined;
    const begun = this.#windows.outlook.begin(this.#settings, appId, mailbox, calls);
    if (typeof begun === 'function') return begun;
    const message = 'Application is over its MailboxConcurrency limit.';
    return { refused: { code: 'ApplicationThrottled', message }, headers: headersOf(begun) };
  }

  /** One Graph call, alone or in a batch: each counts by itself. */
  ofGraph(appId: string, cost: Cost): Met {
    if (this.#isFree(appId)) return { headers: {} };
    if (cost.kind === 'sharepoint') {
      const { refusal, headers } = this.#windows.sharePoint.meet(this.#settings, appId, cost.units);
      return refusal === undefined ? { headers } : throttled(refusal, 'activityLimitReached', headers);
    }
    if (cost.kind === 'outlook') {
      const refusal = this.#windows.outlook.meet(this.#settings, appId, cost.of ?? '');
      return refusal === undefined ? { headers: {} } : throttled(refusal, 'ApplicationThrottled');
    }
    if (cost.kind === 'teams') {
      const windows = [...this.#windows.teamReads.of(appId), ...this.#windows.oneTeam.of(`${appId} ${cost.of}`)];
      const seconds = secondsOver(windows, 1);
      if (seconds !== undefined)
        return throttled(
          this.#refusals.refuse(this.#settings, 'Graph: teams and channels', seconds),
          'TooManyRequests',
        );
      for (const window of windows) window.add();
    }
    return cost.kind === 'directory' ? this.#ofDirectory(appId, cost.units) : { headers: {} };
  }

  #ofDirectory(appId: string, units: number): Met {
    const limit = directoryUnits[this.#settings.directory];
    const window = this.#windows.directory.get(appId) ?? new SlidingWindow(limit, 10, this.#now);
    this.#windows.directory.set(appId, window);
    const headers = { 'x-ms-resource-unit': String(units) };
    if (!window.fits(units)) {
      const name = `Directory: ${limit} units in ten seconds`;
      return throttled(
        this.#refusals.refuse(this.#settings, name, window.secondsUntil(units)),
        'TooManyRequests',
        headers,
      );
    }
    window.add(units);
    const share = window.used() / limit;
    return { headers: share < 0.8 ? headers : { ...headers, 'x-ms-throttle-limit-percentage': share.toFixed(2) } };
  }

  #isFree(appId: string): boolean {
    return !this.#settings.on || this.#exempt.has(appId.toLowerCase());
  }
}

function throttled(refusal: Refusal, code: string, headers: Readonly<Record<string, string>> = {}): Met {
  const when = refusal.retryAfter === undefined ? 'later' : `in ${refusal.retryAfter} seconds`;
  const message = `The request has been throttled. Please retry ${when}. (${refusal.limit})`;
  return { refused: { code, message }, headers: { ...headers, ...headersOf(refusal) } };
}

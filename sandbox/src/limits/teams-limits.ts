import { type Refusal, type Refusals, secondsOver } from './refusal.ts';
import type { Settings } from './settings.ts';
import { type Now, SlidingWindow, Windows } from './sliding-window.ts';

/** What a bot does in a conversation, as Teams counts it. */
export type Scenario = 'send' | 'create' | 'members' | 'old members';

/**
 * How often a bot may do what: Teams' "Optimize your bot with rate limiting", tables per bot per thread, per thread for
 * all bots, per bot in a tenant, and of the old API for members.
 */
const perBot = {
  send: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1_800, 3_600],
  ],
  create: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1_800, 3_600],
  ],
  members: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3_600, 3_600],
  ],
} as const;
const allBots = {
  send: [
    [14, 1],
    [16, 2],
  ],
  create: [
    [14, 1],
    [16, 2],
  ],
  members: [
    [28, 1],
    [32, 2],
  ],
} as const;
const oldMembers = [[5, 60]] as const;

/** Teams' limits for bots. A refused request is not counted: only what was let through was done. */
export class TeamsLimits {
  readonly #refusals: Refusals;
  readonly #now: Now;
  readonly #bots = new Map<string, SlidingWindow>();
  readonly #perBot: Readonly<Record<keyof typeof perBot, Windows>>;
  readonly #allBots: Readonly<Record<keyof typeof allBots, Windows>>;
  readonly #oldMembers: Windows;

  constructor(refusals: Refusals, now: Now) {
    this.#refusals = refusals;
    this.#now = now;
    const windows = (figures: readonly (readonly [number, number])[]) => new Windows(figures, now);
    this.#perBot = { send: windows(perBot.send), create: windows(perBot.create), members: windows(perBot.members) };
    this.#allBots = { send: windows(allBots.send), create: windows(allBots.create), members: windows(allBots.members) };
    this.#oldMembers = windows(oldMembers);
  }

  /** Lets a request through, or refuses it. Without a scenario only the bot's requests in the tenant count. */
  meet(settings: Settings, botId: string, scenario: Scenario | undefined, thread: string): Refusal | undefined {
    const bot = this.#botWindow(settings, botId);
    const kind = scenario === 'old members' ? 'members' : scenario;
    const limits: (readonly [string, readonly SlidingWindow[]])[] = [
      [`bot: ${bot.limit} requests a second`, [bot]],
      ...(kind === undefined
        ? []
        : ([
            [`bot and conversation: ${kind}`, this.#perBot[kind].of(`${botId} ${thread}`)],
            [`conversation: ${kind}`, this.#allBots[kind].of(thread)],
          ] as const)),
      ...(scenario === 'old members'
        ? ([['old members API', this.#oldMembers.of(`${botId} ${thread}`)]] as const)
        : []),
    ];
    for (const [limit, windows] of limits) {
      const seconds = secondsOver(windows, 1);
      if (seconds !== undefined) return this.#refusals.refuse(settings, limit, seconds);
    }
    for (const [, windows] of limits) for (const window of windows) window.add();
    return undefined;
  }

  #botWindow({ requestsPerSecond }: Settings, botId: string): SlidingWindow {
    const known = this.#bots.get(botId);
    if (known?.limit === requestsPerSecond) return known;
    const made = new SlidingWindow(requestsPerSecond, 1, this.#now);
    this.#bots.set(botId, made);
    return made;
  }
}

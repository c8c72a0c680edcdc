import { z } from 'zod';

/** What is enforced; without a change, Microsoft's published figures for the smallest tenant. */
export const Settings = z.strictObject({
  /** Services whose limits are enforced. */
  on: z.boolean(),
  /** Bot Connector requests a second of one bot in a tenant; an older revision of the page says 30. */
  requestsPerSecond: z.union([z.literal(50), z.literal(30)]),
  /** Microsoft 365 licences of the tenant: they decide SharePoint's band. */
  licences: z.int().nonnegative(),
  /** The largest bot message in KB: 28 as for cards through Graph and webhooks, 40 or 100 as the bot pages said. */
  messageKb: z.union([z.literal(28), z.literal(40), z.literal(100)]),
  /** Whom Outlook's four requests at once are counted for. */
  outlookConcurrency: z.enum(['app', 'mailbox']),
  /** The directory's size class: S below 50 users, M to 500, L above. */
  directory: z.enum(['S', 'M', 'L']),
  /** Whether a 429 says when to come back. `sometimes`: half of them, the same ones for the same seed. */
  retryAfter: z.enum(['always', 'sometimes', 'never']),
  seed: z.int(),
});
export type Settings = z.infer<typeof Settings>;
export const SettingsChange = Settings.partial().strict();

export const published: Settings = {
  on: true,
  requestsPerSecond: 50,
  licences: 300,
  messageKb: 28,
  outlookConcurrency: 'app',
  directory: 'S',
  retryAfter: 'always',
  seed: 1,
};

/**
 * SharePoint's resource units by licences: an app in a minute and in a day, the tenant in five minutes.
 * Source: "Avoid getting throttled or blocked in SharePoint Online", tables of application and tenant limits.
 */
const bands = [
  { upTo: 1_000, minute: 1_250, day: 1_200_000, tenant: 18_750 },
  { upTo: 5_000, minute: 2_500, day: 2_400_000, tenant: 37_500 },
  { upTo: 15_000, minute: 3_750, day: 3_600_000, tenant: 56_250 },
  { upTo: 50_000, minute: 5_000, day: 4_800_000, tenant: 75_000 },
  { upTo: Number.POSITIVE_INFINITY, minute: 6_250, day: 6_000_000, tenant: 93_750 },
] as const;

export function bandOf(licences: number): (typeof bands)[number] {
  return bands.find(({ upTo }) => licences <= upTo) ?? bands[4];
}

/** Resource units in ten seconds for an app in a tenant, by the directory's size (Graph's throttling limits, identity). */
export const directoryUnits = { S: 3_500, M: 5_000, L: 8_000 } as const;

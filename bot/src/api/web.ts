import type { TrustPolicy } from '@owls/policy';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Config } from '../config.ts';
import { type ApiGiven, createApi } from './app.ts';
import { calendarFeed } from './feed-routes.ts';
import { publicPages } from './pages.ts';
import { securityHeaders } from './security-headers.ts';
import { tabFiles } from './tab-files.ts';

/** What `/healthz` answers. It is 200 while the process lives, so that an outage of Microsoft 365 restarts nothing. */
export interface Health {
  /** Whether the lists were read and the bot answers. */
  readonly ready: boolean;
  readonly startedAt: string;
  readonly lastBeat?: { readonly at: string; readonly took: number; readonly failed: readonly string[] };
  /** The tenant's time, and when the replica was last brought up to date, by this machine's clock. */
  readonly tenantTime?: string;
  readonly replicaAt?: string;
}

export interface WebGiven extends Omit<ApiGiven, 'endpoint'> {
  readonly config: Config;
  readonly policy: TrustPolicy;
  readonly tabDirectory: string;
  readonly health: () => Health;
  /** Teams' activities; undefined until the lists were read for the first time. */
  readonly chat: () => { process(request: Request): Promise<Response> } | undefined;
}

/** A Teams activity is at most a card's inputs; more is no activity. */
const ACTIVITY_LIMIT = 1024 * 1024;

/** Everything this service answers over HTTP. */
export function createWeb(given: WebGiven): Hono {
  const web = new Hono();
  web.use('*', securityHeaders(given.config));
  web.get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(given.health());
  });
  // The Bot Connector signs what it sends; the chat checks that signature. All other paths under /api are the tab's.
  web.post(
    '/api/messages',
    bodyLimit({ maxSize: ACTIVITY_LIMIT, onError: (c) => c.json({ error: { code: 'too-large' } }, 413) }),
    (c) => {
      const chat = given.chat();
      if (chat !== undefined) return chat.process(c.req.raw);
      // Teams delivers again what was answered so.
      c.header('Retry-After', '5');
      return c.json({ error: { code: 'starting', message: 'The service is starting.' } }, 503);
    },
  );
  web.route('/', createApi({ ...given, endpoint: given.config.endpoint }));
  web.route('/', calendarFeed(given.world));
  web.route('/', publicPages(given.policy));
  web.route('/', tabFiles(given.tabDirectory, given.config));
  web.get('/', (c) => c.redirect('/support', 302));
  web.onError((error, c) => {
    given.log.error({ err: error, route: `${c.req.method} ${c.req.routePath}` }, 'a request failed');
    return c.json({ error: { code: 'failed', message: 'The service could not do this.' } }, 500);
  });
  return web;
}

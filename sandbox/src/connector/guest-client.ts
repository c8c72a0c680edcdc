import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import type { FrontEnv } from '../core/front.ts';
import { connectorAudience } from '../entra/token-endpoint.ts';
import { bearer, channelToken, TokenRejected } from '../entra/tokens.ts';
import type { Bot } from './conversations.ts';

/** What another client of a bot sends; whatever else stands in it passes through as it is. */
export const GuestActivity = z.looseObject({
  type: z.string(),
  serviceUrl: z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }),
});
type GuestActivity = z.infer<typeof GuestActivity>;

/** Where each bot's guest listens; the last one that spoke is the one who is answered. */
const listening = new WeakMap<Core, Map<string, string>>();

function listeners(core: Core): Map<string, string> {
  const known = listening.get(core) ?? new Map<string, string>();
  listening.set(core, known);
  return known;
}

const addressFor = (core: Core) => `${core.endpoints.connector}/guest/`;

/**
 * Hands an activity of another client (an emulator on this computer) to the bot as Teams would: under a signed token
 * that names where to answer, which is our own guest address. The client itself signs nothing, and the bot takes
 * nothing that is not signed.
 */
export async function fromGuest(core: Core, to: Bot, activity: GuestActivity): Promise<Response> {
  listeners(core).set(to.id, activity.serviceUrl.replace(/\/$/, ''));
  const at = addressFor(core);
  return fetch(to.endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${await channelToken(core, to.id, at)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, serviceUrl: at }),
  });
}

/** What the bot says to its guest goes on to where the guest listens, once the bot's own token is checked. */
export function guestRoutes(app: Hono<FrontEnv>, core: Core): void {
  app.all('/guest/*', async (c) => {
    const caller = await bearer(core, c.req.header('authorization'), connectorAudience).catch((error: unknown) => {
      if (error instanceof TokenRejected) return error;
      throw error;
    });
    if (caller instanceof TokenRejected) return refused(c, 401, 'Unauthorized', caller.message);
    const guest = listeners(core).get(caller.clientId.toLowerCase());
    if (guest === undefined) return refused(c, 404, 'ConversationNotFound', 'No other client has spoken to this bot.');
    const { pathname, search } = new URL(c.req.url);
    const body = c.req.method === 'GET' ? undefined : await c.req.text();
    const answer = await fetch(guest + pathname.slice('/guest'.length) + search, {
      method: c.req.method,
      // Playground's connector wants to see that there is a token; which one is between the bot and us.
      headers: { authorization: 'Bearer checked', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    return new Response(await answer.arrayBuffer(), {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    });
  });
}

function refused(c: Context, status: 401 | 404, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}

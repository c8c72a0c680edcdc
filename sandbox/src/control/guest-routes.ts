import type { Hono } from 'hono';
import { bot } from '../connector/conversations.ts';
import { fromGuest, GuestActivity } from '../connector/guest-client.ts';
import type { Core } from '../core/core.ts';
import { existing, understood } from './control-error.ts';

/** The address another client of a bot is given as the bot's own: what it posts there reaches the bot signed. */
export function guestRoutes(app: Hono, core: Core): void {
  app.post('/api/guests/:bot/messages', async (c) => {
    const id = c.req.param('bot');
    const to = existing(bot(core.store, id), `Teams app '${id}'`);
    const text = await c.req.text();
    // Emulators knock without a word to see whether somebody is there.
    if (text === '') return c.body(null, 200);
    const answer = await fromGuest(core, to, understood(GuestActivity, JSON.parse(text)));
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    });
  });
}

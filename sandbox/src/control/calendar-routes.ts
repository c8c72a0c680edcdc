import type { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { user } from '../entra/directory.ts';
import { eventEntity } from '../graph/outlook/event-entity.ts';
import { eventsBetween } from '../graph/outlook/event-store.ts';
import { existing, understood } from './control-error.ts';

const Window = z.object({
  start: z.iso.datetime({ offset: true, local: true }),
  end: z.iso.datetime({ offset: true, local: true }),
});
const utc = (text: string) => new Date(/([zZ]|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`).toISOString();

/** A person's calendar as Graph shows events, times in UTC; `start` and `end` without an offset are UTC. */
export function calendarRoutes(app: Hono, core: Core): void {
  app.get('/api/users/:user/calendar', (c) => {
    const person = existing(user(core.store, c.req.param('user')), `user '${c.req.param('user')}'`);
    const { start, end } = understood(Window, c.req.query());
    return c.json(eventsBetween(core, person.id, utc(start), utc(end)).map((kept) => eventEntity(kept, 'UTC')));
  });
}

import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { type User, user } from '../entra/directory.ts';
import { GraphError, type GraphRequest } from '../graph/exchange.ts';
import { eventEntity } from '../graph/outlook/event-entity.ts';
import { event, eventsBetween } from '../graph/outlook/event-store.ts';
import { respond } from '../graph/outlook/responses.ts';
import { ControlError, existing, understood } from './control-error.ts';

const Window = z.object({
  start: z.iso.datetime({ offset: true, local: true }),
  end: z.iso.datetime({ offset: true, local: true }),
});
const Answer = z.strictObject({ response: z.enum(['accepted', 'tentativelyAccepted', 'declined']) });
const utc = (text: string) => new Date(/([zZ]|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`).toISOString();

/** A person's calendar as Graph shows events, times in UTC; `start` and `end` without an offset are UTC. */
export function calendarRoutes(app: Hono, core: Core): void {
  app.get('/api/users/:user/calendar', (c) => {
    const person = existing(user(core.store, c.req.param('user')), `user '${c.req.param('user')}'`);
    const { start, end } = understood(Window, c.req.query());
    return c.json(eventsBetween(core, person.id, utc(start), utc(end)).map((kept) => eventEntity(kept, 'UTC')));
  });
  app.post('/api/users/:user/calendar/:event/response', async (c) => {
    const person = existing(user(core.store, c.req.param('user')), `user '${c.req.param('user')}'`);
    const { response } = understood(Answer, await c.req.json());
    const copy = existing(event(core, person.id, c.req.param('event')), 'such event in this calendar');
    answered(() => core.store.write(() => respond(asThemselves(core, person), copy, response)));
    return c.body(null, 204);
  });
}

/** A person's own Outlook answers with the same request an app would send. */
function asThemselves(core: Core, person: User): GraphRequest {
  return {
    ...{ core, method: 'POST', path: '', query: new URLSearchParams(), bytes: undefined },
    ...{ body: { sendResponse: true }, clientId: '', roles: [], person: undefined, requestId: randomUUID() },
    hole: () => person.id,
    header: () => undefined,
  };
}

function answered(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new ControlError(409, error.code, error.message);
  }
}

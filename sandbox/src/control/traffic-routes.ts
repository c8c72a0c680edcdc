import type { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { existing, understood } from './control-error.ts';

const After = z.object({ after: z.coerce.number().int().nonnegative().default(0) });
const CallNumber = z.coerce.number().int().positive();

/** The calls of the last while, one after the other, and what each carried. */
export function trafficRoutes(app: Hono, core: Core): void {
  app.get('/api/traffic/recent', (c) => c.json(core.traffic.recent(understood(After, c.req.query()).after)));
  app.get('/api/traffic/recent/:n', (c) => {
    const n = understood(CallNumber, c.req.param('n'));
    return c.json(existing(core.traffic.wireOf(n), `body kept of call ${n}`));
  });
}

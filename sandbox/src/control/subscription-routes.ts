import type { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import {
  lifecycleEvents,
  subscription,
  subscriptionEntity,
  subscriptions,
} from '../graph/subscriptions/subscription.ts';
import { ControlError, existing, understood } from './control-error.ts';

const Lifecycle = z.strictObject({ event: z.enum(lifecycleEvents) });
const Loss = z.strictObject({ times: z.int().positive() });

/** Who is told of changes, and what becomes of that on order. */
export function subscriptionRoutes(app: Hono, core: Core): void {
  const found = (id: string) => existing(subscription(core, id), `subscription '${id}'`);
  app.get('/api/subscriptions', (c) => c.json(subscriptions(core).map(subscriptionEntity)));
  app.post('/api/subscriptions/:id/lifecycle', async (c) => {
    const { event } = understood(Lifecycle, await c.req.json());
    if (!core.watcher.lifecycle(found(c.req.param('id')), event))
      throw new ControlError(409, 'NoLifecycleUrl', 'The subscription names no lifecycleNotificationUrl.');
    return c.body(null, 204);
  });
  app.post('/api/subscriptions/:id/lose', async (c) => {
    const { times } = understood(Loss, await c.req.json());
    core.watcher.lose(found(c.req.param('id')).id, times);
    return c.body(null, 204);
  });
}

import { access, dashboard, halfTermAt } from '@owls/policy';
import { Hono } from 'hono';
import { insist } from './refusal.ts';
import { remindersSent } from './reminders-sent.ts';
import type { ApiEnv } from './signed-in.ts';

/** The dashboard, from the replica: no request to Microsoft 365 however many schools there are. */
export function dashboardRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/dashboard', (c) => {
    const world = c.get('world');
    const facts = world.facts();
    insist(access(world.policy, c.get('person'), 'dashboard.read', facts));
    const reminders = remindersSent(world, halfTermAt(world.policy, world.now())?.id);
    return c.json(
      dashboard(world.policy, facts, c.get('person'), world.now(), { reminders: (urn) => reminders.get(urn) ?? 0 }),
    );
  });
}

import { meetingsView } from '@owls/policy';
import { Hono } from 'hono';
import { notFound } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** The year's meetings as they are recorded (M4, M5). */
export function meetingRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/meetings/:year', (c) => {
    const world = c.get('world');
    const view = meetingsView(world.policy, world.facts(), c.get('person'), c.req.param('year'), world.now());
    if (view === undefined) throw notFound();
    return c.json(view);
  });
}

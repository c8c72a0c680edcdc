import { me } from '@owls/policy';
import { Hono } from 'hono';
import type { ApiEnv } from './signed-in.ts';

/** Who is looking and what they may do. The one route that everybody with a role may ask. */
export function meRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/me', (c) => {
    const world = c.get('world');
    return c.json(me(world.policy, world.facts(), c.get('person'), world.now()));
  });
}

import { access } from '@owls/policy';
import { Hono } from 'hono';
import { insist } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** The trust's own policy. */
export function policyRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/policy', (c) => {
    const world = c.get('world');
    insist(access(world.policy, c.get('person'), 'policy.read', world.facts()));
    return c.json({ policy: world.policy });
  });
}

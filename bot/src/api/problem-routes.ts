import { access } from '@owls/policy';
import { Hono } from 'hono';
import { insist } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** Rows that somebody edited in SharePoint into something that can't be read, for the CEO's office to mend. */
export function problemRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/problems', (c) => {
    const world = c.get('world');
    insist(access(world.policy, c.get('person'), 'deliveries.manage', world.facts()));
    return c.json(world.rowProblems());
  });
}

import { access, schoolView } from '@owls/policy';
import { Hono } from 'hono';
import { notFound } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** The schools a person may read, and the page of one. */
export function schoolRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/schools', (c) => {
      const { policy } = c.get('world');
      const facts = c.get('world').facts();
      const schools = facts.schools
        .filter(({ urn }) => access(policy, c.get('person'), 'school.read', facts, { urn }).allowed)
        .map(({ urn, name, cluster, phase }) => ({ urn, name, cluster, phase }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
      return c.json(schools);
    })
    .get('/schools/:urn', (c) => {
      const world = c.get('world');
      const view = schoolView(world.policy, world.facts(), c.get('person'), c.req.param('urn'), world.now());
      if (view === undefined) throw notFound();
      return c.json(view);
    });
}

import { access, HALF_TERM_ID, historyView } from '@owls/policy';
import { Hono } from 'hono';
import { insistHidden, notFound } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** Who changed what about a school in a half term, read from the audit when somebody asks (M13 to M15, M25). */
export function historyRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/history/:year/:halfTerm/:urn', async (c) => {
    const world = c.get('world');
    const { year, halfTerm, urn } = c.req.param();
    // Asked before the list is: nobody makes the service read for what they may not see.
    insistHidden(access(world.policy, c.get('person'), 'soap.read', world.facts(), { urn }));
    const id = `${year}/${halfTerm}`;
    if (!HALF_TERM_ID.test(id)) throw notFound();
    const changes = await world.audit.of(urn, id);
    const view = historyView(world.policy, world.facts(), c.get('person'), urn, id, changes, world.now());
    if (view === undefined) throw notFound();
    return c.json(view);
  });
}

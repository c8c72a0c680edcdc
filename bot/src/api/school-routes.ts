import { access, HALF_TERM_ID, onAPageView, schoolView } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { notFound, Refusal } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

const PageAsked = z.object({
  halfTerm: z.string().regex(HALF_TERM_ID, 'must be a half term such as 2026-27/autumn-2').optional(),
  small: z.literal('hidden', 'can only be "hidden"').optional(),
});

/** The schools a person may read, what there is to read of one, and one on a page (M40). */
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
    })
    .get('/schools/:urn/page', (c) => {
      const world = c.get('world');
      const asked = PageAsked.safeParse(c.req.query());
      if (!asked.success) {
        const [issue] = asked.error.issues;
        throw new Refusal(400, 'bad-request', `${issue?.path.join('.')} ${issue?.message}.`);
      }
      const { halfTerm, small } = asked.data;
      const wanted = { ...(halfTerm === undefined ? {} : { halfTerm }), hideSmall: small === 'hidden' };
      const view = onAPageView(world.policy, world.facts(), c.get('person'), c.req.param('urn'), wanted, world.now());
      if (view === undefined) throw notFound();
      return c.json(view);
    });
}

import { access, type ExtraDataView, extraDataFindings, extraDataView } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { bodyAs, LongText, Version } from './body.ts';
import { orWhatStands } from './conflict.ts';
import { insist, insistHidden, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** Numbers of any size are read, so that an impossible one is answered with its finding and not as a bad request. */
const Given = z.object({
  figures: z
    .record(z.string().max(60), z.number())
    .refine((all) => Object.keys(all).length <= 40, 'holds more figures than are ever asked'),
  says: LongText,
  version: Version.exactOptional(),
});

const PLACE = '/schools/:urn/extra-data';

/** The extra data of a school while it causes concern: to read, to give and to correct (M19). */
export function extraDataRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(PLACE, (c) => c.json(viewOf(c)))
    .put(`${PLACE}/:item/:due`, async (c) => {
      const world = c.get('world');
      const { urn, item, due } = c.req.param();
      const facts = world.facts();
      insistHidden(access(world.policy, c.get('person'), 'soap.read', facts, { urn }));
      insist(access(world.policy, c.get('person'), 'soap.write', facts, { urn }));
      const school = facts.schools.find((one) => one.urn === urn);
      if (school === undefined) throw notFound();
      const { version, figures, says } = await bodyAs(c, Given);
      const given = { urn, item, due, figures, says: says.trim() };
      const found = extraDataFindings(world.policy, world.policy.concerns, facts, school, given, world.now());
      if (found.length > 0) throw unmended(found);
      await orWhatStands(
        () => viewOf(c),
        () => world.extraData.save(given, version, c.get('by')),
      );
      beat();
      return c.json(viewOf(c));
    });
}

function viewOf(c: ApiContext): ExtraDataView {
  const world = c.get('world');
  const urn = c.req.param('urn') ?? '';
  const view = extraDataView(world.policy, world.facts(), c.get('person'), urn, world.now());
  if (view === undefined) throw notFound();
  return view;
}

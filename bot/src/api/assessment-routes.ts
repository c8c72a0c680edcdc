import { type AssessmentsView, access, assessmentFindings, assessmentsView } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { Conflict } from '../writes.ts';
import { bodyAs, Version } from './body.ts';
import { insist, insistHidden, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** Numbers of any size are read, so that an impossible one is answered with its finding and not as a bad request. */
const Given = z.object({
  pupils: z.number(),
  figures: z
    .record(z.string().max(60), z.number())
    .refine((all) => Object.keys(all).length <= 40, 'holds more figures than any assessment has'),
  version: Version.exactOptional(),
});

const PLACE = '/schools/:urn/assessments';

/** A school's national assessments and its baseline: to read beside England's, to record and to correct (M16, M17). */
export function assessmentRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(PLACE, (c) => c.json(viewOf(c)))
    .put(`${PLACE}/:year/:assessment`, async (c) => {
      const world = c.get('world');
      const { urn, year, assessment } = c.req.param();
      const facts = world.facts();
      insistHidden(access(world.policy, c.get('person'), 'soap.read', facts, { urn }));
      insist(access(world.policy, c.get('person'), 'soap.write', facts, { urn }));
      const school = facts.schools.find((one) => one.urn === urn);
      if (school === undefined) throw notFound();
      const { version, ...figures } = await bodyAs(c, Given);
      const given = { urn, year, assessment, ...figures };
      const found = assessmentFindings(world.policy, school, given, world.now());
      if (found.length > 0) throw unmended(found);
      try {
        await world.assessments.save(given, version, c.get('by'));
      } catch (error) {
        // Where another was first, the person is shown what stands there now.
        throw error instanceof Conflict ? new Conflict(viewOf(c), error.message) : error;
      }
      beat();
      return c.json(viewOf(c));
    });
}

function viewOf(c: ApiContext): AssessmentsView {
  const world = c.get('world');
  const urn = c.req.param('urn') ?? '';
  const view = assessmentsView(world.policy, world.facts(), c.get('person'), urn, world.now());
  if (view === undefined) throw notFound();
  return view;
}

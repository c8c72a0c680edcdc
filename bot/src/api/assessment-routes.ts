import {
  type AssessmentsView,
  access,
  assessmentFindings,
  assessmentRemovalFindings,
  assessmentsView,
  type School,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { bodyAs, LongText, Version } from './body.ts';
import { orWhatStands } from './conflict.ts';
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

const Removal = z.object({ version: Version, why: LongText.default('') });

const PLACE = '/schools/:urn/assessments';

/** A school's national assessments and its baseline: to read beside England's, to record, correct and take out (M16, M17). */
export function assessmentRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(PLACE, (c) => c.json(viewOf(c)))
    .put(`${PLACE}/:year/:assessment`, async (c) => {
      const world = c.get('world');
      const { year, assessment } = c.req.param();
      const school = recording(c);
      const { version, ...figures } = await bodyAs(c, Given);
      const given = { urn: school.urn, year, assessment, ...figures };
      const found = assessmentFindings(world.policy, school, given, world.now());
      if (found.length > 0) throw unmended(found);
      await orWhatStands(
        () => viewOf(c),
        () => world.assessments.save(given, version, c.get('by')),
      );
      beat();
      return c.json(viewOf(c));
    })
    .post(`${PLACE}/:year/:assessment/remove`, async (c) => {
      const world = c.get('world');
      const { year, assessment } = c.req.param();
      const { urn } = recording(c);
      const { version, why } = await bodyAs(c, Removal);
      const found = assessmentRemovalFindings(world.policy.national, { assessment }, why);
      if (found.length > 0) throw unmended(found);
      await orWhatStands(
        () => viewOf(c),
        () => world.assessments.remove({ urn, year, assessment }, why.trim(), version, c.get('by')),
      );
      beat();
      return c.json(viewOf(c));
    });
}

/** The school, where the person may record its outcomes; who may not read its returns does not learn that it is there. */
function recording(c: ApiContext): School {
  const { policy, facts } = c.get('world');
  const urn = c.req.param('urn') ?? '';
  insistHidden(access(policy, c.get('person'), 'soap.read', facts(), { urn }));
  insist(access(policy, c.get('person'), 'soap.write', facts(), { urn }));
  const school = facts().schools.find((one) => one.urn === urn);
  if (school === undefined) throw notFound();
  return school;
}

function viewOf(c: ApiContext): AssessmentsView {
  const world = c.get('world');
  const urn = c.req.param('urn') ?? '';
  const view = assessmentsView(world.policy, world.facts(), c.get('person'), urn, world.now());
  if (view === undefined) throw notFound();
  return view;
}

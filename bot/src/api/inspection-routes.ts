import {
  access,
  dateAt,
  type Inspection,
  type InspectionGiven,
  type InspectionsView,
  inspectionsView,
  recordingFindings,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { INSPECTION_ID } from '../inspections/rows.ts';
import { bodyAs, Version } from './body.ts';
import { orWhatStands } from './conflict.ts';
import { insist, insistHidden, notFound, Refusal, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** What is missing or impossible is answered with its finding, so that the form can say it in place. */
const Day = z.string().max(10);
const Words = z.string().trim().max(255);
const common = { on: Day, report: Words.exactOptional(), version: Version.exactOptional() };
const Given = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('awaited') }),
  z.object({
    ...common,
    kind: z.literal('overall'),
    published: Day,
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.object({
    ...common,
    kind: z.literal('areas'),
    published: Day,
    framework: Words,
    areas: z.record(z.string().max(60), z.string().max(60)).refine((all) => Object.keys(all).length <= 40, 'too many'),
    safeguarding: z.enum(['met', 'not met']),
  }),
  z.object({
    ...common,
    kind: z.literal('monitoring'),
    outcome: Words,
    note: z.string().trim().max(2000).exactOptional(),
  }),
  z.object({
    ...common,
    kind: z.literal('review'),
    reviewer: Words,
    about: Words,
    outcome: z.string().trim().max(2000),
  }),
]);
const Removal = z.object({ version: Version });

const PLACE = '/schools/:urn/inspections';

/** What others saw of a school from outside: to read, to record, to correct and to take out again (M28). */
export function inspectionRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(PLACE, (c) => c.json(viewOf(c)))
    .put(`${PLACE}/:id`, async (c) => {
      recording(c);
      const { version, ...given } = await bodyAs(c, Given);
      const inspection: InspectionGiven = { ...given, id: idOf(c), urn: urnOf(c) };
      const found = recordingFindings(
        policyOf(c),
        inspection,
        kept(c),
        dateAt(c.get('world').policy, c.get('world').now()),
      );
      if (found.length > 0) throw unmended(found);
      await orWhatStands(
        () => viewOf(c),
        () => c.get('world').inspections.save(inspection, version, c.get('by')),
      );
      beat();
      return c.json(viewOf(c));
    })
    .post(`${PLACE}/:id/remove`, async (c) => {
      recording(c);
      const { version } = await bodyAs(c, Removal);
      const id = idOf(c);
      // Only one of this school: another school's is not this reader's to find.
      if (kept(c).some((one) => one.id === id && one.urn === urnOf(c))) {
        await orWhatStands(
          () => viewOf(c),
          () => c.get('world').inspections.remove(id, version, c.get('by')),
        );
        beat();
      }
      return c.json(viewOf(c));
    });
}

const urnOf = (c: ApiContext): string => c.req.param('urn') ?? '';
const policyOf = (c: ApiContext) => c.get('world').policy.inspections;
const kept = (c: ApiContext): readonly Inspection[] => c.get('world').facts().records?.inspections?.inspections ?? [];

function idOf(c: ApiContext): string {
  const id = c.req.param('id') ?? '';
  if (!INSPECTION_ID.test(id)) throw new Refusal(400, 'bad-request', 'The inspection has no id that can be kept.');
  return id;
}

function viewOf(c: ApiContext): InspectionsView {
  const world = c.get('world');
  const view = inspectionsView(world.policy, world.facts(), c.get('person'), urnOf(c), world.now());
  if (view === undefined) throw notFound();
  return view;
}

/** Throws where the person may not record; who may not see the school's records does not learn that it is there. */
function recording(c: ApiContext): void {
  const { policy, facts } = c.get('world');
  const about = { urn: urnOf(c) };
  insistHidden(access(policy, c.get('person'), 'records.read', facts(), about));
  insist(access(policy, c.get('person'), 'inspection.record', facts(), about));
}

import {
  type AnalysisView,
  access,
  analysedFigures,
  analysisOf,
  analysisView,
  dateAt,
  isAcademicYear,
  missingFrom,
  needActionFindings,
  needFindings,
  needRemovalFindings,
  sentFindings,
  trustAnalysisView,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../world.ts';
import { bodyAs, LongText, Version } from './body.ts';
import { orWhatStands } from './conflict.ts';
import { forbidden, insistHidden, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const ID = /^[0-9A-Za-z-]{8,40}$/;
/** A key of a figure, or one the head named. */
const AREA = /^[A-Za-z][\w.-]{0,80}$/;
const Written = z.object({ name: LongText, explained: z.boolean(), says: LongText, version: Version.exactOptional() });
const Action = z.object({
  ...{ need: z.string().regex(AREA), text: LongText, owner: z.string().max(100), by: z.string().max(20) },
  ...{ success: LongText, version: Version.exactOptional() },
});
const Seen = z.object({ version: Version });
const Done = z.object({ done: z.boolean() });
const Sent = z.object({ sent: z.boolean(), version: Version.exactOptional() });

const PLACE = '/schools/:urn/analysis';
const OF_YEAR = `${PLACE}/:year`;

/** Analyses of results (M18): a school's to read, to write and to send, and the whole trust's. */
export function analysisRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/analysis', (c) => {
      const world = c.get('world');
      const view = trustAnalysisView(world.policy, world.facts(), c.get('person'), c.req.query('year'), world.now());
      if (view === undefined) throw notFound();
      return c.json(view);
    })
    .get(PLACE, (c) => c.json(viewOf(c, c.req.query('year'))))
    .put(`${OF_YEAR}/needs/:area`, (c) =>
      changed(c, async (of, world) => {
        const { version, ...body } = await bodyAs(c, Written);
        const given = { ...body, area: named(c, 'area', AREA), name: body.name.trim(), says: body.says.trim() };
        mend(needFindings(figuresOf(world, of), recordOf(world, of), given));
        await world.analyses.writeNeed(of, given, version, c.get('by'));
      }),
    )
    .delete(`${OF_YEAR}/needs/:area`, (c) =>
      changed(c, async (of, world) => {
        const { version } = await bodyAs(c, Seen);
        const area = named(c, 'area', AREA);
        mend(needRemovalFindings(recordOf(world, of), area));
        await world.analyses.removeNeed(of, area, version, c.get('by'));
      }),
    )
    .put(`${OF_YEAR}/actions/:id`, (c) =>
      changed(c, async (of, world) => {
        const { version, ...body } = await bodyAs(c, Action);
        const given = { ...body, id: named(c, 'id', ID), text: body.text.trim(), success: body.success.trim() };
        const record = recordOf(world, of) ?? { ...of, needs: [], actions: [] };
        const before = record.actions.find(({ id }) => id === given.id);
        const today = dateAt(world.policy, world.now());
        mend(needActionFindings(world.facts(), figuresOf(world, of), record, given, before, today));
        const done = before?.done === undefined ? {} : { done: before.done };
        await world.analyses.saveAction(of, { ...given, ...done }, version, c.get('by'));
      }),
    )
    .delete(`${OF_YEAR}/actions/:id`, (c) =>
      changed(c, async (of, world) => {
        const { version } = await bodyAs(c, Seen);
        mend(sentFindings(recordOf(world, of)));
        await world.analyses.removeAction(of, named(c, 'id', ID), version, c.get('by'));
      }),
    )
    .put(`${OF_YEAR}/actions/:id/done`, (c) =>
      changed(c, async (of, world) => {
        const { done } = await bodyAs(c, Done);
        const action = recordOf(world, of)?.actions.find(({ id }) => id === c.req.param('id'));
        const kept = world.gatherings.kept().actions.find(({ id }) => id === action?.id);
        // Of a draft nothing is to be done yet.
        if (kept === undefined) throw notFound();
        if ((kept.done !== undefined) === done) return;
        const today = dateAt(world.policy, world.now());
        await world.gatherings.markDone(kept, done ? today : undefined, c.get('by'));
      }),
    )
    .put(`${OF_YEAR}/sent`, (c) =>
      changed(c, async (of, world) => {
        const { sent, version } = await bodyAs(c, Sent);
        if (sent) mend(missingFrom(figuresOf(world, of), recordOf(world, of)).map((says) => said('sent', says)));
        await world.analyses.send(of, sent, version, c.get('by'));
      }),
    );

  /** A change by somebody who writes the school's analysis; the answer is all as it then stands. */
  async function changed(c: ApiContext, act: (of: Of, world: World) => Promise<void>): Promise<Response> {
    const world = c.get('world');
    const of = { urn: c.req.param('urn') ?? '', year: c.req.param('year') ?? '' };
    const facts = world.facts();
    insistHidden(access(world.policy, c.get('person'), 'soap.read', facts, of));
    const may = access(world.policy, c.get('person'), 'analysis.write', facts, of);
    if (!may.allowed) throw forbidden(may);
    if (!isAcademicYear(of.year)) throw notFound();
    await orWhatStands(
      () => viewOf(c, of.year),
      () => act(of, world),
    );
    beat();
    return c.json(viewOf(c, of.year));
  }
}

interface Of {
  readonly urn: string;
  readonly year: string;
}

function said(place: string, says: string) {
  return { level: 'error' as const, rule: 'M18', place, says };
}

function mend(found: Parameters<typeof unmended>[0]): void {
  if (found.length > 0) throw unmended(found);
}

function recordOf(world: World, { urn, year }: Of) {
  return analysisOf(world.facts(), urn, year);
}

function figuresOf(world: World, { urn, year }: Of) {
  return analysedFigures(world.policy, world.facts(), { urn }, year);
}

function named(c: ApiContext, part: string, pattern: RegExp): string {
  const given = c.req.param(part) ?? '';
  if (!pattern.test(given)) throw notFound();
  return given;
}

function viewOf(c: ApiContext, year: string | undefined): AnalysisView {
  const world = c.get('world');
  const urn = c.req.param('urn') ?? '';
  const view = analysisView(world.policy, world.facts(), c.get('person'), urn, year, world.now());
  if (view === undefined) throw notFound();
  return view;
}

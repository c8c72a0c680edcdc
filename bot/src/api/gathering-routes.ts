import {
  agreed,
  dateAt,
  type GatheringView,
  gatheringOfChat,
  gatheringView,
  headedBy,
  type MyGatherings,
  meetingAccess,
  minuted,
  myGatherings,
  POINT_KINDS,
  type RecordedGathering,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { DOCX_TYPE, docxOf } from '../gatherings/docx.ts';
import { paperOf } from '../gatherings/paper.ts';
import { bodyAs, Version } from './body.ts';
import { forbidden, insist, insistHidden, notFound, Refusal, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** A writer's own key of a new point or action, so that what is sent again is the same row. */
const Id = /^[0-9A-Za-z-]{8,40}$/;
const Words = z.string().trim().min(1, 'says nothing').max(2000);
const Person = z.string().min(1).max(100);
const Point = z.object({
  kind: z.enum(POINT_KINDS),
  text: Words,
  urn: z.string().max(20).optional(),
  version: Version.optional(),
});
const Removal = z.object({ version: Version });
const Sheet = z.object({ attended: z.array(Person).max(1000), version: Version.optional() });
const Ending = z.discriminatedUnion('state', [
  z.object({ state: z.literal('held'), attended: z.array(Person).max(1000), version: Version.optional() }),
  z.object({ state: z.literal('not held'), because: z.string().max(2000), version: Version.optional() }),
]);
const ActionGiven = z.object({
  text: z.string().max(2000),
  owner: Person,
  by: z.string().max(10),
  version: Version.optional(),
});
const Coming = z.object({
  comes: z.boolean(),
  instead: z.string().trim().max(200).default(''),
  because: z.string().trim().max(500).default(''),
});
const Names = z.object({ names: z.array(Words.max(120)).max(30) });

const ONE = '/gatherings/:key';

/** A meeting's life: its agenda, who comes, its minutes, and what it agreed (M4-M12). */
export function gatheringRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/gatherings', (c) => {
      const world = c.get('world');
      const [kept, person, chat] = [world.gatherings.kept(), c.get('person'), c.req.query('chat') ?? ''];
      const here = gatheringOfChat(world.policy, world.facts(), kept, person, chat);
      const mine = myGatherings(world.policy, kept, person, world.now());
      return c.json({ ...mine, ...(here === undefined ? {} : { here }) } satisfies MyGatherings);
    })
    .get(ONE, (c) => c.json(viewOf(c)))
    .get(`${ONE}/:kind{agenda|minutes}/document`, async (c) => {
      const kind = c.req.param('kind') === 'agenda' ? 'agenda' : 'minutes';
      if (kind === 'minutes') begun(c);
      const paper = paperOf(kind, viewOf(c), c.get('world').policy, c.get('person'));
      c.header('Content-Type', DOCX_TYPE);
      c.header('Content-Disposition', `attachment; filename="${paper.fileName}.docx"`);
      return c.body(await docxOf(paper));
    })
    .put(`${ONE}/points/:id`, async (c) => {
      const meeting = writable(c);
      const { kind, text, urn, version } = await bodyAs(c, Point);
      const world = c.get('world');
      if (urn !== undefined && !viewOf(c).schools.some((one) => one.urn === urn)) throw notFound();
      if (kind !== 'agenda item') begun(c);
      const about = urn === undefined ? {} : { urn };
      await world.gatherings.savePoint(
        { id: idOf(c), meeting: meeting.key, kind, text, ...about },
        version,
        c.get('by'),
      );
      return c.json(viewOf(c));
    })
    .post(`${ONE}/points/:id/remove`, async (c) => {
      writable(c);
      const { version } = await bodyAs(c, Removal);
      const id = idOf(c);
      // Only a point of this meeting: another meeting's is not this reader's to find.
      if (viewOf(c).points.some((one) => one.id === id)) {
        await c.get('world').gatherings.removePoint(id, version, c.get('by'));
      }
      return c.json(viewOf(c));
    })
    .put(`${ONE}/minutes`, async (c) => {
      const { key, title } = concluding(c);
      const { attended, version } = await bodyAs(c, Sheet);
      const sheet = { gathering: key, state: 'draft' as const, attended: known(c, attended), because: '' };
      await c.get('world').gatherings.saveSheet(sheet, title, version, c.get('by'));
      return c.json(viewOf(c));
    })
    .post(`${ONE}/minutes/end`, async (c) => {
      const meeting = concluding(c);
      const given = await bodyAs(c, Ending);
      const world = c.get('world');
      const attended = given.state === 'held' ? known(c, given.attended) : [];
      const because = given.state === 'held' ? '' : given.because.trim();
      const content =
        given.state === 'held'
          ? { state: given.state, attended, decisions: [], priorities: [], developmentAreas: [] }
          : { state: given.state, because };
      const checked = minuted(world.policy, meeting, content, c.get('person').id, world.now());
      if (!checked.ok) throw mend(checked.says, checked.why.rule);
      const sheet = { gathering: meeting.key, state: given.state, attended, because };
      await world.gatherings.saveSheet(sheet, meeting.title, given.version, c.get('by'));
      return c.json(viewOf(c));
    })
    .put(`${ONE}/actions/:id`, async (c) => {
      const meeting = writable(c);
      begun(c);
      const { version, ...given } = await bodyAs(c, ActionGiven);
      const world = c.get('world');
      const result = agreed(world.facts(), meeting, { id: idOf(c), ...given });
      if (!result.ok) throw mend(result.says, result.why.rule);
      const { done } = world.gatherings.kept().actions.find(({ id }) => id === result.action.id) ?? {};
      const action = { ...result.action, ...(done === undefined ? {} : { done }) };
      await world.gatherings.saveAction(action, version, c.get('by'));
      return c.json(viewOf(c));
    })
    .post(`${ONE}/actions/:id/:what{done|undone}`, async (c) => {
      const meeting = gatheringOf(c);
      const world = c.get('world');
      const action = world.gatherings.kept().actions.find(({ id }) => id === c.req.param('id'));
      const view = viewOf(c);
      const shown = [...view.actions, ...view.review].some(({ id }) => id === action?.id);
      if (action === undefined || !shown) throw notFound();
      const leads = meetingAccess(world.policy, world.facts(), c.get('person'), meeting, 'conclude');
      if (action.owner !== c.get('person').id) insist(leads);
      const today = dateAt(world.policy, world.now());
      await world.gatherings.markDone(action, c.req.param('what') === 'done' ? today : undefined, c.get('by'));
      return c.json(viewOf(c));
    })
    .put(`${ONE}/coming`, async (c) => {
      const found = gatheringOf(c);
      const { you, begun: isOn, meeting } = viewOf(c);
      const { comes, instead, because } = await bodyAs(c, Coming);
      if (!you.invited || isOn || meeting.state === 'cancelled') {
        throw new Refusal(422, 'too-late', 'Only who is invited answers, and only before it begins.', { findings: [] });
      }
      const said = comes
        ? ({ state: 'comes after all', instead: '', because: '' } as const)
        : ({ state: 'cannot come', instead, because } as const);
      await c
        .get('world')
        .gatherings.saveComing({ gathering: found.key, person: c.get('person').id, ...said }, found, c.get('by'));
      return c.json(viewOf(c));
    })
    .put(`${ONE}/delegates/:urn`, async (c) => {
      const { key } = gatheringOf(c);
      const urn = c.req.param('urn');
      if (!headedBy(c.get('person')).includes(urn)) throw notFound();
      const { names } = await bodyAs(c, Names);
      await c.get('world').gatherings.saveDelegates({ gathering: key, urn, names }, c.get('by'));
      return c.json(viewOf(c));
    });
}

/** The meeting, if it is the reader's; one that is not and one that is not there look alike. */
function gatheringOf(c: ApiContext): RecordedGathering {
  const world = c.get('world');
  const key = c.req.param('key') ?? '';
  const found = world.facts().records?.gatherings?.gatherings.find((one) => one.key === key);
  if (found === undefined) throw notFound();
  insistHidden(meetingAccess(world.policy, world.facts(), c.get('person'), found, 'read'));
  return found;
}

function viewOf(c: ApiContext): GatheringView {
  const { key } = gatheringOf(c);
  const world = c.get('world');
  const kept = world.gatherings.kept();
  const view = gatheringView(world.policy, world.facts(), kept, c.get('person'), key, world.now());
  if (view === undefined) throw notFound();
  return view;
}

function writable(c: ApiContext): RecordedGathering {
  const found = gatheringOf(c);
  const world = c.get('world');
  insist(meetingAccess(world.policy, world.facts(), c.get('person'), found, 'write'));
  if (found.state === 'cancelled') {
    const because = 'The meeting was cancelled.';
    throw forbidden({ allowed: false, rule: found.rule, because, wouldChange: 'Write into the next one.' });
  }
  return found;
}

function concluding(c: ApiContext): RecordedGathering {
  const found = writable(c);
  insist(meetingAccess(c.get('world').policy, c.get('world').facts(), c.get('person'), found, 'conclude'));
  return found;
}

/** Decisions and actions are those of a meeting that takes place, not of one to come. */
function begun(c: ApiContext): void {
  const { begun: isOn, meeting } = viewOf(c);
  if (!isOn) throw mend('Minutes are written once the meeting has begun.', meeting.rule);
}

/** Of those named, people on record: a name that is none was made up. */
function known(c: ApiContext, ids: readonly string[]): string[] {
  const people = new Set(
    c
      .get('world')
      .facts()
      .people.map(({ id }) => id),
  );
  return [...new Set(ids)].filter((id) => people.has(id));
}

function idOf(c: ApiContext): string {
  const id = c.req.param('id') ?? '';
  if (!Id.test(id)) throw new Refusal(400, 'bad-request', 'id: 8 to 40 letters, digits and hyphens.');
  return id;
}

function mend(says: string, rule: string): Refusal {
  return unmended([{ level: 'error', rule, says }]);
}

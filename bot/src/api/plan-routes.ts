import {
  access,
  attendance,
  type BusyTime,
  bestSlots,
  compared,
  dayOff,
  isPeerReview,
  type MadeMove,
  movesInForce,
  type Person,
  type PlanView,
  planningFacts,
  planView,
  rhythms,
  yearPlan,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import type { FreeBusy } from '../meetings/free-busy.ts';
import { wallClockNow } from '../meetings/what-is-ahead.ts';
import { bodyAs } from './body.ts';
import { insist, notFound, Refusal } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const Key = z.string().min(3).max(200);
const WallClock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be like 2026-09-08T14:00');
const MoveBody = z
  .object({
    key: Key,
    start: WallClock.optional(),
    host: z
      .string()
      .regex(/^\d{1,10}$/)
      .optional(),
  })
  .refine(({ start, host }) => start !== undefined || host !== undefined, 'holds neither a start nor a host');
const UndoBody = z.object({ id: z.string().max(40).optional() });
const Span = z
  .object({ from: WallClock, to: WallClock })
  .refine(({ from, to }) => from < to, '"to" must be after "from"');
const BusyBody = z.intersection(Span, z.object({ people: z.array(z.string().max(80)).min(1).max(200) }));

/** Asks calendars when these people are taken; `from` and `to` are wall-clock. */
export type AskFreeBusy = (people: readonly Person[], from: string, to: string) => Promise<FreeBusy>;

/** Planning a year (M3-M12): the plan before anything is sent, moves and their undoing, suggestions, comparisons. */
export function planRoutes(freeBusy: AskFreeBusy): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/plan/:year', (c) => c.json(viewOf(c)))
    .post('/plan/:year/moves', async (c) => {
      const view = planning(c);
      const { key, start, host } = await bodyAs(c, MoveBody);
      const meeting = movable(view, key);
      const world = c.get('world');
      if (host !== undefined) checkHost(c, meeting, host);
      const at = start === undefined ? undefined : slotFor(c, meeting, start);
      const [made] = await world.planning.move(
        [{ key, ...(at ?? {}), ...(host === undefined ? {} : { host }), where: 'plan' }],
        c.get('by'),
      );
      return c.json({ move: made, plan: viewOf(c) }, 201);
    })
    .post('/plan/:year/moves/undo', async (c) => {
      const view = planning(c);
      const { id } = await bodyAs(c, UndoBody);
      const keys = new Set(view.meetings.map(({ key }) => key));
      const open = view.moves.filter((move) => !move.undone && keys.has(move.key));
      const move = id === undefined ? open.at(-1) : open.find((one) => one.id === id);
      if (move === undefined) throw new Refusal(404, 'nothing-to-undo', 'There is no move to take back.');
      await c.get('world').planning.undo(move, c.get('by'));
      return c.json({ undone: move, plan: viewOf(c) });
    })
    .get('/plan/:year/slots', async (c) => {
      const view = planning(c);
      const meeting = movable(view, c.req.query('key') ?? '');
      const world = c.get('world');
      const date = meeting.start.slice(0, 10);
      const asked =
        c.req.query('calendars') === 'yes'
          ? await freeBusy(peopleOf(c, meeting.attendees), around(date, -14), around(date, 15))
          : { busy: [] satisfies BusyTime[], unknown: [] };
      const slots = bestSlots(world.policy, meeting, {
        schools: world.facts().schools,
        meetings: view.meetings.filter(({ state }) => state !== 'cancelled'),
        busy: asked.busy,
        now: wallClockNow(world),
      });
      return c.json({ key: meeting.key, slots, unknown: asked.unknown });
    })
    .post('/plan/:year/free-busy', async (c) => {
      planning(c);
      const { people, from, to } = await bodyAs(c, BusyBody);
      if (to > around(from.slice(0, 10), 62)) {
        throw new Refusal(400, 'bad-request', 'Calendars are asked for at most 62 days at once: ask for less.');
      }
      return c.json(await freeBusy(peopleOf(c, people), from, to));
    })
    .get('/plan/:year/against/:other', (c) => {
      const view = planning(c);
      const world = c.get('world');
      const other = view.years.find((one) => one === c.req.param('other'));
      if (other === undefined) throw notFound();
      const facts = planningFacts(world.facts());
      const moves = movesInForce(world.planning.moves());
      const [before, after] = [other, view.year].map((year) => yearPlan(world.policy, facts, year, moves).gatherings);
      return c.json({ year: view.year, other, ...compared(before ?? [], after ?? []) });
    })
    .get('/plan/:year/rhythm', (c) => {
      const view = planning(c);
      const world = c.get('world');
      const agreed = view.meetings.flatMap((one) => (one.state === 'planned' ? [] : [{ ...one, state: one.state }]));
      const minutes = world.facts().records?.gatherings?.minutes ?? [];
      return c.json({
        year: view.year,
        rhythms: rhythms(agreed, minutes, wallClockNow(world).slice(0, 10)),
        ...attendance(agreed, minutes),
      });
    });
}

/** The year's plan as this person may see it. Throws where there is none for them. */
function viewOf(c: ApiContext): PlanView {
  const world = c.get('world');
  const moves = world.planning.moves();
  const view = planView(world.policy, world.facts(), c.get('person'), c.req.param('year') ?? '', world.now(), moves);
  if (view === undefined) throw notFound();
  return view;
}

/** As {@link viewOf}, for what only those who plan may do. */
export function planning(c: ApiContext): PlanView {
  const view = viewOf(c);
  const world = c.get('world');
  insist(access(world.policy, c.get('person'), 'meetings.plan', world.facts()));
  return view;
}

type PlanMeeting = PlanView['meetings'][number];

function movable(view: PlanView, key: string): PlanMeeting {
  const meeting = view.meetings.find((one) => one.key === key);
  if (meeting === undefined) throw notFound();
  if (meeting.past) throw new Refusal(409, 'past', `${meeting.title} has begun: what is past stays as it was.`);
  if (meeting.state === 'cancelled') throw new Refusal(409, 'cancelled', `${meeting.title} is cancelled.`);
  if (isPeerReview(meeting)) {
    throw new Refusal(
      409,
      'of-record',
      `${meeting.title} is held on the days in its record (M32): change them under Peer reviews.`,
    );
  }
  return meeting;
}

/** Start and end of a move, or a refusal that says what is wrong with the day and names the nearest good ones. */
function slotFor(c: ApiContext, meeting: PlanMeeting, start: string): Pick<MadeMove, 'start' | 'end'> {
  const world = c.get('world');
  if (start <= wallClockNow(world)) throw new Refusal(422, 'past', 'That moment is past: choose one ahead.');
  const date = start.slice(0, 10);
  const off = dayOff(world.policy, meeting.kind, date);
  if (off !== undefined) {
    throw new Refusal(422, 'day-off', `${off} Meetings take place on school days (M3).`, {
      wouldChange: 'Choose a school day, or change the term dates in the policy.',
    });
  }
  const minutes = Math.round((Date.parse(`${meeting.end}Z`) - Date.parse(`${meeting.start}Z`)) / 60_000);
  const end = new Date(Date.parse(`${start}Z`) + minutes * 60_000);
  if (Number.isNaN(end.getTime())) throw new Refusal(400, 'bad-request', 'start: is no date and time.');
  const until = end.toISOString().slice(0, 16);
  if (until.slice(0, 10) !== date)
    throw new Refusal(422, 'past-midnight', 'It would run past midnight: begin earlier.');
  return { start, end: until };
}

function checkHost(c: ApiContext, meeting: PlanMeeting, host: string): void {
  const school = c
    .get('world')
    .facts()
    .schools.find(({ urn }) => urn === host);
  if (school === undefined) throw new Refusal(422, 'no-such-school', `There is no school ${host} in the trust.`);
  if (meeting.host === undefined || meeting.urn !== undefined) {
    throw new Refusal(422, 'no-host', `${meeting.title} is not hosted by schools in turn.`);
  }
}

/** Those of the people on record; unknown ids are left out. */
function peopleOf(c: ApiContext, ids: readonly string[]): readonly Person[] {
  const wanted = new Set(ids);
  return c
    .get('world')
    .facts()
    .people.filter(({ id }) => wanted.has(id));
}

/** Midnight so many days from a date, wall-clock. */
function around(date: string, days: number): string {
  return `${new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)}T00:00`;
}

import { access, type MeetingsView, meetingsView } from '@owls/policy';
import { Hono } from 'hono';
import { insist, notFound } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** The year's meetings, as planned and as recorded (M4, M5). */
export function meetingRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/meetings/:year', (c) => c.json(viewOf(c)))
    .post('/meetings/:year/put-into-calendars', async (c) => {
      const view = viewOf(c);
      const world = c.get('world');
      insist(access(world.policy, c.get('person'), 'meetings.plan', world.facts()));
      // Agreed here; the heartbeat makes the events and goes on after any interruption.
      const added = await world.meetings.agree(view.planned, c.get('by'));
      beat();
      return c.json({ added }, 202);
    });
}

function viewOf(c: ApiContext): MeetingsView {
  const world = c.get('world');
  const view = meetingsView(world.policy, world.facts(), c.get('person'), c.req.param('year') ?? '', world.now());
  if (view === undefined) throw notFound();
  return view;
}

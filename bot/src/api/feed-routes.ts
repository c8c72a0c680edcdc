import { access } from '@owls/policy';
import { Hono } from 'hono';
import { calendarOf, hashOf, newSecret, personOf } from '../meetings/feed.ts';
import type { World } from '../world.ts';
import { insist, notFound } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const CALENDAR = 'text/calendar; charset=utf-8';

/** A person's own calendar link: given, looked at, ended; and their meetings of a year as a file. */
export function feedRoutes(endpoint: string): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/feed', (c) => {
      insistReader(c);
      const feed = c
        .get('world')
        .planning.feeds()
        .find(({ person }) => person === c.get('person').id);
      return c.json(feed === undefined ? { given: false } : { given: true, at: feed.at });
    })
    .post('/feed', async (c) => {
      insistReader(c);
      const secret = newSecret();
      const { planning, now } = c.get('world');
      const at = now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
      await planning.giveFeed({ person: c.get('person').id, hash: hashOf(secret), at }, c.get('by'));
      // Told this once: only its hash is kept.
      return c.json({ given: true, at, link: `${endpoint}/calendar/${secret}.ics` }, 201);
    })
    .delete('/feed', async (c) => {
      await c.get('world').planning.endFeed(c.get('person').id, c.get('by'));
      return c.json({ given: false });
    })
    .get('/calendar-file/:year', (c) => {
      insistReader(c);
      const world = c.get('world');
      const year = c.req.param('year');
      if (!world.policy.calendar.years.some((one) => one.year === year)) throw notFound();
      c.header('Content-Type', CALENDAR);
      c.header('Content-Disposition', `attachment; filename="meetings-${year}.ics"`);
      return c.body(calendarOf(world, c.get('person'), year));
    });
}

function insistReader(c: ApiContext): void {
  const world = c.get('world');
  insist(access(world.policy, c.get('person'), 'meetings.read', world.facts()));
}

/** `/calendar/<secret>.ics`: open to whoever holds the link, and to nobody else. Every wrong link looks alike. */
export function calendarFeed(world: () => World | undefined): Hono {
  return new Hono().get('/calendar/:file', (c) => {
    c.header('Cache-Control', 'private, no-store');
    c.header('X-Robots-Tag', 'noindex');
    const open = world();
    if (open === undefined) {
      c.header('Retry-After', '30');
      return c.text('The service is starting.', 503);
    }
    const person = personOf(open, c.req.param('file').replace(/\.ics$/, ''));
    if (person === undefined) return c.text('This calendar link is not valid, or was ended.', 404);
    c.header('Content-Type', CALENDAR);
    return c.body(calendarOf(open, person));
  });
}

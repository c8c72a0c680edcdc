import { type AheadView, access, type CalendarJob } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { answerQuestion, QUESTION_ANSWERS } from '../meetings/questions.ts';
import { fingerprintOf, toDo, whatIsAhead } from '../meetings/what-is-ahead.ts';
import { Duplicate } from '../writes.ts';
import { bodyAs } from './body.ts';
import { planning } from './plan-routes.ts';
import { insist, notFound, Refusal } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const Times = z.enum(['keep', 'plan'], { error: 'must be "keep" or "plan"' });
const Yes = z.object({ fingerprint: z.string().max(100), times: Times.default('keep') });
const Answer = z.object({ key: z.string().max(200), answer: z.enum(QUESTION_ANSWERS) });

/** Putting a year's plan into calendars (M3-M12): first what would change, then exactly that, with its progress. */
export function calendarRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/plan/:year/ahead', (c) => {
      plannedYear(c);
      return c.json(aheadOf(c, Times.catch('keep').parse(c.req.query('times'))));
    })
    .post('/plan/:year/put-into-calendars', async (c) => {
      const year = plannedYear(c);
      const { fingerprint, times } = await bodyAs(c, Yes);
      const world = c.get('world');
      await world.refresh();
      const under = world.planning.jobs(year).find(({ state }) => state === 'running');
      if (under !== undefined) throw underWay(c, under);
      const now = aheadOf(c, times);
      if (now.fingerprint !== fingerprint) {
        throw new Refusal(409, 'conflict', 'What would change is no longer what you saw. Look at it again.', {
          current: now,
        });
      }
      const job = await begin(c, year, { times, total: now.total });
      // Agreed here; the heartbeat does it and goes on after any interruption.
      beat();
      return c.json({ job }, 202);
    })
    .get('/plan/:year/calendars', (c) => {
      const year = plannedYear(c);
      return c.json({ jobs: c.get('world').planning.jobs(year) });
    })
    .get('/plan/:year/questions', (c) => {
      const { meetings } = planning(c);
      return c.json({ questions: meetings.filter(({ question, past }) => question !== undefined && !past) });
    })
    .post('/plan/:year/questions', async (c) => {
      const { meetings } = planning(c);
      const { key, answer } = await bodyAs(c, Answer);
      if (!meetings.some((one) => one.key === key)) throw notFound();
      const world = c.get('world');
      await world.refresh();
      if (!(await answerQuestion(key, answer, world, c.get('by')))) {
        throw new Refusal(
          409,
          'answered',
          'This was answered already, or its time has come. The list is up to date now.',
        );
      }
      beat();
      return c.json({ key, answer });
    });
}

/** The year asked for, to who may plan it. The plan itself is not made: this is asked again and again. */
function plannedYear(c: ApiContext): string {
  const world = c.get('world');
  insist(access(world.policy, c.get('person'), 'meetings.plan', world.facts()));
  const found = world.policy.calendar.years.find(({ year }) => year === c.req.param('year'));
  if (found === undefined) throw notFound();
  return found.year;
}

/** What would change, as the API tells it. */
function aheadOf(c: ApiContext, times: 'keep' | 'plan'): AheadView {
  const world = c.get('world');
  const { planned: _, ...work } = whatIsAhead(world, c.req.param('year') ?? '', times);
  return { times, fingerprint: fingerprintOf(work), total: toDo(work), ...work };
}

async function begin(c: ApiContext, year: string, given: Pick<CalendarJob, 'times' | 'total'>): Promise<CalendarJob> {
  const { planning: store, now } = c.get('world');
  const number = store.jobs(year).length + 1;
  const job: CalendarJob = {
    key: `${year}/${String(number).padStart(4, '0')}`,
    year,
    ...given,
    state: 'running',
    by: c.get('person').id,
    at: now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString(),
    ...{ made: 0, changed: 0, takenOut: 0, failed: [] },
  };
  try {
    return await store.begin(job, c.get('by'));
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    await c.get('world').refresh();
    throw underWay(c, store.jobs(year).at(-1) ?? job);
  }
}

function underWay(c: ApiContext, job: CalendarJob): Refusal {
  const { people } = c.get('world').facts();
  const who = people.find(({ id }) => id === job.by)?.name ?? 'Somebody';
  return new Refusal(
    409,
    'under-way',
    `${who} is putting this year into calendars already. Wait until it has finished.`,
    {
      current: job,
    },
  );
}

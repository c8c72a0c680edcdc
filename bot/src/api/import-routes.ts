import { randomUUID } from 'node:crypto';
import { access, type ImportPlan, planImport } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { bodyAs } from './body.ts';
import { insist, notFound, Refusal } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const Files = z
  .object({ schools: z.string().optional(), results: z.string().optional(), year: z.string().max(10).optional() })
  .refine((files) => files.schools !== undefined || files.results !== undefined, 'holds neither schools nor results');
const Application = z.intersection(Files, z.object({ fingerprint: z.string().max(200) }));

/** How far an import is. Jobs live with the process: an import that a restart broke off is simply run again. */
interface Job {
  readonly id: string;
  done: number;
  total: number;
  state: 'running' | 'done' | 'failed';
  result?: { readonly created: number; readonly updated: number; readonly results: number };
  message?: string;
}
const JOBS_KEPT = 20;

/** Schools and published results from the government's files: first what would happen, then exactly that (M2). */
export function importRoutes(): Hono<ApiEnv> {
  const jobs = new Map<string, Job>();
  return new Hono<ApiEnv>()
    .post('/import/preview', async (c) => {
      insistImport(c);
      return c.json(await planOf(c, await bodyAs(c, Files)));
    })
    .post('/import/apply', async (c) => {
      insistImport(c);
      const { fingerprint, ...files } = await bodyAs(c, Application);
      const plan = await planOf(c, files);
      if (plan.fingerprint !== fingerprint) {
        throw new Refusal(
          409,
          'conflict',
          'What the import would do has changed since the preview. Look at it again.',
          {
            current: plan,
          },
        );
      }
      return c.json({ job: start(plan, c, jobs).id }, 202);
    })
    .get('/import/jobs/:id', (c) => {
      insistImport(c);
      const job = jobs.get(c.req.param('id'));
      if (job === undefined) throw notFound();
      return c.json(job);
    });
}

function insistImport(c: ApiContext): void {
  insist(access(c.get('world').policy, c.get('person'), 'import', c.get('world').facts()));
}

async function planOf(c: ApiContext, files: z.output<typeof Files>): Promise<ImportPlan> {
  const { schools, results, year } = files;
  return planImport(c.get('world').facts(), {
    ...(schools === undefined ? {} : { schools }),
    ...(results === undefined ? {} : { results }),
    ...(year === undefined ? {} : { year }),
  });
}

function start(plan: ImportPlan, c: ApiContext, jobs: Map<string, Job>): Job {
  const world = c.get('world');
  if ([...jobs.values()].some(({ state }) => state === 'running')) {
    throw new Refusal(409, 'import-running', 'Another import is under way. Wait until it has finished.');
  }
  const job: Job = { id: randomUUID(), done: 0, total: 1, state: 'running' };
  jobs.set(job.id, job);
  for (const id of [...jobs.keys()].slice(0, -JOBS_KEPT)) jobs.delete(id);
  world.imports
    .apply(plan, { person: c.get('person').id, surface: 'import' }, (done, total) =>
      Object.assign(job, { done, total }),
    )
    .then((result) => Object.assign(job, { result, done: job.total, state: 'done' }))
    .catch((error: unknown) => {
      world.log.error({ err: error, job: job.id }, 'an import stopped');
      const message = 'The import stopped part of the way. Run it again: what was done is not done twice.';
      Object.assign(job, { state: 'failed', message });
    });
  return job;
}

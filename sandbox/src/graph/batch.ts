import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { dispatch, type Unrouted } from './dispatch.ts';
import { badRequest, errorBody, type GraphAnswer, GraphError } from './exchange.ts';
import { graphFault } from './faulty.ts';
import type { Router } from './router.ts';

const largest = 20;
const Part = z.object({
  id: z.string().min(1),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
const Batch = z.object({ requests: z.array(Part).min(1) });
type Part = z.infer<typeof Part>;
type PartAnswer = { id: string; status: number; headers: Record<string, string>; body?: unknown; units: number };

/** Answers a `$batch`: each part on its own, those they depend on first, all that is written in one transaction. */
export function batch(core: Core, router: Router, whole: Omit<Unrouted, 'url' | 'method'>): GraphAnswer {
  try {
    const parts = understood(whole.body);
    core.traffic.operation('graph', 'POST /$batch');
    const answers = new Map<string, PartAnswer>();
    core.store.write(() => {
      for (const part of parts) answers.set(part.id, answer(core, router, whole, part, answers));
    });
    const responses = [...answers.values()].map(({ units: _, ...shown }) => shown);
    const units = [...answers.values()].reduce((sum, part) => sum + part.units, 0);
    return { status: 200, body: { responses }, units };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, body: errorBody(core, whole.requestId, error.code, error.message) };
  }
}

function understood(body: unknown): Part[] {
  const parsed = Batch.safeParse(body);
  if (!parsed.success)
    throw new GraphError(400, 'BadRequest', `Invalid batch payload format: ${z.prettifyError(parsed.error)}`);
  const { requests } = parsed.data;
  if (requests.length > largest) {
    throw new GraphError(400, 'BadRequest', `Number of batch request steps exceeds the maximum value of ${largest}.`);
  }
  const ids = requests.map((part) => part.id.toLowerCase());
  if (new Set(ids).size < ids.length)
    throw new GraphError(400, 'BadRequest', 'Request Ids have to be unique. Duplicate request id found.');
  for (const [at, part] of requests.entries()) {
    for (const first of part.dependsOn ?? []) {
      if (!ids.slice(0, at).includes(first.toLowerCase())) {
        throw new GraphError(
          400,
          'BadRequest',
          `The request '${part.id}' depends on '${first}', which does not stand before it.`,
        );
      }
    }
  }
  return requests;
}

function answer(
  core: Core,
  router: Router,
  whole: Omit<Unrouted, 'url' | 'method'>,
  part: Part,
  before: Map<string, PartAnswer>,
): PartAnswer {
  const failed = (part.dependsOn ?? []).find(
    (id) => ([...before.values()].find((one) => one.id.toLowerCase() === id.toLowerCase())?.status ?? 0) >= 400,
  );
  const given = failed === undefined ? single(core, router, whole, part) : dependent(core, whole.requestId, failed);
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache', ...given.headers };
  if (given.bytes) throw badRequest('A file cannot be read inside a batch.');
  if (given.body !== undefined) headers['Content-Type'] = 'application/json';
  const units = given.units ?? 0;
  return {
    id: part.id,
    status: given.status,
    headers,
    units,
    ...(given.body === undefined ? {} : { body: given.body }),
  };
}

function single(core: Core, router: Router, whole: Omit<Unrouted, 'url' | 'method'>, part: Part): GraphAnswer {
  const method = part.method.toUpperCase();
  const url = part.url.startsWith('/') ? part.url : `/${part.url}`;
  const headers = new Map(Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const contentType = headers.get('content-type');
  if (part.body !== undefined && contentType === undefined) {
    const says = `The request '${part.id}' has a body but no Content-Type header.`;
    return { status: 400, body: errorBody(core, whole.requestId, 'BadRequest', says) };
  }
  const fault = core.faults.meet('graph', method, url, true);
  if (fault?.status !== undefined && fault.when === 'before') return graphFault(core, fault, whole.requestId);
  const answered = dispatch(core, router, {
    ...whole,
    method,
    url,
    body: part.body,
    header: (name) => headers.get(name.toLowerCase()),
  });
  return fault?.status === undefined ? answered : graphFault(core, fault, whole.requestId);
}

function dependent(core: Core, requestId: string, failed: string): GraphAnswer {
  return {
    status: 424,
    body: errorBody(core, requestId, 'FailedDependency', `The request '${failed}', which this one depends on, failed.`),
  };
}

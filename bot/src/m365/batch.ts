/** JSON batching: twenty requests in one, each with its own outcome; the throttled ones made again. */
import { z } from 'zod';
import type { GraphAnswer, GraphRequest } from './graph.ts';
import { GraphFailure } from './graph-failure.ts';
import { type Patience, repeatable, sleep, verdict, waitBefore } from './retry.ts';

export interface BatchRequest extends GraphRequest {
  /** Index of a request before this one that has to succeed first; otherwise this one is answered 424. */
  readonly after?: number;
}

/** Graph takes at most twenty in one batch. */
const MOST = 20;

const BatchBody = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

type Post = (part: readonly BatchRequest[], body: unknown, repeatable: boolean) => Promise<GraphAnswer>;

/** Makes all requests, a batch after the other. Throws only if a whole batch fails. */
export async function inBatches(
  requests: readonly BatchRequest[],
  post: Post,
  patience: Patience,
  onRetry: (why: string) => void,
): Promise<GraphAnswer[]> {
  const answers: GraphAnswer[] = [];
  for (let from = 0; from < requests.length; from += MOST) {
    const indexes = requests.slice(from, from + MOST).map((_, index) => from + index);
    await oneBatch(requests, indexes, answers, post, patience, onRetry);
  }
  return answers;
}

async function oneBatch(
  requests: readonly BatchRequest[],
  indexes: readonly number[],
  answers: GraphAnswer[],
  post: Post,
  patience: Patience,
  onRetry: (why: string) => void,
): Promise<void> {
  let open = indexes;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const failedBefore = open.filter((index) => failedDependency(requests[index], open, answers));
    for (const index of failedBefore) answers[index] = { status: 424, headers: {}, body: undefined };
    open = open.filter((index) => !failedBefore.includes(index));
    if (open.length === 0) return;
    const part = open.flatMap((index) => requests[index] ?? []);
    const answer = await post(
      part,
      { requests: open.map((index) => entry(index, requests[index], open)) },
      part.every(mayRepeat),
    );
    take(answer.body, open, answers);
    const again = new Set(open.filter((index) => toRepeat(requests[index], answers[index])));
    for (const index of open) {
      const after = requests[index]?.after;
      if (answers[index]?.status === 424 && after !== undefined && again.has(after)) again.add(index);
    }
    if (attempt >= patience.attempts) return;
    const waits = [...again].map((index) =>
      waitBefore(attempt + 1, answers[index]?.headers['retry-after'] ?? null, patience),
    );
    open = open.filter((index) => again.has(index));
    if (open.length > 0) {
      onRetry(`${open.length} of a batch`);
      await sleep(Math.min(Math.max(...waits), patience.total));
    }
  }
}

function failedDependency(
  request: BatchRequest | undefined,
  open: readonly number[],
  answers: readonly GraphAnswer[],
): boolean {
  const after = request?.after;
  if (after === undefined || open.includes(after)) return false;
  return (answers[after]?.status ?? 424) >= 400;
}

function entry(index: number, request: BatchRequest | undefined, open: readonly number[]): unknown {
  if (request === undefined) throw new RangeError(`no request ${index} in the batch`);
  const { method, url, body, headers, after } = request;
  return {
    id: String(index),
    method,
    url,
    ...(body === undefined ? {} : { body }),
    ...(body === undefined && headers === undefined
      ? {}
      : { headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers } }),
    ...(after !== undefined && open.includes(after) ? { dependsOn: [String(after)] } : {}),
  };
}

/** Answers come in any order; one that is missing has an unknown outcome. */
function take(body: unknown, open: readonly number[], answers: GraphAnswer[]): void {
  const read = BatchBody.safeParse(body);
  if (!read.success)
    throw new GraphFailure(200, '', 'POST /$batch', 'with something that is no answer to a batch', body);
  const byId = new Map(read.data.responses.map((response) => [response.id, response]));
  for (const index of open) {
    const response = byId.get(String(index));
    const headers = Object.entries(response?.headers ?? {}).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    answers[index] = {
      status: response?.status ?? 0,
      headers: Object.fromEntries(headers),
      body: response?.body,
    };
  }
}

const mayRepeat = (request: BatchRequest): boolean => repeatable(request.method, request.repeatable === true);

function toRepeat(request: BatchRequest | undefined, answer: GraphAnswer | undefined): boolean {
  const said = verdict(answer?.status ?? 0, answer?.headers['retry-after'] ?? null);
  return said === 'throttled' || (said === 'unknown' && request !== undefined && mayRepeat(request));
}

import { describe, expect, it } from 'vitest';
import { type BatchRequest, inBatches } from './batch.ts';
import type { GraphAnswer } from './graph.ts';

interface Part {
  readonly id: string;
  readonly dependsOn?: readonly string[];
}
const PATIENCE = { attempts: 4, total: 50, first: 1 };
const post = (url: string, after?: number): BatchRequest => ({
  ...{ method: 'POST', url, body: {} },
  ...(after === undefined ? {} : { after }),
});
const keyed = (url: string, after?: number): BatchRequest => ({ ...post(url, after), repeatable: true });

/** A Graph that answers the parts of each round by status, 201 where the round says nothing of a part. */
async function run(
  requests: readonly BatchRequest[],
  ...rounds: readonly Readonly<Record<string, number | 'missing'>>[]
) {
  const seen: (readonly Part[])[] = [];
  const answers = await inBatches(
    requests,
    async (_, body): Promise<GraphAnswer> => {
      const parts = (body as { requests: readonly Part[] }).requests;
      const round = rounds[seen.length] ?? {};
      seen.push(parts);
      const responses = parts.flatMap(({ id }) => {
        const status = round[id] ?? 201;
        return status === 'missing' ? [] : [{ id, status, headers: {}, body: null }];
      });
      return { status: 200, headers: {}, body: { responses: responses.reverse() } };
    },
    PATIENCE,
    () => undefined,
  );
  return {
    statuses: answers.map(({ status }) => status),
    rounds: seen.map((parts) => parts.map(({ id }) => id)),
    seen,
  };
}

describe('requests in batches', () => {
  it('go twenty at a time, and their answers stand where they stood whatever order they came in', async () => {
    const requests = Array.from({ length: 45 }, (_, index) => keyed(`/${index}`));
    const { rounds, statuses } = await run(requests, { 3: 400 });
    expect(rounds.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(statuses.filter((status) => status === 201)).toHaveLength(44);
    expect(statuses[3]).toBe(400);
  });

  it('go again where they were throttled, guarded or not, and only those', async () => {
    const { rounds, statuses } = await run([post('/a'), post('/b'), post('/c')], { 1: 429 });
    expect(rounds).toEqual([['0', '1', '2'], ['1']]);
    expect(statuses).toEqual([201, 201, 201]);
  });

  it('go again after a 504 or a missing answer only if a key guards them', async () => {
    const { rounds, statuses } = await run([post('/a'), keyed('/b'), keyed('/c')], { 0: 504, 1: 504, 2: 'missing' });
    expect(rounds).toEqual([
      ['0', '1', '2'],
      ['1', '2'],
    ]);
    expect(statuses).toEqual([504, 201, 201]);
  });

  it('take those with them that wait for one that goes again', async () => {
    const { rounds, seen, statuses } = await run([keyed('/head'), keyed('/row', 0)], { 0: 429, 1: 424 });
    expect(rounds).toEqual([
      ['0', '1'],
      ['0', '1'],
    ]);
    expect(seen[1]?.[1]?.dependsOn).toEqual(['0']);
    expect(statuses).toEqual([201, 201]);
  });

  it('no longer wait for one that is done', async () => {
    const { seen, statuses } = await run([keyed('/head'), keyed('/row', 0)], { 1: 429 });
    expect(seen[1]).toEqual([expect.not.objectContaining({ dependsOn: expect.anything() })]);
    expect(statuses).toEqual([201, 201]);
  });

  it('are not sent when what they wait for failed in an earlier batch', async () => {
    const requests = [keyed('/head'), ...Array.from({ length: 24 }, (_, index) => keyed(`/${index}`, 0))];
    const failedDependents = Object.fromEntries(Array.from({ length: 19 }, (_, index) => [index + 1, 424]));
    const { rounds, statuses } = await run(requests, { 0: 403, ...failedDependents });
    expect(rounds).toHaveLength(1);
    expect(statuses.slice(20)).toEqual([424, 424, 424, 424, 424]);
  });

  it('end after a few rounds when nothing helps', async () => {
    const { rounds, statuses } = await run([keyed('/a')], { 0: 429 }, { 0: 429 }, { 0: 429 }, { 0: 429 }, { 0: 429 });
    expect(rounds).toHaveLength(PATIENCE.attempts);
    expect(statuses).toEqual([429]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Graph, GraphAnswer } from '../../src/m365/graph.ts';
import { TenantClock } from '../../src/m365/tenant-clock.ts';
import { ListReplica } from '../../src/store/replica.ts';

const row = (id: number, version: number, name: string): object => ({
  id: String(id),
  eTag: `"row-${id},${version}"`,
  fields: { Key: `k${id}`, Title: name },
});
const gone = (id: number): object => ({ id: String(id), deleted: { state: 'deleted' } });

/** A Graph that answers each link by what the test says. */
function scripted(pages: Readonly<Record<string, object | (() => object)>>): Graph & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    clock: new TenantClock(),
    send: () => Promise.reject(new Error('only reading here')),
    get: (url) => {
      asked.push(url);
      const page = pages[url.includes('items/delta?$expand') ? 'first' : url];
      if (page === undefined) return Promise.reject(new Error(`nobody knows ${url}`));
      return Promise.resolve(typeof page === 'function' ? page() : page);
    },
    batch: () => Promise.reject(new Error('only reading here')),
    hasPlenty: () => true,
    requests: () => asked.length,
  };
}
const answer = (body: unknown, status = 200): GraphAnswer => ({ status, headers: {}, body });
const names = (replica: ListReplica): unknown[] => [...replica.items()].map(({ fields }) => fields.Title).sort();

describe('a replica of a list', () => {
  it('takes the last of an item that comes several times', async () => {
    const graph = scripted({
      first: { value: [row(1, 1, 'old'), row(2, 1, 'two')], '@odata.nextLink': 'p2' },
      p2: { value: [row(1, 3, 'new'), row(2, 1, 'two')], '@odata.deltaLink': 't' },
    });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    expect(names(replica)).toEqual(['new', 'two']);
    expect(replica.nextQuestion).toBe('t');
  });

  it('is complete when a page names itself as the next once', async () => {
    let visits = 0;
    const graph = scripted({
      first: { value: [row(1, 1, 'a')], '@odata.nextLink': 'p2' },
      p2: () => {
        visits += 1;
        return visits === 1
          ? { value: [row(2, 1, 'b')], '@odata.nextLink': 'p2' }
          : { value: [row(2, 1, 'b'), row(3, 1, 'c')], '@odata.deltaLink': 't' };
      },
    });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    expect(names(replica)).toEqual(['a', 'b', 'c']);
  });

  it('gives up on pages that go round for ever, says so, and keeps what it had', async () => {
    const graph = scripted({
      first: { value: [row(1, 1, 'a')], '@odata.nextLink': 'p2' },
      p2: { value: [row(2, 1, 'b')], '@odata.nextLink': 'p3' },
      p3: { value: [], '@odata.nextLink': 'p2' },
    });
    const replica = new ListReplica(graph, '/l', 'L');
    await expect(replica.fill()).rejects.toThrow(/same page/);
    expect(graph.asked.length).toBeLessThan(12);
    expect(names(replica)).toEqual(['a', 'b']);
  });

  it('drops what a full reading no longer finds, but not what was written while it ran', async () => {
    const graph = scripted({
      first: () => ({ value: [row(1, 1, 'a'), row(2, 1, 'b')], '@odata.deltaLink': 't' }),
      again: () => {
        replica.take({ id: '9', key: 'k9', version: '"row-9,1"', modified: '', fields: { Key: 'k9', Title: 'mine' } });
        return { value: [row(1, 1, 'a')], '@odata.deltaLink': 't2' };
      },
    });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    const get = graph.get;
    graph.get = (url) => get(url.includes('$expand') ? 'again' : url);
    await replica.catchUp(answer(undefined, 410));
    expect(names(replica)).toEqual(['a', 'mine']);
  });

  it('does not go back to an older state that a late answer brings', async () => {
    const graph = scripted({ first: { value: [row(1, 1, 'a')], '@odata.deltaLink': 't' } });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    replica.take({ id: '1', key: 'k1', version: '"row-1,10"', modified: '', fields: { Key: 'k1', Title: 'written' } });
    await replica.catchUp(answer({ value: [row(1, 9, 'late')], '@odata.deltaLink': 't2' }));
    expect(names(replica)).toEqual(['written']);
  });

  it('forgets a deleted row, by id and by key', async () => {
    const graph = scripted({ first: { value: [row(1, 1, 'a')], '@odata.deltaLink': 't' } });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    await replica.catchUp(answer({ value: [gone(1)], '@odata.deltaLink': 't2' }));
    expect(replica.byKey('k1')).toBeUndefined();
    expect(names(replica)).toEqual([]);
  });

  it('finds a row by its new key when somebody changed the key', async () => {
    const graph = scripted({ first: { value: [row(1, 1, 'a')], '@odata.deltaLink': 't' } });
    const replica = new ListReplica(graph, '/l', 'L');
    await replica.fill();
    const renamed = { ...row(1, 2, 'a'), fields: { Key: 'other', Title: 'a' } };
    await replica.catchUp(answer({ value: [renamed], '@odata.deltaLink': 't2' }));
    expect(replica.byKey('k1')).toBeUndefined();
    expect(replica.byKey('other')?.id).toBe('1');
  });
});

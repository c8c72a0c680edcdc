import { OWLS, YEAR_GROUPS } from '@owls/policy';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/m365/graph.ts';
import { TenantClock } from '../../src/m365/tenant-clock.ts';
import { FactsSource } from '../../src/store/facts.ts';
import { listsOf, type ReadListName } from '../../src/store/lists.ts';
import { ListReplica } from '../../src/store/replica.ts';
import type { Replicas } from '../../src/store/replicas.ts';

const noGraph: Graph = {
  clock: new TenantClock(),
  send: () => Promise.reject(new Error('no requests here')),
  get: () => Promise.reject(new Error('no requests here')),
  batch: () => Promise.reject(new Error('no requests here')),
  hasPlenty: () => true,
  requests: () => 0,
};

/** A county: 315 schools, thirteen half terms, seven year groups. */
function county() {
  const { audit: _, ...read } = listsOf(OWLS);
  const replicas = Object.fromEntries(
    Object.entries(read).map(([name, { title }]) => [name, new ListReplica(noGraph, '/l', title)]),
  ) as Record<ReadListName, ListReplica> satisfies Replicas;
  const years = YEAR_GROUPS.slice(1, 8);
  let id = 0;
  const put = (list: ReadListName, key: string, fields: Record<string, unknown>): void => {
    id += 1;
    replicas[list].take({ id: String(id), key, version: `"${key},1"`, modified: '', fields: { ...fields, Key: key } });
  };
  for (let school = 0; school < 315; school += 1) {
    const School = String(115_000 + school);
    for (let term = 0; term < 13; term += 1) {
      const HalfTerm = `20${10 + term}-${11 + term}/autumn-1`;
      const id = { School, HalfTerm, Revision: 1 };
      const submitted = { State: 'submitted', SavedAt: '2026-01-01T00:00:00Z', SubmittedAt: '2026-01-01T00:00:00Z' };
      for (const YearGroup of years)
        put('cohorts', `${HalfTerm}/${School}/r1/${YearGroup}`, { ...id, YearGroup, Pupils: 30 });
      put('returns', `${HalfTerm}/${School}/r1`, { ...id, ...submitted });
    }
  }
  return { facts: new FactsSource(OWLS, listsOf(OWLS), replicas, () => '2026-11-23'), replicas };
}

describe('facts of a county', () => {
  it('cost a few milliseconds when one row changed, not a reading of all', () => {
    const { facts, replicas } = county();
    const first = performance.now();
    expect(facts.now().returns).toHaveLength(315 * 13);
    const whole = performance.now() - first;
    const before = facts.now().returns;

    const rounds = 50;
    const start = performance.now();
    for (let version = 2; version < 2 + rounds; version += 1) {
      const key = '2022-23/autumn-1/115007/r1/Y1';
      const item = replicas.cohorts.byKey(key);
      if (item === undefined) throw new Error(`no row ${key}`);
      replicas.cohorts.take({ ...item, version: `"${key},${version}"`, fields: { ...item.fields, Pupils: version } });
      facts.now();
    }
    const each = (performance.now() - start) / rounds;
    const changed = facts.now().returns.filter((one, index) => one !== before[index]);
    expect(changed.map(({ urn }) => urn)).toEqual(['115007']);
    expect(each, `${each} ms a change; the first time took ${whole} ms`).toBeLessThan(25);
  });
});

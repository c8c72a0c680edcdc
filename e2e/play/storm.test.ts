import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { differences } from './ended-state.ts';
import { readGovernmentFiles } from './government-files.ts';
import { play } from './play.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string) => join(ROOT, 'e2e/fixtures', name);

/** Every twentieth call goes wrong, in every way that a call can. */
const SEED = Number(process.env.STORM_SEED ?? 20261127);
const RATE = Number(process.env.STORM_RATE ?? 0.05);

function played(storm?: { readonly seed: number; readonly rate: number }) {
  const stateDir = scratch('storm-test');
  const files = readGovernmentFiles({ schools: fixture('register.csv'), results: fixture('ks2-results.csv') });
  return play({
    ...{ root: ROOT, stateDir, files, halfTerm: '2026-27/autumn-2', tell: () => undefined },
    ...(storm === undefined ? {} : { storm }),
  });
}

it('ends a half term of ten schools in the same state under a storm of faults as in calm weather', async () => {
  const calm = await played();
  const { faults, ended, storm } = await played({ seed: SEED, rate: RATE });
  expect(faults).toEqual([]);
  expect(Object.keys(calm.ended.rows)).toContain('SOAP returns');
  expect(Object.values(calm.ended.rows).every((rows) => rows.length > 0)).toBe(true);
  expect(calm.ended.events.length).toBeGreaterThan(100);
  expect(differences(calm.ended, ended)).toEqual([]);
  const hits = storm?.hits ?? [];
  console.log(JSON.stringify({ calls: storm?.calls, hits: hits.length, again: storm?.sentAgain }));
  expect(hits.length).toBeGreaterThan(20);
  expect(hits.length / (storm?.calls ?? 1)).toBeGreaterThan(RATE / 2);
  expect(new Set(hits.map(({ service }) => service))).toEqual(new Set(['graph', 'connector']));
}, 600_000);

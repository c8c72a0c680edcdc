import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recordAsAsked } from '../local/launch.ts';
import { scratch } from '../scratch.ts';
import { readGovernmentFiles } from './government-files.ts';
import { play } from './play.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string) => join(ROOT, 'e2e/fixtures', name);
const stateDir = scratch('play-test');

it('plays a half term of ten schools from the government’s files, with nothing missing and nothing doubled', async () => {
  const files = readGovernmentFiles({ schools: fixture('register.csv'), results: fixture('ks2-results.csv') });
  const { seen, faults } = await play({
    root: ROOT,
    stateDir,
    files,
    halfTerm: '2026-27/autumn-2',
    ...recordAsAsked(),
    tell: () => undefined,
  });
  expect(faults).toEqual([]);
  expect(seen).toMatchObject({ schools: 10, prompts: 10, returns: 10, validations: 10, posts: 1 });
  expect(seen.events).toBe(seen.meetings);
  expect(seen.meetings).toBeGreaterThan(20);
}, 300_000);

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sampleYears } from '../bench/calendar-cost.ts';
import { stoodOnce } from '../local/calendars.ts';
import { scratch } from '../scratch.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Every twentieth call goes wrong, in every way that a call can. */
const SEED = Number(process.env.STORM_SEED ?? 20260820);
const RATE = Number(process.env.STORM_RATE ?? 0.05);

it('puts two years of the sample trust into calendars through a storm of faults: all of it, once', async () => {
  const given = { root: ROOT, stateDir: scratch('calendars-storm'), heartbeatSeconds: 0.5, tell: () => undefined };
  const { storm, ...put } = await sampleYears(given, { seed: SEED, rate: RATE });
  console.log(JSON.stringify({ ...put, storm }));
  expect(put.planned).toBeGreaterThan(400);
  expect(put).toMatchObject({ made: put.planned, events: put.planned, doubled: 0, again: 0 });
  expect(stoodOnce(put)).toBe(true);
  expect(storm?.hits).toBeGreaterThan(10);
}, 600_000);

import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { scratch } from './scratch.ts';
import {
  build,
  cardsOf,
  endAll,
  endFaults,
  environmentOf,
  freePort,
  makeStage,
  type Stage,
  start,
  tokenOf,
  until,
} from './service-run.ts';
import { control, orderFaults } from './tenant.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const HEADS = 60;
const journal = () => scratch('service');

beforeAll(build);
afterEach(async () => {
  await endFaults();
  await endAll();
});

const Deliveries = z.object({
  waves: z.array(z.object({ key: z.string(), state: z.string(), sent: z.number(), unknown: z.number() })),
  undelivered: z.array(z.object({ key: z.string(), person: z.string(), state: z.string(), name: z.string() })),
});

async function deliveries(url: string, { ceo, place }: Stage): Promise<z.infer<typeof Deliveries>> {
  const answer = await fetch(`${url}/api/deliveries`, {
    headers: { Authorization: `Bearer ${await tokenOf(ceo, place)}` },
  });
  return Deliveries.parse(await answer.json());
}

/** Prompts truly on each head's screen, for those who have another number than one. */
async function notOnce({ heads }: Stage): Promise<Map<string, number>> {
  const counts = await Promise.all(
    heads.map(async (head) => [head.id, (await cardsOf(head, 'soap-prompt')).length] as const),
  );
  return new Map(counts.filter(([, count]) => count !== 1));
}

/** All heads have the app and owe a return, and nobody was asked yet. */
async function primed(stage: Stage, journalDir: string): Promise<void> {
  const greeter = await start(stage, { journalDir, heartbeatSeconds: 3600 });
  for (const person of [stage.ceo, ...stage.heads]) await stage.install(person);
  await greeter.stop();
  await stage.typeSchools();
}

describe('the service', () => {
  it('answers /healthz while Microsoft 365 refuses, and is ready once it does not', async () => {
    const stage = await makeStage(1);
    await orderFaults([{ service: 'graph', path: stage.place.sitePath, status: 403, times: 1 }]);
    const service = await start(stage, { journalDir: await journal() }, false);
    await until(async () =>
      (await fetch(`${service.url}/healthz`)).text().then((text) => text.includes('"ready":true')),
    );
    expect(await service.stop()).toBe(0);
  });

  it('killed in the middle of sending asks everybody once, or says of whom it does not know', async () => {
    const stage = await makeStage(HEADS);
    const journalDir = await journal();
    await primed(stage, journalDir);
    await orderFaults([{ service: 'connector', method: 'POST', path: '/activities', delayMs: 800, times: 500 }]);
    const first = await start(stage, { journalDir });
    await until(async () => (await notOnce(stage)).size < HEADS - 15);
    await first.kill();
    await endFaults();
    const before = (await notOnce(stage)).size;
    expect(before).toBeGreaterThan(0);

    const second = await start(stage, { journalDir });
    await until(async () => {
      const { waves } = await deliveries(second.url, stage);
      return waves.length > 0 && waves.every(({ state }) => state === 'done');
    });
    const { undelivered } = await deliveries(second.url, stage);
    const unknown = new Set(undelivered.filter(({ state }) => state === 'unknown').map(({ person }) => person));
    expect(unknown.size).toBeGreaterThan(0);
    for (const [person, count] of await notOnce(stage)) {
      expect(count).toBe(0);
      expect(unknown).toContain(person);
    }

    // One of the unknown did get the card: looking at it settles the matter.
    const arrived = (
      await Promise.all(stage.heads.map(async (head) => ({ head, card: (await cardsOf(head, 'soap-prompt'))[0] })))
    ).find(({ head, card }) => unknown.has(head.id) && card !== undefined);
    if (arrived?.card === undefined) throw new Error('no unknown card arrived; the kill came at an odd moment');
    const content = z
      .object({ refresh: z.object({ action: z.object({ type: z.string(), verb: z.string(), data: z.unknown() }) }) })
      .parse(arrived.card.attachments?.[0]?.content);
    await control('POST', `/api/conversations/${encodeURIComponent(arrived.card.conversation)}/actions`, {
      from: arrived.head.id,
      activityId: arrived.card.id,
      action: content.refresh.action,
      inputs: {},
      trigger: 'automatic',
    });
    await until(async () => {
      const row = (await deliveries(second.url, stage)).undelivered.find(({ person }) => person === arrived.head.id);
      return row?.state === 'arrived';
    });
    expect(await second.stop()).toBe(0);
  });

  it('run twice at the same time asks everybody once', async () => {
    const stage = await makeStage(HEADS);
    await primed(stage, await journal());
    const [one, other] = await Promise.all([
      start(stage, { journalDir: await journal() }),
      start(stage, { journalDir: await journal(), port: await freePort() }),
    ]);
    await until(async () => (await notOnce(stage)).size === 0);
    await until(async () => (await deliveries(other.url, stage)).waves.every(({ state }) => state === 'done'));
    expect(await notOnce(stage)).toEqual(new Map());
    expect((await deliveries(one.url, stage)).undelivered).toEqual([]);
  });

  it('lists a head without the app for the CEO, and asks as soon as it is installed', async () => {
    const stage = await makeStage(2);
    const [reached, late] = stage.heads;
    if (reached === undefined || late === undefined) throw new Error('too few heads');
    const service = await start(stage, { journalDir: await journal() });
    await stage.install(reached);
    await stage.typeSchools();
    await until(async () => (await cardsOf(reached, 'soap-prompt')).length === 1);
    await until(async () =>
      (await deliveries(service.url, stage)).undelivered.some(
        ({ person, state, name }) => person === late.id && state === 'unreachable' && name === late.name,
      ),
    );
    await stage.install(late);
    await until(async () => (await cardsOf(late, 'soap-prompt')).length === 1);
    await until(async () => (await deliveries(service.url, stage)).undelivered[0]?.state === 'arrived');
    expect(await notOnce(stage)).toEqual(new Map());
  });

  it('waits as Teams asks when it is throttled, and loses and doubles nothing', async () => {
    const stage = await makeStage(20);
    await primed(stage, await journal());
    await orderFaults([
      { service: 'connector', method: 'POST', path: '/activities', status: 429, retryAfter: 1, times: 4 },
      { service: 'connector', method: 'POST', path: '/activities', status: 412, times: 2 },
    ]);
    await start(stage, { journalDir: await journal() });
    await until(async () => (await notOnce(stage)).size === 0);
  });
});

describe('npm run import', () => {
  it('shows what it would do and names bad rows, changes nothing without --yes, and does it with it', async () => {
    const stage = await makeStage(1);
    const file = join(scratch('import'), 'schools.csv');
    await writeFile(
      file,
      [
        'URN,EstablishmentName,PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,EstablishmentStatus (name)',
        '115900,Hollow Oak Primary School,Primary,4,11,Open',
        'nonsense,Brook Infant School,Primary,4,7,Open',
      ].join('\n'),
    );
    const shown = importing(stage, ['--schools', file]);
    expect(shown.status).toBe(1);
    expect(shown.stdout).toContain('1 schools to create');
    expect(shown.stdout).toMatch(/schools, row 3.*URN/);
    expect(await stage.place.rows('Schools')).toEqual([]);

    const done = importing(stage, ['--schools', file, '--yes']);
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    expect((await stage.place.rows('Schools')).map(({ fields }) => fields.Key)).toEqual(['115900']);
    expect(importing(stage, ['--schools', file, '--yes']).stdout).toContain('0 schools to create');
  });

  it('refuses to start without the settings, and names them', () => {
    const startedWith = (env: Record<string, string>) => {
      const options = { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' } as const;
      return spawnSync(process.execPath, [IMPORT, '--schools', 'x.csv'], options);
    };
    const asItself = startedWith({ BOT_TYPE: 'UserAssignedMSI' });
    expect([asItself.status, asItself.stderr]).toEqual([1, expect.stringContaining('BOT_ID is not set')]);
    const asSetUp = startedWith({});
    expect([asSetUp.status, asSetUp.stderr]).toEqual([1, expect.stringContaining('SETUP_ID is not set')]);
  });
});

const IMPORT = fileURLToPath(new URL('../dist/import.mjs', import.meta.url));

function importing({ place, port }: Stage, args: readonly string[]) {
  return spawnSync(process.execPath, [IMPORT, ...args], {
    env: { ...process.env, ...environmentOf(place, port, { journalDir: '/nowhere' }) },
    encoding: 'utf8',
  });
}

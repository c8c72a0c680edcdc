/** What `npm run build` leaves for an app host, run where there is nothing else of the project: no node_modules. */
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import permissions from '../../infra/permissions.json' with { type: 'json' };
import { scratch } from './scratch.ts';
import {
  cardsOf,
  endAll,
  environmentOf,
  freePort,
  makeStage,
  type Stage,
  start,
  tokenOf,
  until,
} from './service-run.ts';
import { control, TENANT_ID } from './tenant.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

const around = scratch('host');
const host = join(around, 'site');
const journalDir = join(around, 'journal');
/** Nothing of ours is found by a path in the environment either. */
const BARE = { ...process.env, NODE_PATH: '' };
let stage: Stage;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url)), '--host', host]);
  stage = await makeStage(1);
});
afterAll(async () => {
  await endAll();
});

describe('the package for an app host', () => {
  it('chats, serves the tab and answers it, with nothing beside it', async () => {
    const service = await start(stage, { journalDir, program: join(host, 'main.mjs') });
    const page = await (await fetch(`${service.url}/tab/`)).text();
    expect(page).toContain('id="owls-config"');
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? 'no script';
    const code = await fetch(new URL(script, `${service.url}/tab/`));
    expect([code.status, code.headers.get('Content-Type')]).toEqual([200, expect.stringContaining('javascript')]);

    const me = await fetch(`${service.url}/api/me`, {
      headers: { Authorization: `Bearer ${await tokenOf(stage.ceo, stage.place)}` },
    });
    expect(await me.json()).toMatchObject({ person: { id: stage.ceo.id } });

    const [head] = stage.heads;
    if (head === undefined) throw new Error('no head');
    await stage.install(head);
    await stage.typeSchools();
    await until(async () => (await cardsOf(head, 'soap-prompt')).length === 1);
    expect(await service.stop()).toBe(0);
  });

  it('imports as the identity that sets up, which needs nothing of the service’s', async () => {
    const [id, secret] = [randomUUID(), 'set-up-secret'];
    await control('PUT', '/api/tenant', {
      tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
      apps: [
        {
          ...{ id, displayName: 'Set-up', secret, roles: permissions.setUp.roles },
          siteRoles: [{ path: stage.place.sitePath, role: permissions.setUp.site }],
        },
      ],
    });
    const { BOT_TENANT_ID, SITE_HOST, SITE_PATH, POLICY_FILE, ENTRA_URL, GRAPH_URL } = environmentOf(stage.place, 0, {
      journalDir,
    });
    const environment = { BOT_TENANT_ID, SITE_HOST, SITE_PATH, POLICY_FILE, ENTRA_URL, GRAPH_URL };
    const run = (program: string, ...args: string[]) => {
      const env = { ...BARE, ...environment, SETUP_ID: id, SECRET_SETUP_PASSWORD: secret };
      return output(spawn(process.execPath, [join(host, program), ...args], { cwd: around, env }));
    };
    expect(await run('provision.mjs')).toMatchObject({ code: 0, said: expect.stringContaining('Nothing to do') });

    writeFileSync(
      join(around, 'schools.csv'),
      'URN,EstablishmentName,PhaseOfEducation (name),EstablishmentStatus (name),StatutoryLowAge,StatutoryHighAge\n' +
        '900111,Mill Lane Primary School,Primary,Open,5,11\n' +
        'unknown,Nowhere School,Primary,Open,5,11\n',
    );
    const preview = await run('import.mjs', '--schools', 'schools.csv');
    expect(preview.code).toBe(1);
    expect(preview.said).toMatch(/row 3, URN: .*unknown/);
    expect(preview.said).toContain('1 schools to create');
    const applied = await run('import.mjs', '--schools', 'schools.csv', '--yes');
    expect(applied).toMatchObject({ code: 0, said: expect.stringContaining('1 schools created') });
    const again = await run('import.mjs', '--schools', 'schools.csv', '--yes');
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Nothing changes.') });
    const names = (await stage.place.rows('Schools')).map(({ fields }) => fields.Title);
    expect(names.filter((name) => name === 'Mill Lane Primary School')).toHaveLength(1);
  });

  it('starts in production as the infrastructure sets it, and asks the identity of its host to be let in', async () => {
    const asked: (string | undefined)[] = [];
    const identity = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(400, { 'Content-Type': 'application/json' }).end('{"message":"not today"}');
    }).listen(0);
    await once(identity, 'listening');
    const address = identity.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const port = await freePort();
    const child = spawn(process.execPath, ['main.mjs'], {
      cwd: host,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        IDENTITY_ENDPOINT: `http://127.0.0.1:${address.port}/msi/token`,
        IDENTITY_HEADER: 'of the host',
        NODE_ENV: 'production',
        BOT_TYPE: 'UserAssignedMSI',
        BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
        BOT_TENANT_ID: '33333333-aaaa-4bbb-8ccc-444444444444',
        BOT_ENDPOINT: 'https://owls.azurewebsites.net',
        AAD_APP_CLIENT_ID: '55555555-aaaa-4bbb-8ccc-666666666666',
        SITE_HOST: 'owls.sharepoint.com',
        SITE_PATH: '/sites/improvement',
        ORGANISER: 'meetings@owls.example',
        JOURNAL_DIR: journalDir,
      },
    });
    const ended = output(child);
    try {
      await until(async () => asked.length > 0 || child.exitCode !== null);
      expect(asked[0]).toContain('client_id=11111111-aaaa-4bbb-8ccc-222222222222');
      expect(await (await fetch(`http://localhost:${port}/healthz`)).json()).toMatchObject({ ready: false });
    } finally {
      child.kill('SIGTERM');
      identity.close();
    }
    expect(await ended).toMatchObject({ code: 0 });
  });
});

async function output(child: ReturnType<typeof spawn>): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  child.stderr?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

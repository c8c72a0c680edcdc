import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './asking.ts';
import { each, ids, LocalTenant } from './local-tenant.ts';
import { scratch } from './scratch.ts';

let tenant: LocalTenant;
beforeAll(async () => {
  const pageDir = join(scratch('page'), 'page');
  mkdirSync(join(pageDir, 'assets'), { recursive: true });
  writeFileSync(join(pageDir, 'index.html'), '<title>Local Teams</title>');
  writeFileSync(join(pageDir, 'assets/app.js'), 'export {};');
  tenant = await LocalTenant.start({ clock: '2026-11-02T09:00:00Z', pageDir });
});
afterAll(() => tenant.stop());

/** Listens to the stream of events while `work` is done; answers what was told until `enough` events came. */
function toldDuring(work: () => Promise<unknown>, enough: number): Promise<Json[]> {
  return new Promise((resolve, reject) => {
    const told: Json[] = [];
    const request = get(`${tenant.doors.page}/api/events`, (response) => {
      response.setEncoding('utf8');
      response.once('data', () => work().catch(reject));
      response.on('data', (chunk: string) => {
        for (const [, data] of chunk.matchAll(/^data: (.*)$/gm)) told.push(JSON.parse(data ?? '') as Json);
        if (told.length >= enough) {
          request.destroy();
          resolve(told);
        }
      });
    });
    request.on('error', (error) => told.length >= enough || reject(error));
  });
}

describe('the clock', () => {
  it('goes on with time, jumps forward, and never goes back', async () => {
    const to = '2026-11-05T07:30:00.000Z';
    const told = await toldDuring(() => tenant.control('POST', '/api/clock', { now: to }), 1);
    expect(told[0]?.type).toBe('clock');
    expect(String((await tenant.control('GET', '/api/clock')).body.now) >= to).toBe(true);
    const back = await tenant.control('POST', '/api/clock', { now: '2026-11-04T00:00:00Z' });
    expect([back.status, back.body.error?.code]).toEqual([409, 'ClockGoesForward']);
    const on = (await tenant.control('POST', '/api/clock', { advanceMinutes: 30 })).body.now;
    expect(String(on).slice(0, 16)).toBe('2026-11-05T08:00');
    expect((await tenant.control('POST', '/api/clock', { now: 'tomorrow' })).status).toBe(400);
  });

  it('dates the answers of all four doors', async () => {
    const status = await tenant.control('GET', '/api/status');
    const entra = await tenant.token('https://graph.microsoft.com/.default');
    const connector = await tenant.connector('GET', '/v3/conversations/none/members');
    const graph = await tenant.graph('GET', '/users');
    for (const { headers } of [status, entra, connector, graph]) expect(headers.date).toMatch(/^Thu, 05 Nov 2026/);
  });
});

describe('the tenant', () => {
  it('can be set up again with what has changed, but not as another tenant', async () => {
    const setup = {
      tenant: { id: ids.tenant, name: 'OWLS Trust', domain: 'owls.onmicrosoft.com' },
      users: [{ id: ids.ann, displayName: 'Ann Ash-Lee', userPrincipalName: 'ann@owls.onmicrosoft.com' }],
    };
    expect((await tenant.control('PUT', '/api/tenant', setup)).status).toBe(200);
    expect((await tenant.graph('GET', `/users/${ids.ann}`)).body.displayName).toBe('Ann Ash-Lee');
    expect(each((await tenant.control('GET', '/api/users')).body)).toHaveLength(3);
    const other = await tenant.control('PUT', '/api/tenant', { tenant: { ...setup.tenant, id: ids.team } });
    expect([other.status, other.body.error?.code]).toEqual([409, 'AnotherTenant']);
    const wrong = await tenant.control('PUT', '/api/tenant', { ...setup, users: [{ id: 'ann' }] });
    expect([wrong.status, wrong.body.error?.message]).toEqual([400, expect.stringContaining('users[0].id')]);
    const namesake = { ...setup.users[0], id: ids.ben };
    const taken = await tenant.control('PUT', '/api/tenant', { ...setup, users: [namesake] });
    expect([taken.status, taken.body.error?.code]).toEqual([409, 'NameTaken']);
  });

  it('shows no secret of an app anywhere', async () => {
    for (const path of ['/api/status', '/api/users', '/api/teams-apps', '/api/traffic/recent']) {
      expect((await tenant.control('GET', path)).text).not.toContain('secret');
    }
  });
});

describe('the page and the API', () => {
  it('serve the page for any path of its own, and say 404 for what the API has not', async () => {
    expect((await tenant.ask(`${tenant.doors.page}/`)).text).toContain('Local Teams');
    expect((await tenant.ask(`${tenant.doors.page}/chat/19:abc`)).text).toContain('Local Teams');
    expect((await tenant.ask(`${tenant.doors.page}/assets/app.js`)).headers['content-type']).toContain('javascript');
    const missing = await tenant.control('GET', '/api/nothing');
    expect([missing.status, missing.body.error?.code]).toEqual([404, 'NotFound']);
    expect((await tenant.control('POST', '/api/installations', { botId: ids.bot, userId: ids.ann })).status).toBe(404);
  });

  it('count what each service was asked, by operation', async () => {
    const before = (await tenant.control('GET', '/api/traffic')).body.graph;
    await tenant.graph('GET', `/users/${ids.ann}`);
    const requests = ['1', '2'].map((id) => ({ id, method: 'GET', url: '/users' }));
    await tenant.graph('POST', '/$batch', { requests });
    const after = (await tenant.control('GET', '/api/traffic')).body.graph;
    const grown = (name: string) => Number(after?.byOperation?.[name] ?? 0) - Number(before?.byOperation?.[name] ?? 0);
    expect(Number(after?.requests) - Number(before?.requests)).toBe(2);
    expect([grown('GET /users/{user}'), grown('GET /users'), grown('POST /$batch')]).toEqual([1, 2, 1]);
    const recent = each((await tenant.control('GET', '/api/traffic/recent')).body);
    expect(recent.at(-1)).toMatchObject({ service: 'graph', method: 'POST', path: '/v1.0/$batch', status: 200 });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './asking.ts';
import { each, ids, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let list: string;
let record: string;
beforeAll(async () => {
  const first = await LocalTenant.start();
  record = join(first.stateDir, 'exchanges.jsonl');
  await first.stop(true);
  tenant = await LocalTenant.start({ stateDir: first.stateDir, record });
  list = await tenant.list('Schools');
});
afterAll(() => tenant.stop());
const part = (id: string, method: string, url: string, body?: unknown, more = {}) => ({
  id,
  method,
  url,
  ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
  ...more,
});
const batch = (requests: unknown) => tenant.graph('POST', '/$batch', { requests });
const statuses = (body: Json) =>
  Object.fromEntries(each(body.responses).map((one) => [String(one.id), Number(one.status)]));

describe('a token', () => {
  it.each(['none', 'forged', 'unsigned', 'for the connector'])(
    'that is %s is refused with InvalidAuthenticationToken',
    async (kind) => {
      const claims = { appid: ids.bot, tid: ids.tenant };
      const { privateKey } = await generateKeyPair('RS256');
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256' })
        .setAudience('https://graph.microsoft.com')
        .setExpirationTime('1h')
        .sign(privateKey);
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
      const tokens: Record<string, string> = {
        none: '',
        forged: `Bearer ${forged}`,
        unsigned: `Bearer ${unsigned}`,
        'for the connector': await tenant.bearer('https://api.botframework.com/.default'),
      };
      const answer = await tenant.ask(`${tenant.doors.graph}/users`, {
        headers: { authorization: tokens[kind] ?? '' },
      });
      expect([answer.status, answer.body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
    },
  );
});

describe('every answer', () => {
  it("carries a request id and the date of the tenant's clock", async () => {
    const { now } = (await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 * 100 })).body;
    const { headers } = await tenant.graph('GET', '/users');
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Math.abs(Date.parse(String(headers.date)) - Date.parse(String(now)))).toBeLessThan(3_000);
    const made = await tenant.graph('POST', `${list}/items`, { fields: { Key: 'dated' } });
    expect(String(made.body.createdDateTime).slice(0, 10)).toBe(String(now).slice(0, 10));
  });

  it('to what the sandbox has not is a 501 that names it, never an empty success', async () => {
    for (const [method, path] of [
      ['GET', '/planner/plans'],
      ['POST', '/chats'],
      ['GET', `/users/${ids.ann}/messages`],
      ['GET', '/users?$search="displayName:a"'],
      ['GET', `${list}/items?$expand=driveItem`],
    ] as const) {
      const answer = await tenant.graph(method, path, method === 'POST' ? {} : undefined);
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 501, 'notImplemented']);
    }
  });

  it('to nonsense is a 400', async () => {
    const headers = {
      authorization: await tenant.bearer('https://graph.microsoft.com/.default'),
      'content-type': 'application/json',
    };
    const broken = await tenant.ask(`${tenant.doors.graph}${list}/items`, {
      method: 'POST',
      headers,
      body: '{"fields":',
    });
    expect([broken.status, broken.body.error?.code]).toEqual([400, 'BadRequest']);
    expect((await tenant.graph('GET', `${list}/items?$top=none`)).status).toBe(400);
    expect((await tenant.graph('GET', `${list}/items?$skiptoken=made-up`)).status).toBe(400);
  });
});

describe('$batch', () => {
  it('answers each part on its own and fails those that depend on a failure', async () => {
    const answer = await batch([
      part('1', 'POST', `${list}/items`, { fields: { Key: 'b1' } }),
      part('2', 'POST', `${list}/items`, { fields: { Key: 'b1' } }),
      part('3', 'GET', `${list}/items`, undefined, { dependsOn: ['2'] }),
      part('4', 'GET', `${list}/items?$filter=fields/Key eq 'b1'`, undefined, { dependsOn: ['1'] }),
      part('5', 'POST', `${list}/items`, { fields: { Key: 'b5', Pupils: 'many' } }),
      part('6', 'DELETE', `${list}/items/999`),
    ]);
    expect(answer.status).toBe(200);
    expect(statuses(answer.body)).toEqual({ 1: 201, 2: 400, 3: 424, 4: 200, 5: 400, 6: 404 });
    expect(each(each(answer.body.responses)[3]?.body?.value)).toHaveLength(1);
  });

  it.each([
    ['more than 20 parts', Array.from({ length: 21 }, (_, at) => part(String(at), 'GET', '/users'))],
    ['two parts of one id, whatever its case', [part('a', 'GET', '/users'), part('A', 'GET', '/users')]],
    ['no parts', []],
    [
      'a part that depends on a later one',
      [part('1', 'GET', '/users', undefined, { dependsOn: ['2'] }), part('2', 'GET', '/users')],
    ],
  ])('refuses %s', async (_, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });

  it('meets ordered faults inside, before or after the work', async () => {
    await tenant.control('PUT', '/api/faults', [
      { service: 'graph', method: 'POST', path: '/items', status: 429, retryAfter: 7, times: 1, when: 'before' },
      { service: 'graph', method: 'POST', path: '/items', status: 504, times: 1, when: 'after' },
    ]);
    const answer = await batch(
      ['f1', 'f2', 'f3'].map((key) => part(key, 'POST', `${list}/items`, { fields: { Key: key } })),
    );
    expect(statuses(answer.body)).toEqual({ f1: 429, f2: 504, f3: 201 });
    expect(each(answer.body.responses)[0]?.headers?.['Retry-After']).toBe('7');
    const kept = await batch(
      ['f1', 'f2', 'f3'].map((key) => part(key, 'GET', `${list}/items?$filter=fields/Key eq '${key}'`)),
    );
    expect(each(kept.body.responses).map((one) => each(one.body?.value).length)).toEqual([0, 1, 1]);
  });
});

describe('faults', () => {
  it('throttle, delay and drop as ordered, and are then gone', async () => {
    await tenant.control('PUT', '/api/faults', [
      { service: 'graph', path: '^/users', status: 429, retryAfter: 3, times: 2, when: 'before' },
      { service: 'graph', path: '^/groups', times: 1, when: 'before', delayMs: 300 },
      { service: 'graph', path: '^/sites', times: 1, when: 'before', drop: true },
    ]);
    const throttled = await tenant.graph('GET', '/users');
    expect([throttled.status, throttled.headers['retry-after'], throttled.body.error?.code]).toEqual([
      429,
      '3',
      'activityLimitReached',
    ]);
    expect((await tenant.graph('GET', '/users')).status).toBe(429);
    expect((await tenant.graph('GET', '/users')).status).toBe(200);
    const began = performance.now();
    expect((await tenant.graph('GET', '/groups')).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(290);
    await expect(tenant.graph('GET', '/sites/owls.sharepoint.com:/sites/heads')).rejects.toThrow(
      /socket hang up|ECONNRESET/,
    );
    expect((await tenant.control('GET', '/api/faults')).text).toBe('[]');
  });
});

describe('sites, groups and files', () => {
  it('says which site belongs to a group, and who is in it', async () => {
    const heads = (await tenant.graph('GET', '/sites/owls.sharepoint.com:/sites/heads')).body;
    const { owner } = (await tenant.graph('GET', `/sites/${heads.id}/drive`)).body;
    expect(owner?.group?.id).toBe(ids.group);
    const members = each((await tenant.graph('GET', `/groups/${ids.group}/members?$select=id,displayName`)).body.value);
    expect(members.map((one) => one.displayName)).toEqual(['Ann Ash']);
    const own = (await tenant.graph('GET', `${list.split('/lists')[0]}/drive`)).body;
    expect(own.owner).not.toHaveProperty('group');
    expect((await tenant.graph('GET', '/sites/elsewhere.sharepoint.com:/sites/heads')).status).toBe(404);
  });

  it('keeps a file byte by byte, by path and by id', async () => {
    const site = list.split('/lists')[0];
    const bytes = new Uint8Array([0, 255, 1, 254, 13, 10]);
    const path = `${site}/drive/root:/Reports/Autumn 2/board report.docx:`;
    const made = await tenant.ask(`${tenant.doors.graph}${encodeURI(path)}/content`, {
      method: 'PUT',
      body: bytes,
      headers: {
        authorization: await tenant.bearer('https://graph.microsoft.com/.default'),
        'content-type': 'application/octet-stream',
      },
    });
    expect([made.status, made.body.size]).toEqual([201, 6]);
    const listed = each((await tenant.graph('GET', `${site}/drive/root:/Reports/Autumn 2:/children`)).body.value);
    expect(listed.map((one) => one.name)).toEqual(['board report.docx']);
    const authorization = await tenant.bearer('https://graph.microsoft.com/.default');
    const read = await tenant.ask(`${tenant.doors.graph}${site}/drive/items/${made.body.id}/content`, {
      headers: { authorization },
    });
    expect([...read.bytes]).toEqual([...bytes]);
    expect((await tenant.graph('GET', `${path}`)).body.name).toBe('board report.docx');
  });
});

describe('the recording', () => {
  it('has every exchange as one line and no token or secret in it', async () => {
    const text = readFileSync(record, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((one) => String(one.url).endsWith('/$batch')).length).toBeGreaterThan(2);
    for (const one of lines)
      expect(one).toMatchObject({ service: 'graph', status: expect.any(Number), method: expect.any(String) });
    expect(text).not.toMatch(/Bearer [A-Za-z0-9]/);
    expect(lines.some((one) => String(one.requestHeaders?.authorization) === 'redacted')).toBe(true);
  });
});

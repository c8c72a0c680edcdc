import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { ListeningBot } from '../listening-bot.ts';
import { each, ids, LocalTenant } from '../local-tenant.ts';

let tenant: LocalTenant;
let bot: ListeningBot;
let chat: string;
let list: string;
beforeAll(async () => {
  tenant = await LocalTenant.start();
  bot = await ListeningBot.start(tenant);
  const installed = await tenant.control('POST', '/api/installations', { botId: ids.bot, userId: ids.ann });
  chat = String(installed.body.conversationId);
  list = await tenant.list('Faulty');
});
afterAll(async () => {
  await bot.stop();
  await tenant.stop();
});
afterEach(async () => {
  await tenant.control('DELETE', '/api/faults');
  await tenant.control('DELETE', '/api/faults/storm');
});
const order = (fault: object) => tenant.control('PUT', '/api/faults', [{ service: 'graph', ...fault }]);
const read = () => tenant.graph('GET', `${list}/items`);
const add = (key: string) => tenant.graph('POST', `${list}/items`, { fields: { Key: key } });
const say = (text: string, where = chat) =>
  tenant.connector('POST', `/v3/conversations/${encodeURIComponent(where)}/activities`, { type: 'message', text });
const arrived = async () => each((await tenant.control('GET', '/api/deliveries?after=0')).body).length;
const broken = (work: Promise<Answer>) => work.then(({ status }) => status).catch(() => 'broken');

describe('one call', () => {
  // Source: Graph, "Throttling guidance": 429 with Retry-After in seconds; some services leave it out.
  it.each([
    ['429', 429, '1'],
    ['429-without-retry-after', 429, undefined],
    ['500', 500, undefined],
    ['502', 502, undefined],
    ['503', 503, '1'],
    ['504', 504, undefined],
  ])('answers %s once, in Graph’s error shape, and then as before', async (kind, status, retryAfter) => {
    await order({ kind, path: '/items$' });
    const answer = await read();
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter]);
    expect(String(answer.body.error?.code).length).toBeGreaterThan(3);
    expect((await read()).status).toBe(200);
  });

  it('takes longer', async () => {
    await order({ kind: 'latency', delayMs: 300, path: '/items$' });
    const began = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(280);
  });

  it('breaks off before the work, or after it', async () => {
    await order({ kind: 'dropped', method: 'POST' });
    expect(await broken(add('dropped'))).toBe('broken');
    const calls = each((await tenant.control('GET', '/api/traffic/recent')).body);
    expect(calls.filter(({ method }) => String(method) === 'POST').at(-1)).toMatchObject({
      service: 'graph',
      status: 0,
    });
    expect((await add('dropped')).status).toBe(201);
    await order({ kind: 'connection-lost', method: 'POST' });
    expect(await broken(add('lost'))).toBe('broken');
    expect((await add('lost')).body.error?.message).toContain('duplicate values');
  });

  it('loses its answer after the work was done', async () => {
    await order({ kind: 'answer-lost', method: 'POST' });
    expect((await add('answered')).status).toBe(504);
    expect((await add('answered')).body.error?.message).toContain('duplicate values');
    const before = await arrived();
    await order({ service: 'connector', kind: 'answer-lost' });
    expect((await say('there')).status).toBe(504);
    expect(await arrived()).toBe(before + 1);
  });

  // Source: listItem delta: 410 Gone with a Location to begin anew.
  it('finds its delta token stale', async () => {
    const first = await tenant.graph('GET', `${list}/items/delta`);
    await order({ kind: 'stale-delta', path: '/delta' });
    const stale = await tenant.graph('GET', String(first.body['@odata.deltaLink']));
    expect([stale.status, stale.body.error?.code]).toEqual([410, 'resyncRequired']);
    expect(stale.headers.location).toBe(`${tenant.doors.graph}${list}/items/delta`);
  });

  // Source: Graph, "Microsoft Graph error responses": 401 InvalidAuthenticationToken.
  it('finds its token expired', async () => {
    await order({ kind: 'expired-token' });
    const answer = await read();
    expect([answer.status, answer.body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('is not ordered by a kind that there is not', async () => {
    expect((await order({ kind: 'meteor' })).status).toBe(400);
  });
});

describe('what stands in the tenant', () => {
  it('has every token expired, and gives new ones', async () => {
    const old = await tenant.token('https://graph.microsoft.com/.default');
    const users = (token: unknown) =>
      tenant.ask(`${tenant.doors.graph}/users`, { headers: { authorization: `Bearer ${token}` } });
    expect((await users(old.body.access_token)).status).toBe(200);
    await tenant.control('POST', '/api/tokens/expire');
    const refused = await users(old.body.access_token);
    expect([refused.status, refused.body.error?.message]).toEqual([401, expect.stringContaining('expired')]);
    const fresh = await tenant.token('https://graph.microsoft.com/.default');
    expect((await users(fresh.body.access_token)).status).toBe(200);
    tenant.forgetTokens();
  });

  it('has its signing keys rolled: new tokens name the new key, which stands first in the key set', async () => {
    const keys = async () =>
      each((await tenant.ask(`${tenant.doors.entra}/${ids.tenant}/discovery/v2.0/keys`)).body.keys).map(({ kid }) =>
        String(kid),
      );
    const before = await keys();
    const { kid } = (await tenant.control('POST', '/api/keys/roll', { key: 'entra' })).body;
    expect(await keys()).toEqual([String(kid), ...before]);
    tenant.forgetTokens();
    expect((await read()).status).toBe(200);
    const head = String(await tenant.bearer('https://graph.microsoft.com/.default'))
      .split(' ')[1]
      ?.split('.')[0];
    expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString()).kid).toBe(kid);
  });

  // Source: "Send and receive messages with a bot", status codes: 403 where the bot is not in the roster any more.
  it('has a person removed: the directory knows them no more, and nothing reaches them', async () => {
    const { conversationId } = (await tenant.control('POST', '/api/installations', { botId: ids.bot, userId: ids.ben }))
      .body;
    expect((await say('hello', String(conversationId))).status).toBe(201);
    await tenant.control('DELETE', `/api/users/${ids.ben}`);
    expect((await tenant.graph('GET', `/users/${ids.ben}`)).status).toBe(404);
    expect((await say('hello?', String(conversationId))).status).toBe(403);
  });

  // Source: Graph, Outlook error MailboxNotEnabledForRESTAPI.
  it('has a mailbox missing while the person is there', async () => {
    await tenant.control('DELETE', `/api/mailboxes/${ids.office}`);
    const answer = await tenant.graph('GET', `/users/${ids.office}/events`);
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
    expect((await tenant.graph('GET', `/users/${ids.office}`)).status).toBe(200);
    const span = { startTime: { dateTime: '2026-12-01T09:00' }, endTime: { dateTime: '2026-12-01T17:00' } };
    const schedules = ['office@owls.example'];
    const asked = await tenant.graph('POST', `/users/${ids.ann}/calendar/getSchedule`, { schedules, ...span });
    expect(each(asked.body.value)[0]?.error).toMatchObject({ responseCode: 'ErrorMailRecipientNotFound' });
    await tenant.control('PUT', `/api/mailboxes/${ids.office}`);
    expect((await tenant.graph('GET', `/users/${ids.office}/events`)).status).toBe(200);
  });

  it('has a list’s column deleted by hand', async () => {
    expect((await tenant.control('DELETE', '/api/lists/Faulty/columns/Notes')).status).toBe(204);
    const answer = await tenant.graph('POST', `${list}/items`, { fields: { Key: 'noted', Notes: 'gone' } });
    expect(answer.status).toBe(400);
    expect((await tenant.control('DELETE', '/api/lists/Faulty/columns/Notes')).status).toBe(404);
  });
});

describe('a storm', () => {
  const calls = async () => {
    const answers: unknown[] = [];
    for (let n = 0; n < 60; n += 1) answers.push(await broken(n % 3 === 0 ? tenant.graph('GET', '/users') : read()));
    return answers;
  };
  const storm = async (seed: number, rate: number, more = {}) => {
    await tenant.control('PUT', '/api/faults/storm', { seed, rate, kinds: ['500', '429', 'dropped'], ...more });
    const answers = await calls();
    return { answers, ended: (await tenant.control('DELETE', '/api/faults/storm')).body };
  };

  it('meets the same calls with the same faults for the same seed, and others for another', async () => {
    const [one, again, other] = [await storm(7, 0.2), await storm(7, 0.2), await storm(8, 0.2)];
    expect(again.answers).toEqual(one.answers);
    expect(other.answers).not.toEqual(one.answers);
    const hits = each(one.ended.hits);
    expect(Number(one.ended.calls)).toBe(60);
    expect(hits.length).toBe(one.answers.filter((answer) => answer !== 200).length);
    expect(hits.length).toBeGreaterThan(4);
    expect(hits.length).toBeLessThan(24);
    expect((await tenant.control('GET', '/api/faults/storm')).body).toBeNull();
    expect((await read()).status).toBe(200);
  });

  it('blows on the services it was ordered for', async () => {
    const { ended } = await storm(7, 1, { services: ['connector'] });
    expect(ended.calls).toBe(0);
  });

  it('meets parts of a batch by themselves', async () => {
    await tenant.control('PUT', '/api/faults/storm', { seed: 5, rate: 0.3, kinds: ['503', 'answer-lost'] });
    const requests = Array.from({ length: 20 }, (_, at) => ({
      id: String(at),
      method: 'GET',
      url: `${list}/items/${at}`,
    }));
    let inner: number[] = [];
    while (inner.length === 0)
      inner = each((await tenant.graph('POST', '/$batch', { requests })).body?.responses).map(({ status }) =>
        Number(status),
      );
    expect(inner.filter((status) => status === 503 || status === 504).length).toBeGreaterThan(1);
    const { hits } = (await tenant.control('DELETE', '/api/faults/storm')).body;
    expect(each(hits).some(({ part }) => Boolean(part))).toBe(true);
  });

  it('is refused without a seed or with a rate above one', async () => {
    expect((await tenant.control('PUT', '/api/faults/storm', { rate: 0.1 })).status).toBe(400);
    expect((await tenant.control('PUT', '/api/faults/storm', { seed: 1, rate: 5 })).status).toBe(400);
  });
});

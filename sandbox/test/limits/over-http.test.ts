import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ListeningBot } from '../listening-bot.ts';
import { each, ids, LocalTenant } from '../local-tenant.ts';

let tenant: LocalTenant;
let bot: ListeningBot;
let chat: string;
beforeAll(async () => {
  tenant = await LocalTenant.start({ limited: true });
  bot = await ListeningBot.start(tenant);
  const installed = await tenant.control('POST', '/api/installations', { botId: ids.bot, userId: ids.ann });
  chat = encodeURIComponent(String(installed.body.conversationId));
  // Many at once would each fetch a token, and there is a limit for that too.
  for (const resource of ['https://api.botframework.com', 'https://graph.microsoft.com'])
    await tenant.bearer(`${resource}/.default`);
});
afterAll(async () => {
  await bot.stop();
  await tenant.stop();
});
beforeEach(() => tenant.control('PUT', '/api/limits', {}));

const many = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));
const counted = (answers: readonly { readonly status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

describe('limits', () => {
  it('are on at the published figures without anybody asking for them', async () => {
    expect((await tenant.control('GET', '/api/limits')).body).toMatchObject({
      ...{ on: true, requestsPerSecond: 50, messageKb: 28, outlookConcurrency: 'app', directory: 'S' },
      retryAfter: 'always',
    });
    expect((await tenant.control('PUT', '/api/limits', { requestsPerSecond: 40 })).status).toBe(400);
  });

  // Source: "Optimize your bot with rate limiting": 7 messages a second to a conversation; 429.
  it('answer a bot 429 with Retry-After, and deliver nothing of what they refuse', async () => {
    const before = each((await tenant.control('GET', '/api/deliveries?after=0')).body).length;
    const answers = await many(30, () =>
      tenant.connector('POST', `/v3/conversations/${chat}/activities`, { type: 'message', text: 'hello' }),
    );
    // On a slow machine the thirty take more than a second; then more than seven are let through.
    const [sent, throttled] = [counted(answers, 201), counted(answers, 429)];
    expect(sent).toBeGreaterThanOrEqual(7);
    expect([sent + throttled, throttled > 0]).toEqual([30, true]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.error?.code).toBe('TooManyRequests');
    expect(refused?.headers['retry-after']).toMatch(/^\d+$/);
    const after = each((await tenant.control('GET', '/api/deliveries?after=0')).body).length;
    expect(after - before).toBe(sent);
    expect((await tenant.control('GET', '/api/limits')).body.refused).toMatchObject({
      'bot and conversation: send': throttled,
    });
  });

  // Source: "JSON batching": each request in a batch is evaluated by itself; a throttled one is 429 in a batch of 200.
  it('refuse parts of a batch by themselves, and show what each request cost', async () => {
    const list = await tenant.list('Batched');
    await tenant.control('PUT', '/api/limits', {});
    const create = (n: number, at: number) => ({
      ...{ id: String(at), method: 'POST', url: `${list}/items`, headers: { 'Content-Type': 'application/json' } },
      body: { fields: { Key: `${n}/${at}` } },
    });
    const statuses: number[] = [];
    let last: Awaited<ReturnType<typeof tenant.graph>> | undefined;
    for (let n = 0; n < 32; n += 1) {
      last = await tenant.graph('POST', '/$batch', { requests: Array.from({ length: 20 }, (_, at) => create(n, at)) });
      expect(last.status).toBe(200);
      statuses.push(...each(last.body.responses).map(({ status }) => Number(status)));
    }
    expect(statuses.indexOf(429)).toBe(625);
    expect(statuses.slice(625).every((status) => status === 429)).toBe(true);
    const refused = each(last?.body.responses).at(-1);
    expect(refused?.body?.error?.code).toBe('activityLimitReached');
    expect(Number(refused?.headers?.['Retry-After'])).toBeGreaterThan(30);
    expect(refused?.headers?.['RateLimit-Limit']).toBe('1250');
    const single = await tenant.graph('GET', `${list}/items/1`);
    expect([single.status, single.headers['ratelimit-remaining']]).toEqual([429, '0']);
    const recent = each((await tenant.control('GET', '/api/traffic/recent')).body);
    expect(recent.slice(-2).map(({ units }) => units)).toEqual([40, 1]);
  });

  it('do not change with the tenant’s clock: a jump neither empties a window nor fills one', async () => {
    const send = () =>
      tenant.connector('POST', `/v3/conversations/${chat}/activities`, { type: 'message', text: 'now' });
    await many(40, send);
    await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 });
    expect((await send()).status).toBe(429);
  });

  // Source: throttling limits, Outlook: four requests at once; "over its MailboxConcurrency limit".
  it('let an app have four requests under way at mailboxes', async () => {
    const answers = await many(9, () => tenant.graph('GET', `/users/${ids.office}/events`));
    expect(counted(answers, 200)).toBeGreaterThanOrEqual(4);
    expect(counted(answers, 429)).toBeGreaterThan(0);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: 'Application is over its MailboxConcurrency limit.',
    });
    expect((await tenant.graph('GET', `/users/${ids.office}/events`)).status).toBe(200);
  });

  it('take a batch to mailboxes as four requests at once', async () => {
    const part = (at: number) => ({ id: String(at), method: 'GET', url: `/users/${ids.office}/events` });
    const requests = Array.from({ length: 20 }, (_, at) => part(at));
    const [batched, single] = await Promise.all([
      tenant.graph('POST', '/$batch', { requests }),
      tenant.graph('GET', `/users/${ids.office}/events`),
    ]);
    const inner = each(batched?.body.responses).map(({ status }) => Number(status));
    const throttled = inner.filter((status) => status === 429).length + (single?.status === 429 ? 1 : 0);
    expect(throttled).toBeGreaterThan(0);
    const alone = await tenant.graph('POST', '/$batch', { requests });
    expect(each(alone.body.responses).every(({ status }) => Number(status) === 200)).toBe(true);
  });

  it('let an app ask for 15 tokens in ten seconds, and then after a minute', async () => {
    const answers = await many(18, () =>
      tenant.token('https://graph.microsoft.com/.default', { client_id: ids.other }),
    );
    expect([counted(answers, 200), counted(answers, 429)]).toEqual([15, 3]);
    expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBe('60');
  });

  // Source: "Format your bot messages": about 100 KB, the whole message, in UTF-16; cards elsewhere 28 KB.
  it('refuse a message that is too big, by the size that is chosen', async () => {
    const card = (bytes: number) => ({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x'.repeat(bytes) }] },
        },
      ],
    });
    const post = (bytes: number) => tenant.connector('POST', `/v3/conversations/${chat}/activities`, card(bytes));
    expect((await post(29_000)).body.error?.code).toBe('MessageSizeTooBig');
    await tenant.control('PUT', '/api/limits', { messageKb: 100 });
    expect((await post(49_000)).status).toBe(201);
    expect((await post(52_000)).status).toBe(413);
    await tenant.control('PUT', '/api/limits', { messageKb: 28 });
  });
});

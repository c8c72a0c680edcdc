/** Another client on this computer talks to a bot through the sandbox: signed on the way in, checked on the way out. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListeningBot } from './listening-bot.ts';
import { ids, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let bot: ListeningBot;
const heard: { readonly url: string; readonly authorization: string | undefined; readonly text: string }[] = [];
const guest = createServer((request, response) => {
  void textOf(request).then((text) => {
    heard.push({ url: request.url ?? '', authorization: request.headers.authorization, text });
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"7"}');
  });
});
let address = '';

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
  bot = await ListeningBot.start(tenant);
  await new Promise<void>((resolve) => guest.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(guest.address() as AddressInfo).port}/_connector`;
});
afterAll(async () => {
  guest.close();
  await bot.stop();
  await tenant.stop();
});

const activity = (serviceUrl: string) => ({ type: 'message', text: 'Hello', channelId: 'msteams', serviceUrl });
const speak = (body: unknown, to: string = ids.bot) => tenant.control('POST', `/api/guests/${to}/messages`, body);
const answer = (authorization: string) =>
  tenant.ask(`${tenant.doors.connector}/guest/v3/conversations/a%3A1/activities`, {
    method: 'POST',
    headers: { authorization },
    body: { type: 'message', text: 'Hello yourself' },
  });

describe('another client', () => {
  it('is heard by nobody before it has spoken', async () => {
    const early = await answer(await tenant.bearer('https://api.botframework.com/.default'));
    expect([early.status, early.body.error?.code]).toEqual([404, 'ConversationNotFound']);
  });

  it('speaks to the bot under a token that names where to answer, and gets the bot’s own answer', async () => {
    bot.answer = () => ({ status: 200, body: { statusCode: 200 } });
    const said = await speak(activity(address));
    expect([said.status, said.body]).toEqual([200, { statusCode: 200 }]);
    const here = `${tenant.doors.connector}/guest/`;
    expect(bot.heard.at(-1)).toMatchObject({ text: 'Hello', serviceUrl: here });
    expect(bot.claims.at(-1)?.serviceurl).toBe(here);
  });

  it('hears what the bot says, and never the bot’s token', async () => {
    const token = await tenant.bearer('https://api.botframework.com/.default');
    const said = await answer(token);
    expect([said.status, said.body]).toEqual([201, { id: '7' }]);
    expect(heard.at(-1)?.url).toBe('/_connector/v3/conversations/a%3A1/activities');
    expect(JSON.parse(heard.at(-1)?.text ?? '')).toEqual({ type: 'message', text: 'Hello yourself' });
    expect(heard.at(-1)?.authorization).not.toContain(token.slice('Bearer '.length));
  });

  it('hears nothing from whoever has no token of the bot’s', async () => {
    const before = heard.length;
    expect((await answer('Bearer made-up')).status).toBe(401);
    const graphs = await answer(await tenant.bearer('https://graph.microsoft.com/.default'));
    expect(graphs.status).toBe(401);
    expect(heard.length).toBe(before);
  });

  it('is on this computer, and speaks to a bot there is', async () => {
    const before = bot.heard.length;
    for (const elsewhere of [
      'http://example.org/',
      'http://127.0.0.1.example.org/',
      'file:///etc',
      'https://localhost/',
    ])
      expect((await speak(activity(elsewhere))).status).toBe(400);
    expect((await speak(activity(address), ids.other)).status).toBe(404);
    expect((await speak({ text: 'Hello' })).status).toBe(400);
    expect(bot.heard.length).toBe(before);
  });
});

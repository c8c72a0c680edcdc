import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ListeningBot } from './listening-bot.ts';
import { each, ids, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let bot: ListeningBot;
let chat: string;
beforeAll(async () => {
  tenant = await LocalTenant.start();
  bot = await ListeningBot.start(tenant);
});
afterAll(async () => {
  await bot.stop();
  await tenant.stop();
});
beforeEach(async () => {
  bot.answer = () => ({ status: 200 });
  chat = String(
    (await tenant.control('POST', '/api/installations', { botId: ids.bot, userId: ids.ann })).body.conversationId,
  );
  bot.heard.length = 0;
});
const cardOf = (text: string, more = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
});
const cardType = 'application/vnd.microsoft.card.adaptive';
const message = (text: string, more = {}) => ({
  type: 'message',
  attachments: [{ contentType: cardType, content: cardOf(text, more) }],
});
const post = (body: unknown, where = chat) =>
  tenant.connector('POST', `/v3/conversations/${encodeURIComponent(where)}/activities`, body);
const shown = async (where = chat, viewer: string = ids.ann) =>
  each((await tenant.control('GET', `/api/conversations/${encodeURIComponent(where)}/messages?viewer=${viewer}`)).body);
const textOf = (activity: unknown) => JSON.stringify(activity).match(/"type":"TextBlock","text":"([^"]*)"/)?.[1];
const press = (from: string, activityId: string, where = chat, more = {}) =>
  tenant.control('POST', `/api/conversations/${encodeURIComponent(where)}/actions`, {
    from,
    activityId,
    action: { type: 'Action.Execute', verb: 'soap.save', data: { urn: '100', 'Y1:reading': 'from data' } },
    inputs: { 'Y1:reading': '61' },
    ...more,
  });

describe('installing', () => {
  it('tells the bot once, in the words of Teams, under a token that names the service url', async () => {
    const installed = { botId: ids.bot, userId: ids.ben };
    const first = await tenant.control('POST', '/api/installations', installed);
    const again = await tenant.control('POST', '/api/installations', installed);
    expect(again.body.conversationId).toBe(first.body.conversationId);
    expect(bot.heard.map((activity) => activity.type)).toEqual(['installationUpdate', 'conversationUpdate']);
    const [added] = bot.heard;
    expect(added).toMatchObject({
      action: 'add',
      channelId: 'msteams',
      serviceUrl: `${tenant.doors.connector}/emea/`,
      from: { aadObjectId: ids.ben, name: "Ben O'Hara" },
      recipient: { id: `28:${ids.bot}` },
      conversation: { id: first.body.conversationId, conversationType: 'personal', tenantId: ids.tenant },
      channelData: { tenant: { id: ids.tenant } },
      locale: 'en-GB',
    });
    expect(String(added?.from?.id)).toMatch(/^29:1/);
    expect(bot.claims.at(-1)?.serviceurl).toBe(`${tenant.doors.connector}/emea/`);
  });

  it('refuses what a bot posts after it was taken away or blocked, with the codes that Teams documents', async () => {
    await tenant.control('POST', '/api/blocks', { botId: ids.bot, userId: ids.ann });
    const blocked = await post(message('x'));
    expect([blocked.status, blocked.body.error?.code]).toEqual([403, 'MessageWritesBlocked']);
    await tenant.control('DELETE', '/api/blocks', { botId: ids.bot, userId: ids.ann });
    await tenant.control('DELETE', '/api/installations', { botId: ids.bot, userId: ids.ann });
    expect(bot.heard.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    const gone = await post(message('x'));
    expect([gone.status, gone.body.error?.code]).toEqual([403, 'BotNotInConversationRoster']);
  });
});

describe('what a bot posts', () => {
  it('opens the chat with a person by either id and says the first word', async () => {
    const [member] = each((await tenant.connector('GET', `/v3/conversations/${chat}/members`)).body);
    expect(member).toMatchObject({ aadObjectId: ids.ann, email: 'ann@owls.example', tenantId: ids.tenant });
    for (const id of [String(member?.id), ids.ann]) {
      const made = await tenant.connector('POST', '/v3/conversations', {
        isGroup: false,
        members: [{ id }],
        tenantId: ids.tenant,
        activity: message(`to ${id}`),
      });
      expect([made.status, made.body.id]).toEqual([201, chat]);
      expect(textOf((await shown()).at(-1))).toBe(`to ${id}`);
    }
    const stranger = await tenant.connector('POST', '/v3/conversations', {
      members: [{ id: ids.ann }],
      tenantId: ids.team,
    });
    expect(stranger.status).toBe(400);
  });

  it('shows, changes and deletes a message', async () => {
    const { body } = await post(message('first'));
    const path = `/v3/conversations/${chat}/activities/${body.id}`;
    expect((await tenant.connector('PUT', path, message('second'))).status).toBe(200);
    const changed = (await shown()).at(-1);
    expect([textOf(changed), changed?.id, typeof changed?.updatedAt]).toEqual(['second', body.id, 'string']);
    expect((await tenant.connector('DELETE', path)).status).toBe(200);
    expect((await tenant.connector('PUT', path, message('third'))).body.error?.code).toBe(
      'ActivityNotFoundInConversation',
    );
  });

  it('refuses a message over 28 KB, an empty one, an unknown conversation and a token for Graph', async () => {
    expect((await post(message('x'.repeat(29_000)))).body.error?.code).toBe('MessageSizeTooBig');
    expect((await post({ type: 'message' })).status).toBe(400);
    expect((await post(message('x'), 'a:nobody')).body.error?.code).toBe('ConversationNotFound');
    const authorization = await tenant.bearer('https://graph.microsoft.com/.default');
    const url = `${tenant.doors.connector}/emea/v3/conversations/${chat}/activities`;
    expect((await tenant.ask(url, { method: 'POST', headers: { authorization }, body: message('x') })).status).toBe(
      401,
    );
  });

  it('writes every arrival into the ledger, also one whose answer was an error', async () => {
    const before = each((await tenant.control('GET', '/api/deliveries')).body).length;
    await tenant.control('PUT', '/api/faults', [
      { service: 'connector', method: 'POST', status: 502, times: 1, when: 'after' },
      { service: 'connector', method: 'POST', status: 502, times: 1, when: 'before' },
    ]);
    const statuses = [
      (await post(message('after'))).status,
      (await post(message('before'))).status,
      (await post(message('plain'))).status,
    ];
    expect(statuses).toEqual([502, 502, 201]);
    const arrived = each((await tenant.control('GET', `/api/deliveries?after=0`)).body).slice(before);
    expect(arrived).toHaveLength(2);
    expect((await shown()).slice(-2).map(textOf)).toEqual(['after', 'plain']);
  });
});

describe('what a person does', () => {
  it('says something to the bot and sees it in the chat', async () => {
    const said = await tenant.control('POST', `/api/conversations/${chat}/messages`, { from: ids.ann, text: 'help' });
    expect(said.body.botAnswered).toBe(200);
    expect(bot.heard[0]).toMatchObject({
      type: 'message',
      text: 'help',
      id: said.body.id,
      from: { aadObjectId: ids.ann },
    });
    expect((await shown()).at(-1)).toMatchObject({ text: 'help', id: said.body.id });
  });

  it('presses a button and sees the card that the bot answered with', async () => {
    const { body } = await post(message('question'));
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type: cardType, value: cardOf('answer') } });
    const pressed = await press(ids.ann, String(body.id));
    expect(pressed.body).toMatchObject({ status: 200, body: { type: cardType } });
    expect(bot.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: body.id,
      value: {
        action: { type: 'Action.Execute', verb: 'soap.save', data: { urn: '100', 'Y1:reading': '61' } },
        trigger: 'manual',
      },
    });
    expect(textOf((await shown()).at(-1))).toBe('answer');
  });

  it('a refresh of a card that another has taken the place of since does not take it back', async () => {
    const { body } = await post(message('question'));
    const seen = (await shown()).at(-1)?.timestamp;
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type: cardType, value: cardOf('form') } });
    await press(ids.ann, String(body.id));
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type: cardType, value: cardOf('question again') } });
    await press(ids.ann, String(body.id), chat, { trigger: 'automatic', seen });
    expect(textOf((await shown()).at(-1))).toBe('form');
    const { updatedAt } = (await shown()).at(-1) ?? {};
    await press(ids.ann, String(body.id), chat, { trigger: 'automatic', seen: updatedAt });
    expect(textOf((await shown()).at(-1))).toBe('question again');
  });

  it('keeps the card when the bot answers with an error', async () => {
    const { body } = await post(message('question'));
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'no' } },
    });
    expect((await press(ids.ann, String(body.id))).body.body).toMatchObject({ statusCode: 400 });
    expect(textOf((await shown()).at(-1))).toBe('question');
  });

  it('falls back to Action.Submit as a message with a value', async () => {
    const { body } = await post(message('question'));
    await press(ids.ann, String(body.id), chat, { action: { type: 'Action.Submit', data: { verb: 'soap.save' } } });
    expect(bot.heard[0]).toMatchObject({
      type: 'message',
      value: { verb: 'soap.save', 'Y1:reading': '61' },
      replyToId: body.id,
    });
  });

  it('cannot act in a chat of somebody else', async () => {
    const { body } = await post(message('question'));
    expect((await press(ids.ben, String(body.id))).status).toBe(400);
    expect(bot.heard).toHaveLength(0);
  });

  it('is told after 15 seconds that the bot is too slow', { timeout: 25_000 }, async () => {
    const { body } = await post(message('question'));
    bot.answer = () => ({ status: 200, afterMs: 17_000 });
    const began = performance.now();
    const pressed = await press(ids.ann, String(body.id));
    expect(pressed.body).toMatchObject({ status: 504, failure: 'BotTimedOut' });
    expect(performance.now() - began).toBeLessThan(16_500);
  });
});

describe('channels', () => {
  it('start a thread, keep answers in it, and show each person their own view of a card', async () => {
    const { conversationId } = (
      await tenant.control('POST', '/api/installations', { botId: ids.bot, teamId: ids.team })
    ).body;
    expect(String(conversationId)).toMatch(/^19:.*@thread\.tacv2$/);
    const { conversations } = (
      await tenant.connector('GET', `/v3/teams/${encodeURIComponent(String(conversationId))}/conversations`)
    ).body;
    const categories = each(conversations).find((one) => String(one.name) === 'Categories');
    const where = String(categories?.id);
    const made = await tenant.connector('POST', '/v3/conversations', {
      isGroup: true,
      channelData: { channel: { id: where } },
      activity: message('summary'),
    });
    expect(made.body.id).toBe(`${where};messageid=${made.body.activityId}`);
    const reply = await post(message('more'), String(made.body.id));
    expect(reply.status).toBe(201);
    expect((await shown(where)).map((one) => String(one.threadId))).toEqual([
      made.body.activityId,
      made.body.activityId,
    ]);
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type: cardType, value: cardOf('mine') } });
    await press(ids.ann, String(made.body.activityId), where);
    expect(textOf((await shown(where, ids.ann))[0])).toBe('mine');
    expect(textOf((await shown(where, ids.ben))[0])).toBe('summary');
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Json } from './asking.ts';
import { ids, type LocalTenant } from './local-tenant.ts';

/** A bot that checks each request's token, keeps what it was sent, and answers as the test says. */
export class ListeningBot {
  readonly heard: Json[] = [];
  readonly claims: JWTPayload[] = [];
  answer: (activity: Json) => { status: number; body?: unknown; afterMs?: number } = () => ({ status: 200 });
  readonly #server;
  endpoint = '';

  private constructor(keys: JSONWebKeySet) {
    const keySet = createLocalJWKSet(keys);
    this.#server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        text += chunk;
      });
      request.on('end', async () => {
        const token = (request.headers.authorization ?? '').replace('Bearer ', '');
        const { payload } = await jwtVerify(token, keySet, {
          issuer: 'https://api.botframework.com',
          audience: ids.bot,
        });
        const activity = JSON.parse(text) as Json;
        this.heard.push(activity);
        this.claims.push(payload);
        const { status, body, afterMs = 0 } = this.answer(activity);
        setTimeout(
          () =>
            response
              .writeHead(status, { 'content-type': 'application/json' })
              .end(body === undefined ? '' : JSON.stringify(body)),
          afterMs,
        );
      });
    });
  }

  /** Starts the bot and registers it with the tenant. */
  static async start(tenant: LocalTenant): Promise<ListeningBot> {
    const { text } = await tenant.ask(`${tenant.doors.entra}/botframework/v1/.well-known/keys`);
    const bot = new ListeningBot(JSON.parse(text) as JSONWebKeySet);
    await new Promise<void>((resolve) => bot.#server.listen(0, '127.0.0.1', resolve));
    bot.endpoint = `http://127.0.0.1:${(bot.#server.address() as AddressInfo).port}/api/messages`;
    const manifest = { name: { short: 'Improvement' }, bots: [{ botId: ids.bot }] };
    await tenant.control('PUT', `/api/teams-apps/${ids.bot}`, { manifest, messagingEndpoint: bot.endpoint });
    return bot;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

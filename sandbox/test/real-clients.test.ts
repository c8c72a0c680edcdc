/** Microsoft's own Graph client on the sandbox: its paging, its batches and its retries meet what they expect. */
import {
  AuthenticationHandler,
  type AuthenticationProvider,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  GraphError,
  HTTPMessageHandler,
  MiddlewareFactory,
  type PageCollection,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let list: string;
let client: Client;
const rows = 25;

/** The client's last link, which puts a request on the wire; only it trusts the sandbox's authority. */
class Wire extends HTTPMessageHandler {
  override async execute(context: Context): Promise<void> {
    const request = new Request(context.request, context.options);
    const body = await request.text();
    const answer = await tenant.ask(request.url, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      ...(body === '' ? {} : { body }),
    });
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    context.response = new Response(answer.status === 204 ? null : answer.text, { status: answer.status, headers });
  }
}

beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
  list = await tenant.list('Visits');
  for (let row = 1; row <= rows; row++)
    await tenant.graph('POST', `${list}/items`, { fields: { Key: `k${row}`, School: 'Oak', HalfTerm: row } });
  const provider: AuthenticationProvider = {
    getAccessToken: async () => (await tenant.bearer('https://graph.microsoft.com/.default')).replace('Bearer ', ''),
  };
  // Microsoft's chain as it comes, for signing in, repeating and redirecting; its last link is the wire.
  const chain = MiddlewareFactory.getDefaultMiddlewareChain(provider).filter(
    (link) => !(link instanceof HTTPMessageHandler),
  );
  expect(chain[0]).toBeInstanceOf(AuthenticationHandler);
  client = Client.initWithMiddleware({
    baseUrl: tenant.doors.graph.replace('v1.0', ''),
    customHosts: new Set(['127.0.0.1']),
    middleware: [...chain, new Wire()],
  });
});
afterAll(() => tenant.stop());

const keyOf = (item: { readonly fields: { readonly Key: string } }) => item.fields.Key;

describe('Microsoft’s Graph client', () => {
  it('reads a whole list page by page with its own iterator', async () => {
    const first: PageCollection = await client.api(`${list}/items`).expand('fields').top(10).get();
    expect(first.value).toHaveLength(10);
    const keys: string[] = [];
    const pages = new PageIterator(client, first, (item) => {
      keys.push(keyOf(item));
      return true;
    });
    await pages.iterate();
    expect(pages.isComplete()).toBe(true);
    expect(keys).toEqual(Array.from({ length: rows }, (_, index) => `k${index + 1}`));
  });

  it('follows changes to their delta link, and hears only of what is new from there', async () => {
    const seen: string[] = [];
    const follow = async (from: string) => {
      const pages = new PageIterator(client, await client.api(from).get(), (item) => {
        seen.push(item.fields?.Key ?? item.id);
        return true;
      });
      await pages.iterate();
      return pages.getDeltaLink();
    };
    const link = await follow(`${list}/items/delta?$expand=fields`);
    expect(seen).toHaveLength(rows);
    await client.api(`${list}/items`).post({ fields: { Key: 'new', School: 'Elm', HalfTerm: 1 } });
    seen.length = 0;
    await follow(String(link));
    expect(seen).toEqual(['new']);
  });

  it('makes a batch and takes its answers apart, each with its own status', async () => {
    // Its batches take relative addresses, which a Request of Node's cannot have.
    const request = (id: string, path: string) => ({
      id,
      request: Object.defineProperty(new Request(tenant.doors.graph), 'url', { value: path }),
    });
    const batch = new BatchRequestContent([request('1', `${list}/items/1`), request('2', `${list}/items/99999`)]);
    const answers = new BatchResponseContent(await client.api('/$batch').post(await batch.getContent()));
    expect([answers.getResponseById('1').status, answers.getResponseById('2').status]).toEqual([200, 404]);
    expect(await answers.getResponseById('1').json()).toMatchObject({ id: '1' });
  });

  it('waits and asks again where it is told to', async () => {
    await tenant.control('PUT', '/api/faults', [{ service: 'graph', path: '/columns', status: 429, retryAfter: 1 }]);
    const before = Date.now();
    const answer: PageCollection = await client.api(`${list}/columns`).get();
    expect(answer.value.length).toBeGreaterThan(5);
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(each((await tenant.control('GET', '/api/faults')).body)).toEqual([]);
  });

  it('understands a refusal: its code, its message and the request’s id', async () => {
    const refused: unknown = await client
      .api(`${list}/items`)
      .filter("fields/Notes eq 'x'")
      .get()
      .catch((error: unknown) => error);
    if (!(refused instanceof GraphError)) throw new Error('Nothing was refused.');
    expect(refused.statusCode).toBe(400);
    expect(refused.code).toBe('invalidRequest');
    expect(refused.message).toMatch(/indexed/);
    expect(refused.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chatAdapter } from '../src/chat/adapter.ts';
import { createChat } from '../src/chat/chat.ts';
import { createMessenger } from '../src/chat/messenger.ts';
import type { Config } from '../src/config.ts';
import type { OpenWorld } from '../src/store/open-world.ts';
import { closed, configOf, listen } from './chat-stage.ts';
import { makePlace, PEOPLE, TENANT_ID, typeTrust } from './tenant.ts';

vi.setConfig({ hookTimeout: 60_000 });

const ISSUER = 'https://api.botframework.com';
const SERVICE = 'https://127.0.0.1/emea/';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const unendorsed = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

let metadata: Server;
let config: Config;
let world: OpenWorld;
let post: (token: string | undefined, activity: unknown) => Promise<Response>;

beforeAll(async () => {
  // The library prints each token it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const jwks = {
    keys: [
      { ...(await exportJWK(keys.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig', endorsements: ['msteams'] },
      {
        ...(await exportJWK(unendorsed.publicKey)),
        kid: 'webchat',
        alg: 'RS256',
        use: 'sig',
        endorsements: ['webchat'],
      },
    ],
  };
  let base = '';
  const served = await listen(async (request) =>
    Response.json(
      request.url.endsWith('/keys')
        ? jwks
        : { issuer: ISSUER, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
    ),
  );
  metadata = served.server;
  base = `http://127.0.0.1:${served.port}`;
  const place = await makePlace();
  await typeTrust(place);
  world = await place.open();
  const made = configOf(place);
  if (!made.endpoints) throw new Error('no endpoints');
  config = { ...made, endpoints: { ...made.endpoints, openIdMetadata: `${base}/openid` } };
  const messenger = createMessenger(config, place.log);
  const chat = createChat({ config, world, messenger, log: place.log, onSeen: () => undefined });
  post = (token, activity) =>
    chat.process(
      new Request('http://bot/api/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: token }) },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      }),
    );
});
afterAll(() => closed(metadata));

/** An installation, which would leave a row if it were believed. */
const activity = (more: object = {}) => ({
  type: 'installationUpdate',
  action: 'add',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:someone', aadObjectId: PEOPLE.head0.id },
  recipient: { id: `28:${config.botId}` },
  conversation: { id: 'a:someone', conversationType: 'personal', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
  ...more,
});

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string | undefined;
  readonly exp?: number;
  readonly nbf?: number;
  readonly [claim: string]: unknown;
}
const now = () => Math.floor(Date.now() / 1000);
const claims = (more: Claims = {}) => ({
  iss: ISSUER,
  aud: config.botId,
  serviceurl: SERVICE,
  nbf: now() - 10,
  exp: now() + 3600,
  ...more,
});
async function signed(more: Claims = {}, header: object = {}, key = keys.privateKey): Promise<string> {
  const token = await new SignJWT(claims(more)).setProtectedHeader({ alg: 'RS256', kid: 'ours', ...header }).sign(key);
  return `Bearer ${token}`;
}
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const forged: readonly [string, () => Promise<string | undefined> | string | undefined][] = [
  ['no token', () => undefined],
  ['an empty header', () => ''],
  ['no token after Bearer', () => 'Bearer '],
  ['text that is no token', () => 'Bearer abc.def.ghi'],
  ['another scheme', async () => (await signed()).replace('Bearer', 'Basic')],
  ['alg none', () => `Bearer ${part({ alg: 'none', kid: 'ours' })}.${part(claims())}.`],
  [
    'HS256 signed with the public key',
    () => {
      const body = `${part({ alg: 'HS256', kid: 'ours', typ: 'JWT' })}.${part(claims())}`;
      const pem = keys.publicKey.export({ type: 'spki', format: 'pem' });
      return `Bearer ${body}.${createHmac('sha256', pem).update(body).digest('base64url')}`;
    },
  ],
  ['a bad signature', async () => `${(await signed()).slice(0, -6)}AAAAAA`],
  ['a stranger’s key under our key’s id', () => signed({}, {}, stranger.privateKey)],
  ['an unknown key', () => signed({}, { kid: 'unknown' }, stranger.privateKey)],
  [
    'a key of its own in the header',
    async () => signed({}, { kid: 'own', jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
  ],
  ['a key Teams is not endorsed with', () => signed({}, { kid: 'webchat' }, unendorsed.privateKey)],
  ['another bot’s token', () => signed({ aud: randomUUID() })],
  ['another issuer', () => signed({ iss: 'https://evil.example' })],
  [
    'the emulator’s issuer',
    () => signed({ iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`, ver: '2.0', azp: config.botId }),
  ],
  ['a skill’s claims', () => signed({ iss: `https://sts.windows.net/${TENANT_ID}/`, ver: '1.0', appid: randomUUID() })],
  ['an expired token', () => signed({ exp: now() - 3600, nbf: now() - 7200 })],
  ['a token of the future', () => signed({ nbf: now() + 3600 })],
  ['another service address than its claim', () => signed({ serviceurl: 'https://evil.example/' })],
  ['no service address claimed', () => signed({ serviceurl: undefined })],
];

describe('the door Teams knocks at', () => {
  it.each(forged)('%s is refused with 401 and leaves nothing', async (_what, token) => {
    const answer = await post(await token(), activity());
    expect(answer.status).toBe(401);
    expect(world.conversations.get(PEOPLE.head0.id)).toBeUndefined();
  });

  it.each([
    ['an activity without service address', { serviceUrl: undefined }, 400],
    ['an activity with an empty service address', { serviceUrl: '' }, 401],
    ['another channel', { channelId: 'webchat' }, 401],
    ['the App Service channel, which has a door of its own', { channelId: 'AseChannel' }, 401],
    [
      'another tenant’s person',
      { conversation: { id: 'a:x', conversationType: 'personal', tenantId: randomUUID() } },
      403,
    ],
    ['another tenant in the channel’s data', { channelData: { tenant: { id: randomUUID() } } }, 403],
    ['no tenant at all', { channelData: {}, conversation: { id: 'a:x', conversationType: 'personal' } }, 403],
    ['no sender', { from: undefined }, 400],
    ['no type', { type: undefined }, 400],
  ])('%s is refused under a good token', async (_what, more, status) => {
    const answer = await post(await signed(), activity(more));
    expect(answer.status).toBe(status);
    expect(world.conversations.get(PEOPLE.head0.id)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{"type":', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['too much', `{"type":"${'x'.repeat(300_000)}"}`, 413],
  ])('%s is refused', async (_what, body, status) => {
    expect((await post(await signed(), body)).status).toBe(status);
  });

  it('takes a good token, and then only', async () => {
    const answer = await post(await signed(), activity({ type: 'typing' }));
    expect(answer.status).toBe(200);
  });

  it('does not start without an application id', () => {
    expect(() => chatAdapter({ ...config, botId: ' ' }, world.log)).toThrow(/BOT_ID is empty/);
  });
});

/** The service's HTTP face over a make-believe tenant, with signing keys of the test's own in Entra's place. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWLS, type Person } from '@owls/policy';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { pino } from 'pino';
import { tokenCheck } from '../src/api/token.ts';
import { createWeb, type WebGiven } from '../src/api/web.ts';
import { readConfig } from '../src/config.ts';
import type { World } from '../src/world.ts';
import { scratch } from './scratch.ts';

export const BOT = '11111111-aaaa-4bbb-8ccc-222222222222';
export const TENANT = '33333333-aaaa-4bbb-8ccc-444444444444';
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;

const ENVIRONMENT = {
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_TYPE: 'SingleTenant',
  SECRET_BOT_PASSWORD: 'not a real one',
  BOT_ENDPOINT: 'https://owls.example',
  SITE_HOST: 'owls.sharepoint.com',
  SITE_PATH: '/sites/improvement',
  ORGANISER: 'meetings@owls.example',
  JOURNAL_DIR: '/nowhere',
  TAB_PARENT_ORIGINS: 'http://localhost:4000',
};

/** A built tab as small as one can be. */
const tabDirectory = scratch('tab');
mkdirSync(join(tabDirectory, 'assets'));
writeFileSync(
  join(tabDirectory, 'index.html'),
  '<!doctype html><html><head><title>Tab</title></head><body></body></html>',
);
writeFileSync(join(tabDirectory, 'assets', 'index-abcd1234.js'), 'export {};');

export const entra = await generateKeyPair('RS256', { extractable: true });
export const publicJwk = { ...(await exportJWK(entra.publicKey)), kid: 'entra-1', alg: 'RS256', use: 'sig' };

const now = () => Math.floor(Date.now() / 1000);

/** The claims of a good tab token; a test changes what it wants wrong. */
export function claimsOf(oid: string): Record<string, unknown> {
  return {
    aud: BOT,
    iss: ISSUER,
    iat: now() - 10,
    nbf: now() - 10,
    exp: now() + 3600,
    tid: TENANT,
    oid,
    scp: 'access_as_user',
    azp: TEAMS_WEB,
    ver: '2.0',
  };
}

export function signed(
  claims: Record<string, unknown>,
  key: Parameters<SignJWT['sign']>[0] = entra.privateKey,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'entra-1', typ: 'JWT', ...header }).sign(key);
}

/** `differently` is what the environment says otherwise than usual. */
export function webOf(
  world: World | undefined,
  onBeat: () => void = () => undefined,
  differently: Readonly<Record<string, string>> = {},
  freeBusy: WebGiven['freeBusy'] = async () => ({ busy: [], unknown: [] }),
) {
  const config = readConfig({ ...ENVIRONMENT, ...differently });
  const log = pino({ level: 'silent' });
  return createWeb({
    config,
    policy: OWLS,
    log,
    tabDirectory,
    checkToken: tokenCheck(config, createLocalJWKSet({ keys: [publicJwk] })),
    world: () => world,
    chat: () => undefined,
    beat: onBeat,
    freeBusy,
    health: () => ({ ready: world !== undefined, startedAt: new Date(0).toISOString() }),
  });
}

/** Asks as a person would through the tab. */
export async function asking(web: ReturnType<typeof webOf>, person: Pick<Person, 'id'>) {
  const token = await signed(claimsOf(person.id));
  return (method: string, path: string, body?: unknown): Promise<Response> =>
    Promise.resolve(
      web.request(path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
}

/** Every route of the tab's API with a method and its placeholders filled in. */
export function apiRoutes(web: ReturnType<typeof webOf>, urn: string): { method: string; path: string }[] {
  const filled = (path: string) =>
    path
      .replace(':year/:halfTerm', '2026-27/autumn-2')
      .replace(':year', '2026-27')
      .replace(':urn', urn)
      .replace(':id', 'some-id');
  const named = web.routes.filter(({ method, path }) => path.startsWith('/api/') && method !== 'ALL');
  return named
    .filter(({ path }) => path !== '/api/messages')
    .map(({ method, path }) => ({ method, path: filled(path) }));
}

import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** Who a tab token names: the person's Entra object id. The token says nothing else that is relied on. */
interface SignedIn {
  readonly oid: string;
}

/** Why a token was refused; for the log, never for the caller. */
export class BadToken extends Error {
  constructor(readonly why: string) {
    super(`Token refused: ${why}`);
    this.name = 'BadToken';
  }
}

/** Teams and the Microsoft 365 hosts of a tab: the only programs whose tokens are taken. Microsoft publishes the list. */
const TEAMS_CLIENTS = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams, desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams on the web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 on the web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365 and Outlook, desktop and mobile
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook on the web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
]);

const CLOCK_SKEW_SECONDS = 60;
const Claims = z.object({
  ver: z.literal('2.0'),
  tid: z.string(),
  oid: z.string().min(1),
  scp: z.string(),
  azp: z.string(),
  idtyp: z.string().optional(),
});

/** Checks a tab's bearer token. Rejects with BadToken, or with another error where the keys could not be fetched. */
export type CheckToken = (token: string) => Promise<SignedIn>;

/**
 * Tokens of the trust's own tenant for the tab's app, asked for by a person in Teams: signature by Entra's keys (RS256
 * alone), issuer, audience, tenant, expiry, scope and asking program are all checked, on the machine's own time.
 */
export function tokenCheck(config: Config, keys: JWTVerifyGetKey = entraKeys(config)): CheckToken {
  const host = new URL(config.endpoint).host;
  return async (token) => {
    const claims = await verified(token, keys, {
      algorithms: ['RS256'],
      issuer: issuerOf(config),
      audience: [config.tabAppId, `api://${host}/${config.tabAppId}`],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'iat', 'tid', 'oid', 'scp', 'azp'],
    });
    const read = Claims.safeParse(claims);
    if (!read.success)
      throw new BadToken(`claims: ${read.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    const { tid, scp, azp, idtyp, oid } = read.data;
    if (tid.toLowerCase() !== config.tenantId) throw new BadToken('another tenant');
    if (!scp.split(' ').includes('access_as_user')) throw new BadToken('scope');
    if (idtyp === 'app') throw new BadToken('an application, not a person');
    if (!TEAMS_CLIENTS.has(azp.toLowerCase())) throw new BadToken('not asked for by Teams');
    return { oid };
  };
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  expected: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, expected)).payload;
  } catch (error) {
    // Not being able to fetch Entra's keys (a time-out or the generic error) says nothing about the token.
    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error;
    if (error.code === errors.JOSEError.code) throw error;
    throw new BadToken(error.code);
  }
}

function issuerOf(config: Config): string {
  return `${config.endpoints?.entra ?? 'https://login.microsoftonline.com'}/${config.tenantId}/v2.0`;
}

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Entra's signing keys, by way of its metadata, which is read once and again only after a failure. */
function entraKeys(config: Config): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuerOf(config)).catch((error) => {
      found = undefined;
      throw error;
    });
    return (await found)(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`Entra's metadata answered ${answer.status}.`);
  const metadata = Metadata.parse(await answer.json());
  if (metadata.issuer !== issuer)
    throw new Error(`Entra's metadata names the issuer ${metadata.issuer}, not ${issuer}.`);
  return createRemoteJWKSet(new URL(metadata.jwks_uri));
}

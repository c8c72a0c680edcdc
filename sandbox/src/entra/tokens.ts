import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, errors, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Core, serviceUrl } from '../core/core.ts';
import type { SigningKey } from '../core/signing-keys.ts';
import type { App, User } from './directory.ts';

/** How long a token lives, in seconds of real time: the clock that can be moved is the tenant's, not the signatures'. */
export const lifetimeSeconds = 3599;
/** The app id that Teams' web client signs in with. */
const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Tokens name the life they were issued in; those of a life that was ended are taken as expired. */
const lives = new WeakMap<Core, number>();
const lifeOf = (core: Core) => String(lives.get(core) ?? 0);

/** Makes every token that was given so far an expired one. */
export function expireTokens(core: Core): void {
  lives.set(core, (lives.get(core) ?? 0) + 1);
}

async function signed(key: SigningKey, claims: JWTPayload): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims, iat: now, nbf: now - 5, exp: now + lifetimeSeconds })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, x5t: key.kid })
    .sign(key.privateKey);
}

/** A token an app gets for itself. */
export function appToken(core: Core, tenantId: string, client: App, audience: string): Promise<string> {
  return signed(core.keys.entra, {
    aud: audience,
    iss: `${core.endpoints.entra}/${tenantId}/v2.0`,
    appid: client.id,
    azp: client.id,
    app_displayname: client.displayName,
    idtyp: 'app',
    aio: lifeOf(core),
    oid: client.id,
    sub: client.id,
    roles: client.roles,
    tid: tenantId,
    uti: randomUUID(),
    ver: '2.0',
  });
}

/** A token for Graph that an app gets on behalf of a person. */
export function delegatedToken(
  core: Core,
  tenantId: string,
  client: App,
  person: User,
  scopes: readonly string[],
): Promise<string> {
  return signed(core.keys.entra, {
    aud: 'https://graph.microsoft.com',
    iss: `${core.endpoints.entra}/${tenantId}/v2.0`,
    ...{ appid: client.id, azp: client.id, app_displayname: client.displayName, idtyp: 'user' },
    ...{ aio: lifeOf(core), name: person.displayName, oid: person.id, upn: person.userPrincipalName },
    ...{ scp: scopes.join(' '), sub: `${person.id}.${client.id}`, tid: tenantId, uti: randomUUID(), ver: '2.0' },
  });
}

/** The object id of the person a tab token is for; undefined unless it is a good token for this app. */
export async function personOf(core: Core, assertion: string, audience: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...core.keys.entra.jwks] }), {
      algorithms: ['RS256'],
      audience,
      requiredClaims: ['exp', 'scp'],
    });
    return typeof payload.oid === 'string' ? payload.oid : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** What teams-js' `getAuthToken` hands to a tab of the app `audience` for the person signed in. */
export function tabToken(core: Core, tenantId: string, person: User, audience: string): Promise<string> {
  return signed(core.keys.entra, {
    aud: audience,
    iss: `${core.endpoints.entra}/${tenantId}/v2.0`,
    azp: teamsWebClient,
    azpacr: '0',
    name: person.displayName,
    oid: person.id,
    preferred_username: person.userPrincipalName,
    scp: 'access_as_user',
    sub: `${person.id}.${audience}`,
    tid: tenantId,
    uti: randomUUID(),
    ver: '2.0',
  });
}

/** What stands on each request that Teams makes to a bot; `at` is the address the bot is to answer to. */
export function channelToken(core: Core, botId: string, at = serviceUrl(core)): Promise<string> {
  return signed(core.keys.channel, { iss: 'https://api.botframework.com', aud: botId, serviceurl: at });
}

/** Why a bearer token was not accepted, in words for the error message. */
export class TokenRejected extends Error {
  readonly expired: boolean;

  constructor(says: string, expired = false) {
    super(says);
    this.name = 'TokenRejected';
    this.expired = expired;
  }
}

/** Who stands behind a token: an app for itself, or for a person. */
export interface Caller {
  readonly clientId: string;
  readonly roles: readonly string[];
  readonly person?: { readonly id: string; readonly scopes: readonly string[] };
}
const known = new Map<string, Caller & { until: number; life: string }>();
const expired = () => new TokenRejected('Lifetime validation failed, the token is expired.', true);

/** The app behind an `Authorization` header, after signature, audience, tenant and expiry; a good token is remembered until it expires. */
export async function bearer(core: Core, authorization: string | undefined, audience: string): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new TokenRejected('Access token is empty.');
  const remembered = known.get(`${core.keys.entra.kid} ${audience} ${token}`);
  if (remembered && remembered.until > Date.now()) {
    if (remembered.life !== lifeOf(core)) throw expired();
    return remembered;
  }
  try {
    const key = await importJWK(core.keys.entra.jwks[0], 'RS256');
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      audience,
      requiredClaims: ['exp', 'appid', 'tid'],
    });
    const found = {
      clientId: String(payload.appid),
      roles: Array.isArray(payload.roles) ? payload.roles.map(String) : [],
      ...(typeof payload.scp === 'string'
        ? { person: { id: String(payload.oid), scopes: payload.scp.split(' ') } }
        : {}),
      until: (payload.exp ?? 0) * 1000,
      life: String(payload.aio),
    };
    if (found.life !== lifeOf(core)) throw expired();
    if (known.size > 500) known.clear();
    known.set(`${core.keys.entra.kid} ${audience} ${token}`, found);
    return found;
  } catch (error) {
    if (error instanceof TokenRejected) throw error;
    if (error instanceof errors.JWTExpired) throw expired();
    if (error instanceof errors.JWTClaimValidationFailed)
      throw new TokenRejected(`Access token validation failure. Invalid ${error.claim}.`);
    throw new TokenRejected('CompactToken parsing failed or the signature is not valid.');
  }
}

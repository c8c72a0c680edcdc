import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, ids, LocalTenant, roles } from './local-tenant.ts';

const graphScope = 'https://graph.microsoft.com/.default';
let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start();
});
afterAll(() => tenant.stop());

describe('the token endpoint', () => {
  it('gives an app with the right secret a token that its published keys verify', async () => {
    const { status, body } = await tenant.token(graphScope);
    expect(status).toBe(200);
    const metadata = (await tenant.ask(`${tenant.doors.entra}/${ids.tenant}/v2.0/.well-known/openid-configuration`))
      .body;
    const keys = JSON.parse((await tenant.ask(String(metadata.jwks_uri))).text) as JSONWebKeySet;
    const { payload } = await jwtVerify(String(body.access_token), createLocalJWKSet(keys), {
      audience: 'https://graph.microsoft.com',
      issuer: String(metadata.issuer),
    });
    expect(payload).toMatchObject({ appid: ids.bot, tid: ids.tenant, roles });
    expect(Number(payload.exp) * 1000 - Date.now()).toBeGreaterThan(3_500_000);
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, ids.tenant, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, ids.tenant, 401, 'invalid_client', 7000218],
    ['an unknown app', { client_id: ids.ann }, ids.tenant, 400, 'unauthorized_client', 700016],
    ['another tenant', {}, ids.team, 400, 'invalid_request', 90002],
    ['an unknown resource', { scope: 'https://example.org/.default' }, ids.tenant, 400, 'invalid_resource', 500011],
    ['a scope that is not .default', { scope: 'User.Read' }, ids.tenant, 400, 'invalid_scope', 1002012],
    ['a grant for people', { grant_type: 'password' }, ids.tenant, 400, 'unsupported_grant_type', 70003],
  ])('refuses %s as Entra ID does', async (_, form, asked, status, error, code) => {
    const answer = await tenant.token(graphScope, form, asked);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [code] });
    expect(answer.body.error_description).toContain(`AADSTS${code}: `);
  });

  it('names no secret in its refusals', async () => {
    const { text } = await tenant.token(graphScope, { client_secret: 'guess-1234' });
    expect(text).not.toContain('guess-1234');
  });
});

describe('metadata', () => {
  it('sends msal from instance discovery to the tenant', async () => {
    const endpoint = encodeURIComponent(`${tenant.doors.entra}/${ids.tenant}/oauth2/v2.0/authorize`);
    const { body } = await tenant.ask(
      `${tenant.doors.entra}/common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`,
    );
    expect(body.tenant_discovery_endpoint).toBe(
      `${tenant.doors.entra}/${ids.tenant}/v2.0/.well-known/openid-configuration`,
    );
  });

  it('publishes the key of Teams with its endorsement, apart from the key of the tenant', async () => {
    const { body } = await tenant.ask(`${tenant.doors.entra}/botframework/v1/.well-known/openidconfiguration`);
    expect(body.issuer).toBe('https://api.botframework.com');
    const [key] = each((await tenant.ask(String(body.jwks_uri))).body.keys);
    const [own] = each((await tenant.ask(`${tenant.doors.entra}/${ids.tenant}/discovery/v2.0/keys`)).body.keys);
    expect(key?.endorsements).toEqual(['msteams']);
    expect(key?.kid).not.toBe(own?.kid);
    expect(key).not.toHaveProperty('d');
  });

  it('gives a tab a token for the person signed in, with the scope of the app and of no other', async () => {
    const { body } = await tenant.control('POST', '/api/tab-tokens', { userId: ids.ann, botId: ids.bot });
    const keys = JSON.parse(
      (await tenant.ask(`${tenant.doors.entra}/${ids.tenant}/discovery/v2.0/keys`)).text,
    ) as JSONWebKeySet;
    const { payload } = await jwtVerify(String(body.token), createLocalJWKSet(keys), {
      audience: ids.bot,
      issuer: `${tenant.doors.entra}/${ids.tenant}/v2.0`,
    });
    expect(payload).toMatchObject({
      oid: ids.ann,
      tid: ids.tenant,
      name: 'Ann Ash',
      scp: 'access_as_user',
      ver: '2.0',
    });
  });
});

describe('a restart', () => {
  it('keeps keys, authority, people and clock', async () => {
    const first = await LocalTenant.start({ clock: '2027-03-01T09:00:00Z' });
    const { access_token } = (await first.token(graphScope)).body;
    const { ca } = (await first.control('GET', '/api/status')).body;
    await first.stop(true);
    const second = await LocalTenant.start({ stateDir: first.stateDir });
    const headers = { authorization: `Bearer ${access_token}` };
    const answer = await second.ask(`${second.doors.graph}/users/${ids.ann}`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.body.displayName).toBe('Ann Ash');
    expect(answer.headers.date).toMatch(/^Mon, 01 Mar 2027 09:0/);
    expect((await second.control('GET', '/api/status')).body.ca).toBe(ca);
    await second.stop();
  });
});

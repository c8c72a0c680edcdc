import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { apiRoutes, asking, BOT, claimsOf, entra, ISSUER, publicJwk, signed, TENANT, webOf } from './api-door.ts';
import { Tenant } from './delivery-tenant.ts';

const tenant = new Tenant(2);
const [person, other] = tenant.people;
if (person === undefined || other === undefined) throw new Error('the tenant has no people');
const world = tenant.world();
const web = webOf(world);
const good = claimsOf(person.id);
const seconds = () => Math.floor(Date.now() / 1000);
const attacker = await generateKeyPair('RS256', { extractable: true });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
const valid = await signed(good);
const [header = '', payload = '', signature = ''] = valid.split('.');
const elsewhere = '99999999-aaaa-4bbb-8ccc-444444444444';
const attackerJwk = { ...publicJwk, n: 'x' };

/** Everything that is not a good tab token of this tenant, each with what is wrong with it. */
const CORPUS: Record<string, string | undefined> = {
  'no header at all': undefined,
  'another scheme': 'Basic dXNlcjpwYXNz',
  'an empty bearer': 'Bearer ',
  'something that is no token': 'Bearer abc',
  'alg none': `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${payload}.`,
  'no signature': `Bearer ${header}.${payload}.`,
  'a payload changed after signing': `Bearer ${header}.${base64({ ...good, oid: other.id })}.${signature}`,
  'HS256 with the public key as its secret': `Bearer ${await new SignJWT(good)
    .setProtectedHeader({ alg: 'HS256', kid: 'entra-1' })
    .sign(new TextEncoder().encode(await exportSPKI(entra.publicKey)))}`,
  'a key of the attacker': `Bearer ${await signed(good, attacker.privateKey)}`,
  'an unknown key id': `Bearer ${await signed(good, attacker.privateKey, { kid: 'mine' })}`,
  'a key brought along in the header': `Bearer ${await signed(good, attacker.privateKey, { jwk: attackerJwk })}`,
  'a link to keys in the header': `Bearer ${await signed(good, attacker.privateKey, { jku: 'https://evil.example/k' })}`,
  'a certificate link in the header': `Bearer ${await signed(good, attacker.privateKey, { x5u: 'https://evil.example' })}`,
  'another algorithm of the same family': `Bearer ${await signed(good, await rsa('SHA-512'), { alg: 'RS512' })}`,
  'expired two minutes ago': `Bearer ${await signed({ ...good, exp: seconds() - 120 })}`,
  'not yet valid': `Bearer ${await signed({ ...good, nbf: seconds() + 600 })}`,
  'no expiry': `Bearer ${await signed(without('exp'))}`,
  'another issuer': `Bearer ${await signed({ ...good, iss: 'https://evil.example' })}`,
  'a version 1 issuer': `Bearer ${await signed({ ...good, iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0' })}`,
  'version 1 claims': `Bearer ${await signed({ ...good, ver: '1.0' })}`,
  'another tenant': `Bearer ${await signed({ ...good, tid: elsewhere, iss: ISSUER.replace(TENANT, elsewhere) })}`,
  'another tenant in tid alone': `Bearer ${await signed({ ...good, tid: elsewhere })}`,
  'for Graph': `Bearer ${await signed({ ...good, aud: 'https://graph.microsoft.com' })}`,
  'for another app': `Bearer ${await signed({ ...good, aud: elsewhere })}`,
  'for an address without our host': `Bearer ${await signed({ ...good, aud: `api://${BOT}` })}`,
  'for another app whose address ends like ours': `Bearer ${await signed({ ...good, aud: `api://evil.example/${BOT}` })}`,
  'an id token': `Bearer ${await signed(without('scp', 'azp'))}`,
  'another scope': `Bearer ${await signed({ ...good, scp: 'openid profile' })}`,
  'a scope that only begins alike': `Bearer ${await signed({ ...good, scp: 'access_as_user_read' })}`,
  'an application of its own': `Bearer ${await signed({ ...without('scp'), idtyp: 'app', roles: ['Sites.Selected'] })}`,
  'an application with a scope': `Bearer ${await signed({ ...good, idtyp: 'app' })}`,
  'asked for by another program': `Bearer ${await signed({ ...good, azp: elsewhere })}`,
  'asked for by nobody': `Bearer ${await signed(without('azp'))}`,
  'nobody named': `Bearer ${await signed(without('oid'))}`,
};

function rsa(hash: string) {
  return crypto.subtle
    .generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash },
      true,
      ['sign', 'verify'],
    )
    .then((pair) => pair.privateKey);
}

const routes = apiRoutes(web, tenant.schools[0]?.urn ?? '');

describe('the door of the API', () => {
  it('stands before at least every route that the tab knows of', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).length).toBeGreaterThanOrEqual(20);
  });

  it.each(Object.entries(CORPUS))('refuses %s on every route', async (_, authorization) => {
    for (const { method, path } of routes) {
      const answer = await web.request(path, {
        method,
        headers: {
          ...(authorization === undefined ? {} : { Authorization: authorization }),
          'Content-Type': 'application/json',
        },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 401`);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-signed-in' } });
    }
    expect(tenant.undelivered.size).toBe(0);
  });

  it('stays shut on paths that are no route', async () => {
    expect((await web.request('/api/nothing-here')).status).toBe(401);
    expect((await web.request('/api/messages')).status).toBe(401);
  });

  it('opens to a good token, also with the audience as an address', async () => {
    for (const aud of [BOT, `api://owls.example/${BOT}`]) {
      const answer = await web.request('/api/me', {
        headers: { Authorization: `Bearer ${await signed({ ...good, aud })}` },
      });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ person: { id: person.id } });
    }
  });

  it('opens to tokens for the tab’s own app alone, where the bot is a managed identity', async () => {
    const tabApp = '55555555-aaaa-4bbb-8ccc-666666666666';
    const ofIdentity = webOf(world, () => undefined, { BOT_TYPE: 'UserAssignedMSI', AAD_APP_CLIENT_ID: tabApp });
    const statusFor = async (aud: string) => {
      const headers = { Authorization: `Bearer ${await signed({ ...good, aud })}` };
      return (await ofIdentity.request('/api/me', { headers })).status;
    };
    expect(await statusFor(tabApp)).toBe(200);
    expect(await statusFor(`api://owls.example/${tabApp}`)).toBe(200);
    for (const aud of [BOT, `api://owls.example/${BOT}`, `api://evil.example/${tabApp}`]) {
      expect(`${aud} ${await statusFor(aud)}`).toBe(`${aud} 401`);
    }
  });

  it('tells somebody signed in whom the trust does not know what to do', async () => {
    const ask = await asking(web, { id: 'ffffffff-0000-4000-8000-000000000000' });
    for (const { method, path } of routes) {
      const answer = await ask(method, path, method === 'GET' ? undefined : {});
      expect(`${path} ${answer.status}`).toBe(`${path} 403`);
      expect(await answer.json()).toMatchObject({
        error: { code: 'unknown-person', wouldChange: expect.stringContaining("CEO's office") },
      });
    }
  });

  it('asks to wait while the lists were not read yet, and still refuses bad tokens then', async () => {
    const starting = webOf(undefined);
    const ask = await asking(starting, person);
    const answer = await ask('GET', '/api/me');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect((await starting.request('/api/me')).status).toBe(401);
    expect((await starting.request('/healthz')).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { each, ids, LocalTenant, secret } from '../local-tenant.ts';

// Each operation's page names its permissions; "Selected permissions in OneDrive and SharePoint", "graph: site: create
// permission", "RBAC for Applications in Exchange Online", "resource-specific consent for your Teams app".

const domain = 'owls.onmicrosoft.com';
const scope = 'https://graph.microsoft.com/.default';
let tenant: LocalTenant;
let site: string;
let list: string;
let heads: string;
beforeAll(async () => {
  tenant = await LocalTenant.start();
  list = await tenant.list('Returns');
  site = list.split('/lists/')[0] ?? '';
  heads = `/sites/${(await tenant.graph('GET', '/sites/owls.sharepoint.com:/sites/heads')).body.id}`;
});
afterAll(() => tenant.stop());

/** Registers the other app anew with these grants. */
const registered = (grants: object) =>
  tenant.control('PUT', '/api/tenant', {
    tenant: { id: ids.tenant, name: 'OWLS', domain },
    apps: [{ id: ids.other, displayName: 'Another', secret, ...grants }],
  });
/** Asks as the other app, with a token of now: roles are in the token. */
async function asOther(method: string, path: string, body?: unknown): Promise<Answer> {
  const { access_token } = (await tenant.token(scope, { client_id: ids.other })).body;
  return tenant.graph(method, path, body, { authorization: `Bearer ${access_token}` });
}
const told = ({ status, body }: Answer) => [status, body?.error?.code];
const application = { id: ids.other, displayName: 'Another' };
const when = (hour: string) => ({ dateTime: `2027-02-01T${hour}:00:00`, timeZone: 'UTC' });
const event = { subject: 'x', start: when('09'), end: when('10') };

describe('an app without a grant', () => {
  it.each([
    ['GET', () => '/users', 'Authorization_RequestDenied'],
    ['GET', () => `/users/${ids.ann}`, 'Authorization_RequestDenied'],
    ['GET', () => '/groups', 'Authorization_RequestDenied'],
    ['GET', () => `/groups/${ids.group}/members`, 'Authorization_RequestDenied'],
    ['GET', () => `/teams/${ids.team}`, 'Forbidden'],
    ['GET', () => `/teams/${ids.team}/channels`, 'Forbidden'],
    ['GET', () => site, 'accessDenied'],
    ['GET', () => `${site}/lists`, 'accessDenied'],
    ['POST', () => `${list}/items`, 'accessDenied'],
    ['GET', () => `${list}/items/delta`, 'accessDenied'],
    ['GET', () => `${site}/drive/root:/a.txt:`, 'accessDenied'],
    ['GET', () => `${site}/permissions`, 'accessDenied'],
    ['GET', () => `/users/${ids.ann}/events`, 'ErrorAccessDenied'],
    ['POST', () => `/users/${ids.ann}/events`, 'ErrorAccessDenied'],
    ['POST', () => `/users/${ids.ann}/calendar/getSchedule`, 'ErrorAccessDenied'],
  ])('is refused %s %s with 403 %s', async (method, path, code) => {
    await registered({});
    expect(told(await asOther(method, path(), method === 'POST' ? {} : undefined))).toEqual([403, code]);
  });

  it.each([
    ['list', () => list, 'accessDenied'],
    ['calendar', () => `/users/${ids.ann}/events`, 'ErrorAccessDenied'],
  ])('may not be told of changes in a %s it may not read', async (_, resource, code) => {
    await registered({});
    const wanted = {
      ...{ changeType: 'updated', notificationUrl: 'http://127.0.0.1:9/told', resource: resource() },
      expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    };
    expect(told(await asOther('POST', '/subscriptions', wanted))).toEqual([403, code]);
  });

  it('is refused inside a $batch, part by part', async () => {
    await registered({ roles: ['User.Read.All'] });
    const requests = ['/users', '/groups'].map((url, at) => ({ id: String(at), method: 'GET', url }));
    const { body } = await asOther('POST', '/$batch', { requests });
    expect(each(body.responses).map((one) => Number(one.status))).toEqual([200, 403]);
  });

  it('gets what was consented with its next token, not before', async () => {
    await registered({});
    const old = `Bearer ${(await tenant.token(scope, { client_id: ids.other })).body.access_token}`;
    await registered({ roles: ['User.Read.All'] });
    expect((await tenant.graph('GET', '/users', undefined, { authorization: old })).status).toBe(403);
    expect((await asOther('GET', '/users')).status).toBe(200);
  });
});

describe('Sites.Selected', () => {
  it('opens no site by itself, and then the one that was granted, as far as it was', async () => {
    await registered({ roles: ['Sites.Selected'] });
    expect(told(await asOther('GET', `${list}/items`))).toEqual([403, 'accessDenied']);
    const made = await tenant.graph('POST', `${site}/permissions`, {
      roles: ['read'],
      grantedToIdentities: [{ application }],
    });
    expect([made.status, made.body.roles]).toEqual([201, ['read']]);
    const path = `${site}/permissions/${made.body.id}`;
    const adds = (key: string) => asOther('POST', `${list}/items`, { fields: { Key: key } });
    const column = (name: string) => asOther('POST', `${list}/columns`, { name, text: {} });
    expect((await asOther('GET', `${list}/items`)).status).toBe(200);
    expect(told(await adds('a'))).toEqual([403, 'accessDenied']);
    await tenant.graph('PATCH', path, { roles: ['write'] });
    expect((await adds('a')).status).toBe(201);
    expect(told(await column('A'))).toEqual([403, 'accessDenied']);
    await tenant.graph('PATCH', path, { roles: ['fullcontrol'] });
    expect((await column('A')).status).toBe(201);
    expect(told(await asOther('GET', `${heads}/lists`))).toEqual([403, 'accessDenied']);
    expect(
      told(await asOther('POST', `${heads}/permissions`, { roles: ['write'], grantedToIdentities: [{ application }] })),
    ).toEqual([403, 'accessDenied']);
    expect((await tenant.graph('DELETE', path)).status).toBe(204);
    expect(told(await asOther('GET', `${list}/items`))).toEqual([403, 'accessDenied']);
    expect((await tenant.graph('GET', path)).status).toBe(404);
  });

  it('lists who was granted what, and refuses a grant that cannot be', async () => {
    await registered({ roles: ['Sites.Selected'], siteRoles: [{ path: '/sites/heads', role: 'write' }] });
    const [shown] = each((await tenant.graph('GET', `${heads}/permissions`)).body.value);
    expect(each(shown?.grantedToIdentities)).toEqual([{ application }]);
    expect((await tenant.graph('GET', `${heads}/permissions/${shown?.id}`)).body.roles).toEqual(['write']);
    for (const body of [
      { roles: ['owner'], grantedToIdentities: [{ application }] },
      { roles: [], grantedToIdentities: [{ application }] },
      { roles: ['write'] },
      { roles: ['write'], grantedToIdentities: [{ application: { id: ids.ann, displayName: 'nobody' } }] },
    ]) {
      expect(told(await tenant.graph('POST', `${heads}/permissions`, body))).toEqual([400, 'invalidRequest']);
    }
  });
});

describe('a role assigned in Exchange', () => {
  it('reaches the mailboxes in its scope and no others', async () => {
    const role = 'Application Calendars.ReadWrite';
    await registered({ exchangeRoles: [{ role, users: [`office@${domain}`] }] });
    expect((await asOther('POST', `/users/${ids.office}/events`, event)).status).toBe(201);
    expect(told(await asOther('GET', `/users/${ids.ann}/events`))).toEqual([403, 'ErrorAccessDenied']);
    await registered({ exchangeRoles: [{ role, group: ids.group }] });
    expect((await asOther('GET', `/users/${ids.ann}/events`)).status).toBe(200);
    expect(told(await asOther('GET', `/users/${ids.ben}/events`))).toEqual([403, 'ErrorAccessDenied']);
  });

  it('that reads does not write, and what is out of scope shows its times alone', async () => {
    await registered({ exchangeRoles: [{ role: 'Application Calendars.Read', users: [ids.office] }] });
    expect(told(await asOther('POST', `/users/${ids.office}/events`, event))).toEqual([403, 'ErrorAccessDenied']);
    await tenant.graph('POST', `/users/${ids.ann}/events`, { ...event, subject: 'Own affairs' });
    const asked = { schedules: ['ann@owls.example'], startTime: when('08'), endTime: when('11') };
    const path = `/users/${ids.office}/calendar/getSchedule`;
    const items = async (answer: Promise<Answer>) => each(each((await answer).body.value)[0]?.scheduleItems);
    expect(await items(asOther('POST', path, asked))).toEqual([
      expect.not.objectContaining({ subject: 'Own affairs' }),
    ]);
    expect(await items(tenant.graph('POST', path, asked))).toMatchObject([{ subject: 'Own affairs' }]);
  });

  it('adds up with a consent in Entra, which reaches all mailboxes', async () => {
    await registered({
      roles: ['Calendars.Read'],
      exchangeRoles: [{ role: 'Application Calendars.ReadWrite', users: [ids.office] }],
    });
    expect((await asOther('GET', `/users/${ids.ben}/events`)).status).toBe(200);
    expect(told(await asOther('POST', `/users/${ids.ben}/events`, event))).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('resource-specific consent', () => {
  it('holds in the team the app is installed in, for what its manifest asks', async () => {
    await registered({});
    const manifest = {
      webApplicationInfo: { id: ids.other, resource: 'api://x' },
      authorization: {
        permissions: { resourceSpecific: [{ name: 'ChannelSettings.Read.Group', type: 'Application' }] },
      },
    };
    await tenant.control('PUT', `/api/teams-apps/${ids.other}`, {
      manifest,
      messagingEndpoint: 'http://127.0.0.1:9/api/messages',
    });
    const path = `/teams/${ids.team}/channels`;
    expect(told(await asOther('GET', path))).toEqual([403, 'Forbidden']);
    await tenant.control('POST', '/api/installations', { botId: ids.other, teamId: ids.team });
    expect((await asOther('GET', path)).status).toBe(200);
    const team = await asOther('GET', `/teams/${ids.team}`);
    expect(told(team)).toEqual([403, 'Forbidden']);
    expect(team.body.error?.message).toContain(
      "Resource specific consent grants on the request 'ChannelSettings.Read.Group'",
    );
    await tenant.control('DELETE', '/api/installations', { botId: ids.other, teamId: ids.team });
    expect(told(await asOther('GET', path))).toEqual([403, 'Forbidden']);
  });
});

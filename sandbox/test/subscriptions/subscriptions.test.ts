import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { each, ids, LocalTenant } from '../local-tenant.ts';
import { Notified } from './notified.ts';

let tenant: LocalTenant;
let endpoint: Notified;
let list: string;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-11-02T09:00:00Z' });
  list = await tenant.list('Watched');
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  endpoint = await Notified.start();
});
afterEach(async () => {
  for (const { id } of each((await tenant.graph('GET', '/subscriptions')).body.value))
    await tenant.graph('DELETE', `/subscriptions/${id}`);
  await endpoint.stop();
});

/** An instant so many minutes from now on the tenant's clock. */
async function inMinutes(minutes: number): Promise<string> {
  const { now } = (await tenant.control('GET', '/api/clock')).body;
  return new Date(Date.parse(String(now)) + minutes * 60_000).toISOString();
}
async function subscribe(more: object = {}) {
  return tenant.graph('POST', '/subscriptions', {
    ...{ changeType: 'updated', notificationUrl: `${endpoint.url}/told`, resource: list, clientState: 'only we know' },
    expirationDateTime: await inMinutes(600),
    ...more,
  });
}
const add = (Key: string) => tenant.graph('POST', `${list}/items`, { fields: { Key } });
const meeting = (subject: string) =>
  tenant.graph('POST', `/users/${ids.office}/events`, {
    subject,
    start: { dateTime: '2026-11-10T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-11-10T10:00:00', timeZone: 'UTC' },
  });

// Source: "Receive change notifications through webhooks", notificationUrl validation.
describe('an endpoint', () => {
  it('is asked for the token it was sent, as plain text, before there is a subscription', async () => {
    const made = await subscribe({ lifecycleNotificationUrl: `${endpoint.url}/life` });
    expect(made.status).toBe(201);
    expect(endpoint.asked.map(({ path }) => path)).toEqual(['/told', '/life']);
    expect(endpoint.asked[0]?.validationToken).toMatch(/^Validation: Testing/);
    expect(endpoint.asked[0]?.contentType).toMatch(/^text\/plain/);
    expect(endpoint.asked[0]?.body).toBeUndefined();
  });

  it.each([
    ['another status', () => ({ status: 202, type: 'text/plain', body: '' })],
    ['another token', () => ({ status: 200, type: 'text/plain', body: 'another' })],
    ['another type', (token: string) => ({ status: 200, type: 'text/html', body: token })],
  ])('that answers with %s gets no subscription', async (_, validates) => {
    endpoint.validates = validates;
    const refused = await subscribe();
    expect([refused.status, refused.body.error?.code]).toEqual([400, 'ValidationError']);
    expect(each((await tenant.graph('GET', '/subscriptions')).body.value)).toEqual([]);
  });

  it('has to be there, and under https unless it is on this machine', async () => {
    expect((await subscribe({ notificationUrl: 'http://127.0.0.1:9/told' })).body.error?.code).toBe('ValidationError');
    const plain = await subscribe({ notificationUrl: 'http://owls.example/told' });
    expect([plain.status, plain.body.error?.message]).toEqual([400, expect.stringContaining('https')]);
  });
});

// Source: "subscription resource type": properties, maximum length of subscription per resource type.
describe('a subscription', () => {
  it('is shown to the app that made it, and to no other', async () => {
    const { body } = await subscribe();
    expect(body).toMatchObject({
      ...{ resource: list, changeType: 'updated', clientState: 'only we know', applicationId: ids.bot },
      lifecycleNotificationUrl: null,
    });
    expect((await tenant.graph('GET', `/subscriptions/${body.id}`)).body.id).toBe(body.id);
    const token = await tenant.token('https://graph.microsoft.com/.default', { client_id: ids.other });
    const other = await tenant.ask(`${tenant.doors.graph}/subscriptions/${body.id}`, {
      headers: { authorization: `Bearer ${token.body.access_token}` },
    });
    expect(other.status).toBe(404);
  });

  it('lives no longer than its resource allows', async () => {
    expect((await subscribe({ expirationDateTime: await inMinutes(42_299) })).status).toBe(201);
    const long = await subscribe({ expirationDateTime: await inMinutes(42_310) });
    expect([long.status, long.body.error?.message]).toEqual([400, expect.stringContaining('42300 minutes')]);
    const events = { resource: `/users/${ids.office}/events`, changeType: 'created' };
    expect((await subscribe({ ...events, expirationDateTime: await inMinutes(4_229) })).status).toBe(201);
    expect((await subscribe({ ...events, expirationDateTime: await inMinutes(4_240) })).status).toBe(400);
    expect((await subscribe({ expirationDateTime: await inMinutes(-1) })).status).toBe(400);
  });

  it('to a list is for updates alone; to what the sandbox has not it is refused by name', async () => {
    expect((await subscribe({ changeType: 'created' })).status).toBe(400);
    expect((await subscribe({ resource: '/sites/x/lists/00000000-0000-0000-0000-000000000000' })).status).toBe(404);
    const teams = await subscribe({ resource: '/teams/getAllMessages' });
    expect([teams.status, teams.body.error?.message]).toEqual([501, expect.stringContaining('getAllMessages')]);
    expect((await subscribe({ clientState: 'x'.repeat(129) })).status).toBe(400);
  });

  it('is renewed by its expiry, ended by deleting it, and by time', async () => {
    const { id } = (await subscribe()).body;
    const later = await inMinutes(2_000);
    const renewed = await tenant.graph('PATCH', `/subscriptions/${id}`, { expirationDateTime: later });
    expect([renewed.status, renewed.body.expirationDateTime]).toEqual([200, later]);
    await tenant.control('POST', '/api/clock', { advanceMinutes: 700 });
    expect((await tenant.graph('GET', `/subscriptions/${id}`)).status).toBe(200);
    await tenant.control('POST', '/api/clock', { advanceMinutes: 1_400 });
    expect((await tenant.graph('PATCH', `/subscriptions/${id}`, { expirationDateTime: later })).status).toBe(404);
    await add('after the end');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await endpoint.told('/told', 0)).toEqual([]);
    const other = (await subscribe()).body.id;
    expect((await tenant.graph('DELETE', `/subscriptions/${other}`)).status).toBe(204);
    expect((await tenant.graph('DELETE', `/subscriptions/${other}`)).status).toBe(404);
  });
});

// Source: "changeNotification resource type", and "Receive change notifications through webhooks", HTTP codes and retry.
describe('a change', () => {
  it('of a list is told with the secret, the tenant and the subscription, and without what changed', async () => {
    const { id } = (await subscribe()).body;
    await add('told');
    const [told] = await endpoint.told('/told', 1);
    expect(told).toMatchObject({
      ...{
        subscriptionId: id,
        clientState: 'only we know',
        tenantId: ids.tenant,
        changeType: 'updated',
        resource: list,
      },
      resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
    });
  });

  it('of an event is told as created, updated or deleted, with its id', async () => {
    await subscribe({ resource: `/users/${ids.office}/events`, changeType: 'created,updated,deleted' });
    const { id } = (await meeting('Cluster')).body;
    await endpoint.told('/told', 1);
    await tenant.graph('PATCH', `/users/${ids.office}/events/${id}`, { subject: 'Cluster meeting' });
    await endpoint.told('/told', 2);
    await tenant.graph('DELETE', `/users/${ids.office}/events/${id}`);
    const told = await endpoint.told('/told', 3);
    expect(told.map(({ changeType }) => String(changeType))).toEqual(['created', 'updated', 'deleted']);
    expect(new Set(told.map(({ resourceData }) => resourceData?.id))).toEqual(new Set([id]));
  });

  it('is told again, later and later, until the endpoint takes it', async () => {
    let refusals = 2;
    endpoint.answer = () => ({ status: refusals-- > 0 ? 503 : 202 });
    await subscribe();
    await add('again');
    expect(await endpoint.told('/told', 3)).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await endpoint.told('/told', 3)).toHaveLength(3);
  });

  it('gets lost on order', async () => {
    const { id } = (await subscribe()).body;
    await tenant.control('POST', `/api/subscriptions/${id}/lose`, { times: 1 });
    await add('lost');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await endpoint.told('/told', 0)).toEqual([]);
    await add('not lost');
    expect(await endpoint.told('/told', 1)).toHaveLength(1);
  });
});

// Source: "Reduce missing subscriptions and change notifications" (lifecycle notifications).
describe('the life of a subscription', () => {
  it('ends with a reminder to renew it, an hour before', async () => {
    const { id } = (await subscribe({ lifecycleNotificationUrl: `${endpoint.url}/life` })).body;
    await tenant.control('POST', '/api/clock', { advanceMinutes: 545 });
    const [told] = await endpoint.told('/life', 1);
    expect(told).toMatchObject({
      ...{ subscriptionId: id, lifecycleEvent: 'reauthorizationRequired', clientState: 'only we know' },
      tenantId: ids.tenant,
    });
    expect((await tenant.graph('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
  });

  it('has its events on order, and is over when it is removed', async () => {
    const { id } = (await subscribe({ lifecycleNotificationUrl: `${endpoint.url}/life` })).body;
    const order = (event: string) => tenant.control('POST', `/api/subscriptions/${id}/lifecycle`, { event });
    expect((await order('missed')).status).toBe(204);
    expect((await order('subscriptionRemoved')).status).toBe(204);
    const told = await endpoint.told('/life', 2);
    expect(told.map(({ lifecycleEvent }) => String(lifecycleEvent))).toEqual(['missed', 'subscriptionRemoved']);
    expect((await tenant.graph('GET', `/subscriptions/${id}`)).status).toBe(404);
  });

  it('is told nobody who named no address for it', async () => {
    const { id } = (await subscribe()).body;
    const refused = await tenant.control('POST', `/api/subscriptions/${id}/lifecycle`, { event: 'missed' });
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'NoLifecycleUrl']);
  });
});

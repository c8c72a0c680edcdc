import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { each, ids, LocalTenant } from '../local-tenant.ts';

// "graph: create event", "list events", "update event", "delete event", "event: cancel", "event resource type" and
// "singleValueLegacyExtendedProperty resource type".

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const events = `/users/${ids.office}/events`;
const told = ({ status, body }: Answer) => [status, body?.error?.code];
const event = (more = {}) => ({
  subject: 'x',
  body: { contentType: 'html', content: '<p>One&nbsp;thing <b>only</b></p>' },
  start: { dateTime: '2026-10-20T09:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-10-20T10:00:00', timeZone: 'Europe/London' },
  ...more,
});

it('keeps what is written, and shows it', async () => {
  const written = {
    ...{ categories: ['Cluster'], isReminderOn: true, reminderMinutesBeforeStart: 45, isOnlineMeeting: true },
    ...{ onlineMeetingProvider: 'teamsForBusiness', location: { displayName: 'Oak' }, importance: 'high' },
    ...{ showAs: 'tentative', transactionId: '7f9ff0b4-0000-4000-8000-000000000001' },
  };
  const { body } = await tenant.graph('POST', events, event(written));
  const shown = (await tenant.graph('GET', `${events}/${body.id}`)).body;
  expect(shown).toMatchObject(written);
  expect(shown).toMatchObject({ type: 'singleInstance', seriesMasterId: null, bodyPreview: 'One thing only' });
  expect(shown.onlineMeeting).toMatchObject({ joinUrl: expect.stringContaining('https://teams.microsoft.com/') });
  expect(told(await tenant.graph('PATCH', `${events}/${body.id}`, { transactionId: 'another' }))).toEqual([
    400,
    'invalidRequest',
  ]);
});

describe('an extended property', () => {
  const guid = '{66f5a359-4659-4830-9070-00047ec6ac6e}';
  it('comes with $expand and finds its event', async () => {
    const id = `String ${guid} Name Meeting key`;
    const made = await tenant.graph('POST', events, event({ singleValueExtendedProperties: [{ id, value: 'k1' }] }));
    const expand = `$expand=singleValueExtendedProperties($filter=id eq '${id}')`;
    const shown = await tenant.graph('GET', `${events}/${made.body.id}?${expand}`);
    expect(each(shown.body.singleValueExtendedProperties)).toEqual([{ id, value: 'k1' }]);
    const by = (value: string) =>
      tenant.graph(
        'GET',
        `${events}?$filter=singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq '${value}')`,
      );
    expect(each((await by('k1')).body.value).map((one) => one.id)).toEqual([made.body.id]);
    expect(each((await by('k2')).body.value)).toEqual([]);
  });

  it.each(['Meeting key', `Text ${guid} Name x`, `String ${guid}`, 'String {66f5a359} Name x', `String ${guid} Id x`])(
    'needs an id like Outlook’s: not %s',
    async (id) => {
      expect(
        (await tenant.graph('POST', events, event({ singleValueExtendedProperties: [{ id, value: 'v' }] }))).status,
      ).toBe(400);
    },
  );
});

describe('Prefer', () => {
  it('gives times in a zone, bodies as text and pages of a size, and says so', async () => {
    const prefer = 'outlook.timezone="GMT Standard Time", outlook.body-content-type="text", odata.maxpagesize=1';
    const { body, headers } = await tenant.graph('GET', events, undefined, { prefer });
    const [one] = each(body.value);
    expect(one).toMatchObject({
      body: { contentType: 'text', content: 'One thing only' },
      start: { dateTime: '2026-10-20T09:00:00.0000000' },
    });
    expect([each(body.value).length, body['@odata.nextLink'] !== undefined]).toEqual([1, true]);
    for (const part of prefer.split(', ')) expect(headers['preference-applied']).toContain(part);
  });

  it('of what cannot be is refused', async () => {
    expect((await tenant.graph('GET', events, undefined, { prefer: 'outlook.timezone="Leicester"' })).status).toBe(400);
    expect((await tenant.graph('GET', events, undefined, { prefer: 'odata.maxpagesize=none' })).status).toBe(400);
  });
});

describe('a list of events', () => {
  it('is of 10 unless asked for otherwise, and of 1,000 at most', async () => {
    for (let at = 0; at < 12; at++)
      await tenant.graph('POST', `/users/${ids.ben}/events`, event({ subject: `e${at}` }));
    const page = async (query: string) => tenant.graph('GET', `/users/${ids.ben}/events${query}`);
    expect(each((await page('')).body.value)).toHaveLength(10);
    expect(each((await page('?$top=1000')).body.value)).toHaveLength(12);
    expect(told(await page('?$top=1001'))).toEqual([400, 'ErrorInvalidUrlQuery']);
  });
});

describe('a change', () => {
  it('on an old version is 412, and of a meeting that is gone 404', async () => {
    const { body } = await tenant.graph('POST', events, event());
    const path = `${events}/${body.id}`;
    await tenant.graph('PATCH', path, { subject: 'y' });
    const stale = { 'if-match': String(body['@odata.etag']) };
    expect((await tenant.graph('PATCH', path, { subject: 'z' }, stale)).status).toBe(412);
    expect((await tenant.graph('DELETE', path, undefined, stale)).status).toBe(412);
    expect((await tenant.graph('DELETE', path)).status).toBe(204);
    expect(told(await tenant.graph('PATCH', path, { subject: 'z' }))).toEqual([404, 'ErrorItemNotFound']);
  });

  it('to what cannot be is refused', async () => {
    const { body } = await tenant.graph('POST', events, event());
    const path = `${events}/${body.id}`;
    expect(
      told(await tenant.graph('PATCH', path, { end: { dateTime: '2026-10-20T08:00:00', timeZone: 'Europe/London' } })),
    ).toEqual([400, 'ErrorPropertyValidationFailure']);
    expect((await tenant.graph('PATCH', path, { iCalUId: 'x' })).status).toBe(400);
    expect((await tenant.graph('POST', events, { subject: 'no times' })).status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, ids, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name MeetingKey';
const meeting = (subject: string, more = {}) => ({
  subject,
  body: { contentType: 'html', content: '<p>Agenda &amp; minutes</p>' },
  start: { dateTime: '2026-10-20T14:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-10-20T16:00:00', timeZone: 'GMT Standard Time' },
  location: { displayName: 'Oak School' },
  attendees: [
    { emailAddress: { address: 'ann@owls.example', name: 'Ann Ash' }, type: 'required' },
    { emailAddress: { address: 'guest@example.org' } },
  ],
  isOnlineMeeting: true,
  reminderMinutesBeforeStart: 30,
  ...more,
});
const events = (user: string) => `/users/${user}/events`;
const october = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';
const view = async (user: string, more = '') =>
  each((await tenant.graph('GET', `/users/${user}/calendarView?${october}&$top=50${more}`)).body.value);
const copyOf = async (user: string, subject: string) =>
  (await view(user)).find((event) => String(event.subject).endsWith(subject));

describe('a meeting', () => {
  it("stands in the organiser's calendar and in each attendee's, in the zone asked for", async () => {
    const made = await tenant.graph('POST', events(ids.office), meeting('Heads'));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      start: { dateTime: '2026-10-20T13:00:00.0000000', timeZone: 'UTC' },
      isOrganizer: true,
      isOnlineMeeting: true,
      responseStatus: { response: 'organizer' },
    });
    expect(String(made.body.onlineMeeting?.joinUrl)).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_[\w-]+%40thread\.v2\/0\?context=%7B%22Tid%22/,
    );
    const prefer = { prefer: 'outlook.timezone="GMT Standard Time"' };
    const mine = each(
      (await tenant.graph('GET', `/users/ann@owls.onmicrosoft.com/calendarView?${october}`, undefined, prefer)).body
        .value,
    )[0];
    expect(mine).toMatchObject({
      subject: 'Heads',
      start: { dateTime: '2026-10-20T14:00:00.0000000', timeZone: 'GMT Standard Time' },
      isOrganizer: false,
      responseStatus: { response: 'notResponded' },
      organizer: { emailAddress: { address: 'office@owls.example' } },
    });
    expect(mine?.id).not.toBe(made.body.id);
    expect(mine?.iCalUId).toBe(made.body.iCalUId);
  });

  it('stays at 14:00 in London across the end of summer time', async () => {
    const winter = {
      start: { dateTime: '2026-10-27T14:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-10-27T15:00:00', timeZone: 'Europe/London' },
    };
    const made = await tenant.graph('POST', events(ids.office), meeting('Winter', winter));
    expect(made.body.start?.dateTime).toBe('2026-10-27T14:00:00.0000000');
  });

  it('is made once for a transactionId', async () => {
    const given = meeting('Once', { transactionId: '9c1f3a52-0000-4000-8000-000000000001' });
    const [first, second] = [
      await tenant.graph('POST', events(ids.office), given),
      await tenant.graph('POST', events(ids.office), given),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect((await view(ids.ann)).filter((event) => String(event.subject) === 'Once')).toHaveLength(1);
  });

  it('is found by the extended property it was given', async () => {
    const made = await tenant.graph(
      'POST',
      events(ids.office),
      meeting('Keyed', { singleValueExtendedProperties: [{ id: property, value: "2026-27/o'brien" }] }),
    );
    const filter = `$filter=singleValueExtendedProperties/any(ep: ep/id eq '${property}' and ep/value eq '2026-27/o''brien')`;
    const expand = `$expand=singleValueExtendedProperties($filter=id eq '${property}')`;
    const found = each(
      (await tenant.graph('GET', `${events(ids.office)}?${filter}&${expand}&$select=subject`)).body.value,
    );
    expect(found.map((event) => event.id)).toEqual([made.body.id]);
    expect(found[0]?.singleValueExtendedProperties).toEqual([{ id: property, value: "2026-27/o'brien" }]);
    expect(made.body).not.toHaveProperty('singleValueExtendedProperties');
  });

  it('takes the attendees along when it moves, asks them again, and frees those no longer asked', async () => {
    const made = await tenant.graph('POST', events(ids.office), meeting('Moving'));
    const mine = await copyOf(ids.ann, 'Moving');
    expect(
      (await tenant.graph('POST', `${events(ids.ann)}/${mine?.id}/accept`, { comment: '', sendResponse: true })).status,
    ).toBe(202);
    const answered = (await tenant.graph('GET', `${events(ids.office)}/${made.body.id}`)).body;
    expect(each(answered.attendees).map((one) => String(one.status?.response))).toEqual(['accepted', 'none']);
    const moved = await tenant.graph('PATCH', `${events(ids.office)}/${made.body.id}`, {
      start: { dateTime: '2026-10-21T14:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-10-21T16:00:00', timeZone: 'Europe/London' },
    });
    expect(moved.status).toBe(200);
    expect(await copyOf(ids.ann, 'Moving')).toMatchObject({
      id: mine?.id,
      start: { dateTime: '2026-10-21T13:00:00.0000000' },
      responseStatus: { response: 'notResponded' },
    });
    await tenant.graph('PATCH', `${events(ids.office)}/${made.body.id}`, {
      attendees: [{ emailAddress: { address: 'ben@owls.example' } }],
    });
    expect((await copyOf(ids.ann, 'Moving'))?.isCancelled).toBe(true);
    expect((await copyOf(ids.ben, 'Moving'))?.isCancelled).toBe(false);
  });

  it('is called off by its organiser only', async () => {
    const made = await tenant.graph('POST', events(ids.office), meeting('Off'));
    const mine = await copyOf(ids.ann, 'Off');
    const refused = await tenant.graph('POST', `${events(ids.ann)}/${mine?.id}/cancel`, { comment: 'no' });
    expect(refused.status).toBe(400);
    expect((await tenant.graph('PATCH', `${events(ids.ann)}/${mine?.id}`, { subject: 'mine now' })).status).toBe(403);
    expect(
      (await tenant.graph('POST', `${events(ids.office)}/${made.body.id}/cancel`, { comment: 'snow' })).status,
    ).toBe(202);
    expect(await copyOf(ids.ann, 'Off')).toMatchObject({ isCancelled: true, subject: 'Canceled: Off' });
    expect((await tenant.graph('GET', `${events(ids.office)}/${made.body.id}`)).status).toBe(404);
  });

  it('leaves the calendar of who declines it', async () => {
    const made = await tenant.graph('POST', events(ids.office), meeting('Declined'));
    const mine = await copyOf(ids.ann, 'Declined');
    await tenant.graph('POST', `${events(ids.ann)}/${mine?.id}/decline`, { sendResponse: true });
    expect(await copyOf(ids.ann, 'Declined')).toBeUndefined();
    const [ann] = each((await tenant.graph('GET', `${events(ids.office)}/${made.body.id}`)).body.attendees);
    expect(ann?.status?.response).toBe('declined');
  });
});

describe('a calendar', () => {
  it('pages through all its events once', async () => {
    const seen: string[] = [];
    let link = `/users/${ids.office}/calendarView?${october}&$top=2&$select=subject`;
    for (let pages = 0; link !== '' && pages < 20; pages++) {
      const { body } = await tenant.graph('GET', link);
      seen.push(...each(body.value).map((event) => String(event.id)));
      link = String(body['@odata.nextLink'] ?? '');
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await view(ids.office)).length);
  });

  it("shows the page a person's events", async () => {
    const { body } = await tenant.control(
      'GET',
      `/api/users/${ids.ann}/calendar?start=2026-10-20T00:00:00Z&end=2026-10-21T00:00:00Z`,
    );
    expect(each(body).map((event) => event.subject)).toContain('Heads');
  });

  it.each([
    ['a recurrence without a type', meeting('R', { recurrence: { pattern: {} } }), 400],
    [
      'an end before its start',
      meeting('R', { end: { dateTime: '2026-10-20T13:00:00', timeZone: 'Europe/London' } }),
      400,
    ],
    ['an offset in its time', meeting('R', { start: { dateTime: '2026-10-20T14:00:00+01:00', timeZone: 'UTC' } }), 400],
    ['an unknown zone', meeting('R', { start: { dateTime: '2026-10-20T14:00:00', timeZone: 'Leicester' } }), 400],
    ['an unknown property', meeting('R', { colour: 'red' }), 400],
    ['a read-only property', meeting('R', { iCalUId: 'x' }), 400],
  ])('refuses an event with %s', async (_, given, status) => {
    expect((await tenant.graph('POST', events(ids.office), given)).status).toBe(status);
    expect(await copyOf(ids.ann, 'R')).toBeUndefined();
  });
});

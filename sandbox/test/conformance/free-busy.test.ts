import { afterAll, beforeAll, expect, it } from 'vitest';
import { each, ids, LocalTenant } from '../local-tenant.ts';

// "graph: calendar: getSchedule" and "Get free/busy schedule of Outlook calendar users and resources".

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const when = (hour: string, day = '2026-10-20') => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Europe/London' });
const schedule = (more = {}, headers = {}) =>
  tenant.graph(
    'POST',
    `/users/${ids.office}/calendar/getSchedule`,
    {
      schedules: ['ann@owls.example'],
      startTime: when('09:00'),
      endTime: when('12:00'),
      availabilityViewInterval: 60,
      ...more,
    },
    headers,
  );
const view = async () => String(each((await schedule()).body.value)[0]?.availabilityView);
const invite = async (subject: string, from: string, to: string, more = {}) =>
  (
    await tenant.graph('POST', `/users/${ids.office}/events`, {
      subject,
      start: when(from),
      end: when(to),
      location: { displayName: 'Oak School' },
      attendees: [{ emailAddress: { address: 'ann@owls.example' } }],
      ...more,
    })
  ).body;
const copyOf = async (subject: string) => {
  const { body } = await tenant.graph('GET', `/users/${ids.ann}/events?$filter=subject eq '${subject}'`);
  return String(each(body.value)[0]?.id);
};

it('is free (0), asked (1), coming (2), away (3), and free again when the meeting is off', async () => {
  expect(await view()).toBe('000');
  const made = await invite('Heads', '09:30', '10:30');
  expect(await view()).toBe('110');
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Heads')}/accept`, { sendResponse: true });
  expect(await view()).toBe('220');
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Heads')}/tentativelyAccept`, {});
  expect(await view()).toBe('110');
  await invite('Off site', '11:00', '12:00', { showAs: 'oof' });
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Off site')}/accept`, {});
  expect(await view()).toBe('113');
  await tenant.graph('POST', `/users/${ids.office}/events/${made.id}/cancel`, {});
  expect(await view()).toBe('003');
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Off site')}/decline`, { sendResponse: true });
  expect(await view()).toBe('000');
});

it('tells the organiser who answered what, and when', async () => {
  const made = await invite('Answers', '09:00', '09:30');
  const status = async () =>
    each((await tenant.graph('GET', `/users/${ids.office}/events/${made.id}`)).body.attendees)[0]?.status;
  expect(await status()).toMatchObject({ response: 'none' });
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Answers')}/accept`, { sendResponse: false });
  expect(await status()).toMatchObject({ response: 'none' });
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Answers')}/tentativelyAccept`, {
    SendResponse: true,
  });
  expect(await status()).toMatchObject({
    response: 'tentativelyAccepted',
    time: expect.stringMatching(/^2026-09-01T/),
  });
  const own = await tenant.graph('POST', `/users/${ids.office}/events/${made.id}/accept`, {});
  expect([own.status, own.body.error?.code]).toEqual([400, 'ErrorInvalidRequest']);
  await tenant.graph('DELETE', `/users/${ids.office}/events/${made.id}`);
});

// "graph: event: tentativelyAccept": a proposedNewTime is 400 where allowNewTimeProposals is false or the answer is not sent.
it('takes a new time that an attendee proposes, where the organiser allows it', async () => {
  const proposedNewTime = { start: when('14:00'), end: when('15:00') };
  const open = await invite('Open', '09:00', '09:30');
  await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Open')}/tentativelyAccept`, {
    sendResponse: true,
    proposedNewTime,
  });
  const [ann] = each((await tenant.graph('GET', `/users/${ids.office}/events/${open.id}`)).body.attendees);
  expect(ann).toMatchObject({
    proposedNewTime: { start: { dateTime: '2026-10-20T13:00:00.0000000', timeZone: 'UTC' } },
  });
  const unsent = { sendResponse: false, proposedNewTime };
  expect((await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Open')}/decline`, unsent)).status).toBe(
    400,
  );
  const fixed = await invite('Fixed', '09:00', '09:30', { allowNewTimeProposals: false });
  const refused = await tenant.graph('POST', `/users/${ids.ann}/events/${await copyOf('Fixed')}/decline`, {
    sendResponse: true,
    proposedNewTime,
  });
  expect([refused.status, refused.body.error?.code]).toEqual([400, 'ErrorInvalidRequest']);
  for (const one of [open, fixed]) await tenant.graph('DELETE', `/users/${ids.office}/events/${one.id}`);
});

it('shows times in the zone preferred, and the subject of what is not private', async () => {
  await invite('Seen', '10:00', '11:00');
  await invite('Unseen', '11:00', '12:00', { sensitivity: 'private' });
  const [ann] = each((await schedule({}, { prefer: 'outlook.timezone="GMT Standard Time"' })).body.value);
  const items = each(ann?.scheduleItems).filter((one) => String(one.status) !== 'free');
  expect(items).toEqual([
    {
      ...{ isPrivate: false, subject: 'Seen', location: 'Oak School', status: 'tentative' },
      start: { dateTime: '2026-10-20T10:00:00.0000000', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-10-20T11:00:00.0000000', timeZone: 'GMT Standard Time' },
    },
    expect.not.objectContaining({ subject: 'Unseen' }),
  ]);
  expect(items[1]).toMatchObject({ isPrivate: true, status: 'tentative' });
  expect(ann?.workingHours).toMatchObject({ startTime: '08:00:00.0000000' });
});

it('names the address it cannot identify', async () => {
  const { body } = await schedule({ schedules: ['nobody@owls.example', 'ben@owls.example'] });
  expect(each(body.value)).toMatchObject([
    { scheduleId: 'nobody@owls.example', error: { responseCode: 'ErrorMailRecipientNotFound' } },
    { scheduleId: 'ben@owls.example', availabilityView: '000' },
  ]);
});

it.each([
  ['more than 20 schedules', { schedules: Array.from({ length: 21 }, (_, at) => `p${at}@owls.example`) }],
  ['62 days or more', { endTime: when('09:00', '2026-12-21') }],
  ['slots of less than 5 minutes', { availabilityViewInterval: 4 }],
  ['slots of more than a day', { availabilityViewInterval: 1441 }],
  ['an end before the start', { endTime: when('08:00') }],
  ['no schedules', { schedules: [] }],
])('refuses %s', async (_, more) => {
  const answer = await schedule(more);
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorInvalidParameter']);
});

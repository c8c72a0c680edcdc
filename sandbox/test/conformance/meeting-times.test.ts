import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { each, ids, LocalTenant } from '../local-tenant.ts';

// "graph: user: findMeetingTimes" (delegated only) and "OAuth 2.0 On-Behalf-Of flow".

let tenant: LocalTenant;
let authorization: string;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-10-19T08:00:00Z' });
  authorization = `Bearer ${(await tenant.onBehalfOf(ids.ann)).body.access_token}`;
});
afterAll(() => tenant.stop());

const when = (hour: string, day = '2026-10-20') => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Europe/London' });
const ben = { type: 'required', emailAddress: { address: 'ben@owls.example' } };
const guest = { type: 'required', emailAddress: { address: 'guest@example.org' } };
const slot = (from: string, to: string, more = {}) => ({
  ...{ attendees: [ben], meetingDuration: 'PT1H' },
  timeConstraint: { timeSlots: [{ start: when(from), end: when(to) }] },
  ...more,
});
const find = (body: object, prefer = 'outlook.timezone="Europe/London"'): Promise<Answer> =>
  tenant.graph('POST', `/users/${ids.ann}/findMeetingTimes`, body, { authorization, prefer });
const starts = (answer: Answer) =>
  each(answer.body.meetingTimeSuggestions).map((one) => String(one.meetingTimeSlot?.start?.dateTime).slice(11, 16));
const busy = (user: string, from: string, to: string, showAs = 'busy') =>
  tenant.graph('POST', `/users/${user}/events`, { subject: 'x', start: when(from), end: when(to), showAs });

it('suggests times at which nobody is busy, in order', async () => {
  await busy(ids.ben, '09:00', '10:00');
  await busy(ids.ann, '11:00', '12:00');
  const answer = await find(slot('09:00', '13:30', { returnSuggestionReasons: true }));
  expect(answer.status, answer.text).toBe(200);
  expect(starts(answer)).toEqual(['10:00', '12:00', '12:30']);
  expect(each(answer.body.meetingTimeSuggestions)[0]).toMatchObject({
    ...{ confidence: 100, order: 1, organizerAvailability: 'free' },
    attendeeAvailability: [{ availability: 'free', attendee: { emailAddress: { address: 'ben@owls.example' } } }],
    suggestionReason: expect.stringContaining('all attendees are available'),
  });
  const optional = await find(slot('11:00', '12:00', { isOrganizerOptional: true }));
  expect(each(optional.body.meetingTimeSuggestions)[0]?.organizerAvailability).toBe('busy');
});

it('weighs free as 100, unknown as 49 and busy as 0, and leaves out what is too unlikely', async () => {
  const answer = await find(slot('14:00', '15:00', { attendees: [ben, guest] }));
  expect(each(answer.body.meetingTimeSuggestions)[0]?.confidence).toBe(74.5);
  const strict = await find(slot('14:00', '15:00', { attendees: [ben, guest], minimumAttendeePercentage: 80 }));
  expect(strict.body).toMatchObject({
    meetingTimeSuggestions: [],
    emptySuggestionsReason: 'attendeesUnavailableOrUnknown',
  });
  expect((await find(slot('09:00', '10:00'))).body.emptySuggestionsReason).toBe('attendeesUnavailable');
  expect((await find(slot('11:00', '12:00'))).body.emptySuggestionsReason).toBe('organizerUnavailable');
});

it('keeps to working hours unless told otherwise, and to as many as were asked for', async () => {
  expect(starts(await find(slot('06:00', '09:00')))).toEqual(['08:00']);
  const free = slot('06:00', '09:00');
  const unrestricted = { ...free, timeConstraint: { ...free.timeConstraint, activityDomain: 'unrestricted' } };
  expect(starts(await find({ ...unrestricted, maxCandidates: 2 }))).toEqual(['06:00', '06:30']);
  const saturday = { timeSlots: [{ start: when('09:00', '2026-10-24'), end: when('11:00', '2026-10-24') }] };
  expect(starts(await find({ meetingDuration: 'PT2H', timeConstraint: saturday }))).toEqual([]);
  expect(
    starts(await find({ meetingDuration: 'PT2H', timeConstraint: { ...saturday, activityDomain: 'personal' } })),
  ).toEqual(['09:00']);
});

it.each([
  ['a duration that is none', { meetingDuration: 'an hour' }],
  ['an address that is none', { attendees: [{ emailAddress: { address: 'ben' } }] }],
  ['a percentage above 100', { minimumAttendeePercentage: 101 }],
])('refuses %s', async (_, more) => {
  const answer = await find(slot('09:00', '10:00', more));
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorInvalidParameter']);
});

describe('is for people', () => {
  it('and not for an app by itself, nor for another mailbox', async () => {
    const app = await tenant.graph('POST', `/users/${ids.ann}/findMeetingTimes`, slot('09:00', '10:00'));
    const other = await tenant.graph('POST', `/users/${ids.ben}/findMeetingTimes`, slot('09:00', '10:00'), {
      authorization,
    });
    for (const answer of [app, other])
      expect([answer.status, answer.body.error?.code]).toEqual([403, 'ErrorAccessDenied']);
  });

  it('whose token does nothing else here', async () => {
    const answer = await tenant.graph('GET', '/users', undefined, { authorization });
    expect([answer.status, answer.body.error?.code]).toEqual([501, 'notImplemented']);
  });

  it.each([
    ['a token that is none', { assertion: 'x.y.z' }, 500131],
    ['no use on behalf of', { requested_token_use: '' }, 500131],
    ['what nobody consented to', { scope: 'https://graph.microsoft.com/Mail.Read' }, 65001],
  ])('%s is refused by Entra', async (_, form, code) => {
    const answer = await tenant.onBehalfOf(ids.ann, form);
    expect([answer.status, answer.body.error_codes]).toEqual([400, [code]]);
  });
});

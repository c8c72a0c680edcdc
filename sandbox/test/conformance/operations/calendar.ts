import { ids } from '../../local-tenant.ts';
import { ask, type Case, get, idOf, nobody, stage, title } from './stage.ts';

const times = {
  start: { dateTime: '2026-10-20T09:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-10-20T10:00:00', timeZone: 'Europe/London' },
};
const attendees = [{ emailAddress: { address: 'ann@owls.example' } }];
const recurrence = {
  pattern: { type: 'daily', interval: 1 },
  range: { type: 'numbered', startDate: '2026-10-20', numberOfOccurrences: 2 },
};
const events = `/users/${ids.office}/events`;
const event = (more = {}) => idOf(ask('POST', events, { subject: title(), ...times, ...more }));
/** A meeting's copy in Ann's calendar. */
async function invitation(): Promise<string> {
  const subject = title();
  await event({ subject, attendees });
  const { body } = await ask('GET', `/users/${ids.ann}/events?$filter=subject eq '${subject}'`);
  return `/users/${ids.ann}/events/${(body.value as unknown as { id: string }[])[0]?.id}`;
}
const backwards = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-10-01T00:00:00Z';
const window = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';
function calendar(template: string, at: string): Record<string, Case> {
  const gone = [404, 'ErrorItemNotFound'] as const;
  return {
    [`GET ${template}/events`]: get(
      () => `${at}/events`,
      () => `${at}/events?$top=1001`,
      400,
      'ErrorInvalidUrlQuery',
    ),
    [`POST ${template}/events`]: [
      () => ask('POST', `${at}/events`, { subject: 'x', ...times }),
      () => ask('POST', `${at}/events`, { subject: 'x' }),
      400,
      'ErrorPropertyValidationFailure',
    ],
    [`GET ${template}/events/{event}`]: get(
      async () => `${at}/events/${await event()}`,
      () => `${at}/events/none`,
      ...gone,
    ),
    [`PATCH ${template}/events/{event}`]: [
      async () => ask('PATCH', `${at}/events/${await event()}`, { subject: 'y' }),
      () => ask('PATCH', `${at}/events/none`, {}),
      ...gone,
    ],
    [`DELETE ${template}/events/{event}`]: [
      async () => ask('DELETE', `${at}/events/${await event()}`),
      () => ask('DELETE', `${at}/events/none`),
      ...gone,
    ],
    [`GET ${template}/calendarView`]: get(
      () => `${at}/calendarView?${window}`,
      () => `${at}/calendarView?${backwards}`,
      400,
      'invalidRequest',
    ),
  };
}

const schedules = { schedules: ['ann@owls.example'], startTime: times.start, endTime: times.end };
export const calendars: Record<string, Case> = {
  ...calendar('/users/{user}', `/users/${ids.office}`),
  ...calendar('/users/{user}/calendar', `/users/${ids.office}/calendar`),
  'GET /users/{user}/calendar': get(
    () => `/users/${ids.ann}/calendar`,
    () => `/users/${nobody}/calendar`,
    404,
    'Request_ResourceNotFound',
  ),
  'GET /users/{user}/calendars': get(
    () => `/users/${ids.ann}/calendars`,
    () => `/users/${nobody}/calendars`,
    404,
    'Request_ResourceNotFound',
  ),
  'GET /users/{user}/calendars/{calendar}/events': [
    null,
    () => ask('GET', `/users/${ids.ann}/calendars/other/events`),
    404,
    'itemNotFound',
  ],
  'GET /users/{user}/events/{event}/instances': get(
    async () => `${events}/${await event({ recurrence })}/instances?${window}`,
    () => `${events}/none/instances?${window}`,
    404,
    'ErrorItemNotFound',
  ),
  'GET /users/{user}/calendarView/delta': get(
    () => `/users/${ids.ann}/calendarView/delta?${window}`,
    () => `/users/${ids.ann}/calendarView/delta?$deltatoken=old`,
    410,
    'SyncStateNotFound',
  ),
  'POST /users/{user}/calendar/getSchedule': [
    () => ask('POST', `/users/${ids.ann}/calendar/getSchedule`, schedules),
    () => ask('POST', `/users/${ids.ann}/calendar/getSchedule`, {}),
    400,
    'ErrorInvalidParameter',
  ],
  'POST /users/{user}/findMeetingTimes': [
    async () => {
      const { access_token } = (await stage.tenant.onBehalfOf(ids.ann)).body;
      return ask('POST', `/users/${ids.ann}/findMeetingTimes`, {}, { authorization: `Bearer ${access_token}` });
    },
    () => ask('POST', `/users/${ids.ann}/findMeetingTimes`, {}),
    403,
    'ErrorAccessDenied',
  ],
  'POST /users/{user}/events/{event}/cancel': [
    async () => ask('POST', `${events}/${await event({ attendees })}/cancel`, {}),
    async () => ask('POST', `${await invitation()}/cancel`, {}),
    400,
    'ErrorInvalidRequest',
  ],
};
for (const answer of ['accept', 'tentativelyAccept', 'decline']) {
  calendars[`POST /users/{user}/events/{event}/${answer}`] = [
    async () => ask('POST', `${await invitation()}/${answer}`, { sendResponse: true }),
    async () => ask('POST', `${events}/${await event()}/${answer}`, {}),
    400,
    'ErrorInvalidRequest',
  ];
}

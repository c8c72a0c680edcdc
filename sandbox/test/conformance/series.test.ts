import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, ids, LocalTenant } from '../local-tenant.ts';

// "graph: create event", "graph: event: list instances", "graph: recurrencePattern", "graph: recurrenceRange".

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const london = { prefer: 'outlook.timezone="Europe/London"' };
const events = `/users/${ids.office}/events`;
const year = 'startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-09-01T00:00:00Z';
const series = (start: string, pattern: object, range: object, more = {}) => ({
  subject: 'Cluster',
  start: { dateTime: `${start}T09:00:00`, timeZone: 'Europe/London' },
  end: { dateTime: `${start}T10:30:00`, timeZone: 'Europe/London' },
  recurrence: { pattern: { interval: 1, ...pattern }, range: { startDate: start, ...range } },
  ...more,
});
const make = (start: string, pattern: object, range: object, more = {}) =>
  tenant.graph('POST', events, series(start, pattern, range, more));
const days = async (id: unknown, window = year) => {
  const { body } = await tenant.graph('GET', `${events}/${id}/instances?${window}&$top=100`, undefined, london);
  return each(body.value).map((one) => String(one.start?.dateTime).slice(0, 16));
};

describe('graph: recurrencePattern resource type', () => {
  it.each([
    ['daily', '2026-10-23', { type: 'daily', interval: 3 }, ['10-23', '10-26', '10-29']],
    [
      'weekly',
      '2026-10-22',
      { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
      ['10-22', '10-29', '11-05'],
    ],
    [
      'weekly, every other week, of a week that begins on Monday',
      '2026-09-01',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'tuesday'], firstDayOfWeek: 'monday' },
      ['09-01', '09-06', '09-15'],
    ],
    [
      'weekly, every other week, of a week that begins on Sunday',
      '2026-09-01',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'tuesday'] },
      ['09-01', '09-13', '09-15'],
    ],
    ['absoluteMonthly', '2026-10-31', { type: 'absoluteMonthly', dayOfMonth: 31 }, ['10-31', '11-30', '12-31']],
    [
      'relativeMonthly',
      '2026-10-08',
      { type: 'relativeMonthly', daysOfWeek: ['thursday'], index: 'second' },
      ['10-08', '11-12', '12-10'],
    ],
    [
      'relativeMonthly on the last of two days',
      '2026-10-30',
      { type: 'relativeMonthly', daysOfWeek: ['thursday', 'friday'], index: 'last' },
      ['10-30', '11-27', '12-31'],
    ],
  ])('%s', async (_, start, pattern, expected) => {
    const made = await make(start, pattern, { type: 'numbered', numberOfOccurrences: 3 });
    expect(made.status, made.text).toBe(201);
    expect(await days(made.body.id)).toEqual(expected.map((day) => `2026-${day}T09:00`));
  });

  it.each([
    [
      'absoluteYearly',
      { type: 'absoluteYearly', dayOfMonth: 29, month: 2 },
      '2028-02-29',
      ['2028-02-29', '2029-02-28'],
    ],
    [
      'relativeYearly',
      { type: 'relativeYearly', daysOfWeek: ['monday'], index: 'first', month: 9 },
      '2026-09-07',
      ['2026-09-07', '2027-09-06'],
    ],
  ])('%s', async (_, pattern, start, expected) => {
    const made = await make(start, pattern, { type: 'numbered', numberOfOccurrences: 2 });
    const window = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2040-01-01T00:00:00Z';
    expect(await days(made.body.id, window)).toEqual(expected.map((day) => `${day}T09:00`));
  });

  it.each([
    ['weekly without daysOfWeek', { type: 'weekly' }, {}],
    ['absoluteMonthly without dayOfMonth', { type: 'absoluteMonthly' }, {}],
    ['relativeYearly without month', { type: 'relativeYearly', daysOfWeek: ['monday'] }, {}],
    ['no interval', { type: 'daily', interval: 0 }, {}],
    ['a type that is none', { type: 'hourly' }, {}],
    ["a startDate that is not the event's", { type: 'daily' }, { startDate: '2026-10-02' }],
    ['an end before the start', { type: 'daily' }, { type: 'endDate', endDate: '2026-09-01' }],
    ['numbered without a number', { type: 'daily' }, { type: 'numbered' }],
    ['a zone that is none', { type: 'daily' }, { recurrenceTimeZone: 'Leicester' }],
  ])('refuses %s', async (_, pattern, range) => {
    const answer = await make('2026-10-01', pattern, { type: 'noEnd', ...range });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.code).toMatch(/^(ErrorPropertyValidationFailure|invalidRequest)$/);
  });
});

describe('graph: event resource type (series)', () => {
  it('keeps its hour on the wall when the clocks change, and shows dates in calendarView but the master in events', async () => {
    const made = await make(
      '2026-10-22',
      { type: 'weekly', daysOfWeek: ['thursday'] },
      { type: 'endDate', endDate: '2026-11-05' },
      { subject: 'DST' },
    );
    expect(made.body).toMatchObject({
      type: 'seriesMaster',
      recurrence: { range: { recurrenceTimeZone: 'Europe/London' } },
    });
    const view = each(
      (await tenant.graph('GET', `/users/${ids.office}/calendarView?${year}&$filter=subject eq 'DST'&$top=50`)).body
        .value,
    );
    expect(view.map((one) => String(one.start?.dateTime).slice(0, 16))).toEqual([
      '2026-10-22T08:00',
      '2026-10-29T09:00',
      '2026-11-05T09:00',
    ]);
    expect(view.map((one) => [String(one.type), String(one.seriesMasterId)])).toEqual(
      Array(3).fill(['occurrence', String(made.body.id)]),
    );
    expect(new Set(view.map((one) => String(one.iCalUId))).size).toBe(3);
    const listed = each((await tenant.graph('GET', `${events}?$filter=subject eq 'DST'`)).body.value);
    expect(listed.map((one) => one.id)).toEqual([made.body.id]);
  });

  it('has no instances where it is no series master', async () => {
    const made = await make(
      '2026-10-22',
      { type: 'daily' },
      { type: 'numbered', numberOfOccurrences: 2 },
      { subject: 'x' },
    );
    const [first] = each((await tenant.graph('GET', `${events}/${made.body.id}/instances?${year}`)).body.value);
    const answer = await tenant.graph('GET', `${events}/${first?.id}/instances?${year}`);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorInvalidRequest']);
    expect((await tenant.graph('GET', `${events}/${made.body.id}/instances`)).status).toBe(400);
  });

  it('moves one date, never onto the day of its neighbour', async () => {
    const made = await make(
      '2026-11-02',
      { type: 'daily' },
      { type: 'numbered', numberOfOccurrences: 3 },
      { subject: 'moves' },
    );
    const [, second] = each((await tenant.graph('GET', `${events}/${made.body.id}/instances?${year}`)).body.value);
    const at = (day: string, hour: string) => ({
      start: { dateTime: `${day}T${hour}:00:00`, timeZone: 'Europe/London' },
      end: { dateTime: `${day}T${hour}:30:00`, timeZone: 'Europe/London' },
    });
    const crossing = await tenant.graph('PATCH', `${events}/${second?.id}`, at('2026-11-04', '07'));
    expect([crossing.status, crossing.body.error?.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
    const moved = await tenant.graph('PATCH', `${events}/${second?.id}`, at('2026-11-03', '15'));
    expect(moved.body).toMatchObject({ id: second?.id, type: 'exception', seriesMasterId: made.body.id });
    expect(await days(made.body.id)).toEqual(['2026-11-02T09:00', '2026-11-03T15:00', '2026-11-04T09:00']);
  });

  it('takes one date out, and the attendee sees it called off', async () => {
    const attendees = [{ emailAddress: { address: 'ann@owls.example' } }];
    const made = await make(
      '2026-12-01',
      { type: 'weekly', daysOfWeek: ['tuesday'] },
      { type: 'numbered', numberOfOccurrences: 3 },
      { subject: 'cut', attendees },
    );
    const theirs = async () => {
      const { body } = await tenant.graph('GET', `/users/${ids.ann}/calendarView?${year}&$top=100`);
      return each(body.value).filter((one) => /cut$/.test(String(one.subject)));
    };
    expect(await theirs()).toHaveLength(3);
    const [first] = each((await tenant.graph('GET', `${events}/${made.body.id}/instances?${year}`)).body.value);
    expect((await tenant.graph('POST', `${events}/${first?.id}/cancel`, { comment: 'snow' })).status).toBe(202);
    expect((await theirs()).map((one) => one.isCancelled)).toEqual([true, false, false]);
    expect(await days(made.body.id)).toHaveLength(2);
    expect((await tenant.graph('GET', `${events}/${first?.id}`)).status).toBe(404);
    await tenant.graph('DELETE', `${events}/${made.body.id}`);
    expect((await theirs()).every((one) => String(one.isCancelled) === 'true')).toBe(true);
  });

  it("takes an attendee's answer for the series or for one date of it", async () => {
    const attendees = [{ emailAddress: { address: 'ben@owls.example' } }];
    const made = await make(
      '2027-01-05',
      { type: 'weekly', daysOfWeek: ['tuesday'] },
      { type: 'numbered', numberOfOccurrences: 3 },
      { subject: 'answers', attendees },
    );
    const theirs = async () =>
      each((await tenant.graph('GET', `/users/${ids.ben}/calendarView?${year}&$top=100`)).body.value).filter(
        (one) => String(one.subject) === 'answers',
      );
    const [, second] = await theirs();
    await tenant.graph('POST', `/users/${ids.ben}/events/${second?.seriesMasterId}/accept`, { sendResponse: true });
    await tenant.graph('POST', `/users/${ids.ben}/events/${second?.id}/decline`, { sendResponse: true });
    expect((await theirs()).map((one) => one.responseStatus?.response)).toEqual(['accepted', 'accepted']);
    const seen = each((await tenant.graph('GET', `${events}/${made.body.id}/instances?${year}`)).body.value);
    expect(seen.map((one) => each(one.attendees)[0]?.status?.response)).toEqual(['accepted', 'declined', 'accepted']);
  });
});

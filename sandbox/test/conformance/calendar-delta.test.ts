import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../asking.ts';
import { each, ids, LocalTenant } from '../local-tenant.ts';

// "graph: event: delta" and "Get incremental changes to events in a calendar view"; tokens: "delta query overview".

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const delta = `/users/${ids.office}/calendarView/delta`;
const october = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';
const events = `/users/${ids.office}/events`;
const meeting = (subject: string, day: string, more = {}) => ({
  subject,
  start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/London' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/London' },
  ...more,
});
const make = async (subject: string, day: string, more = {}) =>
  (await tenant.graph('POST', events, meeting(subject, day, more))).body;

/** Follows a round to its end; answers what it told, page by page. */
async function round(link: string, size = 2): Promise<{ pages: Json[][]; told: Json[]; next: string }> {
  const pages: Json[][] = [];
  for (let at = link; ; ) {
    const { status, body, text } = await tenant.graph('GET', at, undefined, { prefer: `odata.maxpagesize=${size}` });
    expect(status, text).toBe(200);
    pages.push(each(body.value));
    if (body['@odata.deltaLink']) return { pages, told: pages.flat(), next: String(body['@odata.deltaLink']) };
    at = String(body['@odata.nextLink']);
    expect(at).toMatch(/\$skiptoken=/);
    expect(at).not.toContain('startDateTime');
  }
}

it('tells all events of the window in pages of the size preferred, then each change once', async () => {
  const made = [];
  for (const day of ['05', '06', '07', '08', '09']) made.push(await make(`d${day}`, `2026-10-${day}`));
  await make('outside', '2026-12-01');
  const first = await round(`${delta}?${october}`);
  expect(first.pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(first.told.map((one) => one.id)).toEqual(made.map((one) => one.id));
  expect(first.next).toMatch(/\$deltatoken=/);
  expect((await round(first.next)).told).toEqual([]);
  await tenant.graph('PATCH', `${events}/${made[1]?.id}`, { subject: 'changed' });
  await tenant.graph('PATCH', `${events}/${made[1]?.id}`, { subject: 'changed twice' });
  await tenant.graph('DELETE', `${events}/${made[0]?.id}`);
  const fresh = await make('new', '2026-10-20');
  const second = await round(first.next);
  expect(second.told.map((one) => [String(one.id), String(one['@removed']?.reason ?? one.subject)])).toEqual([
    [made[1]?.id, 'changed twice'],
    [made[0]?.id, 'deleted'],
    [fresh.id, 'new'],
  ]);
  expect((await round(first.next)).told).toHaveLength(3);
});

it('tells of events outside the window as removed', async () => {
  const inside = await make('leaves', '2026-10-12');
  const { next } = await round(`${delta}?${october}`, 50);
  const outside = await make('never in', '2027-01-12');
  await tenant.graph('PATCH', `${events}/${inside.id}`, meeting('leaves', '2027-01-13'));
  const { told } = await round(next);
  expect(told.map((one) => [one.id, one['@removed']?.reason])).toEqual([
    [outside.id, 'deleted'],
    [inside.id, 'deleted'],
  ]);
});

it('loses no change that happens between two pages of the first round', async () => {
  const link = await tenant.graph('GET', `${delta}?${october}`, undefined, { prefer: 'odata.maxpagesize=1' });
  const [shown] = each(link.body.value);
  await tenant.graph('PATCH', `${events}/${shown?.id}`, { subject: 'late change' });
  const rest = await round(String(link.body['@odata.nextLink']));
  expect(rest.told.map((one) => one.id)).not.toContain(shown?.id);
  expect((await round(rest.next)).told.map((one) => one.subject)).toEqual(['late change']);
});

it('tells of the dates of a series, and of each that goes with it', async () => {
  const { next } = await round(`${delta}?${october}`, 50);
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
    range: { type: 'endDate', startDate: '2026-10-22', endDate: '2026-10-29' },
  };
  const master = await make('series', '2026-10-22', { recurrence });
  const made = await round(next);
  expect(made.told.map((one) => [one.type, one.seriesMasterId])).toEqual(Array(2).fill(['occurrence', master.id]));
  await tenant.graph('DELETE', `${events}/${master.id}`);
  const gone = await round(made.next, 50);
  const removed = gone.told.filter((one) => String(one['@removed']?.reason) === 'deleted').map((one) => String(one.id));
  expect(removed).toEqual(expect.arrayContaining(made.told.map((one) => String(one.id))));
});

it.each([
  '$select=subject',
  "$filter=subject eq 'x'",
  '$orderby=subject',
  '$expand=attachments',
  '$search="x"',
  '$top=5',
])('refuses %s', async (option) => {
  const answer = await tenant.graph('GET', `${delta}?${october}&${option}`);
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorInvalidUrlQuery']);
});

it('needs a window, and takes a zone', async () => {
  expect((await tenant.graph('GET', delta)).status).toBe(400);
  const zoned = await tenant.graph('GET', `${delta}?${october}`, undefined, {
    prefer: 'outlook.timezone="GMT Standard Time"',
  });
  expect(each(zoned.body.value)[0]?.start).toMatchObject({
    dateTime: expect.stringMatching(/T09:00:00\.0000000$/),
    timeZone: 'GMT Standard Time',
  });
});

it('answers 410 to a token that is old, not its own, or of another mailbox, with the way to begin anew', async () => {
  const { next } = await round(`${delta}?${october}`, 50);
  const changed = next.replace(/.(?=.{8}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
  const foreign = next.replace(ids.office, ids.ann);
  await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 * 29 });
  expect((await tenant.graph('GET', next)).status).toBe(200);
  await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 * 2 });
  for (const link of [next, changed, foreign]) {
    const answer = await tenant.graph('GET', link);
    expect([answer.status, answer.body.error?.code]).toEqual([410, 'SyncStateNotFound']);
    expect(String(answer.headers.location)).toMatch(/\/calendarView\/delta\?\$deltatoken=$/);
  }
});

/** A person's meetings for a calendar outside the tenant: by secret link and as a file, read by an independent parser. */
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { webOf } from '../api-door.ts';
import { PEOPLE } from '../tenant.ts';
import { type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const Given = z.object({ given: z.boolean(), link: z.string().optional() });
let stage: PlanningStage;
beforeAll(async () => {
  stage = await planningStage();
  await stage.put();
});

/** What an outside calendar understands of it: times as instants. */
function understood(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      title: event.summary,
      place: event.location,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      alarm: one.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
    };
  });
}

async function linkOf(person: (typeof PEOPLE)['head0'] = PEOPLE.head0): Promise<string> {
  const { link } = Given.parse(await read(stage.ask('POST', '/api/feed', {}, person), 201));
  if (link === undefined) throw new Error('no link');
  return new URL(link).pathname;
}
/** Asked as an outside calendar asks: without signing in. */
const opened = (path: string) => webOf(stage.world).request(path);

describe('a secret link', () => {
  it('opens exactly the meetings this person is invited to, at the times they stand in calendars', async () => {
    const answer = await opened(await linkOf());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const events = understood(await answer.text());
    const mine = stage.world.meetings.recorded().filter(({ attendees }) => attendees.includes(PEOPLE.head0.id));
    expect(mine.length).toBeGreaterThan(10);
    expect(events).toHaveLength(mine.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(mine.length);
    const outlook = (await stage.events(PEOPLE.head0.id)).map(
      ({ subject, start }) => `${subject} ${start.dateTime.slice(0, 16)}`,
    );
    expect(events.map(({ title, start }) => `${title} ${start.slice(0, 16)}`).sort()).toEqual(outlook.sort());
    expect(events.every(({ alarm, place }) => alarm === '-P1D' || alarm === '-PT1440M' || place !== '')).toBe(true);
  });

  it('is another for each, ends when it is ended or made anew, and every wrong one looks alike', async () => {
    const [first, other] = [await linkOf(), await linkOf(PEOPLE.ceo)];
    expect(first).not.toBe(other);
    const second = await linkOf();
    expect((await opened(second)).status).toBe(200);
    const wrong = [first, second.slice(0, -6), '/calendar/..%2F..%2Fapi%2Fme', `/calendar/${'A'.repeat(43)}.ics`];
    for (const path of wrong) {
      const answer = await opened(path);
      expect([answer.status, await answer.text()]).toEqual([404, 'This calendar link is not valid, or was ended.']);
    }
    await read(stage.ask('DELETE', '/api/feed', undefined, PEOPLE.head0), 200);
    expect((await opened(second)).status).toBe(404);
    expect(await read(stage.ask('GET', '/api/feed', undefined, PEOPLE.head0), 200)).toEqual({ given: false });
    expect((await opened(other)).status).toBe(200);
  });

  it('keeps the secret nowhere: the list holds its hash', async () => {
    const path = await linkOf();
    const secret = path.replace('/calendar/', '').replace('.ics', '');
    expect(JSON.stringify(await stage.place.rows('Calendar feeds'))).not.toContain(secret);
  });
});

describe('a file', () => {
  it('holds the same for a year, and says which it is', async () => {
    const answer = await stage.ask('GET', `/api/calendar-file/${YEAR}`, undefined, PEOPLE.head0);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="meetings-${YEAR}.ics"`);
    const mine = stage.world.meetings.recorded().filter(({ attendees }) => attendees.includes(PEOPLE.head0.id));
    expect(understood(await answer.text())).toHaveLength(mine.length);
    expect((await stage.ask('GET', '/api/calendar-file/1999-00')).status).toBe(404);
  });
});

/** A year's plan put into calendars: all of it, once, however often it is interrupted or asked for. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { control, noFaults, orderFaults, PEOPLE } from '../tenant.ts';
import { OFFICE, type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: PlanningStage;
beforeEach(async () => {
  stage = await planningStage();
});
afterEach(() => control('DELETE', '/api/faults'));

const eventsPath = () => `/users/${stage.organiser}/events`;

describe('a year’s plan', () => {
  it('is shown whole before anything is sent: every kind of meeting, who and why', async () => {
    const plan = await stage.plan();
    const rules = new Set(plan.meetings.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['M10', 'M11', 'M12', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9']);
    expect(plan.meetings.every(({ why }) => why.because.length > 0)).toBe(true);
    expect(await stage.events()).toEqual([]);
  });

  it('stands in calendars as planned, each event with its people, place, reminder, category and online meeting', async () => {
    const before = stage.world.graph.requests();
    const job = await stage.put();
    const spent = stage.world.graph.requests() - before;
    const ahead = (await stage.plan()).meetings.filter(({ past }) => !past);
    expect(job).toMatchObject({ state: 'done', made: ahead.length, total: ahead.length, failed: [] });
    const events = await stage.events();
    const told = (one: { title?: string; subject?: string; start: string | { dateTime: string } }) => one;
    expect(events).toHaveLength(ahead.length);
    expect(events.map(({ subject }) => subject).sort()).toEqual(
      ahead.map(({ title }) => told({ title, start: '' }).title).sort(),
    );
    expect(ahead.every(({ state }) => state === 'in calendars')).toBe(true);
    const board = events.find(({ subject }) => subject === 'Board of directors');
    expect(board).toMatchObject({
      categories: ['Purple category'],
      isOnlineMeeting: true,
      reminderMinutesBeforeStart: 1440,
    });
    expect(spent / ahead.length).toBeLessThanOrEqual(0.15);
  });

  it('is written once: another yes finds nothing to do', async () => {
    await stage.put();
    const events = await stage.events();
    expect(await stage.ahead()).toMatchObject({ total: 0 });
    expect(await stage.ahead('plan')).toMatchObject({ total: 0 });
    expect(await stage.put()).toMatchObject({ state: 'done', made: 0, changed: 0, takenOut: 0 });
    expect(await stage.events()).toEqual(events);
  });

  it('goes on where it was killed, between events and rows, and doubles nothing', async () => {
    await read(stage.agree(), 202);
    const rows = await stage.place.listPath('Meetings');
    // The first part's events are made, its rows are not: what a process that is killed leaves.
    await orderFaults([{ service: 'graph', path: `${rows}/items`, method: 'POST', status: 403, times: 19 }]);
    await expect(stage.fill()).rejects.toThrow('403');
    await noFaults();
    expect(await stage.events()).toHaveLength(19);
    expect(await stage.lastJob()).toMatchObject({ state: 'running' });

    const another = await stage.place.open();
    await stage.fill(another);
    await stage.world.refresh();
    const ahead = (await stage.plan()).meetings.filter(({ past }) => !past);
    expect(await stage.events()).toHaveLength(ahead.length);
    expect(new Set((await stage.events()).map(({ id }) => id)).size).toBe(ahead.length);
    expect(await stage.lastJob()).toMatchObject({ state: 'done', made: ahead.length });
    expect(await stage.ahead()).toMatchObject({ total: 0 });
  });

  it('stops between two parts when the service stops, and the next one finishes', async () => {
    await read(stage.agree(), 202);
    const stop = new AbortController();
    const note = stage.world.meetings.note.bind(stage.world.meetings);
    vi.spyOn(stage.world.meetings, 'note').mockImplementationOnce(async (...given) => {
      await note(...given);
      stop.abort();
    });
    await stage.fill(stage.world, stop.signal);
    expect(await stage.lastJob()).toMatchObject({ state: 'running', made: 19 });
    await stage.fill();
    const { made, total, state } = await stage.lastJob();
    expect({ made, state }).toEqual({ made: total, state: 'done' });
    expect(await stage.events()).toHaveLength(total);
  });

  it('two planners at once: one yes holds, and two instances that carry it out make every event once', async () => {
    const [one, other] = await Promise.all([stage.agree(), stage.agree('keep', OFFICE)]);
    expect([one.status, other.status].sort()).toEqual([202, 409]);
    expect(await stage.place.rows('Calendar jobs')).toHaveLength(1);
    const second = await stage.place.open();
    await Promise.all([stage.fill(), stage.fill(second)]);
    await stage.world.refresh();
    const ahead = (await stage.plan()).meetings.filter(({ past }) => !past);
    const events = await stage.events();
    expect(events).toHaveLength(ahead.length);
    expect(await stage.place.rows('Meetings')).toHaveLength(ahead.length);
    expect(await stage.ahead()).toMatchObject({ total: 0 });
  });

  it('a yes to something else than what would be done is no yes', async () => {
    const answer = await stage.ask('POST', `/api/plan/${YEAR}/put-into-calendars`, { fingerprint: 'another' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: 'conflict' },
      current: { fingerprint: expect.any(String) },
    });
    expect(await stage.place.rows('Calendar jobs')).toHaveLength(0);
  });

  it('a mailbox out of the app’s scope stops the job with what to do, and nothing is lost', async () => {
    await read(stage.agree(), 202);
    await orderFaults([
      {
        service: 'graph',
        method: 'POST',
        path: eventsPath(),
        status: 403,
        times: 19,
        body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' } },
      },
    ]);
    await stage.fill();
    await noFaults();
    const stopped = await stage.lastJob();
    expect(stopped).toMatchObject({ state: 'stopped', made: 0 });
    expect(stopped.says).toContain('outside the app’s scope'.replace('’', "'"));
    expect(await stage.put()).toMatchObject({ state: 'done', failed: [] });
  });

  it('what Outlook would not take is named with what to do, and the next yes makes only that', async () => {
    await read(stage.agree(), 202);
    await orderFaults([{ service: 'graph', method: 'POST', path: eventsPath(), status: 400, times: 2 }]);
    await stage.fill();
    await noFaults();
    const job = await stage.lastJob();
    expect(job.state).toBe('done');
    expect(job.failed).toHaveLength(2);
    expect(job.failed[0]?.todo).toContain('put the plan into calendars again');
    expect(await stage.put()).toMatchObject({ state: 'done', made: 2, failed: [] });
    expect(await stage.events()).toHaveLength(job.total);
  });

  it('an attendee without a mailbox is named before, left out of the invitation, and invited once there is one', async () => {
    const people = await stage.place.rows('People');
    const row = people.find(({ fields }) => fields.Key === PEOPLE.head2.id);
    await stage.place.retype('People', row?.id ?? '', { Email: '' });
    await stage.world.refresh();
    const { troubles } = await stage.plan();
    expect(troubles.filter(({ kind }) => kind === 'no mailbox').length).toBeGreaterThan(0);
    expect(await stage.put()).toMatchObject({ state: 'done', failed: [] });
    const invited = async () =>
      (await stage.events()).filter(({ attendees }) =>
        attendees.some(({ emailAddress }) => emailAddress.address === PEOPLE.head2.email),
      ).length;
    expect(await invited()).toBe(0);
    expect((await stage.plan()).troubles.filter(({ kind }) => kind === 'no mailbox').length).toBeGreaterThan(0);

    await stage.place.retype('People', row?.id ?? '', { Email: PEOPLE.head2.email });
    await stage.world.refresh();
    const job = await stage.put();
    expect(job.changed).toBeGreaterThan(0);
    expect(await invited()).toBe(job.changed);
  });

  it('an attendee whose mailbox is gone is invited by address, and their calendar is named as unread', async () => {
    const { id, name } = PEOPLE.head2;
    await control('DELETE', `/api/mailboxes/${id}`);
    try {
      expect(await stage.put()).toMatchObject({ state: 'done', failed: [] });
      const { meetings } = await stage.plan();
      expect(await stage.events()).toHaveLength(meetings.filter(({ past }) => !past).length);
      const theirs = meetings.find(({ attendees, past }) => !past && attendees.includes(id));
      const path = `/api/plan/${YEAR}/slots?key=${encodeURIComponent(theirs?.key ?? '')}&calendars=yes`;
      const { slots, unknown } = (await read(stage.ask('GET', path), 200)) as { slots: object[]; unknown: object[] };
      expect(slots.length).toBeGreaterThan(0);
      expect(unknown).toContainEqual({ person: id, says: expect.stringContaining(`finds no mailbox for ${name}`) });
    } finally {
      await control('PUT', `/api/mailboxes/${id}`);
    }
  });

  it('an organiser whose mailbox is gone makes nothing and loses nothing: the next yes makes it all', async () => {
    await read(stage.agree(), 202);
    await control('DELETE', `/api/mailboxes/${stage.organiser}`);
    await stage.fill();
    const job = await stage.lastJob();
    expect(job).toMatchObject({ state: 'stopped', made: 0, says: expect.stringContaining('There is no mailbox') });
    await control('PUT', `/api/mailboxes/${stage.organiser}`);
    const again = await stage.put();
    expect(again).toMatchObject({ state: 'done', failed: [] });
    expect(await stage.events()).toHaveLength(again.total);
  });

  it('only who plans may plan; others see their own meetings alone', async () => {
    const refused = await stage.ask('GET', `/api/plan/${YEAR}/ahead`, undefined, PEOPLE.head0);
    expect(refused.status).toBe(403);
    const own = (await read(stage.ask('GET', `/api/plan/${YEAR}`, undefined, PEOPLE.head0), 200)) as Awaited<
      ReturnType<PlanningStage['plan']>
    >;
    expect(own.mayPlan).toBe(false);
    expect(own.meetings.length).toBeGreaterThan(0);
    expect(own.meetings.every(({ attendees }) => attendees.includes(PEOPLE.head0.id))).toBe(true);
    expect(own).toMatchObject({ troubles: [], moves: [], unplaced: [] });
  });
});

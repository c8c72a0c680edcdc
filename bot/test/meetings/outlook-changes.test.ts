/** What people do to the trust's meetings in Outlook, and what a change of the trust's own does to them. */
import { OWLS } from '@owls/policy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { control, noFaults, orderFaults, PEOPLE, SCHOOLS } from '../tenant.ts';
import { type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: PlanningStage;
beforeEach(async () => {
  stage = await planningStage();
  await stage.put();
  await stage.look();
});
afterEach(() => control('DELETE', '/api/faults'));

/** A meeting ahead of this kind as the plan shows it, with the event that stands for it. */
async function aheadOf(kind: string) {
  const meeting = (await stage.plan()).meetings.find((one) => one.kind === kind && one.state === 'in calendars');
  const eventId = stage.world.meetings.recorded().find(({ key }) => key === meeting?.key)?.eventId;
  if (meeting === undefined || eventId === undefined) throw new Error(`no ${kind} ahead`);
  return { meeting, eventId };
}
const shown = async (key: string) => (await stage.plan()).meetings.find((one) => one.key === key);
const at = (dateTime: string) => ({ dateTime: `${dateTime}:00`, timeZone: 'Europe/London' });

describe('in Outlook', () => {
  it('a moved meeting is moved in the plan, and stays there whatever the plan would say', async () => {
    const { meeting, eventId } = await aheadOf('board');
    await stage.byHand('PATCH', `/events/${eventId}`, { start: at('2026-12-10T18:00'), end: at('2026-12-10T20:00') });
    await stage.look();
    expect(await shown(meeting.key)).toMatchObject({
      start: '2026-12-10T18:00',
      end: '2026-12-10T20:00',
      moved: { where: 'Outlook' },
    });
    expect(await stage.ahead('plan')).toMatchObject({ total: 0 });
    const written = stage.world.graph.requests();
    await stage.look();
    expect(stage.world.graph.requests() - written).toBeLessThanOrEqual(3);
  });

  it('an event deleted by hand asks what to do; put back, it is made once more, with a card of its own', async () => {
    const { meeting, eventId } = await aheadOf('board');
    const count = (await stage.events()).length;
    await stage.byHand('DELETE', `/events/${eventId}`);
    await stage.look();
    expect(await shown(meeting.key)).toMatchObject({ question: 'gone from the calendar', state: 'in calendars' });
    // Nothing is done to it before somebody has answered.
    expect(await stage.ahead()).toMatchObject({ total: 0 });
    const { questions } = (await read(stage.ask('GET', `/api/plan/${YEAR}/questions`), 200)) as {
      questions: unknown[];
    };
    expect(questions).toHaveLength(1);

    await read(stage.ask('POST', `/api/plan/${YEAR}/questions`, { key: meeting.key, answer: 'put it back' }), 200);
    await stage.beat();
    expect(await stage.events()).toHaveLength(count);
    expect((await aheadOf('board')).eventId).not.toBe(eventId);
    await stage.look();
    expect((await shown(meeting.key))?.question).toBeUndefined();
  });

  it('left out, it stays cancelled and the plan does not bring it back', async () => {
    const { meeting, eventId } = await aheadOf('board');
    await stage.byHand('DELETE', `/events/${eventId}`);
    await stage.look();
    await read(stage.ask('POST', `/api/plan/${YEAR}/questions`, { key: meeting.key, answer: 'leave it out' }), 200);
    expect(await shown(meeting.key)).toMatchObject({ state: 'cancelled' });
    expect(await stage.ahead('plan')).toMatchObject({ total: 0 });
  });

  it('what happened while the service was away is found when it comes back', async () => {
    const { meeting, eventId } = await aheadOf('board');
    await stage.byHand('DELETE', `/events/${eventId}`);
    await stage.lookAnew();
    expect(await shown(meeting.key)).toMatchObject({ question: 'gone from the calendar' });
  });

  it('an answer to the invitation shows', async () => {
    const meeting = (await stage.plan()).meetings.find((one) => !one.past && one.attendees.includes(PEOPLE.head0.id));
    const [copy] = (await stage.events(PEOPLE.head0.id)).filter(({ subject }) => subject === meeting?.title);
    await stage.answer(PEOPLE.head0.id, copy?.id ?? '', 'decline');
    await stage.look();
    const { answers } = (await read(stage.ask('GET', `/api/plan/${YEAR}/rhythm`), 200)) as {
      answers: { key: string; answers: object[] }[];
    };
    expect(answers.flatMap((one) => one.answers)).toEqual([{ person: PEOPLE.head0.id, answer: 'declined' }]);
  });

  it('is told again what could not be written down', async () => {
    const { meeting, eventId } = await aheadOf('board');
    await stage.byHand('PATCH', `/events/${eventId}`, { start: at('2026-12-10T18:00'), end: at('2026-12-10T20:00') });
    const moves = await stage.place.listPath('Meeting moves');
    await orderFaults([{ service: 'graph', method: 'POST', path: `${moves}/items`, status: 403, times: 1 }]);
    await expect(stage.look()).rejects.toThrow('403');
    await noFaults();
    await stage.look();
    expect(await shown(meeting.key)).toMatchObject({ start: '2026-12-10T18:00' });
  });
});

describe('a change of the trust', () => {
  const row = async (list: string, key: string) => {
    const found = (await stage.place.rows(list)).find(({ fields }) => fields.Key === key);
    if (found === undefined) throw new Error(`no row ${key}`);
    return found;
  };

  it('a host school that leaves: what changes is shown first, then done, and it can come back', async () => {
    const urn = SCHOOLS[0]?.urn ?? '';
    const before = await stage.events();
    const school = await row('Schools', urn);
    await stage.place.retype('Schools', school.id, { Left: '2026-12-01T12:00:00Z' });
    await stage.world.refresh();
    const { troubles } = await stage.plan();
    expect(troubles.some(({ kind }) => kind === 'host not in the trust')).toBe(true);
    expect(await stage.events()).toEqual(before);

    const ahead = await stage.ahead();
    expect(ahead.takeOut.length).toBeGreaterThan(0);
    expect(ahead.change.length).toBeGreaterThan(0);
    expect(ahead.add).toEqual([]);
    const job = await stage.put();
    expect(job).toMatchObject({ takenOut: ahead.takeOut.length, changed: ahead.change.length, failed: [] });
    const after = await stage.plan();
    expect(after.troubles.filter(({ kind }) => kind === 'host not in the trust')).toEqual([]);
    expect(await stage.events()).toHaveLength(before.length - ahead.takeOut.length);

    await stage.place.retype('Schools', school.id, { Left: null });
    await stage.world.refresh();
    expect(await stage.put()).toMatchObject({ made: ahead.takeOut.length, failed: [] });
    expect(await stage.events()).toHaveLength(before.length);
    expect(await stage.ahead()).toMatchObject({ total: 0 });
  });

  it('somebody who leaves is taken off what is ahead, without any meeting changing its time', async () => {
    const roles = (await stage.place.rows('Roles')).filter(({ fields }) => fields.Person === PEOPLE.head1.id);
    const times = new Map((await stage.plan()).meetings.map(({ key, start }) => [key, start]));
    for (const { id } of roles) await stage.remove('Roles', id);
    await stage.world.refresh();
    const { change, add, takeOut } = await stage.ahead();
    expect({ add, takeOut }).toEqual({ add: [], takeOut: [] });
    expect(change.length).toBeGreaterThan(0);
    expect(change.every(({ to }) => to.start === times.get(to.key))).toBe(true);
    await stage.put();
    const invited = (await stage.events()).filter(({ attendees }) =>
      attendees.some(({ emailAddress }) => emailAddress.address === PEOPLE.head1.email),
    );
    expect(invited.every(({ start }) => start.dateTime < '2026-11-23T09:00')).toBe(true);
  });
});

describe('a day that does not fit', () => {
  it('a move into a holiday is refused with the rule, a move to a school day is made and can be taken back', async () => {
    const { meeting } = await aheadOf('board');
    const refused = await stage.ask('POST', `/api/plan/${YEAR}/moves`, { key: meeting.key, start: '2026-12-28T17:00' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      error: { code: 'day-off', message: expect.stringContaining('(M3)') },
    });

    const body = { key: meeting.key, start: '2026-12-09T17:30' };
    const made = (await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, body), 201)) as {
      move: { id: string };
    };
    expect(await shown(meeting.key)).toMatchObject({ start: meeting.start, wanted: { start: '2026-12-09T17:30' } });
    expect(await stage.ahead()).toMatchObject({ total: 1 });
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves/undo`, { id: made.move.id }), 200);
    expect(await stage.ahead()).toMatchObject({ total: 0 });

    await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, body), 201);
    expect(await stage.put()).toMatchObject({ changed: 1, made: 0, takenOut: 0 });
    const event = (await stage.events()).find(({ start }) => start.dateTime.startsWith('2026-12-09T17:30'));
    expect(event?.subject).toBe('Board of directors');
    await stage.look();
    const { moves } = await stage.plan();
    expect(moves).toHaveLength(2);

    // Taken back after it was in calendars, the meeting goes back to where the plan has it.
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves/undo`, {}), 200);
    expect(await stage.put()).toMatchObject({ changed: 1 });
    expect(await shown(meeting.key)).toMatchObject({ start: meeting.start });
  });

  it('in the week the clocks change, a meeting keeps its wall-clock time in everybody’s calendar', async () => {
    const clocks = '2027-03-28';
    const week = (await stage.plan()).meetings.filter(({ start }) => start > '2027-03-15' && start < '2027-04-30');
    const [before, after] = [week.filter(({ start }) => start < clocks), week.filter(({ start }) => start > clocks)];
    expect(Math.min(before.length, after.length)).toBeGreaterThan(0);
    const events = new Map((await stage.events()).map((event) => [event.id, event.start.dateTime.slice(0, 16)]));
    const ids = new Map(stage.world.meetings.recorded().map(({ key, eventId }) => [key, eventId ?? '']));
    const utc = (wallClock: string, hours: number) =>
      new Date(Date.parse(`${wallClock}Z`) - hours * 3_600_000).toISOString().slice(0, 16);
    for (const { key, start } of before) expect(events.get(ids.get(key) ?? '')).toBe(utc(start, 0));
    for (const { key, start } of after) expect(events.get(ids.get(key) ?? '')).toBe(utc(start, 1));
    await stage.look();
    expect((await stage.plan()).moves).toEqual([]);
  });
});

describe('planning by hand', () => {
  it('asks calendars for the best slots: a head who is away that day is counted', async () => {
    const { meeting } = await aheadOf('head-and-ceo');
    const [head = ''] = meeting.attendees.filter((id) => id !== PEOPLE.ceo.id);
    const path = `/api/plan/${YEAR}/slots?key=${encodeURIComponent(meeting.key)}`;
    type Slots = { slots: { start: string; busy: string[]; says: string }[]; unknown: object[] };
    const plain = (await read(stage.ask('GET', path), 200)) as Slots;
    expect(plain.slots.length).toBeGreaterThan(3);
    expect(plain.slots.every(({ busy }) => busy.length === 0)).toBe(true);

    const [best] = plain.slots;
    const day = best?.start.slice(0, 10) ?? '';
    await stage.book(head, `${day}T00:00`, `${day}T23:00`);
    const asked = (await read(stage.ask('GET', `${path}&calendars=yes`), 200)) as Slots;
    expect(asked.unknown).toEqual([]);
    expect(asked.slots.some(({ start }) => start.startsWith(day))).toBe(false);

    const span = { people: [head], from: `${day}T00:00`, to: `${day}T23:30` };
    const { busy } = (await read(stage.ask('POST', `/api/plan/${YEAR}/free-busy`, span), 200)) as { busy: object[] };
    expect(busy).toContainEqual({ person: head, start: `${day}T00:00`, end: `${day}T23:00` });
  });

  it('a host chosen by hand swaps turns, so that nobody hosts more than before', async () => {
    const before = await stage.plan();
    const mine = before.meetings.filter((one) => one.kind === 'advisory' && !one.past);
    const [first] = mine;
    const other = mine.find(({ host }) => host !== first?.host)?.host;
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, { key: first?.key, host: other }), 201);
    const after = await stage.plan();
    expect(await stage.put()).toMatchObject({ changed: 2 });
    const turns = (plan: typeof before) => Object.fromEntries(plan.hosts.map(({ urn, turns: n }) => [urn, n]));
    expect(turns(await stage.plan())).toEqual(turns(before));
    expect(after.moves).toHaveLength(1);
    expect((await stage.plan()).meetings.find(({ key }) => key === first?.key)?.host).toBe(other);
  });

  it('holds the year against another: meetings and hours by kind and by person', async () => {
    const years = OWLS.calendar.years.map(({ year }) => year);
    const other = years.find((year) => year !== YEAR) ?? '';
    const told = (await read(stage.ask('GET', `/api/plan/${YEAR}/against/${other}`), 200)) as {
      kinds: { kind: string; before: { meetings: number } }[];
      after: { meetings: number };
    };
    expect(told.kinds.map(({ kind }) => kind)).toContain('strategic');
    expect(told.after.meetings).toBe((await stage.plan()).meetings.length);
  });
});

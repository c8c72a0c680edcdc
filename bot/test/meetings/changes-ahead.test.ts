/** A change of policy, of people or of term dates: shown as what ahead would change, and done on a yes, nothing past with it. */
import { randomUUID } from 'node:crypto';
import { OWLS, type TrustPolicy } from '@owls/policy';
import { beforeEach, expect, it, vi } from 'vitest';
import { personFields, roleFields } from '../../src/trust/rows.ts';
import { type PlanningStage, planningStage, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Where the sandbox's clock stands. */
const TODAY = '2026-11-23';
let stage: PlanningStage;
beforeEach(async () => {
  stage = await planningStage();
  await stage.put();
});

const told = (events: Awaited<ReturnType<PlanningStage['events']>>) =>
  events.map(({ subject, start }) => `${start.dateTime.slice(0, 16)} ${subject}`).sort();

it('new term dates move or take out only what lies on a day off now', async () => {
  const board = (await stage.plan()).meetings.find(({ kind, start }) => kind === 'strategic' && start > `${TODAY}T`);
  const day = board?.start.slice(0, 10) ?? '';
  const years = OWLS.calendar.years.map((one) =>
    one.year === YEAR ? { ...one, insetDays: [...one.insetDays, day].sort() } : one,
  );
  const closed: TrustPolicy = { ...OWLS, calendar: { ...OWLS.calendar, years } };
  const before = told(await stage.events());
  const after = await stage.under(closed);
  expect((await after.plan()).troubles.some(({ kind }) => kind === 'day off')).toBe(true);
  const { add, change, takeOut, total } = await after.ahead();
  expect(total).toBeGreaterThan(0);
  expect([...add, ...change.map(({ to }) => to)].every(({ start }) => start.slice(0, 10) !== day)).toBe(true);
  // Until somebody says yes, calendars are as they were.
  expect(told(await stage.events())).toEqual(before);
  expect(await after.put()).toMatchObject({
    made: add.length,
    changed: change.length,
    takenOut: takeOut.length,
    failed: [],
  });
  const events = await after.events();
  expect(events.filter(({ start }) => start.dateTime.startsWith(day))).toEqual([]);
  expect(await after.ahead()).toMatchObject({ total: 0 });
});

it('a change of policy changes what is ahead in place, and makes or doubles nothing', async () => {
  const meetings = OWLS.meetings.map((one) => ({ ...one, title: `${one.title} of the trust` }));
  const after = await stage.under({ ...OWLS, meetings });
  const { add, change, takeOut } = await after.ahead();
  expect({ add, takeOut }).toEqual({ add: [], takeOut: [] });
  expect(change.length).toBeGreaterThan(0);
  const before = await stage.events();
  expect(await after.put()).toMatchObject({ made: 0, changed: change.length, takenOut: 0, failed: [] });
  const events = await after.events();
  expect(events.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  expect(events.filter(({ subject }) => subject.endsWith(' of the trust'))).toHaveLength(change.length);
  expect(await after.ahead()).toMatchObject({ total: 0 });
});

it('somebody who joins is invited to what is ahead and to nothing past, with every time kept', async () => {
  const joiner = {
    ...{ id: randomUUID(), name: 'Jo Marlow', email: 'jo.marlow@owls.example' },
    roles: [{ role: 'advisory-head', scope: { kind: 'trust' } }] as const,
  };
  await stage.place.type('People', [personFields(joiner)]);
  await stage.place.type(
    'Roles',
    joiner.roles.map((held) => roleFields({ person: joiner.id, held }, joiner.name)),
  );
  await stage.world.refresh();
  const { add, change, takeOut } = await stage.ahead();
  expect({ add, takeOut }).toEqual({ add: [], takeOut: [] });
  expect(change.length).toBeGreaterThan(0);
  expect(change.every(({ to }) => to.attendees.includes(joiner.id))).toBe(true);
  const before = told(await stage.events());
  expect(await stage.put()).toMatchObject({ made: 0, changed: change.length, failed: [] });
  const events = await stage.events();
  expect(told(events)).toEqual(before);
  const invited = events.filter(({ attendees }) =>
    attendees.some(({ emailAddress }) => emailAddress.address === joiner.email),
  );
  expect(invited).toHaveLength(change.length);
  expect(invited.every(({ start }) => start.dateTime > TODAY)).toBe(true);
});

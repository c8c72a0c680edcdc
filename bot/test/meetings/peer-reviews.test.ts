/** Agreed peer reviews in the year's plan and in calendars, as their rows say (M32). */
import { beforeAll, expect, it, vi } from 'vitest';
import { PEOPLE } from '../tenant.ts';
import { type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, head0, head1, head2 } = PEOPLE;
const KEY = `peer-review/${YEAR}/115850`;
let stage: PlanningStage;
let row: string;
beforeAll(async () => {
  stage = await planningStage();
  const days = '2027-01-26\n2027-01-27\n2027-13-45';
  const people = { Lead: ceo.id, Reviewers: `${head1.id}\n${head2.id}` };
  const review = { Key: KEY, Title: 'Barn Lane', School: '115850', AcademicYear: YEAR, Days: days, ...people };
  [row = ''] = await stage.place.type('Peer reviews', [review]);
  await stage.world.refresh();
});
const events = async () =>
  (await stage.events())
    .filter(({ subject }) => subject.startsWith('Peer review'))
    .map(({ start }) => start.dateTime.slice(0, 16))
    .sort();

it('invites who leads, the reviewers and the head, moves with the row and goes with it', async () => {
  expect(stage.world.rowProblems()).toMatchObject([{ list: 'Peer reviews', key: KEY, column: 'Days' }]);
  await stage.put();
  expect(await events()).toEqual(['2027-01-26T09:00', '2027-01-27T09:00']);
  const event = (await stage.events()).find(({ subject }) => subject === 'Peer review: Barn Lane Primary School');
  expect(event?.attendees.map(({ emailAddress }) => emailAddress.address)).toEqual(
    [ceo, head1, head2, head0].map(({ email }) => email),
  );
  const move = { key: `${KEY}/1`, start: '2027-02-02T09:00' };
  const refused = (await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, move), 409)) as { error: { code: string } };
  expect(refused.error.code).toBe('of-record');

  await stage.place.retype('Peer reviews', row, { Days: '2027-02-02\n2027-02-03' });
  await stage.world.refresh();
  expect(await stage.put()).toMatchObject({ changed: 2, made: 0, failed: [] });
  expect(await events()).toEqual(['2027-02-02T09:00', '2027-02-03T09:00']);

  await stage.remove('Peer reviews', row);
  await stage.world.refresh();
  await stage.put();
  expect(await events()).toEqual([]);
});

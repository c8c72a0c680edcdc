import type { ArrangedGathering, ImportPlan, Judgement, PublishedResult } from '@owls/policy';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import type { MeetingChange } from '../../src/stores.ts';
import { type By, Conflict } from '../../src/writes.ts';
import { makePlace, PEOPLE, type Place, SCHOOLS, typeTrust } from '../tenant.ts';

const leader: By = { person: PEOPLE.east.id, surface: 'card' };
const ceo: By = { person: PEOPLE.ceo.id, surface: 'tab' };
const HALF_TERM = '2026-27/autumn-2';

describe('judgements', () => {
  let place: Place;
  let world: OpenWorld;
  let other: OpenWorld;
  beforeAll(async () => {
    place = await makePlace();
    await typeTrust(place);
    [world, other] = await Promise.all([place.open(), place.open()]);
  });

  it('are proposed, then validated, each step audited with from, to and why', async () => {
    const proposed = await world.judgements.propose('115850', HALF_TERM, '2b', 'In line', undefined, leader);
    expect(proposed.proposed).toMatchObject({ category: '2b', by: leader.person, because: 'In line' });
    const validated = await world.judgements.validate(
      '115850',
      HALF_TERM,
      '2a',
      'Strong Year 2',
      proposed.version,
      ceo,
    );
    expect(validated).toMatchObject({
      proposed: { category: '2b' },
      validated: { category: '2a', why: 'Strong Year 2' },
    });
    await other.refresh();
    expect(other.facts().judgements).toEqual([validated]);
    const audit = (await place.rows('Audit')).map(({ fields }) => fields);
    expect(audit).toContainEqual(
      expect.objectContaining({
        Action: 'category.validated',
        From: '2b',
        To: '2a',
        Why: 'Strong Year 2',
        Surface: 'tab',
      }),
    );
  });

  it('answer a repeated proposal with the row that stands there, and write nothing', async () => {
    const first = await world.judgements.propose('115851', HALF_TERM, '2b', 'Same', undefined, leader);
    expect(await world.judgements.propose('115851', HALF_TERM, '2b', 'Same', undefined, leader)).toEqual(first);
  });

  it('show the later of two people what the first one did', async () => {
    const before = await world.judgements.propose('115852', HALF_TERM, '3b', 'One', undefined, leader);
    await other.refresh();
    const now = await world.judgements.propose('115852', HALF_TERM, '3cc', 'Two', before.version, leader);
    const late = other.judgements.validate('115852', HALF_TERM, '3b', undefined, before.version, ceo);
    await expect(late).rejects.toThrow(Conflict);
    await late.catch((error: unknown) => expect((error as Conflict<Judgement>).current).toEqual(now));
  });
});

const meeting = (number: number, start: string): ArrangedGathering => ({
  ...{ key: `strategic/2026-27/${number}`, kind: 'strategic', year: '2026-27', number, title: `Strategic ${number}` },
  ...{ start, end: start.replace('T14', 'T16'), place: 'Trust office', reminderMinutes: 1440 },
  ...{ attendees: [PEOPLE.ceo.id, PEOPLE.east.id], agenda: ['Minutes', 'SOAP summary'], rule: 'M4', sentBySchools: [] },
});
const made = (meeting: ArrangedGathering): MeetingChange => ({
  ...{ did: 'made', meeting, eventId: `event of ${meeting.key}`, chat: undefined, again: 0 },
});

describe('meetings', () => {
  it('are recorded once, keep their wall-clock time on both sides of the clock change, and take their event', async () => {
    const world = await (await makePlace()).open();
    const meetings = [meeting(1, '2026-09-08T14:00'), meeting(2, '2026-11-03T14:00')];
    await world.meetings.note(meetings.map(made));
    const kept = world.facts().meetings.map(({ version: _, ...rest }) => rest);
    expect(kept).toEqual(
      meetings.map(({ sentBySchools: _, ...one }) => ({
        ...{ ...one, state: 'in calendars', eventId: `event of ${one.key}`, again: 0 },
      })),
    );
    const requests = world.graph.requests();
    await world.meetings.note(meetings.map(made));
    await world.meetings.inCalendars([
      { key: 'strategic/2026-27/1', eventId: 'event of strategic/2026-27/1', chat: undefined },
    ]);
    expect(world.graph.requests()).toBe(requests);
    await world.meetings.inCalendars([{ key: 'strategic/2026-27/1', eventId: 'AAMk-1', chat: undefined }]);
    expect(world.meetings.recorded()[0]).toMatchObject({ state: 'in calendars', eventId: 'AAMk-1' });
  });

  it('are one set when two instances put the same year into calendars at once', async () => {
    const place = await makePlace();
    const [one, two] = await Promise.all([place.open(), place.open()]);
    const year = Array.from({ length: 23 }, (_, index) => meeting(index + 1, '2026-11-03T14:00'));
    await Promise.all([one, two].map(({ meetings }) => meetings.note(year.map(made))));
    expect(await place.rows('Meetings')).toHaveLength(23);
  });
});

describe('an import', () => {
  const result = (urn: string, value: number): PublishedResult => ({
    ...{ urn, year: '2018-19', pupils: 28 },
    expected: { rwm: { value }, reading: { missing: 'suppressed' } },
  });
  const plan = (over: Partial<ImportPlan>): ImportPlan => ({
    ...{ create: [], update: [], unchanged: 0, results: [], problems: [], fingerprint: 'f' },
    ...over,
  });

  it('makes schools and results once, tells how far it is, and does nothing when applied again', async () => {
    const place = await makePlace();
    const world = await place.open();
    const told: number[] = [];
    const both = plan({ create: SCHOOLS, results: SCHOOLS.map(({ urn }, index) => result(urn, 60 + index)) });
    const by: By = { person: PEOPLE.ceo.id, surface: 'import' };
    const done = await world.imports.apply(both, by, (now, total) => told.push(now / total));
    expect(done).toEqual({ created: 3, updated: 0, results: 3 });
    expect(told.at(0)).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(world.facts().schools).toEqual(SCHOOLS);
    expect(world.facts().results[0]).toEqual(result('115850', 60));

    expect(await world.imports.apply(both, by, () => undefined)).toEqual({ created: 0, updated: 0, results: 0 });
    const [school] = SCHOOLS;
    if (school === undefined) throw new Error('no schools');
    const renamed = { ...school, name: 'Barn Lane Academy' };
    const changes = [{ field: 'name', from: school.name, to: renamed.name }];
    const updated = await world.imports.apply(plan({ update: [{ school: renamed, changes }] }), by, () => undefined);
    expect(updated).toEqual({ created: 0, updated: 1, results: 0 });
    const audit = (await place.rows('Audit')).map(({ fields }) => fields);
    expect(audit).toContainEqual(
      expect.objectContaining({
        Action: 'import.school changed',
        School: '115850',
        Field: 'name',
        To: 'Barn Lane Academy',
      }),
    );
  });
});

describe('conversations', () => {
  it('are written only when something about them changed', async () => {
    const world = await (await makePlace()).open();
    const row = {
      key: PEOPLE.head0.id,
      conversationId: 'a:1',
      serviceUrl: 'https://smba.example/uk/',
      state: 'installed' as const,
    };
    await world.conversations.put(row);
    const requests = world.graph.requests();
    await Promise.all([world.conversations.put(row), world.conversations.put({ ...row })]);
    expect(world.graph.requests()).toBe(requests);
    await world.conversations.put({ ...row, state: 'removed' });
    expect(world.conversations.get(row.key)).toEqual({ ...row, state: 'removed' });
  });
});

describe('facts', () => {
  it('are the same object until a row changes, and keep the parts that did not', async () => {
    const place = await makePlace();
    await typeTrust(place);
    const world = await place.open();
    const before = world.facts();
    await world.refresh();
    expect(world.facts()).toBe(before);
    await world.judgements.propose('115850', HALF_TERM, '2b', 'In line', undefined, leader);
    expect(world.facts()).not.toBe(before);
    expect(world.facts().schools).toBe(before.schools);
    expect(world.facts().returns).toBe(before.returns);
  });
});

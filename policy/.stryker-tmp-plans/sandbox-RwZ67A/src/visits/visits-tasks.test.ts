// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '../duties/task.ts';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import type { Visit } from './visit.ts';
import type { VisitRecords } from './visit-records.ts';
import { action, agreed, records, visit } from './visits.examples.ts';
import { visitsTasks } from './visits-tasks.ts';

const { ASH, at, AUTUMN_1, AUTUMN_2, BROOK, PEOPLE, SCHOOLS, facts } = made;
const one = facts({ schools: [ASH] });
const tasks = (moment: string, other: Partial<VisitRecords> = {}, given = one) =>
  visitsTasks(OWLS, OWLS_VISITS, given, records(other), at(moment));
const keys = (...given: Parameters<typeof tasks>) => tasks(...given).map(({ key }) => key);
const about = (kind: string, found: readonly Task[]) => found.filter(({ key }) => key.startsWith(`${kind}/`));
const planned = agreed({ planned: '2026-09-22' });
const DAYS = `visit-days/${AUTUMN_1}/p-ceo`;
const checks = ['safeguarding-audit', 'single-central-record'].map((check) => ({
  check,
  outcome: 'in order' as const,
}));

describe('what is owed about visits', () => {
  test('M29: the CEO is asked for the days from the first school day, until each school has one', () => {
    expect(keys('2026-08-25T07:59')).toEqual([]);
    expect(tasks('2026-08-25T08:00', {}, facts())).toMatchObject(
      [{ key: DAYS, since: '2026-08-25T07:00:00Z', because: /Ash Tree.*Dale Village/ }].map((task) => ({
        ...task,
        because: expect.stringMatching(task.because),
      })),
    );
    expect(keys('2026-08-25T08:00', { visits: [planned] })).toEqual([]);
  });

  test('M30: visitors and head are told of the focus a week before, and no more after the day', () => {
    const told = tasks('2026-09-15T08:00', { visits: [planned] });
    expect(told.map(({ person }) => person)).toEqual(['p-ceo', 'p-leader', 'p-ash']);
    expect(told[0]).toMatchObject({
      key: `visit-preparation/visit/${AUTUMN_1}/100001/2026-09-22/p-ceo`,
      by: '2026-09-22T08:00:00Z',
      because: expect.stringContaining('Single central record'),
    });
    expect(keys('2026-09-15T07:59', { visits: [planned] })).toEqual([]);
    expect(about('visit-preparation', tasks('2026-09-23T00:00', { visits: [planned] }))).toEqual([]);
  });

  test('M31: the leading visitor is asked for the record the day after, until it is there or the next visit is over', () => {
    const RECORD = [`visit-record/visit/${AUTUMN_1}/100001/2026-09-22/p-ceo`];
    const asked = (moment: string, visits: readonly Visit[]) =>
      about('visit-record', tasks(moment, { visits })).map(({ key }) => key);
    expect(asked('2026-09-23T07:59', [planned])).toEqual([]);
    expect(asked('2026-09-23T08:00', [planned])).toEqual(RECORD);
    expect(asked('2026-12-18T23:00', [planned])).toEqual(RECORD);
    expect(asked('2026-12-19T00:00', [planned])).toEqual([]);
    expect(asked('2026-09-23T08:00', [visit()])).toEqual([]);
  });

  test('M31: asks who would visit today where the visitors on record have gone', () => {
    const visits = [agreed({ visitors: ['p-gone'] })];
    expect(about('visit-record', tasks('2026-09-23T08:00', { visits })).map(({ person }) => person)).toEqual(['p-ceo']);
  });

  test("M31: an action's owner is reminded before its date, the head where they have gone, until it is done", () => {
    const asked = (moment: string, owner: string, done?: string) => {
      const findings = [action({ owner, ...(done ? { done } : {}) })];
      return about('visit-action', tasks(moment, { visits: [visit({ findings })] }));
    };
    expect(asked('2026-10-06T07:59', 'p-brook')).toEqual([]);
    expect(asked('2026-10-06T08:00', 'p-brook')).toMatchObject([
      { person: 'p-brook', by: '2026-10-09T16:00:00Z', title: expect.stringContaining('Plan phonics groups anew') },
    ]);
    expect(asked('2026-10-06T08:00', 'p-gone')).toEqual([
      {
        because: "It was agreed in the visit of 2026-09-22 and isn't marked done.",
        by: '2026-10-09T16:00:00Z',
        key: 'visit-action/visit/2026-27/autumn-1/100001/a1/2026-10-09/p-ash',
        kind: 'task',
        otherwise: 'It stays open and heads the agenda of the next visit.',
        person: 'p-ash',
        rule: 'M31',
        since: '2026-10-06T07:00:00Z',
        title: 'Do what the visit to Ash Tree Primary School agreed: Plan phonics groups anew',
        urn: '100001',
      },
    ]);
    expect(asked('2027-03-01T08:00', 'p-brook')).toHaveLength(1);
    expect(asked('2026-10-06T08:00', 'p-brook', '2026-10-05')).toEqual([]);
  });

  test('M31: an action wanted at once is asked for the day after the visit, never before it', () => {
    const visits = [visit({ findings: [action({ by: '2026-09-22' })] })];
    expect(about('visit-action', tasks('2026-09-23T08:00', { visits }))[0]?.since).toBe('2026-09-23T07:00:00Z');
  });

  test('M29: the CEO is called when a half term nears its end without a visit', () => {
    const missing = (moment: string, visits: readonly Visit[]) => about('visit-missing', tasks(moment, { visits }));
    expect(missing('2026-10-06T07:59', [])).toEqual([]);
    expect(missing('2026-10-06T08:00', [])).toEqual([
      {
        because: 'The half term ends on 2026-10-16 and no visit is agreed.',
        by: '2026-10-16T16:00:00Z',
        key: 'visit-missing/2026-27/autumn-1/100001/p-ceo',
        kind: 'task',
        otherwise: 'The school has one of its visits of the year less.',
        person: 'p-ceo',
        rule: 'M29',
        since: '2026-10-06T07:00:00Z',
        title: 'See that Ash Tree Primary School is visited in Autumn 1, 2026-27',
        urn: '100001',
      },
    ]);
    expect(missing('2026-10-06T08:00', [planned])[0]?.because).toBe(
      "Its visit was agreed for 2026-09-22 and isn't recorded.",
    );
    expect(missing('2026-10-06T08:00', [agreed({ planned: '2026-10-13' })])).toEqual([]);
    expect(missing('2026-10-06T08:00', [visit()])).toEqual([]);
    expect(missing('2026-10-17T00:00', [])).toEqual([]);
  });

  test('M31: checks whose time ends are called for when visits have not made them', () => {
    const called = (moment: string, visits: readonly Visit[]) =>
      about('visit-checks', tasks(moment, { visits })).map(({ because }) => because);
    expect(called('2026-10-06T08:00', [visit()])).toEqual(['No visit has recorded: Single central record.']);
    expect(called('2026-10-06T08:00', [visit({ checks })])).toEqual([]);
    const autumn2 = visit({ halfTerm: AUTUMN_2, held: '2026-11-12' });
    expect(called('2026-12-08T08:00', [visit(), autumn2])).toEqual([
      'No visit has recorded: Safeguarding audit, Website compliance, Pupil premium statement on the website, Sports premium statement on the website.',
    ]);
  });

  test('M39: who holds reviews is asked to record that they took place, each review once', () => {
    const reviews = about('reviews', tasks('2026-10-06T08:00'));
    expect(reviews.map(({ key }) => key)).toEqual([
      `reviews/${AUTUMN_1}/head-final/p-ceo`,
      `reviews/${AUTUMN_1}/leaders-final/p-leader`,
    ]);
    expect(reviews[0]?.because).toBe('Nothing is recorded for Harriet Coombe.');
    expect(about('reviews', tasks('2026-10-06T07:59'))).toEqual([]);
  });

  test('M29: nothing is owed about schools that have left, have not joined, or will have left by the day', () => {
    const gone = [{ ...ASH, left: '2026-09-15' }];
    const visits = [planned, visit({ urn: BROOK.urn, findings: [action()] })];
    expect(keys('2026-09-15T08:00', { visits }, facts({ schools: gone }))).toEqual([]);
    const going = facts({ schools: [{ ...ASH, left: '2026-09-18' }] });
    expect(keys('2026-09-16T08:00', { visits }, going)).toEqual([]);
    // Joined after the last call: there is no time for a visit in the half term any more.
    const late = facts({ schools: [{ ...ASH, joined: '2026-10-08' }] });
    expect(about('visit-missing', tasks('2026-10-08T08:00', {}, late))).toEqual([]);
    expect(keys('2026-09-15T08:00', { visits }, facts({ schools: [{ ...ASH, joined: '2026-09-16' }] }))).toEqual([]);
  });

  test("M29: nothing is owed in a trust without schools or without people, nor beyond the policy's years", () => {
    expect(keys('2026-10-06T08:00', {}, facts({ schools: [] }))).toEqual([]);
    expect(keys('2026-10-06T08:00', { visits: [planned] }, facts({ people: [] }))).toEqual([]);
    expect(keys('2031-10-06T08:00', {})).toEqual([]);
  });

  describe('at any moment', () => {
    const start = at('2026-08-20T00:00');
    const hour = fc.nat(24 * 200).map((hours) => start.add({ hours }));
    const some = fc
      .record({
        schools: fc.subarray([...SCHOOLS]),
        leaver: fc.option(fc.constantFrom(...SCHOOLS)),
        people: fc.subarray([...PEOPLE]),
        held: fc.subarray([...SCHOOLS]),
        agreed: fc.subarray([...SCHOOLS]),
      })
      .map(({ schools, leaver, people, held, agreed: next }) => ({
        facts: facts({
          people,
          schools: schools.map((its) => (its === leaver ? { ...its, left: '2026-11-10' } : its)),
        }),
        records: records({
          visits: [
            ...held.map(({ urn }) => visit({ urn, findings: [action()] })),
            ...next.map(({ urn }) => agreed({ urn, halfTerm: AUTUMN_2, planned: '2026-11-12' })),
          ],
        }),
      }));
    const asked = (given: { facts: ReturnType<typeof facts>; records: VisitRecords }, now: typeof start) =>
      visitsTasks(OWLS, OWLS_VISITS, given.facts, given.records, now);

    test('M29: a task has its own key, is asked of a person on record, and began before now', () => {
      fc.assert(
        fc.property(some, hour, (given, now) => {
          const found = asked(given, now);
          expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
          for (const task of found) {
            expect(given.facts.people.map(({ id }) => id)).toContain(task.person);
            expect(Date.parse(task.since)).toBeLessThanOrEqual(now.epochMilliseconds);
            const gone = given.facts.schools.filter(({ left }) => left !== undefined && left <= now.toString());
            expect(gone.map(({ urn }) => urn)).not.toContain(task.urn);
          }
        }),
        { numRuns: 60 },
      );
    });

    test('M29: the moment a task fell due does not move with the moment of asking', () => {
      fc.assert(
        fc.property(some, hour, hour, (given, one_, other) => {
          const since = new Map(asked(given, one_).map((task) => [task.key, task.since]));
          for (const task of asked(given, other)) {
            const before = since.get(task.key);
            if (before !== undefined) expect(task.since).toBe(before);
          }
        }),
        { numRuns: 60 },
      );
    });

    test('M29: asking earlier never finds a task that had its beginning and was not owed between two askings', () => {
      fc.assert(
        fc.property(some, hour, fc.nat(24 * 60), fc.nat(24 * 60), (given, now, soon, later) => {
          const then = now.add({ hours: soon });
          const last = then.add({ hours: later });
          const ends = new Set(asked(given, last).map(({ key }) => key));
          const between = new Set(asked(given, then).map(({ key }) => key));
          for (const { key } of asked(given, now)) if (ends.has(key)) expect(between).toContain(key);
        }),
        { numRuns: 60 },
      );
    });
  });
});

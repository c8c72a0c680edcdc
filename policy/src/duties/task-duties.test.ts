import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEO, facts, HEAD_ASH, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { agreedGathering } from '../gatherings/gatherings.examples.ts';
import { areasFoundBy } from '../gatherings/kept-minutes.ts';
import type { MeetingPoint, MinutesSheet } from '../gatherings/meeting-point.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { RULES } from '../rules.ts';
import { agreed } from '../visits/visits.examples.ts';
import { due } from './due.ts';
import type { Task } from './task.ts';

const silent: Facts = facts({
  people: [
    ...PEOPLE,
    person('p-chair', 'Ada Quill', ['chair', trust]),
    person('p-director', 'Bo Reed', ['director', trust]),
  ],
  records: NO_RECORDS,
});

/** A year in which nobody answers, asked every so many hours; what was told when. */
function lived(everyHours: number): ReadonlyMap<string, { readonly task: Task; readonly told: Temporal.Instant }> {
  const told = new Map<string, { readonly task: Task; readonly told: Temporal.Instant }>();
  const delivered = new Set<string>();
  const end = Temporal.Instant.from('2027-08-20T00:00:00Z');
  for (
    let now = Temporal.Instant.from('2026-08-24T00:00:00Z');
    Temporal.Instant.compare(now, end) < 0;
    now = now.add({ hours: everyHours })
  ) {
    for (const duty of due(OWLS, { ...silent, delivered }, now)) {
      delivered.add(duty.key);
      if (duty.kind === 'task') told.set(duty.key, { task: duty, told: now });
    }
  }
  return told;
}

/** Topics in which a later message takes the place of one that was not told yet: a service that was down sends no pile. */
const REPLACED = /^(analysis|extra|extra-late)\//;

/** Of the topics whose messages replace each other, the last told to each person about each school and thing. */
function lastWords(told: ReturnType<typeof lived>): Readonly<Record<string, string>> {
  const inOrder = [...told]
    .filter(([key]) => REPLACED.test(key))
    .sort(([, one], [, other]) =>
      Temporal.Instant.compare(Temporal.Instant.from(one.task.since), Temporal.Instant.from(other.task.since)),
    );
  return Object.fromEntries(
    // What tells messages about one thing apart are their dates and how many days late they are.
    inOrder.map(([key]) => [key.replaceAll(/\/(\d{4}-\d{2}(-\d{2})?|[+-]\d+)(?=\/)/g, ''), key]),
  );
}

describe('what a year of the whole strategy asks of people who never answer', () => {
  const often = lived(3);

  test('every rule that asks something of people asks it, and each says its rule, why and what follows', () => {
    const rules = new Set([...often.values()].map(({ task }) => task.rule));
    expect([...rules].filter((rule) => !(rule in RULES))).toEqual([]);
    for (const rule of ['M16', 'M17', 'M20', 'M29', 'M32', 'M34', 'M35', 'M39', 'M41', 'M44', 'M45', 'M47', 'M49']) {
      expect(rules, rule).toContain(rule);
    }
    for (const { task } of often.values()) {
      expect(task.title, task.key).not.toBe('');
      expect(task.because, task.key).toMatch(/[.!?]$/);
      expect(task.otherwise, task.key).toMatch(/[.!?]$/);
    }
  });

  test('nobody is told before it fell due, nor anybody who is not on record', () => {
    const known = new Set(silent.people.map(({ id }) => id));
    for (const { task, told } of often.values()) {
      expect(Temporal.Instant.compare(Temporal.Instant.from(task.since), told), task.key).toBeLessThanOrEqual(0);
      expect(known, task.key).toContain(task.person);
    }
  });

  test('asking once a week ends in the same set as asking every three hours', () => {
    const seldom = lived(24 * 7);
    expect([...seldom.keys()].filter((key) => !often.has(key))).toEqual([]);
    const left = [...often.keys()].filter((key) => !seldom.has(key));
    expect(left.filter((key) => !REPLACED.test(key))).toEqual([]);
    // Extra data lapses within days; everybody who owes it is told of it all the same, and the rest ends alike.
    const [heard, hears] = [lastWords(seldom), lastWords(often)];
    expect(Object.keys(heard).sort()).toEqual(Object.keys(hears).sort());
    const analyses = Object.keys(hears).filter((subject) => subject.startsWith('analysis/'));
    expect(analyses.length).toBeGreaterThan(0);
    for (const subject of analyses) expect(heard[subject]).toBe(hears[subject]);
  });

  test('asking twice gives the same, and doing what is due leaves nothing', () => {
    for (const now of [at('2026-09-15T09:00'), at('2026-12-17T12:30'), at('2027-07-08T18:00')]) {
      const owed = due(OWLS, silent, now);
      expect(due(OWLS, silent, now)).toEqual(owed);
      expect(due(OWLS, { ...silent, delivered: new Set(owed.map(({ key }) => key)) }, now)).toEqual([]);
    }
  });

  test('what was recorded counts at once, whatever was answered before', () => {
    const now = at('2026-10-20T09:00');
    const owes = (given: Facts) => due(OWLS, given, now).filter(({ rule }) => rule === 'M34');
    expect(owes(silent).length).toBeGreaterThan(0);
    const ringFences = silent.schools.map(({ urn }) => ({
      urn,
      year: '2026-27',
      amount: 5000,
      by: CEO.id,
      at: now.toString(),
    }));
    const records = { ...NO_RECORDS, support: { ...NO_RECORDS.support, ringFences } };
    expect(owes({ ...silent, records })).toEqual([]);
    expect(owes(silent).length).toBeGreaterThan(0);
  });

  test('a head who is asked is the head of that school (M1)', () => {
    const asked = [...often.values()].filter(({ task }) => task.person === HEAD_ASH.id && task.urn !== undefined);
    expect(new Set(asked.map(({ task }) => task.urn))).toEqual(new Set(['100001']));
  });
});

describe('what advisory heads found', () => {
  test('M5: is looked at in the next visit to the school it is about, once the minutes are finished', () => {
    const advisory = agreedGathering({ key: 'advisory/2026-27/1', kind: 'advisory', rule: 'M5' });
    const point = (id: string, urn: string, text: string): MeetingPoint => ({
      ...{ id, meeting: advisory.key, kind: 'development area', urn, text, by: CEO.id, version: '1' },
      at: '2026-09-09T09:30:00Z',
    });
    const preparation = (state: MinutesSheet['state']) => {
      const sheet = { gathering: advisory.key, state, attended: [CEO.id], because: '', by: CEO.id, version: '1' };
      const points = [point('1', ASH.urn, 'Phonics in Year 1'), point('2', BROOK.urn, 'Writing in Year 5')];
      const areasFound = areasFoundBy([advisory], [{ ...sheet, at: '2026-09-09T10:40:00Z' }], points);
      const records = {
        gatherings: { ...NO_RECORDS.gatherings, gatherings: [advisory], areasFound },
        visits: { ...NO_RECORDS.visits, visits: [agreed()] },
      };
      const tasks = due(OWLS, facts({ records }), at('2026-09-21T16:00'));
      return tasks.find(({ key }) => key.startsWith('visit-preparation/') && key.endsWith(HEAD_ASH.id));
    };
    const because = (state: MinutesSheet['state']) => JSON.stringify(preparation(state));
    expect(because('held')).toContain('It looks at: Phonics in Year 1; ');
    expect(because('held')).not.toContain('Writing in Year 5');
    expect(because('draft')).not.toContain('Phonics in Year 1');
    expect(because('draft')).toContain('It looks at: ');
  });
});

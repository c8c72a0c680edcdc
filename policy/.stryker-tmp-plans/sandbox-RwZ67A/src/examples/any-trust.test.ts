// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { halfTermById, halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { choicesFor, scaleOf } from '../categorisation/scale.ts';
import { suggestion } from '../categorisation/suggestion.ts';
import { due } from '../duties/due.ts';
import type { Facts } from '../facts.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { collectionWindow } from '../soap/collection.ts';
import { stepsFor, yearsAsked } from '../soap/measures.ts';
import type { OfstedGrade, YearGroup } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { SECOND } from './second-trust.examples.ts';
import { facts, ofSchool, person, school, trust } from './trust.examples.ts';

const PRIMARY: readonly YearGroup[] = ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'];
const SECONDARY: readonly YearGroup[] = ['Y7', 'Y8', 'Y9', 'Y10', 'Y11'];
const YEAR = '2026-27';

/** Five schools that fit the trust, with a head each, a CEO, a chair and a director. */
function peopled(years: readonly YearGroup[]): Facts {
  const schools = [1, 2, 3, 4, 5].map((n) =>
    school(`20000${n}`, `School ${n}`, { years, cluster: n < 3 ? 'East' : 'West' }),
  );
  return facts({
    schools,
    people: [
      person('p-ceo', 'A', ['ceo', trust]),
      person('p-chair', 'B', ['chair', trust]),
      person('p-director', 'C', ['director', trust]),
      ...schools.map(({ urn }) => person(`p-${urn}`, urn, ['head', ofSchool(urn)], ['advisory-head', trust])),
      person('p-east', 'D', ['cluster-leader', { kind: 'cluster', cluster: 'East' }]),
      person('p-west', 'E', ['cluster-leader', { kind: 'cluster', cluster: 'West' }]),
    ],
  });
}

const TRUSTS: readonly (readonly [string, TrustPolicy, Facts])[] = [
  ['OWLS', OWLS, peopled(PRIMARY)],
  ['a trust that differs wherever it may', SECOND, peopled(SECONDARY)],
];

describe.each(TRUSTS)('%s', (_, policy, given) => {
  test('has no meeting on a day without school, and every kind of its own (M3, M4, M5)', () => {
    const meetings = plan(policy, given, YEAR);
    expect(meetings.filter(({ start }) => !isSchoolDay(policy, start.slice(0, 10)))).toEqual([]);
    expect(new Set(meetings.map(({ kind }) => kind))).toEqual(new Set(policy.meetings.map(({ kind }) => kind)));
  });

  test('shares hosting so that nobody hosts more than once more often than another (M5)', () => {
    for (const { kind } of policy.meetings.filter(({ host }) => host === 'rotating')) {
      const hosts = plan(policy, given, YEAR).flatMap((one) => (one.kind === kind && one.host ? [one.host] : []));
      const counts = given.schools.map(({ urn }) => hosts.filter((host) => host === urn).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  test('asks of a school each measure of its years in exactly one step (M13)', () => {
    const [one] = given.schools;
    if (!one) throw new Error('The trust has no schools.');
    const asked = stepsFor(policy, one).flatMap(({ years }) => years ?? []);
    expect(yearsAsked(policy, one).every((year) => asked.filter((it) => it === year).length === 1)).toBe(true);
    expect(yearsAsked(policy, one).length).toBeGreaterThan(0);
  });

  test('prompts every head when the window opens, and owes nothing more once that is delivered (M14)', () => {
    for (const { id, year } of halfTerms(policy).filter((one) => one.year === YEAR)) {
      expect(halfTermById(policy, id)?.year).toBe(year);
      const { opens } = collectionWindow(policy, id);
      const prompts = due(policy, given, opens).filter((one) => one.kind === 'soap-prompt' && one.halfTerm === id);
      expect(prompts).toHaveLength(given.schools.length);
      const delivered = new Set(due(policy, given, opens).map(({ key }) => key));
      expect(due(policy, { ...given, delivered }, opens)).toEqual([]);
    }
  });

  test('asked every hour or once a day, in the end owes the same kinds to the same people (M14, M25)', () => {
    const [first] = halfTerms(policy).filter((one) => one.year === YEAR);
    if (!first) throw new Error('The year has no half terms.');
    const lived = (hours: number) => {
      let delivered: ReadonlySet<string> = new Set();
      const end = Temporal.Instant.from(`${first.to}T23:00:00Z`);
      for (
        let now = end.subtract({ hours: 24 * 30 });
        Temporal.Instant.compare(now, end) <= 0;
        now = now.add({ hours })
      ) {
        delivered = new Set([...delivered, ...due(policy, { ...given, delivered }, now).map(({ key }) => key)]);
      }
      return delivered;
    };
    const often = lived(1);
    for (const key of lived(24)) expect(often).toContain(key);
    expect(often.size).toBeGreaterThan(0);
  });

  test('has a category for each grade, and suggests one that the school can be given (M24, M27)', () => {
    for (const grade of [1, 2, 3, 4] satisfies OfstedGrade[]) {
      const one = { urn: '200001', ofsted: { grade } };
      expect(choicesFor(policy, one).length).toBeGreaterThan(0);
      const { category } = suggestion(policy, given, one, halfTerms(policy)[0]?.id ?? '');
      expect(choicesFor(policy, one)).toContain(category);
    }
    expect(scaleOf(policy).some(({ ofsted, heading }) => ofsted === 4 && heading === 'at risk')).toBe(false);
  });

  test('asks nothing of topics it keeps no records of, and once it keeps them tells each person once (M35, M37)', () => {
    const [first] = halfTerms(policy).filter((one) => one.year === YEAR);
    if (!first) throw new Error('The year has no half terms.');
    const now = Temporal.Instant.from(`${first.from}T18:00:00Z`).add({ hours: 24 * 7 });
    const tasks = (it: Facts) => due(policy, it, now).filter(({ kind }) => kind === 'task');
    expect(tasks(given)).toEqual([]);
    const kept = { ...given, records: NO_RECORDS };
    const keys = tasks(kept).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    expect(tasks({ ...kept, delivered: new Set(keys) })).toEqual([]);
  });
});

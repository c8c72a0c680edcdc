import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { facts, ofSchool, PEOPLE, person, school, trust } from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { belongs } from '../trust/belonging.ts';
import type { OfstedGrade } from '../trust/school.ts';
import { FULL, planned, YEAR } from './gatherings.examples.ts';
import { gatheringPlan, occurrences } from './occurrences.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';
import { termOf } from './terms.ts';

const HALF_TERMS = halfTerms(OWLS).filter(({ year }) => year === YEAR);

describe('what always holds of a plan', () => {
  const DATES = ['2026-07-01', '2026-09-20', '2026-11-11', '2027-01-05', '2027-06-30'];
  const someSchool = fc.record({
    cluster: fc.constantFrom('North', 'South', ''),
    grade: fc.constantFrom<OfstedGrade | undefined>(1, 2, 3, 4, undefined),
    joined: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    left: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    head: fc.integer({ min: 0, max: 5 }),
  });
  const someTrust = fc.record({
    schools: fc.array(someSchool, { maxLength: 12 }),
    // People who hold other roles beside, or nobody at all.
    extra: fc.array(
      fc.record({
        who: fc.integer({ min: 0, max: 5 }),
        role: fc.constantFrom('ceo', 'chair', 'director', 'central-team', 'cluster-leader', 'system-leader'),
      }),
      { maxLength: 8 },
    ),
    time: fc.constantFrom('08:30', '13:30', '16:00', '17:30'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
  });

  function made({ schools, extra, time, weekdays }: typeof someTrust extends fc.Arbitrary<infer T> ? T : never) {
    const all = schools.map(({ grade, joined, left, cluster }, place) =>
      school(`${500_000 + place}`, `School ${place}`, {
        cluster,
        ...(joined === undefined ? {} : { joined }),
        ...(left === undefined ? {} : { left }),
        ...(grade === undefined ? { sponsored: true } : { ofsted: { grade } }),
      }),
    );
    const people = Array.from({ length: 6 }, (_, who) =>
      person(
        `p-${who}`,
        `Person ${who}`,
        ...schools.flatMap(({ head }, place) =>
          head === who ? [['head', ofSchool(`${500_000 + place}`)] as const] : [],
        ),
        ...extra.flatMap((one) => (one.who === who ? [[one.role, trust] as const] : [])),
      ),
    );
    const own = {
      ...OWLS_GATHERINGS,
      gatherings: OWLS_GATHERINGS.gatherings.map((one) =>
        'weekdays' in one && one.rhythm.startsWith('school') ? { ...one, time, weekdays } : one,
      ),
    };
    const known = facts({ schools: all, people });
    return { own, known, ...gatheringPlan(OWLS, own, known, YEAR) };
  }

  test('every meeting is on a school day, the summer one on a working day of the break', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        for (const { rule, start } of made(given).gatherings) {
          const date = start.slice(0, 10);
          if (rule !== 'M6') expect(isSchoolDay(OWLS, date)).toBe(true);
          else expect(date > '2026-07-10' && date < '2026-08-25').toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('nobody is in two places at once, the heads’ meetings included', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        const { gatherings, known } = made(given);
        const theirs = new Map<string, { start: string; end: string; key: string }[]>();
        for (const { attendees, start, end, key } of gatherings) {
          expect(new Set(attendees).size).toBe(attendees.length);
          for (const id of attendees) theirs.set(id, [...(theirs.get(id) ?? []), { start, end, key }]);
        }
        for (const { attendees, start, end, key } of plan(OWLS, known, YEAR)) {
          for (const id of attendees) theirs.set(id, [...(theirs.get(id) ?? []), { start, end, key }]);
        }
        const planned = new Set(gatherings.map(({ key }) => key));
        for (const list of theirs.values()) {
          list.sort((one, other) => (one.start < other.start ? -1 : 1));
          for (const [place, one] of list.entries()) {
            const next = list[place + 1];
            // Two heads' meetings of the existing cadence may touch each other: that is not this plan's.
            if (!next || (!planned.has(one.key) && !planned.has(next.key))) continue;
            expect(one.end <= next.start).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('each school has as many meetings as the policy says, or they are named as not placed', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        const { gatherings, unplaced, known } = made(given);
        const keys = [...gatherings, ...unplaced].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of known.schools) {
          for (const { id, year, name, from, to } of HALF_TERMS) {
            const open = schoolDays(from, to).some((date) => belongs(one, date));
            const grade = one.ofsted?.grade;
            const times = !open ? 0 : grade === 4 ? 3 : grade === 3 ? 2 : 1;
            expect(keys.filter((key) => key.startsWith(`school-review/${id}/${one.urn}/`))).toHaveLength(times);
            if (open) expect(keys).toContain(`head-and-ceo/${year}/${termOf(name)}/${one.urn}`);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('of the schools that belong all year, none hosts the trust’s networks more than once more often than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        const schools = Array.from({ length: count }, (_, place) =>
          school(`${600_000 + place}`, `School ${place}`, { cluster: place % 2 ? 'North' : 'South' }),
        );
        const planned = occurrences(OWLS, OWLS_GATHERINGS, facts({ schools, people: PEOPLE }), YEAR);
        for (const pool of [undefined, 'North', 'South']) {
          const hosts = planned.filter(({ urn, cluster, host }) => !urn && cluster === pool && host);
          const counts = schools
            .filter(({ cluster }) => pool === undefined || cluster === pool)
            .map(({ urn }) => hosts.filter(({ host }) => host === urn).length);
          if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 9 },
    );
  });

  test('the order in which schools and people are listed changes nothing', () => {
    const turned = { ...FULL, schools: [...FULL.schools].reverse(), people: [...FULL.people].reverse() };
    expect(occurrences(OWLS, OWLS_GATHERINGS, turned, YEAR)).toEqual(planned());
  });

  function schoolDays(from: string, to: string): readonly string[] {
    return [...DATES, from, to].filter((date) => from <= date && date <= to && isSchoolDay(OWLS, date));
  }
});

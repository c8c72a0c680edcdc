// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { belongs } from '../trust/belonging.ts';
import { lengthOf } from './length-of.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { schoolDays } from './visit-days.ts';
import { type VisitPlan, visitPlan } from './visit-plan.ts';
import { visitorsOf } from './visitors-of.ts';
import { agreed, visit } from './visits.examples.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, CEO, PEOPLE, SCHOOLS, facts, ofSchool, person, school, trust } =
  made;
const YEAR = '2026-27';
const year = halfTerms(OWLS).filter((halfTerm) => halfTerm.year === YEAR);
const planned = (given = facts(), recorded = [] as Parameters<typeof visitPlan>[4]) =>
  visitPlan(OWLS, OWLS_VISITS, given, YEAR, recorded);

/** No visitor twice on a day, every day a school day on which the school belongs, no school twice in a half term. */
function holds({ visits }: VisitPlan, given: ReturnType<typeof facts>): void {
  const days = visits.flatMap(({ date, visitors }) => visitors.map((id) => `${date}/${id}`));
  expect(new Set(days).size).toBe(days.length);
  expect(new Set(visits.map(({ key }) => key)).size).toBe(visits.length);
  for (const { urn, date, halfTerm } of visits) {
    const dates = year.find(({ id }) => id === halfTerm);
    expect(dates && dates.from <= date && date <= dates.to && isSchoolDay(OWLS, date)).toBe(true);
    const its = given.schools.find((one) => one.urn === urn);
    expect(its && belongs(its, date)).toBe(true);
  }
}

const day = fc.integer({ min: 0, max: 330 }).map((count) => shifted('2026-08-20', count));
const someSchools = (most: number, comeAndGo: boolean) =>
  fc
    .array(fc.record({ joined: fc.option(day, { freq: 2 }), left: fc.option(day, { freq: 2 }) }), { maxLength: most })
    .map((all) =>
      all.map(({ joined, left }, at) =>
        school(`${200000 + at}`, `School ${String.fromCharCode(65 + ((at * 7) % 26))}${at}`, {
          ...(comeAndGo && joined ? { joined } : {}),
          ...(comeAndGo && left ? { left } : {}),
        }),
      ),
    );

describe('the plan of core visits', () => {
  test('M29: gives each school one visit a half term, the CEO leading and a head leader with them', () => {
    const { visits, unplaced } = planned();
    expect(unplaced).toEqual([]);
    for (const { id } of year) {
      expect(visits.filter(({ halfTerm }) => halfTerm === id).map(({ urn }) => urn)).toEqual(
        SCHOOLS.map(({ urn }) => urn),
      );
    }
    expect(new Set(visits.map(({ visitors }) => visitors.join()))).toEqual(new Set(['p-ceo,p-leader']));
    expect(visits[0]).toEqual({
      date: '2026-09-04',
      halfTerm: '2026-27/autumn-1',
      key: 'visit/2026-27/autumn-1/100001',
      minutes: 180,
      starts: '09:00',
      urn: '100001',
      visitors: ['p-ceo', 'p-leader'],
      why: {
        because: [
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
          'Rowan Ellery comes as CEO.',
          'Imogen Vale comes as head teacher leader.',
          '4 visits are spread over the school days of Autumn 1, 2026-27.',
        ],
        rule: 'M29',
        wouldChange: 'Agree another day with the school and record it.',
      },
    });
  });

  test("M29: keeps off the trust's meetings and the ends of the half term while it can", () => {
    expect(
      planned()
        .visits.filter(({ halfTerm }) => halfTerm === AUTUMN_1)
        .map(({ date }) => date),
    ).toEqual(['2026-09-04', '2026-09-15', '2026-09-24', '2026-10-05']);
  });

  test('M29: leaves an agreed visit where it is and plans round it', () => {
    const recorded = [
      agreed({ urn: CEDAR.urn, planned: '2026-09-21', visitors: ['p-ceo'] }),
      visit({ held: '2026-09-01' }),
    ];
    const plan = planned(facts(), recorded);
    expect(plan.visits.find(({ urn }) => urn === CEDAR.urn)).toEqual({
      date: '2026-09-21',
      halfTerm: '2026-27/autumn-1',
      key: 'visit/2026-27/autumn-1/100003',
      minutes: 180,
      starts: '09:00',
      urn: '100003',
      visitors: ['p-ceo'],
      why: {
        because: [
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
          'Rowan Ellery comes as CEO.',
          'Imogen Vale comes as head teacher leader.',
          'The day is agreed: 2026-09-21.',
        ],
        rule: 'M29',
        wouldChange: 'Agree another day with the school and record it.',
      },
    });
    expect(plan.visits.find(({ urn }) => urn === ASH.urn)?.date).toBe('2026-09-01');
    holds(plan, facts());
  });

  test('M29: plans anew a visit agreed for a day after the school leaves', () => {
    const leaving = facts({ schools: [{ ...ASH, left: '2026-09-10' }] });
    const { visits } = planned(leaving, [agreed({ planned: '2026-09-22' })]);
    expect(visits).toHaveLength(1);
    expect(visits.every(({ date }) => date < '2026-09-10')).toBe(true);
  });

  test('M29: says which visits find no day, and why, where there are more than days', () => {
    const many = Array.from({ length: 40 }, (_, at) => school(`${300000 + at}`, `School ${at}`));
    const { visits, unplaced } = planned(facts({ schools: many }));
    const days = schoolDays(OWLS, year[4] ?? { id: '', year: '', name: '', from: '', to: '' }).length;
    expect(visits.filter(({ halfTerm }) => halfTerm === `${YEAR}/summer-1`)).toHaveLength(days);
    expect(unplaced.filter(({ halfTerm }) => halfTerm === `${YEAR}/summer-1`)).toHaveLength(40 - days);
    expect(unplaced[0]?.why).toEqual({
      because: [
        'Autumn 1, 2026-27 has 38 school days for 40 visits.',
        'No day is left on which its visitors are free and the school belongs to the trust.',
      ],
      rule: 'M29',
      wouldChange: 'Let more people visit, or move a visit that is agreed.',
    });
  });

  test('M29: plans no visit while nobody visits for the trust, and says so', () => {
    const { visits, unplaced } = planned(facts({ people: [], schools: [ASH] }));
    expect(visits).toEqual([]);
    expect(unplaced).toHaveLength(6);
    expect(unplaced[0]?.why.because).toContain("Nobody who doesn't head the school is CEO.");
  });

  test('M29: is empty without schools and for a year without dates', () => {
    expect(planned(facts({ schools: [] }))).toEqual({ visits: [], unplaced: [] });
    expect(visitPlan(OWLS, OWLS_VISITS, facts(), '2099-00')).toEqual({ visits: [], unplaced: [] });
  });

  test('M29: has as many visits on a day as there are visitors where the CEO does not come', () => {
    const leaders = made.person('p-l2', 'Second Leader', ['head-leader', made.ofCluster('South')]);
    const own = { ...OWLS_VISITS, visitors: ['head-leader' as const] };
    const many = Array.from({ length: 60 }, (_, at) =>
      school(`${300000 + at}`, `School ${at}`, { cluster: at % 2 ? 'North' : 'South' }),
    );
    const given = facts({ schools: many, people: [...PEOPLE, leaders] });
    const plan = visitPlan(OWLS, own, given, YEAR);
    expect(plan.unplaced.filter(({ halfTerm }) => halfTerm === AUTUMN_2)).toEqual([]);
    holds(plan, given);
  });

  test('M29: never has a visitor twice on a day, nor a day off, whatever schools come and go', () => {
    fc.assert(
      fc.property(someSchools(45, true), (schools) => {
        const given = facts({ schools });
        const plan = planned(given);
        holds(plan, given);
        // Every school that has a day in a half term is in its plan, placed or not.
        for (const halfTerm of year) {
          const there = schools.filter((one) => schoolDays(OWLS, halfTerm).some((date) => belongs(one, date)));
          const named = [...plan.visits, ...plan.unplaced].filter((one) => one.halfTerm === halfTerm.id);
          expect(named.map(({ urn }) => urn).toSorted()).toEqual(there.map(({ urn }) => urn).toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });

  test('M29: finds every school a day while days are enough, and spreads the visits evenly', () => {
    // Without meetings and days kept free all school days count, so that gaps can be told by counting them.
    const policy = { ...OWLS, meetings: [] };
    const own = { ...OWLS_VISITS, keepFree: { first: 0, last: 0 } };
    fc.assert(
      fc.property(someSchools(23, false), (schools) => {
        const plan = visitPlan(policy, own, facts({ schools }), YEAR);
        expect(plan.unplaced).toEqual([]);
        for (const halfTerm of year) {
          const days = schoolDays(policy, halfTerm);
          const at = plan.visits.filter((one) => one.halfTerm === halfTerm.id).map(({ date }) => days.indexOf(date));
          const gaps = at.slice(1).map((place, before) => place - (at[before] ?? 0));
          if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('M29: finds as many days as can be when schools join and leave within a half term', () => {
    const [first] = year;
    const days = first ? schoolDays(OWLS, first) : [];
    const half = Math.floor(days.length / 2);
    // One half of the schools has only the first half of the days, the other only the second.
    const early = days.slice(0, half).map((_, at) => school(`${400000 + at}`, `Z ${at}`, { left: days[half] ?? '' }));
    const late = days.slice(half).map((_, at) => school(`${500000 + at}`, `A ${at}`, { joined: days[half] ?? '' }));
    const plan = planned(facts({ schools: [...early, ...late] }));
    expect(plan.unplaced.filter(({ halfTerm }) => halfTerm === AUTUMN_1)).toEqual([]);
  });

  test('M29: is the same whatever the order of schools and people', () => {
    fc.assert(
      fc.property(
        someSchools(12, true),
        fc.shuffledSubarray([...PEOPLE], { minLength: PEOPLE.length }),
        (schools, people) => {
          expect(planned(facts({ schools: schools.toReversed(), people }))).toEqual(planned(facts({ schools })));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('M29: recorded as it is proposed, proposes the same again', () => {
    fc.assert(
      fc.property(someSchools(12, true), (schools) => {
        const given = facts({ schools });
        const once = planned(given);
        const recorded = once.visits.map(({ key, urn, halfTerm, date, visitors }) =>
          agreed({ key, urn, halfTerm, planned: date, visitors }),
        );
        const dates = ({ visits }: VisitPlan) => visits.map(({ key, date }) => ({ key, date }));
        expect(dates(planned(given, recorded))).toEqual(dates(once));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the length of a visit', () => {
  const judged = (category: string, halfTerm = AUTUMN_1) =>
    facts({
      judgements: [{ urn: ASH.urn, halfTerm, validated: { category, by: 'p-ceo', at: '2026-10-15T10:00:00Z' } }],
    });
  const minutes = (given: ReturnType<typeof facts>, urn = ASH.urn) =>
    lengthOf(OWLS, OWLS_VISITS, given, AUTUMN_2, urn).minutes;

  test('M29: is half a day for a good school heading up and a whole day for one at risk', () => {
    expect(['2a', '2b', '2cc'].map((category) => minutes(judged(category)))).toEqual([180, 240, 390]);
  });

  test('M29: is a whole day at grade 3 even where it is heading up, and where nothing is known', () => {
    expect(minutes(facts(), DALE.urn)).toBe(390);
    const { ofsted: _none, ...ungraded } = BROOK;
    expect(minutes(facts({ schools: [ungraded] }), BROOK.urn)).toBe(390);
  });

  test('M29: says what it rests on', () => {
    expect(lengthOf(OWLS, OWLS_VISITS, judged('2cc'), AUTUMN_2, ASH.urn).why).toEqual({
      because: [
        'Its last validated category is 2cc. It asks for 390 minutes.',
        'Its last Ofsted grade is 2. It asks for 180 minutes.',
      ],
      rule: 'M29',
      wouldChange: 'A category validated before the half term, or an inspection, can change it.',
    });
  });

  test('M29: does not change within a half term by what is validated in it', () => {
    expect(minutes(judged('2cc', AUTUMN_2))).toBe(180);
  });
});

describe('who visits', () => {
  test("M29: in a head leader's own school another head leader comes, or nobody but the CEO", () => {
    const leads = person('p-own', 'Own Leader', ['head-leader', ofSchool(ASH.urn)], ['head', ofSchool(ASH.urn)]);
    const ids = (people: (typeof PEOPLE)[number][]) =>
      visitorsOf(OWLS_VISITS, facts({ people }), ASH.urn).visitors.map(({ id }) => id);
    expect(ids([CEO, leads])).toEqual(['p-ceo']);
    expect(ids([CEO, leads, person('p-z', 'Zoe', ['head-leader', trust])])).toEqual(['p-ceo', 'p-z']);
  });

  test('M29: one person in both roles comes once', () => {
    const both = person('p-both', 'Both', ['ceo', trust], ['head-leader', trust]);
    expect(visitorsOf(OWLS_VISITS, facts({ people: [both] }), ASH.urn).visitors).toEqual([both]);
  });
});

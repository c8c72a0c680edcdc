import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { categoriesView } from './categories.ts';
import { dashboard } from './dashboard.ts';
import { judged, lived } from './lived.examples.ts';
import { meetingsView } from './meetings.ts';
import { peopleView } from './people.ts';
import { schoolView } from './school.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
const see = (given = lived, now = NOW, who = made.CEO) => dashboard(OWLS, given, who, now, { reminders: () => 0 });
const needs = (...given: Parameters<typeof see>) => see(...given).attention;
const planned = plan(OWLS, facts(), '2026-27').map((one) => ({ ...one, state: 'agreed' as const, version: '1' }));

describe('what needs the reader, in words and in order (M4, M14, M25)', () => {
  test('in the middle of a round', () => {
    expect(needs()).toEqual([
      {
        level: 'urgent',
        says: '3 returns are overdue for Autumn 2, 2026-27: Brookside Infant School, Cedar Junior School and Dale Village Primary School.',
        to: '/collection',
      },
      {
        level: 'soon',
        says: 'One category awaits your validation.',
        to: '/categories/2026-27/autumn-2',
      },
      {
        level: 'soon',
        says: "21 meetings of 2026-27 are in nobody's calendar yet.",
        to: '/meetings',
      },
      {
        level: 'info',
        says: 'One school is at risk of slipping: Brookside Infant School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
  });

  test('one and many of each', () => {
    const all = made.SCHOOLS.map((one) => soapReturn(one, AUTUMN_2));
    expect(needs({ ...lived, returns: all.slice(1), meetings: planned })).toEqual([
      {
        level: 'urgent',
        says: 'One return is overdue for Autumn 2, 2026-27: Ash Tree Primary School.',
        to: '/collection',
      },
      {
        level: 'soon',
        says: 'One category awaits your validation.',
        to: '/categories/2026-27/autumn-2',
      },
      {
        level: 'info',
        says: 'One school is at risk of slipping: Brookside Infant School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    const headless = {
      ...lived,
      returns: all,
      meetings: planned.slice(0, -1),
      people: lived.people.filter(({ id }) => id !== 'p-two' && id !== 'p-ash'),
    };
    expect(needs(headless)).toEqual([
      {
        level: 'urgent',
        says: 'Ash Tree Primary School, Cedar Junior School and Dale Village Primary School have no head on record, so nobody is asked for the return.',
        to: '/people',
      },
      {
        level: 'soon',
        says: 'One category awaits your validation.',
        to: '/categories/2026-27/autumn-2',
      },
      {
        level: 'soon',
        says: "One meeting of 2026-27 is in nobody's calendar yet.",
        to: '/meetings',
      },
      {
        level: 'info',
        says: 'One school is at risk of slipping: Brookside Infant School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    const oneHeadless = {
      ...lived,
      returns: all,
      meetings: planned,
      people: lived.people.filter(({ id }) => id !== 'p-ash'),
    };
    expect(needs(oneHeadless)).toEqual([
      {
        level: 'urgent',
        says: 'Ash Tree Primary School has no head on record, so nobody is asked for the return.',
        to: '/people',
      },
      {
        level: 'soon',
        says: 'One category awaits your validation.',
        to: '/categories/2026-27/autumn-2',
      },
      {
        level: 'info',
        says: 'One school is at risk of slipping: Brookside Infant School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    const many = Array.from({ length: 6 }, (_, place) => made.school(`70000${place}`, `School ${place}`));
    expect(needs(facts({ schools: many, meetings: planned })).map(({ says }) => says)).toEqual([
      '6 returns are overdue for Autumn 2, 2026-27: School 0, School 1, School 2 and 3 more.',
      'School 0, School 1, School 2 and 3 more have no head on record, so nobody is asked for the return.',
    ]);
    expect(needs(facts({ schools: many.slice(0, 5), meetings: planned })).map(({ says }) => says)).toEqual([
      '5 returns are overdue for Autumn 2, 2026-27: School 0, School 1, School 2 and 2 more.',
      'School 0, School 1, School 2 and 2 more have no head on record, so nobody is asked for the return.',
    ]);
  });

  test('categories that await, urgent once their day has passed; none once the round is complete', () => {
    const round = (count: number, validated = 0) => ({
      ...lived,
      meetings: planned,
      returns: made.SCHOOLS.map((one) => soapReturn(one, AUTUMN_2)),
      judgements: made.SCHOOLS.slice(0, count).map(({ urn }, place) => judged(urn, '2b', AUTUMN_2, place < validated)),
    });
    expect(needs(round(1))).toEqual([
      {
        level: 'soon',
        says: 'One category awaits your validation.',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    expect(needs(round(3), at('2026-12-16T17:00'))).toEqual([
      {
        level: 'soon',
        says: '3 categories await your validation.',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    expect(needs(round(3), at('2026-12-16T17:01'))[0]?.level).toBe('urgent');
    expect(needs(round(4, 4))).toEqual([]);
    expect(needs(round(3), NOW, made.CLUSTER_NORTH)).toEqual([]);
  });

  test('schools at risk of slipping, and no meeting planned for those who cannot plan', () => {
    const risk = (...urns: string[]) => ({
      ...lived,
      returns: made.SCHOOLS.map((one) => soapReturn(one, AUTUMN_2)),
      meetings: planned,
      judgements: urns.map((urn) => judged(urn, '2cc', AUTUMN_1)),
    });
    expect(needs(risk(ASH.urn))).toEqual([
      {
        level: 'info',
        says: 'One school is at risk of slipping: Ash Tree Primary School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    expect(needs(risk(ASH.urn, BROOK.urn))).toEqual([
      {
        level: 'info',
        says: '2 schools are at risk of slipping: Ash Tree Primary School (2cc) and Brookside Infant School (2cc).',
        to: '/categories/2026-27/autumn-2',
      },
    ]);
    expect(needs({ ...risk(), meetings: [] }, NOW, made.CLUSTER_NORTH)).toEqual([]);
  });
});

describe('views in full', () => {
  test('M26: the categories of a round as the dashboard places them', () => {
    const { categories } = see({
      ...lived,
      judgements: [...lived.judgements, judged(CEDAR.urn, '2b', '2025-26/summer-2')],
    });
    expect({ ...categories, matrix: categories.matrix.filter(({ schools }) => schools.length > 0) }).toEqual({
      atRisk: 1,
      matrix: [
        {
          code: '2a',
          name: 'Good, heading for outstanding',
          schools: [
            {
              move: 'up',
              name: 'Ash Tree Primary School',
              urn: '100001',
              was: '2b',
            },
          ],
        },
        {
          code: '2b',
          name: 'Good, in line',
          schools: [
            {
              move: 'same',
              name: 'Cedar Junior School',
              urn: '100003',
              was: '2b',
            },
          ],
        },
        {
          code: '2cc',
          name: 'Good, at risk',
          schools: [
            {
              move: 'same',
              name: 'Brookside Infant School',
              urn: '100002',
              was: '2cc',
            },
          ],
        },
      ],
      round: {
        complete: false,
        halfTerm: '2026-27/autumn-2',
        opens: '2026-12-09T17:00:00Z',
        proposalsDue: '2026-12-14T17:00:00Z',
        proposed: 2,
        total: 4,
        validated: 1,
        validationsDue: '2026-12-16T17:00:00Z',
      },
    });
  });

  test('M14: the collection and the bands of the heat map at their edges', () => {
    expect(see().collection.schools[0]).toEqual({
      head: 'Harriet Coombe',
      name: 'Ash Tree Primary School',
      reminders: 0,
      revision: 1,
      state: 'returned',
      submittedAt: '2026-12-07T10:00:00Z',
      urn: '100001',
    });
    const level = (value: number) => {
      const { heatMap } = see(facts({ returns: [soapReturn(ASH, AUTUMN_2, value)] }));
      return heatMap.rows[0]?.cells.find(({ measure }) => measure === 'rwm')?.band;
    };
    expect([75, 74.5, 74.4, 60, 59.5, 59.4].map(level)).toEqual([
      'strong',
      'strong',
      'secure',
      'secure',
      'secure',
      'concern',
    ]);
    const bare = { ...OWLS, calendar: { ...OWLS.calendar, years: [] } };
    expect(() => dashboard(bare, lived, made.CEO, NOW, { reminders: () => 0 })).toThrow(
      'The policy has no half terms.',
    );
    expect(see(lived, at('2031-01-01T09:00')).halfTerm.id).toBe('2027-28/summer-2');
  });

  test('M25: one school of the categories view', () => {
    const view = categoriesView(OWLS, lived, made.CEO, AUTUMN_2, NOW);
    expect(view?.schools[1]).toEqual({
      choices: ['2a', '2b', '2cc'],
      cluster: 'North',
      judgement: {
        halfTerm: '2026-27/autumn-2',
        proposed: {
          at: '2026-12-09T18:00:00Z',
          because: 'Seen in the visit.',
          by: 'p-north',
          category: '2b',
        },
        urn: '100002',
      },
      last: '2cc',
      mayPropose: true,
      mayValidate: true,
      name: 'Brookside Infant School',
      ofsted: 2,
      proposedByName: 'Tomas Arden',
      suggestion: {
        because: [
          'There is no return and no published result to go by, so it stays in line with its last category or inspection.',
          'In Autumn 1, 2026-27 it was 2cc.',
        ],
        category: '2cc',
        wouldChange: 'A return with figures would give it something to go by.',
      },
      urn: '100002',
    });
    expect(view?.scale[0]).toEqual({
      code: '1a',
      heading: 'better',
      name: 'Outstanding, secure beyond it',
      ofsted: 1,
      support: 'Core visits; its practice is offered to others.',
    });
    expect(categoriesView(OWLS, lived, made.HEAD_BROOK, AUTUMN_2, NOW)?.schools[0]?.judgement).toBeUndefined();
    expect(categoriesView(OWLS, lived, made.CEO, 'never', NOW)).toBeUndefined();
  });

  test('M28: a school’s page holds its history, oldest results first', () => {
    const results = [...lived.results].reverse();
    const view = schoolView(OWLS, { ...lived, results }, made.CEO, ASH.urn, NOW);
    expect(view?.results.map(({ year }) => year)).toEqual(['2024-25', '2025-26']);
    expect(view?.categories).toEqual([
      {
        at: '2026-12-10T08:00:00Z',
        by: 'Rowan Ellery',
        category: '2b',
        halfTerm: '2026-27/autumn-1',
        why: 'Seen in the visit.',
      },
      {
        at: '2026-12-10T08:00:00Z',
        by: 'Rowan Ellery',
        category: '2a',
        halfTerm: '2026-27/autumn-2',
        why: 'Seen in the visit.',
      },
    ]);
    expect(view?.history.map(({ halfTerm, figures }) => [halfTerm, figures.rwm, figures.attendance])).toEqual([
      ['2026-27/autumn-1', 70, 95.5],
      ['2026-27/autumn-2', 76, 95.5],
    ]);
    expect([view?.latest?.halfTerm, view?.previous?.halfTerm]).toEqual([AUTUMN_2, AUTUMN_1]);
    expect(view?.measures[0]).toEqual({
      key: 'reading',
      name: 'Reading',
      unit: '%',
      years: ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
    });
    expect(schoolView(OWLS, lived, made.HEAD_BROOK, DALE.urn, NOW)?.hidden.length).toBeGreaterThan(0);
  });

  test('M1, M4: people and meetings, by name and by time', () => {
    const people = peopleView(OWLS, lived, made.CEO, NOW, () => 'reachable');
    expect(people?.people.slice(0, 2)).toEqual([
      {
        email: 'p-brook@example.org',
        id: 'p-brook',
        name: 'Daniel Osei',
        reach: 'reachable',
        roles: [
          {
            role: 'head',
            where: 'Brookside Infant School',
          },
        ],
      },
      {
        email: 'p-ash@example.org',
        id: 'p-ash',
        name: 'Harriet Coombe',
        reach: 'reachable',
        roles: [
          {
            role: 'head',
            where: 'Ash Tree Primary School',
          },
          {
            role: 'advisory-head',
            where: 'The trust',
          },
        ],
      },
    ]);
    expect(peopleView(OWLS, lived, made.HEAD_BROOK, NOW, () => 'reachable')).toBeUndefined();
    const recorded = planned.slice(0, 3).reverse();
    const view = meetingsView(OWLS, { ...lived, meetings: recorded }, made.CEO, '2026-27', NOW);
    expect(view?.recorded.map(({ start }) => start)).toEqual(planned.slice(0, 3).map(({ start }) => start));
    expect(meetingsView(OWLS, lived, made.CEO, '2040-41', NOW)).toBeUndefined();
  });
});

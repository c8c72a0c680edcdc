// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { halfTerms } from '../calendar/academic-calendar.ts';
import { due } from '../duties/due.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { categoriesView } from '../views/categories.ts';
import { dashboard } from '../views/dashboard.ts';
import { at, CEO, facts, ofSchool, person, school, soapReturn } from './trust.examples.ts';

/** A county's worth: 315 schools with every half term from 2024-25 on returned and judged. */
const SCHOOLS = Array.from({ length: 315 }, (_, place) =>
  school(`${110000 + place}`, `School ${place}`, { cluster: `Cluster ${place % 11}` }),
);
const PAST = halfTerms(OWLS).slice(0, 13);
const county: Facts = facts({
  schools: SCHOOLS,
  people: [CEO, ...SCHOOLS.map(({ urn, name }) => person(`p-${urn}`, `Head of ${name}`, ['head', ofSchool(urn)]))],
  returns: SCHOOLS.flatMap((one) => PAST.map(({ id }, round) => soapReturn(one, id, 50 + round))),
  judgements: SCHOOLS.flatMap(({ urn }) =>
    PAST.map(({ id }) => ({
      urn,
      halfTerm: id,
      validated: { category: '2b', by: 'p-ceo', at: '2026-10-15T10:00:00Z' },
    })),
  ),
});
const NOW = at('2026-12-10T09:00');

/** The fastest of many goes, stopping once one is within the budget: what the work costs when nothing else holds the machine up. */
function fastest(work: () => unknown, budget: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let go = 0; go < 40 && best >= budget; go += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('315 schools with thirteen half terms', () => {
  test('the dashboard is made in less than 30 ms', () => {
    const make = () => dashboard(OWLS, county, CEO, NOW, { reminders: () => 0 });
    expect(make().collection.total).toBe(315);
    expect(fastest(make, 30)).toBeLessThan(30);
  });

  test('what is due is told in less than 20 ms, a message for each head', () => {
    const ask = () => due(OWLS, county, NOW);
    expect(ask().filter(({ kind }) => kind === 'soap-reminder')).toHaveLength(315);
    expect(fastest(ask, 20)).toBeLessThan(20);
  });

  test('the categories with all their suggestions are made in less than 60 ms', () => {
    const make = () => categoriesView(OWLS, county, CEO, '2026-27/autumn-2', NOW);
    expect(make()?.schools).toHaveLength(315);
    expect(fastest(make, 60)).toBeLessThan(60);
  });
});

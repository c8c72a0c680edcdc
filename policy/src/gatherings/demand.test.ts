import { describe, expect, test } from 'vitest';
import { shifted } from '../calendar/day-offset.ts';
import { ASH, BROOK, CEDAR, DALE } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { demandsOf } from './demand.ts';
import { agreedGathering, FULL, only, planned, YEAR } from './gatherings.examples.ts';
import type { GatheringDefinition } from './gatherings-policy.ts';
import { occurrences } from './occurrences.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

const demands = (
  schools: readonly School[],
  rhythm: GatheringDefinition['rhythm'],
  change: (one: GatheringDefinition) => GatheringDefinition = (same) => same,
) => {
  const kinds = OWLS_GATHERINGS.gatherings.filter((one) => one.rhythm === rhythm).map(({ kind }) => kind);
  return demandsOf(OWLS, only(kinds.slice(0, 1), change), { ...FULL, schools }, YEAR);
};
const years = OWLS.calendar.years.find(({ year }) => year === YEAR)?.halfTerms ?? [];

describe('the meetings a year asks for, before they have their slot', () => {
  test('M10: each cluster has its own once a term, a school of no cluster none', () => {
    const whose = demands([CEDAR, ASH], 'cluster termly').map((one) => one.whose);
    expect(whose.slice(0, 2)).toEqual([{ cluster: 'North' }, { cluster: 'South' }]);
    expect(whose).toHaveLength(6);
    expect(demands([{ ...ASH, cluster: '' }], 'cluster termly')).toEqual([]);
  });

  test('M10: a cluster meets on days on which one of its own schools is in the trust', () => {
    const spring = `${years[2]?.from}`;
    const left = [ASH, { ...CEDAR, left: spring }, { ...DALE, left: spring }];
    const south = demands(left, 'cluster termly').filter(
      ({ whose }) => 'cluster' in whose && whose.cluster === 'South',
    );
    expect(south).toHaveLength(1);
    expect(south[0]?.days.every(({ date }) => date < spring)).toBe(true);
    const [first] = demands([{ ...ASH, joined: spring }, CEDAR], 'cluster termly');
    expect(first?.because).toEqual(["It is held once a term in each cluster; this is South's."]);
  });

  test('M8: the last of a half term lies within its days before the end, the others before those', () => {
    const [definition] = OWLS_GATHERINGS.gatherings.filter((one) => one.rhythm === 'school half-termly');
    if (definition?.rhythm !== 'school half-termly' || !definition.last) throw new Error('OWLS has such a meeting.');
    const { fromDays, toDays } = definition.last;
    const twice = demands([ASH, BROOK], 'school half-termly', (one) =>
      one.rhythm === 'school half-termly'
        ? { ...one, times: { ...one.times, grade: { '1': 2, '2': 2, '3': 2, '4': 2 } } }
        : one,
    );
    for (const { key, number, days, wanted } of twice) {
      const { to = '' } = years.find(({ name }) => key.includes(`/${name}/`)) ?? {};
      const day = days[wanted]?.date ?? '';
      const isLast = number === Math.max(...twice.filter((one) => one.days === days).map((one) => one.number));
      if (isLast) {
        expect(day >= shifted(to, -fromDays), key).toBe(true);
        expect(day <= shifted(to, -toDays), key).toBe(true);
      } else expect(day < shifted(to, -fromDays), key).toBe(true);
    }
    expect(new Set(twice.map(({ number }) => number)).size).toBeGreaterThan(1);
  });

  test('M8: without days for the last one they are spread over the half term', () => {
    const spread = demands([ASH], 'school half-termly', (one) => {
      if (one.rhythm !== 'school half-termly') return one;
      const { last: _, ...rest } = one;
      return rest;
    });
    // One school, once a half term: in the middle.
    const first = spread.filter(({ key }) => key.includes('/autumn-1/'));
    expect(first).toHaveLength(1);
    const [{ days = [], wanted = 0 } = {}] = first;
    expect(Math.abs(wanted - days.length / 2)).toBeLessThan(5);
  });
});

describe('a year that is planned again', () => {
  test('M9: its own meetings on record are not in their own way', () => {
    const meetings = planned().map((one) => agreedGathering({ ...one, state: 'in calendars' }));
    expect(occurrences({ ...OWLS }, OWLS_GATHERINGS, { ...FULL, meetings }, YEAR)).toEqual(planned());
  });
});

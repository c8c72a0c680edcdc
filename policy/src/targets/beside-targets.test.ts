import { describe, expect, test } from 'vitest';
import { halfTermById } from '../calendar/academic-calendar.ts';
import { ASH, AUTUMN_2, facts, PEOPLE, person, soapReturn, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { kpiReadings } from './kpis.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target } from './target.ts';
import { targetCells } from './target-cells.ts';
import { signed } from './targets.examples.ts';
import { targetsMonitored } from './trust-monitoring.ts';

const board = ['d-2', 'd-1', 'd-3'].map((id) => person(id, id, ['director', trust]));
const known = facts({ schools: [ASH], people: [...PEOPLE, ...board] });

describe('a half term beside its targets (M22, M23)', () => {
  const half = halfTermById(OWLS, AUTUMN_2);

  test('what the trust’s indicators read, and what is missing', () => {
    const read = (returns: Facts['returns']) =>
      half && kpiReadings(OWLS, OWLS_TARGETS, facts({ returns }), half, () => true);
    expect(read([])).toEqual([
      {
        kpi: {
          direction: 'at least',
          measure: 'gld',
          name: 'Good level of development',
          value: 75,
          years: ['R'],
        },
        pupils: 0,
        says: 'Good level of development: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'phonics',
          name: 'Phonics in Year 1',
          value: 82,
          years: ['Y1'],
        },
        pupils: 0,
        says: 'Phonics in Year 1: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'rwm',
          name: 'Reading, writing and maths in Year 6',
          value: 65,
          years: ['Y6'],
        },
        pupils: 0,
        says: 'Reading, writing and maths in Year 6: no return holds it.',
      },
      {
        kpi: {
          direction: 'at least',
          measure: 'attendance',
          name: 'Attendance',
          value: 95,
        },
        pupils: 0,
        says: 'Attendance: no return holds it.',
      },
      {
        kpi: {
          direction: 'at most',
          measure: 'persistentAbsence',
          name: 'Persistent absence',
          value: 13,
        },
        pupils: 0,
        says: 'Persistent absence: no return holds it.',
      },
    ]);
    expect(read([soapReturn(ASH, AUTUMN_2, 64)])?.map(({ says }) => says)).toEqual([
      'Good level of development: 64%, 11 points short (at least 75%).',
      'Phonics in Year 1: 64%, 18 points short (at least 82%).',
      'Reading, writing and maths in Year 6: 64%, 1 point short (at least 65%).',
      'Attendance: 95.5%, reached (at least 95%).',
      'Persistent absence: 0%, reached (at most 13%).',
    ]);
    expect(read([soapReturn(ASH, AUTUMN_2, 65)])?.map(({ says }) => says)).toEqual([
      'Good level of development: 65%, 10 points short (at least 75%).',
      'Phonics in Year 1: 65%, 17 points short (at least 82%).',
      'Reading, writing and maths in Year 6: 65%, reached (at least 65%).',
      'Attendance: 95.5%, reached (at least 95%).',
      'Persistent absence: 0%, reached (at most 13%).',
    ]);
  });

  test('schools without a return or a signature are named', () => {
    const targets = targetCells(OWLS, OWLS_TARGETS, ASH).map((cell) => signed(ASH, cell));
    const gaps = (given: readonly Target[]) =>
      half && targetsMonitored(OWLS, OWLS_TARGETS, known, given, half, () => true).gaps;
    expect(gaps(targets.slice(1))).toEqual([
      'Ash Tree Primary School has made no return.',
      'Ash Tree Primary School has one target not signed off.',
    ]);
    expect(gaps(targets.slice(2))).toEqual([
      'Ash Tree Primary School has made no return.',
      'Ash Tree Primary School has 2 targets not signed off.',
    ]);
    expect(gaps(targets)).toEqual(['Ash Tree Primary School has made no return.']);
  });
});

import { describe, expect, test } from 'vitest';
import { school } from '../examples/trust.examples.ts';
import { belongs, byName, schoolsOn } from './belonging.ts';
import { YEAR_GROUPS } from './school.ts';
import { schoolOf } from './school-of.ts';
import { yearName } from './year-group.ts';

const ELM = school('100020', 'Elm Grove Primary School', { joined: '2026-09-01', left: '2027-09-01' });

describe('the schools of the trust (M2)', () => {
  test('a school belongs from the day it joins until the day before it leaves', () => {
    expect(['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'].map((date) => belongs(ELM, date))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('without a joining date it always belonged, without a leaving date it belongs for good', () => {
    const always = school('100021', 'Fern Hill Primary School');
    expect(['1990-01-01', '2090-01-01'].map((date) => belongs(always, date))).toEqual([true, true]);
    const leaving = school('100022', 'Gorse Primary School', { left: '2026-09-01' });
    expect(['1990-01-01', '2026-09-01'].map((date) => belongs(leaving, date))).toEqual([true, false]);
    const joining = school('100023', 'Hazel Primary School', { joined: '2026-09-01' });
    expect(['1990-01-01', '2090-01-01'].map((date) => belongs(joining, date))).toEqual([false, true]);
  });

  test('those of a date stand by name, and by URN where two share a name', () => {
    const [one, two, other] = [
      school('100032', 'St Mary’s Primary School'),
      school('100031', 'St Mary’s Primary School'),
      school('100039', 'Abbey Primary School'),
    ];
    const inOrder = [other, two, one];
    for (const given of [
      [one, two, ELM, other],
      [other, ELM, two, one],
      [two, one, other, ELM],
    ]) {
      expect(schoolsOn(given, '2026-08-31')).toEqual(inOrder);
      expect(given.toSorted(byName)).toEqual([other, ELM, two, one]);
    }
  });

  test('a school is found by its URN, also after it left; a URN nobody has finds none', () => {
    const schools = [ELM, school('100021', 'Fern Hill Primary School')];
    expect(schoolOf({ schools }, '100020')).toBe(ELM);
    expect(schoolOf({ schools }, '999999')).toBeUndefined();
  });

  test('year groups are called as people call them', () => {
    expect(YEAR_GROUPS.map(yearName).slice(0, 4)).toEqual(['Nursery', 'Reception', 'Year 1', 'Year 2']);
    expect(yearName('Y13')).toBe('Year 13');
  });
});

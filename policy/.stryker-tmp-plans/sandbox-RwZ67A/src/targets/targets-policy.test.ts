// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { type Kpi, type TargetsPolicy, TargetsPolicyShape, targetsDisagreements } from './targets-policy.ts';

const faults = (other: Partial<TargetsPolicy>) =>
  targetsDisagreements({ ...OWLS_TARGETS, ...other }, OWLS.soap.measures);
const growth = { minimum: 1, aspirational: 2 };
const gld: Kpi = { name: 'GLD', measure: 'gld', value: 70, direction: 'at least' };

describe("the trust's policy on targets", () => {
  test("M20: OWLS's own values have the right shape and agree with each other", () => {
    expect(TargetsPolicyShape.parse(OWLS_TARGETS)).toEqual(OWLS_TARGETS);
    expect(faults({})).toEqual([]);
  });

  test('M20: a value that is missing, unknown or out of range is refused', () => {
    const { kpis: _, ...without } = OWLS_TARGETS;
    const none = { ...OWLS_TARGETS, board: { quorum: 0, members: ['director'] } };
    for (const wrong of [without, { ...OWLS_TARGETS, more: 1 }, none, { ...OWLS_TARGETS, measures: [] }])
      expect(TargetsPolicyShape.safeParse(wrong).success).toBe(false);
  });

  test('M20: moments come in the order of the work, by the hour on the same day', () => {
    const days = { ...OWLS_TARGETS.days, signOffDue: { days: 38, at: '16:59' } };
    expect(faults({ days })).toEqual([
      {
        place: 'targets.days.signOffDue',
        says: 'comes before "agreedBy": give the same moment or a later one.',
      },
    ]);
    expect(faults({ days: { ...days, signOffDue: { days: 38, at: '17:00' } } })).toEqual([]);
  });

  test('M20: each measure once, a percentage of the return, aiming higher than its minimum', () => {
    const places = faults({
      measures: [
        { measure: 'maths', growth },
        { measure: 'maths', growth },
        { measure: 'suspensions', growth },
        { measure: 'reading', growth: { minimum: 3, aspirational: 2 } },
      ],
      startsFrom: [
        { measure: 'reading', from: 'spelling' },
        { measure: 'writing', from: 'literacy' },
        { measure: 'reading', from: 'literacy' },
      ],
    }).map(({ place, says }) => `${place}: ${says}`);
    expect(places).toEqual([
      'targets.measures[1].measure: maths is there already: each must be another.',
      'targets.measures[3].growth.minimum: is above "aspirational": give less, or more to the other.',
      'targets.startsFrom[2].measure: reading is there already: each must be another.',
      'targets.startsFrom[1].measure: no target is set for writing: name one of maths, maths, suspensions, reading.',
      'targets.measures[2].measure: suspensions is no percentage of the return: name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld, teachingGood, attendance, persistentAbsence.',
      'targets.startsFrom[0].from: spelling is no percentage of the return: name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld, teachingGood, attendance, persistentAbsence.',
    ]);
  });

  test('M22: a KPI is of a measure of the return, in its direction and its year groups', () => {
    const kpis: Kpi[] = [
      { ...gld, measure: 'pastoral' },
      { ...gld, name: 'Lower', direction: 'at most' },
      { ...gld, name: 'Older', years: ['R', 'Y3'] },
      { ...gld, name: 'Older' },
    ];
    expect(faults({ kpis }).map(({ place, says }) => `${place}: ${says}`)).toEqual([
      'targets.kpis[3].name: Older is there already: each must be another.',
      'targets.kpis[0].measure: pastoral is no percentage of the return: name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld, teachingGood, attendance, persistentAbsence.',
      'targets.kpis[1].direction: is "at most": for gld it has to be "at least".',
      'targets.kpis[2].years: gld is not asked of Y3: take them out.',
    ]);
    expect(targetsDisagreements({ ...OWLS_TARGETS, kpis: kpis.slice(0, 3) })).toEqual([]);
  });
});

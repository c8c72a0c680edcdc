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
    expect(faults({ days })).toMatchObject([{ place: 'targets.days.signOffDue' }]);
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
    }).map(({ place }) => place);
    expect(places.sort()).toEqual([
      'targets.measures[1].measure',
      'targets.measures[2].measure',
      'targets.measures[3].growth.minimum',
      'targets.startsFrom[0].from',
      'targets.startsFrom[1].measure',
      'targets.startsFrom[2].measure',
    ]);
  });

  test('M23: a trajectory is of percentages of the return, and leaves less open the later it is', () => {
    const { trajectory } = OWLS_TARGETS;
    const returns = { ...trajectory.returns, openAtFirst: 0.2, openAtLast: 0.3 };
    const wrong = { ...trajectory, measures: ['maths', 'suspensions'], returns };
    expect(faults({ trajectory: wrong }).map(({ place }) => place)).toEqual([
      'targets.trajectory.returns.openAtLast',
      'targets.trajectory.measures[1]',
    ]);
  });

  test('M22: a KPI is of a measure of the return, in its direction and its year groups', () => {
    const kpis: Kpi[] = [
      { ...gld, measure: 'pastoral' },
      { ...gld, name: 'Lower', direction: 'at most' },
      { ...gld, name: 'Older', years: ['R', 'Y3'] },
      { ...gld, name: 'Older' },
    ];
    expect(faults({ kpis }).map(({ place }) => place)).toEqual([
      'targets.kpis[3].name',
      'targets.kpis[0].measure',
      'targets.kpis[1].direction',
      'targets.kpis[2].years',
    ]);
    expect(targetsDisagreements({ ...OWLS_TARGETS, kpis: kpis.slice(0, 3) })).toEqual([]);
  });
});

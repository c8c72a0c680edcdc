import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { OWLS_TRAJECTORY } from './owls-trajectory.ts';
import { type TrajectoryPolicy, TrajectoryPolicyShape, trajectoryDisagreements } from './trajectory-policy.ts';

const { spread, returns } = OWLS_TRAJECTORY;
/** The values as a file would hold them, with some changed: what is wrong with them, by place. */
const faults = (change: object) => {
  const read = TrajectoryPolicyShape.safeParse({ ...OWLS_TRAJECTORY, ...change });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('what a trajectory rests on (M23)', () => {
  test('OWLS’s own values are sound, and so are those at the bounds', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ spread: { level: 0, change: 50, cohort: 0.1 }, measures: [], pastYears: 1 })).toEqual([]);
    expect(faults({ spread: { level: 50, change: 0, cohort: 5 }, pastYears: 10 })).toEqual([]);
    expect(faults({ returns: { judgement: 50, openAtFirst: 1, openAtLast: 0 } })).toEqual([]);
  });

  test.each([
    [{ measures: 'all' }, 'measures: must be a list of measures; it can be empty.'],
    [{ pastYears: 11 }, 'pastYears: must be 10 or less.'],
    [{ spread: { ...spread, level: -1 } }, 'spread.level: must be 0 or more.'],
    [{ spread: { ...spread, change: 50.1 } }, 'spread.change: must be 50 or less.'],
    [{ spread: { ...spread, change: 'much' } }, 'spread.change: must be a number of points from 0 to 50.'],
    [{ spread: { ...spread, cohort: 0 } }, 'spread.cohort: must be 0.1 or more.'],
    [{ spread: { ...spread, cohort: 6 } }, 'spread.cohort: must be 5 or less.'],
    [{ spread: { ...spread, cohort: null } }, 'spread.cohort: must be a number from 0.1 to 5.'],
    [{ returns: { ...returns, openAtLast: -0.1 } }, 'returns.openAtLast: must be 0 or more.'],
    [{ returns: { ...returns, openAtFirst: 1.1 } }, 'returns.openAtFirst: must be 1 or less.'],
    [{ returns: { ...returns, openAtFirst: '1' } }, 'returns.openAtFirst: must be a share from 0 to 1.'],
  ])('%j is named with what is right', (change, fault) => {
    expect(faults(change)).toEqual([fault]);
  });

  test('values that contradict each other, or the return, are named by their place in the whole policy', () => {
    const own: TrajectoryPolicy = {
      ...OWLS_TRAJECTORY,
      measures: ['reading', 'weather', 'maths'],
      returns: { ...returns, openAtFirst: 0.4, openAtLast: 0.5 },
    };
    const less = 'targets.trajectory.returns.openAtLast: is above openAtFirst: the later return leaves less open.';
    const says = (...given: Parameters<typeof trajectoryDisagreements>) =>
      trajectoryDisagreements(...given).map(({ place, says: what }) => `${place}: ${what}`);
    expect(says(own, ['reading', 'maths'])).toEqual([
      less,
      'targets.trajectory.measures[1]: weather is no percentage of the return: name one of reading, maths.',
    ]);
    expect(says(own, undefined)).toEqual([less]);
    expect(says({ ...own, measures: [], returns: { ...returns, openAtFirst: 0.5, openAtLast: 0.5 } }, [])).toEqual([]);
    expect(
      says(
        OWLS.targets.trajectory,
        OWLS.soap.measures.map(({ key }) => key),
      ),
    ).toEqual([]);
  });
});

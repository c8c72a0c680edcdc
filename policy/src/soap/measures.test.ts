import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { measuresFor, stepsFor, yearsAsked } from './measures.ts';

const keys = (things: readonly { readonly key: string }[]) => things.map(({ key }) => key);

describe('what a school is asked (M13)', () => {
  test('a primary is asked every step', () => {
    expect(keys(stepsFor(OWLS, ASH))).toEqual([
      'eyfs',
      'years-1-2',
      'years-3-6',
      'pupil-groups',
      'whole-school',
      'comment',
    ]);
  });

  test('an infant school has no years 3 to 6, a junior school neither early years nor years 1 and 2', () => {
    expect(keys(stepsFor(OWLS, BROOK))).toEqual(['eyfs', 'years-1-2', 'pupil-groups', 'whole-school', 'comment']);
    expect(keys(stepsFor(OWLS, CEDAR))).toEqual(['years-3-6', 'pupil-groups', 'whole-school', 'comment']);
  });

  test('no pupil groups are asked where no year group has their measures, nor where the policy names none', () => {
    expect(keys(stepsFor(OWLS, { years: ['N', 'R'] }))).toEqual(['eyfs', 'whole-school', 'comment']);
    const { groups: _, ...soap } = OWLS.soap;
    expect(keys(stepsFor({ ...OWLS, soap }, CEDAR))).toEqual(['years-3-6', 'whole-school', 'comment']);
  });

  test('phonics is asked of years 1 and 2 only', () => {
    const [, ...steps] = stepsFor(OWLS, ASH);
    expect(keys(measuresFor(OWLS, ASH, steps[0]))).toEqual([
      'reading',
      'writing',
      'grammar',
      'maths',
      'rwm',
      'phonics',
    ]);
    expect(keys(measuresFor(OWLS, ASH, steps[1]))).toEqual(['reading', 'writing', 'grammar', 'maths', 'rwm']);
    expect(keys(measuresFor(OWLS, CEDAR))).not.toContain('phonics');
    expect(keys(measuresFor(OWLS, CEDAR))).toContain('attendance');
  });

  test('an all-through school is asked of its primary years alone', () => {
    expect(yearsAsked(OWLS, { years: ['R', 'Y1', 'Y6', 'Y7', 'Y11'] })).toEqual(['R', 'Y1', 'Y6']);
  });
});

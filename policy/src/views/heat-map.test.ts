import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { heatMap } from './heat-map.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEO, HEAD_ASH, HEAD_BROOK, facts, school, soapReturn } = made;
const TINY = school('100008', 'Tiny School', { years: ['Y6'], pupils: { Y6: 6 } });
const given = (pupils = 6) => {
  const one = soapReturn(TINY, AUTUMN_2, 50);
  const cohorts = one.cohorts.map((cohort) => ({ ...cohort, pupils }));
  return facts({ schools: [ASH, TINY], returns: [soapReturn(ASH, AUTUMN_2), { ...one, cohorts }] });
};
const sharing = (...othersSee: TrustPolicy['access']['othersSee']): TrustPolicy => ({
  ...OWLS,
  access: { ...OWLS.access, othersSee },
});
const map = (who = CEO, known = given(), policy: TrustPolicy = OWLS) =>
  heatMap(policy, known, who, known.schools, AUTUMN_2);
const reading = (seen: ReturnType<typeof heatMap>, place: number) =>
  seen.rows[place]?.cells.find(({ measure }) => measure === 'reading');

describe('the heat map (M13, M22)', () => {
  test('has a column for each percentage of year groups, in the order of the return', () => {
    const marks = { ...OWLS.soap.measures[0], key: 'marks', name: 'Marks', unit: 'count' as const, max: 25 };
    const measures = [...OWLS.soap.measures, marks] as TrustPolicy['soap']['measures'];
    expect(map(CEO, given(), { ...OWLS, soap: { ...OWLS.soap, measures } }).measures.map(({ name }) => name)).toEqual([
      ...['Reading', 'Writing', 'Grammar', 'Maths', 'Reading, writing and maths', 'Phonics'],
      ...['Communication and language', 'Personal, social and emotional', 'Physical development'],
      ...['Literacy', 'Mathematics', 'Good level of development'],
    ]);
    expect(map().measures[0]).toEqual({ key: 'reading', name: 'Reading' });
  });

  test('a school without a figure has an empty cell with no pupils, hidden from nobody', () => {
    for (const who of [CEO, HEAD_ASH, HEAD_BROOK]) {
      const seen = map(who, facts({ schools: [ASH, BROOK], returns: [soapReturn(ASH, AUTUMN_2)] }));
      expect(reading(seen, 1)).toStrictEqual({ measure: 'reading', pupils: 0 });
    }
    expect(map(CEO, facts()).trust[0]).toStrictEqual({ measure: 'reading', pupils: 0 });
  });

  test('a figure that the return before did not have has no change', () => {
    const one = soapReturn(ASH, AUTUMN_1, 60);
    const before = { ...one, cohorts: one.cohorts.map((cohort) => ({ ...cohort, figures: { maths: 60 } })) };
    const seen = map(CEO, facts({ schools: [ASH], returns: [before, soapReturn(ASH, AUTUMN_2, 70)] }));
    expect(reading(seen, 0)).toStrictEqual({ measure: 'reading', value: 70, pupils: 180, band: 'secure' });
    expect(seen.rows[0]?.cells.find(({ measure }) => measure === 'maths')?.change).toBe(10);
  });
});

describe('M1, M15: what others see of a school in it', () => {
  const seenBy = (who: typeof CEO, pupils: number, policy = OWLS) => reading(map(who, given(pupils), policy), 1);
  const shown = (pupils: number) => ({ measure: 'reading', value: 50, pupils, band: 'concern' });
  const hidden = (pupils: number) => ({ measure: 'reading', pupils, hidden: true });

  test('figures of the policy’s number of pupils are shown, of fewer they are hidden', () => {
    const { suppressBelow } = OWLS.soap;
    expect(seenBy(HEAD_ASH, suppressBelow)).toEqual(shown(suppressBelow));
    expect(seenBy(HEAD_ASH, suppressBelow - 1)).toEqual(hidden(suppressBelow - 1));
    expect(seenBy(CEO, suppressBelow - 1)).toEqual(shown(suppressBelow - 1));
  });

  test('where the trust shares no figures every one is hidden, and the trust’s is of the reader’s own', () => {
    expect(seenBy(HEAD_ASH, 60, sharing('comment', 'category'))).toEqual(hidden(60));
    const trust = map(HEAD_ASH, given(60), sharing()).trust[0];
    expect(trust).toEqual({ measure: 'reading', value: 70, pupils: 180, band: 'secure' });
  });
});

import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { type ConcernsPolicy, ConcernsPolicyShape, concernsDisagreements } from './concerns-policy.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';

const measures = OWLS.soap.measures.map(({ key }) => key);
const faults = (other: Partial<ConcernsPolicy>) => concernsDisagreements({ ...OWLS_CONCERNS, ...other }, measures);
const first = (other: Partial<ConcernsPolicy['levels'][number]>) =>
  faults({ levels: OWLS_CONCERNS.levels.map((level, index) => (index === 0 ? { ...level, ...other } : level)) });
const step = {
  key: 'one',
  name: 'One',
  days: 5,
  who: 'ceo' as const,
  procedures: ['3-4' as const],
  dueDiligence: true,
};
const datum = { key: 'one', ask: 'One', measures: ['reading'], everyWeeks: 6, who: 'head' as const };

describe("the trust's policy on concerns", () => {
  test("M37: OWLS's own values have the right shape and agree with each other", () => {
    expect(ConcernsPolicyShape.parse(OWLS_CONCERNS)).toEqual(OWLS_CONCERNS);
    expect(concernsDisagreements(OWLS_CONCERNS, measures)).toEqual([]);
  });

  test('M37: a policy without levels, areas or procedures of a step is refused, and so is an unknown value', () => {
    for (const wrong of [{ levels: [] }, { areas: [] }, { responsible: 'nobody' }, { more: 1 }, { repeatYears: -1 }])
      expect(ConcernsPolicyShape.safeParse({ ...OWLS_CONCERNS, ...wrong }).success).toBe(false);
    const noProcedure = [{ ...OWLS_CONCERNS.levels[0], steps: [{ ...step, procedures: [] }] }];
    expect(ConcernsPolicyShape.safeParse({ ...OWLS_CONCERNS, levels: noProcedure }).success).toBe(false);
  });

  test('M38: the level of the CEO and the Chair has to exist', () => {
    expect(faults({ ceoAndChairFrom: 4 })).toEqual([
      {
        place: 'concerns.ceoAndChairFrom',
        says: 'is 4: the highest level is 3.',
      },
    ]);
  });

  test('M37: areas and levels are named once', () => {
    const [area] = OWLS_CONCERNS.areas;
    const [level] = OWLS_CONCERNS.levels;
    expect(faults({ areas: area ? [area, area] : [] })).toEqual([
      {
        place: 'concerns.areas[1].key',
        says: 'standards is there already: each must be another.',
      },
    ]);
    expect(faults({ levels: level ? [level, level] : [], ceoAndChairFrom: 2 })).toEqual([
      {
        place: 'concerns.levels[1].name',
        says: 'Level 1: the school leads is there already: each must be another.',
      },
    ]);
  });

  test('M37: steps are in the order of their days, and the 3/4 procedure has due diligence to enter at', () => {
    const second = { ...step, key: 'two', days: 4 };
    expect(first({ steps: [step, second] })).toEqual([
      {
        place: 'concerns.levels[0].steps[1].days',
        says: '4 days are less than the 5 of "one" before it: allow more, or change the order.',
      },
    ]);
    expect(first({ steps: [step, { ...second, procedures: ['1-2-at-risk'] }] })).toEqual([]);
    expect(first({ steps: [{ ...step, dueDiligence: false }] })).toEqual([
      {
        place: 'concerns.levels[0].steps',
        says: 'have no due diligence in the 3/4 procedure: mark the step at which a moved concern enters.',
      },
    ]);
    expect(first({ steps: [step, step] })).toEqual([
      {
        place: 'concerns.levels[0].steps[1].key',
        says: 'one is there already: each must be another.',
      },
    ]);
  });

  test('M19: extra data names measures of the SOAP and comes in before a level can escalate', () => {
    expect(first({ extraData: [{ ...datum, measures: ['speling'] }] })).toEqual([
      {
        place: 'concerns.levels[0].extraData[0].measures[0]',
        says: 'there is no measure speling: name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld, teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
      },
    ]);
    expect(first({ extraData: [{ ...datum, everyWeeks: 13 }] })).toEqual([
      {
        place: 'concerns.levels[0].extraData[0].everyWeeks',
        says: 'is 13, but the level escalates after 12 weeks: ask as often at least.',
      },
    ]);
    expect(first({ extraData: [datum, datum] })).toEqual([
      {
        place: 'concerns.levels[0].extraData[1].key',
        says: 'one is there already: each must be another.',
      },
    ]);
  });

  test('M19: nothing is asked before the last answer is due, and no later than it is wanted', () => {
    expect(faults({ askDaysBefore: 14 }).map(({ place, says }) => `${place}: ${says}`)).toEqual([
      'concerns.levels[1].extraData[2].everyWeeks: is 2, but it is asked 14 days before: ask fewer days before.',
      'concerns.levels[2].extraData[0].everyWeeks: is 2, but it is asked 14 days before: ask fewer days before.',
      'concerns.levels[2].extraData[1].everyWeeks: is 2, but it is asked 14 days before: ask fewer days before.',
      'concerns.levels[2].extraData[2].everyWeeks: is 1, but it is asked 14 days before: ask fewer days before.',
    ]);
    expect(faults({ asked: '18:00' })).toEqual([
      {
        place: 'concerns.wanted',
        says: 'is before "asked" (18:00): give a later time.',
      },
    ]);
  });
});

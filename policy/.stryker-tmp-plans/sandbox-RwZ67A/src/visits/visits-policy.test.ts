// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { type VisitsPolicy, VisitsPolicyShape, visitsDisagreements } from './visits-policy.ts';

const places = (policy: VisitsPolicy) => visitsDisagreements(policy).map(({ place, says }) => `${place}: ${says}`);
const { length, asks } = OWLS_VISITS;

describe("OWLS's visits", () => {
  test('M29-M31, M39: are well formed and agree with themselves', () => {
    expect(VisitsPolicyShape.parse(OWLS_VISITS)).toEqual(OWLS_VISITS);
    expect(visitsDisagreements(OWLS_VISITS)).toEqual([]);
  });

  test('M30: have a focus for each half term of the calendar, and every window and review names one of them', () => {
    for (const { halfTerms } of OWLS.calendar.years) {
      const names = halfTerms.map(({ name }) => name);
      expect(OWLS_VISITS.focus.map(({ halfTerm }) => halfTerm)).toEqual(names);
      const named = [
        ...OWLS_VISITS.checks.flatMap(({ windows }) => windows.flat()),
        ...OWLS_VISITS.reviews.map(({ halfTerm }) => halfTerm),
      ];
      expect(named.filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  test("M30: autumn 1 has the head's final review, the plan, targets, a walk, summer data and the central record", () => {
    expect(OWLS_VISITS.focus[0]?.items.map(({ key }) => key)).toEqual([
      'head-final',
      'development-plan',
      'targets',
      'learning-walk',
      'summer-data',
      'single-central-record',
    ]);
  });
});

describe('a visits policy that contradicts itself', () => {
  test('M29: is told when more need makes a visit shorter, or a length is no half to whole day', () => {
    const shorter = { ...length, heading: { ...length.heading, 'at risk': 200 } };
    expect(places({ ...OWLS_VISITS, length: shorter })).toEqual([
      'length.heading.at risk: must be 240 minutes or more: more need, no shorter visit.',
    ]);
    const tooLong = { ...length, unknown: 391 };
    expect(visitsDisagreements({ ...OWLS_VISITS, length: tooLong })).toEqual([
      {
        place: 'length.unknown',
        says: 'is 391 minutes: give 180 (half a day) to 390 (a whole day).',
      },
    ]);
    const noDay = { ...length, halfDay: 390 };
    expect(places({ ...OWLS_VISITS, length: noDay })).toEqual([
      'length.wholeDay: must be longer than "halfDay".',
      'length.heading.better: is 180 minutes: give 390 (half a day) to 390 (a whole day).',
      'length.heading.in line: is 240 minutes: give 390 (half a day) to 390 (a whole day).',
      'length.grade.1: is 180 minutes: give 390 (half a day) to 390 (a whole day).',
      'length.grade.2: is 180 minutes: give 390 (half a day) to 390 (a whole day).',
    ]);
  });

  test('M31: is told of a check in no area and of keys given twice', () => {
    const [check] = OWLS_VISITS.checks;
    const lost = check ? [{ ...check, area: 'nowhere' }, check] : [];
    expect(places({ ...OWLS_VISITS, checks: lost })).toEqual([
      'checks[1].key: safeguarding-audit is there already: each must be another.',
      'checks[0].area: nowhere is no area: name one of standards, plan-and-self-evaluation, behaviour-and-attendance, systems.',
    ]);
    expect(places({ ...OWLS_VISITS, focus: OWLS_VISITS.focus.flatMap((one) => [one, one]).slice(0, 2) })).toEqual([
      'focus[1].halfTerm: autumn-1 is there already: each must be another.',
    ]);
    expect(places({ ...OWLS_VISITS, visitors: ['ceo', 'ceo'] })).toEqual([
      'visitors[1]: ceo is there already: each must be another.',
    ]);
  });

  test('M31: is told of asking on the wrong side of a day', () => {
    const at = '08:00';
    expect(places({ ...OWLS_VISITS, asks: { ...asks, recordWithin: 1 } })).toEqual([
      'asks.recordWithin: must be more days than "record": it is asked for before it is due.',
    ]);
    expect(places({ ...OWLS_VISITS, asks: { ...asks, record: { days: -1, at } } })).toEqual([
      'asks.record.days: must be 0 or more: a visit is recorded after it.',
    ]);
    expect(places({ ...OWLS_VISITS, asks: { ...asks, prepare: { days: 1, at } } })).toEqual([
      'asks.prepare.days: must be 0 or less: it comes before the day it is about.',
    ]);
  });

  test('M29: is refused with a sentence where a value is out of shape', () => {
    const shaped = VisitsPolicyShape.safeParse({ ...OWLS_VISITS, visitors: [], starts: '25:00', more: 1 });
    expect(shaped.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual(['', 'starts', 'visitors']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shifted } from '../calendar/day-offset.ts';
import { ASH, at, CEDAR } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import {
  assessmentFindings,
  assessmentRemovalFindings,
  hasBegun,
  LONGEST_REMOVAL_REASON,
} from './assessment-findings.ts';
import type { AssessmentGiven } from './assessment-record.ts';
import { assessmentInWords, assessmentName } from './assessment-words.ts';
import { assessmentHalfTerm } from './assessments.ts';

const JULY = at('2027-07-12T09:00');
const KEY_STAGE_2: AssessmentGiven = {
  ...{ urn: ASH.urn, year: '2026-27', assessment: 'keyStage2', pupils: 30 },
  figures: { reading: 80, writing: 70, maths: 77, grammar: 73, rwm: 63 },
};
const found = (other: Partial<AssessmentGiven> = {}, now = JULY, school = ASH) =>
  assessmentFindings(OWLS, school, { ...KEY_STAGE_2, ...other }, now);
const places = (...given: Parameters<typeof found>) => found(...given).map(({ place }) => place);
const figures = (other: Readonly<Record<string, number>>) => ({ figures: { ...KEY_STAGE_2.figures, ...other } });

describe('recording the outcome of an assessment', () => {
  test('M17: a whole one is recorded, from the first day of its half term on and for years before', () => {
    expect(found()).toEqual([]);
    expect(found({ year: '2025-26' }, at('2026-09-21T09:00'))).toEqual([]);
    expect(found({ year: '2018-19' })).toEqual([]);
    const marks = { multiplicationAverage: 20.5, multiplicationFullMarks: 30 };
    expect(found({ assessment: 'multiplication', figures: marks }, JULY, CEDAR)).toEqual([]);
  });

  test('M16, M17: one that is still to come, or that the school does not have, is refused', () => {
    expect(found({}, at('2026-11-27T09:00'))).toEqual([
      {
        ...{ level: 'error', rule: 'M17', place: 'assessment' },
        says: 'Core subjects at the end of Year 6 of 2026-27 is still to come. Record it from its half term on.',
      },
    ]);
    expect(places({ year: '2029-30' })).toEqual(['assessment']);
    expect(places({ year: 'soon' })).toEqual(['assessment']);
    expect(places({ assessment: 'phonics' }, JULY, CEDAR)).toEqual(['assessment']);
    expect(places({ assessment: 'wishes' })).toEqual(['assessment']);
    expect(places({ year: '2019-20' })).toEqual(['assessment']);
  });

  test('M17: every figure is asked for, within its bounds, and what needs others is not above the lowest of them', () => {
    expect(places({ pupils: 0 })).toEqual(['pupils']);
    for (const pupils of [1.5, -1, 2001, Number.NaN]) expect(places({ pupils })).toEqual(['pupils']);
    expect(places({ figures: {} })).toEqual(['reading', 'writing', 'maths', 'grammar', 'rwm']);
    expect(places(figures({ maths: 101 }))).toEqual(['maths']);
    expect(places(figures({ maths: Number.NaN }))).toEqual(['maths']);
    expect(places(figures({ phonics: 80 }))).toEqual(['assessment']);
    expect(found(figures({ rwm: 71 }))).toEqual([
      {
        ...{ level: 'error', rule: 'M17', place: 'rwm' },
        says: "Reading, writing and maths is 71%, above Writing at 70%. A pupil counts only who has each, so it can't be higher.",
      },
    ]);
    expect(found(figures({ rwm: 70 }))).toEqual([]);
    const marks = { multiplicationAverage: 26, multiplicationFullMarks: 30 };
    expect(found({ assessment: 'multiplication', figures: marks }, JULY, CEDAR)[0]?.says).toBe(
      'Average mark is 26: give marks from 0 to 25.',
    );
  });

  test('M17: the edges of what there can be are recorded, and what is wrong is said in words', () => {
    for (const pupils of [1, 2000]) expect(places({ pupils })).toEqual([]);
    expect(found(figures({ reading: 0, writing: 0, maths: 0, grammar: 0, rwm: 0 }))).toEqual([]);
    expect(found(figures({ reading: 100, writing: 100, maths: 100, grammar: 100, rwm: 100 }))).toEqual([]);
    const says = (...given: Parameters<typeof found>) => found(...given).map((one) => one.says);
    expect(says({ pupils: 0 })).toEqual(['Say how many pupils of Year 6 were assessed: from 1 to 2000.']);
    expect(says(figures({ rwm: -1 }))).toEqual(['Reading, writing and maths is -1: give a percentage from 0 to 100.']);
    expect(says(figures({ phonics: 80 }))).toEqual([
      'phonics is no figure of Core subjects at the end of Year 6. Leave it out.',
    ]);
    const { maths: _, ...without } = KEY_STAGE_2.figures;
    expect(says({ figures: without })).toEqual(['Give the figure for Maths.']);
    expect(found({ assessment: 'wishes' })).toEqual([
      {
        ...{ level: 'error', rule: 'M17', place: 'assessment' },
        says: `${ASH.name} has no such assessment in 2026-27. Choose one of its own.`,
      },
    ]);
  });

  test('M17: an assessment can be recorded from the first day of its half term', () => {
    const half = assessmentHalfTerm(OWLS, { place: 'last' }, '2026-27');
    expect(hasBegun(OWLS, { place: 'last' }, '2026-27', at(`${half?.from}T00:00`))).toBe(true);
    expect(hasBegun(OWLS, { place: 'last' }, '2026-27', at(`${shifted(`${half?.from}`, -1)}T23:59`))).toBe(false);
    // Of years without dates, those before this one are past; the others, and what is no year, are still to come.
    expect(hasBegun(OWLS, { place: 'last' }, '2015-16', JULY)).toBe(true);
    expect(hasBegun(OWLS, { place: 'last' }, '2035-36', JULY)).toBe(false);
    expect(hasBegun(OWLS, { place: 'last' }, '2015-16', at('2050-01-01T09:00'))).toBe(false);
  });

  test('M17: whatever is typed is answered, never thrown', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.double(),
        fc.dictionary(fc.string(), fc.double()),
        (year, assessment, pupils, given) => {
          expect(found({ year, assessment, pupils, figures: given }).every(({ says }) => says !== '')).toBe(true);
        },
      ),
    );
  });
});

describe('taking an outcome out', () => {
  const against = (why: string, assessment = 'keyStage2') =>
    assessmentRemovalFindings(OWLS.national, { assessment }, why);

  test('M17: needs a reason, however short', () => {
    expect(against(' Of the infants. ')).toEqual([]);
    expect(against('x'.repeat(LONGEST_REMOVAL_REASON))).toEqual([]);
    expect(against(' \n ')).toEqual([
      {
        ...{ level: 'error', rule: 'M17', place: 'why' },
        says: 'Say in a few words why it is taken out: the history shows it.',
      },
    ]);
    expect(against('x'.repeat(LONGEST_REMOVAL_REASON + 1))).toEqual([
      { level: 'error', rule: 'M17', place: 'why', says: 'Say it in 500 characters at most.' },
    ]);
  });

  test('M16, M17: is held to the rule the outcome was recorded by', () => {
    const rules = ['eyfsBaseline', 'keyStage2', 'gone'].map((assessment) => against('', assessment)[0]?.rule);
    expect(rules).toEqual(['M16', 'M17', 'M17']);
  });

  test('M17: whatever is typed is answered, and what is no reason never is one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2 * LONGEST_REMOVAL_REASON }), (why) => {
        const length = why.trim().length;
        expect(against(why).length === 0).toBe(length > 0 && length <= LONGEST_REMOVAL_REASON);
      }),
    );
  });
});

test('M17: an outcome in words for the audit', () => {
  expect(assessmentName(OWLS.national, KEY_STAGE_2)).toBe('Core subjects at the end of Year 6, 2026-27');
  expect(assessmentName(OWLS.national, { assessment: 'gone', year: '2026-27' })).toBe('gone, 2026-27');
  expect(assessmentInWords(OWLS.national, { ...KEY_STAGE_2, pupils: 1, figures: { reading: 80, rwm: 63 } })).toBe(
    '1 pupil; Reading 80%; Reading, writing and maths 63%',
  );
  const marks = { assessment: 'multiplication', pupils: 30, figures: { multiplicationAverage: 20.5 } };
  expect(assessmentInWords(OWLS.national, marks)).toBe('30 pupils; Average mark 20.5 marks');
});

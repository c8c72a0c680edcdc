// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, CEDAR, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { YearGroup } from '../trust/school.ts';
import { blocks, findings, impossible } from './findings.ts';
import type { Cohort, SoapReturn } from './return.ts';

const sound = soapReturn(ASH, AUTUMN_2, 70);
const last = soapReturn(ASH, AUTUMN_1, 66);

function withCohort(year: YearGroup, change: (cohort: Cohort) => Cohort): SoapReturn {
  return { ...sound, cohorts: sound.cohorts.map((cohort) => (cohort.year === year ? change(cohort) : cohort)) };
}
const withFigure = (year: YearGroup, measure: string, value: number) =>
  withCohort(year, (cohort) => ({ ...cohort, figures: { ...cohort.figures, [measure]: value } }));
const said = (given: SoapReturn, before: SoapReturn | undefined = last) =>
  findings(given, before, ASH, OWLS).map(({ level, says }) => `${level}: ${says}`);

describe('what is wrong with a return (M15)', () => {
  test('nothing, where every figure is given and believable', () => {
    expect(said(sound)).toEqual([]);
    expect(findings(soapReturn(CEDAR, AUTUMN_2), undefined, CEDAR, OWLS)).toEqual([]);
  });

  test('a figure of 200 % is refused beside its field', () => {
    expect(findings(withFigure('Y3', 'maths', 200), last, ASH, OWLS)).toContainEqual({
      level: 'error',
      rule: 'M15',
      year: 'Y3',
      measure: 'maths',
      says: 'Year 3 maths is 200%: give a figure from 0 to 100.',
    });
  });

  test('neither may it be negative or no number', () => {
    expect(said(withFigure('Y1', 'phonics', -1))).toContain(
      'error: Year 1 phonics is -1%: give a figure from 0 to 100.',
    );
    expect(said(withFigure('Y1', 'phonics', Number.NaN))).toContain('error: Year 1 phonics must be a number.');
  });

  test('reading, writing and maths together can not be above the lowest of the three', () => {
    expect(said(withFigure('Y4', 'writing', 64))).toEqual([
      "error: Year 4 reading, writing and maths is 70%, above writing at 64%. A pupil counts only if on track in each, so it can't be higher.",
    ]);
    expect(said(withFigure('Y4', 'grammar', 64))).toEqual([]);
  });

  test('a good level of development can not be above any of its areas', () => {
    expect(said(withFigure('R', 'literacy', 60))[0]).toMatch(
      'Reception good level of development is 70%, above literacy',
    );
  });

  test.each([-1, 3.5, 1000])('%s pupils are refused', (pupils) => {
    expect(said(withCohort('Y5', (cohort) => ({ ...cohort, pupils })))).toContain(
      'error: Year 5: pupils must be a whole number from 0 to 999.',
    );
  });

  test('figures of no pupils are refused, a year group of none needs no figures', () => {
    expect(said(withCohort('Y5', (cohort) => ({ ...cohort, pupils: 0 })))).toContain(
      'error: Year 5 has figures but no pupils. Give the number of pupils, or clear the figures.',
    );
    expect(said(withCohort('Y5', ({ year }) => ({ year, pupils: 0, figures: {} })))).toEqual([]);
  });

  test('what is missing is named, cell by cell', () => {
    const { reading: _, ...rest } = sound.cohorts[3]?.figures ?? {};
    expect(said(withCohort('Y3', (cohort) => ({ ...cohort, figures: rest })))).toEqual([
      'error: Year 3 reading is missing.',
    ]);
    expect(said({ ...sound, school: { ...sound.school, attendance: Number.NaN } })).toEqual([
      'error: Attendance must be a number.',
    ]);
    expect(said({ ...sound, cohorts: sound.cohorts.slice(1) })).toEqual([
      'error: Reception: say how many pupils there are (0 if none).',
    ]);
    const { attendance: __, ...school } = sound.school;
    expect(said({ ...sound, school })).toEqual(['error: Attendance is missing.']);
  });

  test('counts are whole', () => {
    expect(said({ ...sound, school: { ...sound.school, suspensions: 1.5 } })).toEqual([
      'error: Suspensions is a count: give a whole number.',
    ]);
  });

  test('a year group the school does not have is refused', () => {
    expect(impossible({ cohorts: sound.cohorts, school: {} }, CEDAR, OWLS).map(({ says }) => says)).toContain(
      'The school has no Year 1. Take this row out.',
    );
  });

  test('a jump beyond policy is a warning that asks for a comment', () => {
    const jumped = withFigure('Y2', 'phonics', 90);
    expect(said(jumped)).toEqual([
      'warning: Year 2 phonics went from 66% to 90%. If that is right, say why in the comment.',
    ]);
    const found = findings(jumped, last, ASH, OWLS);
    expect(blocks(found, '  ')).toBe(true);
    expect(blocks(found, 'Daily phonics began in September.')).toBe(false);
  });

  test('an attendance of 12 % asks for a comment', () => {
    const low = { ...sound, school: { ...sound.school, attendance: 12 } };
    expect(findings(low, undefined, ASH, OWLS)).toEqual([
      {
        level: 'warning',
        rule: 'M15',
        measure: 'attendance',
        says: 'Attendance is 12%, which is rarely so low. If that is right, say why in the comment.',
      },
    ]);
    expect(said({ ...sound, school: { ...sound.school, attendance: 76 } })).toEqual([]);
  });

  test('a change of just the plausible jump is not remarked on', () => {
    expect(said(withFigure('Y2', 'phonics', 66 + OWLS.soap.plausibleJump))).toEqual([]);
  });

  test('a new academic year may differ freely from the last', () => {
    const summer = soapReturn(ASH, '2025-26/summer-2', 95);
    expect(said({ ...sound, halfTerm: AUTUMN_1 }, summer)).toEqual([]);
  });

  test('an error blocks whatever the comment says, and nothing wrong never blocks', () => {
    expect(blocks(findings(withFigure('Y3', 'maths', 200), last, ASH, OWLS), 'Really.')).toBe(true);
    expect(blocks([], '')).toBe(false);
  });

  test('the bounds themselves are allowed: 999 pupils, 0 and 100 %, figures level with their parts', () => {
    expect(said(withCohort('Y5', (cohort) => ({ ...cohort, pupils: 999 })))).toEqual([]);
    expect(findings(soapReturn(ASH, AUTUMN_2, 100), undefined, ASH, OWLS)).toEqual([]);
    expect(findings(soapReturn(ASH, AUTUMN_2, 0), undefined, ASH, OWLS)).toEqual([]);
    expect(findings({ ...sound, school: { ...sound.school, attendance: 70 } }, undefined, ASH, OWLS)).toEqual([]);
  });

  test('the lowest part is named, whichever comes first and whichever is missing', () => {
    const figures = { reading: 60, writing: 50, maths: 55, rwm: 58 };
    const rwm = (given: Cohort['figures']) =>
      impossible({ cohorts: [{ year: 'Y4', pupils: 30, figures: given }], school: {} }, ASH, OWLS).map(
        ({ says }) => says,
      );
    expect(rwm(figures)[0]).toMatch('is 58%, above writing at 50%');
    expect(rwm({ ...figures, writing: 55, maths: 55 })[0]).toMatch('above writing at 55%');
    expect(rwm({ maths: 55, rwm: 58 })[0]).toMatch('above maths at 55%');
    expect(rwm({ reading: 60, writing: 50, maths: 55 })).toEqual([]);
  });

  test('each finding names its rule, its place and its level', () => {
    const lacking = { ...sound, cohorts: sound.cohorts.slice(1), school: {} };
    const { maths: _, ...rest } = sound.cohorts[3]?.figures ?? {};
    const found = [
      ...findings(lacking, last, ASH, OWLS),
      ...findings(
        withCohort('Y3', (cohort) => ({ ...cohort, figures: rest })),
        last,
        ASH,
        OWLS,
      ),
    ];
    expect(found.map(({ says: _says, ...where }) => where)).toEqual([
      { level: 'error', rule: 'M13', year: 'R', field: 'pupils' },
      ...Object.keys(sound.school).map((measure) => ({ level: 'error', rule: 'M13', measure })),
      { level: 'error', rule: 'M13', year: 'Y3', measure: 'maths' },
    ]);
    expect(
      findings(
        withCohort('Y5', (cohort) => ({ ...cohort, pupils: -1 })),
        last,
        ASH,
        OWLS,
      ),
    ).toEqual([
      {
        field: 'pupils',
        level: 'error',
        rule: 'M15',
        says: 'Year 5: pupils must be a whole number from 0 to 999.',
        year: 'Y5',
      },
    ]);
    expect(findings(withFigure('Y2', 'phonics', 90), last, ASH, OWLS)).toEqual([
      {
        level: 'warning',
        measure: 'phonics',
        rule: 'M15',
        says: 'Year 2 phonics went from 66% to 90%. If that is right, say why in the comment.',
        year: 'Y2',
      },
    ]);
    expect(findings({ ...sound, school: { ...sound.school, suspensions: 400 } }, last, ASH, OWLS)).toEqual([]);
  });

  test('a cell that is in error is not asked to be explained as well, another cell of the year still is', () => {
    const cohorts = withFigure('Y2', 'phonics', 200).cohorts.map((cohort) =>
      cohort.year === 'Y2' ? { ...cohort, figures: { ...cohort.figures, maths: 95 } } : cohort,
    );
    expect(said({ ...sound, cohorts })).toEqual([
      'error: Year 2 phonics is 200%: give a figure from 0 to 100.',
      'warning: Year 2 maths went from 66% to 95%. If that is right, say why in the comment.',
    ]);
  });

  test('a measure that is rarely so low is named with its year and its unit', () => {
    const policy = {
      ...OWLS,
      soap: {
        ...OWLS.soap,
        measures: OWLS.soap.measures.map((one) =>
          one.key === 'phonics' || one.key === 'suspensions' ? { ...one, improbableBelow: 5 } : one,
        ),
      },
    };
    const { halfTerm: _, ...low } = { ...withFigure('Y2', 'phonics', 4), school: { ...sound.school, suspensions: 3 } };
    expect(findings(low, undefined, ASH, policy)).toMatchObject([
      { year: 'Y2', measure: 'phonics', says: expect.stringContaining('Year 2 phonics is 4%, which is rarely so low') },
      { measure: 'suspensions', says: expect.stringContaining('Suspensions is 3, which is rarely so low') },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, CEDAR, DALE, facts, school, soapReturn } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { Target } from '../targets/target.ts';
import { type Trajectory, trajectories } from './trajectory.ts';

const YEAR = '2026-27';
const target: Target = {
  urn: ASH.urn,
  academicYear: YEAR,
  yearGroup: 'Y6',
  measure: 'rwm',
  revisions: [
    { state: 'signed-off', minimum: 60, aspirational: 90, by: ['p-ceo'], at: '2026-10-09T10:00:00Z', why: '' },
    { state: 'proposed', minimum: 70, aspirational: 95, by: ['p-ash'], at: '2026-11-09T10:00:00Z', why: '' },
  ],
};
const result = (year: string, value: number, pupils = 30) => ({
  urn: ASH.urn,
  year,
  pupils,
  expected: { rwm: { value } },
});
const given = facts({
  returns: [soapReturn(ASH, '2025-26/summer-2', 50), soapReturn(ASH, AUTUMN_1, 70), soapReturn(ASH, AUTUMN_2, 76)],
  results: [result('2025-26', 66), result('2024-25', 61), result('2021-22', 20)],
});

function of(where: Facts, yearGroup: string, measure: string, of = ASH, targets: readonly Target[] = [target]) {
  const found = trajectories(OWLS, where, targets, of, YEAR);
  return found.find((one): one is Trajectory => one.yearGroup === yearGroup && one.measure === measure);
}

describe("the trajectory of a school's figure (M23)", () => {
  test('M23: has the line so far, the ends of past years, the range and the chance beside the signed-off target', () => {
    const seen = of(given, 'Y6', 'rwm');
    expect(seen?.line.map(({ figure }) => figure)).toEqual([70, 76, undefined, undefined, undefined, undefined]);
    expect(seen?.past).toEqual([
      { year: '2024-25', value: 61, pupils: 30, from: 'published', nation: 62 },
      { year: '2025-26', value: 66, pupils: 30, from: 'published', nation: 62 },
    ]);
    expect(seen?.target).toEqual({ minimum: 60, aspirational: 90 });
    expect(seen?.outlook?.low).toBeGreaterThan(50);
    expect(seen?.outlook?.middle).toBeGreaterThan(61);
    expect(seen?.outlook?.middle).toBeLessThan(76);
    expect(seen?.name).toBe('Reading, writing and maths in Year 6');
    expect(seen?.says).toMatch(
      /^Heading for \d+% to \d+% by the end of the year\. The chance to reach the minimum of 60% is about [a-z ]+; the target of 90%, [a-z ]+\.$/,
    );
    expect(seen?.why.rule).toBe('M23');
    expect(seen?.why.because).toContain('66% was published for 2025-26.');
    expect(seen?.why.because).toContain('England was at 62% in 2024-25; schools are drawn towards it.');
    expect(seen?.why.because).toContain('The return of Autumn 2, 2026-27 is on track for 76%.');
    expect(seen?.why.because).toContain('One of 30 pupils is 3.3 points.');
  });

  test('M23: without a target there is the range alone; what is proposed is no target yet', () => {
    const proposed = { ...target, revisions: target.revisions.slice(1) };
    for (const targets of [[], [proposed], [{ ...target, academicYear: '2025-26' }]]) {
      const seen = of(given, 'Y6', 'rwm', ASH, targets);
      expect([seen?.target, seen?.chance]).toEqual([undefined, undefined]);
      expect(seen?.says).toMatch(/^Heading for \d+% to \d+% by the end of the year\.$/);
    }
  });

  test("M23: the past of a year group without published results is the year's last return", () => {
    expect(of(given, 'Y3', 'maths')?.past).toEqual([{ year: '2025-26', value: 50, pupils: 30, from: 'returned' }]);
    const early = facts({ returns: [soapReturn(ASH, '2025-26/summer-1', 50)] });
    expect(of(early, 'Y3', 'maths')).toBeUndefined();
  });

  test('M23: a published figure that is missing, or of unknown size, gives way to the return', () => {
    const missing = { ...result('2025-26', 0), expected: { rwm: { missing: 'suppressed' as const } } };
    const { pupils: _, ...unsized } = result('2025-26', 66);
    for (const one of [missing, unsized])
      expect(of({ ...given, results: [one] }, 'Y6', 'rwm')?.past).toMatchObject([{ value: 50, from: 'returned' }]);
  });

  test('M15: a cohort below the threshold has no range, no line and no past, and says so', () => {
    const small = facts({ returns: [soapReturn(DALE, AUTUMN_1, 50)] });
    const seen = of(small, 'Y2', 'reading', DALE);
    expect(seen).toMatchObject({ line: [], past: [] });
    expect(seen?.outlook).toBeUndefined();
    expect(seen?.says).toBe('Where it is heading can’t be said honestly: fewer than 6 pupils.');
    expect(of(small, 'Y4', 'reading', DALE)?.outlook).toBeDefined();
  });

  test('M23: a target of which nothing else is known says so; a cell without anything is left out', () => {
    const seen = of(facts(), 'Y6', 'rwm');
    expect(seen?.says).toContain('neither this year nor a past one has a figure');
    expect(seen?.chance).toBeUndefined();
    expect(trajectories(OWLS, facts(), [], ASH, YEAR)).toEqual([]);
    const unsized = school(CEDAR.urn, CEDAR.name, { years: ['Y6'], pupils: {} });
    const targets = [{ ...target, urn: CEDAR.urn }];
    expect(of(facts(), 'Y6', 'rwm', unsized, targets)?.says).toContain('how many pupils there are isn’t known');
  });

  test('M23: measures that are no shares of pupils have no trajectory', () => {
    expect(trajectories(OWLS, given, [], ASH, YEAR).filter(({ measure }) => measure === 'attendance')).toEqual([]);
  });

  test('M23: the range narrows from the first return to the last', () => {
    const returned = (halfTerm: string) => ({ ...given, returns: [soapReturn(ASH, halfTerm, 70)] });
    const widths = ['autumn-1', 'spring-1', 'summer-2'].map((name) => {
      const outlook = of(returned(`${YEAR}/${name}`), 'Y6', 'rwm')?.outlook;
      return outlook ? outlook.high - outlook.low : Number.NaN;
    });
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
    expect(new Set(widths).size).toBe(3);
  });

  test('M23: the whole of one, with published years, England and the newest return', () => {
    expect(of(given, 'Y6', 'rwm')).toStrictEqual({
      yearGroup: 'Y6',
      measure: 'rwm',
      name: 'Reading, writing and maths in Year 6',
      year: YEAR,
      line: [
        { halfTerm: AUTUMN_1, figure: 70 },
        { halfTerm: AUTUMN_2, figure: 76 },
        ...['spring-1', 'spring-2', 'summer-1', 'summer-2'].map((name) => ({ halfTerm: `${YEAR}/${name}` })),
      ],
      past: [
        { year: '2024-25', value: 61, pupils: 30, from: 'published', nation: 62 },
        { year: '2025-26', value: 66, pupils: 30, from: 'published', nation: 62 },
      ],
      target: { minimum: 60, aspirational: 90 },
      outlook: { low: 60, middle: 71, high: 80 },
      chance: {
        minimum: { share: 0.9, says: 'about nine in ten' },
        aspirational: { share: 0.02, says: 'less than one in twenty' },
      },
      says: 'Heading for 60% to 80% by the end of the year. The chance to reach the minimum of 60% is about nine in ten; the target of 90%, less than one in twenty.',
      why: {
        rule: 'M23',
        because: [
          '61% was published for 2024-25.',
          '66% was published for 2025-26.',
          'England was at 62% in 2024-25; schools are drawn towards it.',
          'The return of Autumn 2, 2026-27 is on track for 76%.',
          'One of 30 pupils is 3.3 points.',
          `How far schools move from year to year: ${OWLS.targets.trajectory.source}.`,
        ],
        wouldChange: 'The next return. The later in the year, the narrower the range.',
      },
    });
  });

  test('M23: the whole of one that rests on returns alone, without England and before the year’s first', () => {
    const past = facts({ returns: [soapReturn(ASH, '2025-26/summer-2', 50)] });
    expect(of(past, 'Y3', 'maths')).toStrictEqual({
      yearGroup: 'Y3',
      measure: 'maths',
      name: 'Maths in Year 3',
      year: YEAR,
      line: ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'].map((name) => ({
        halfTerm: `${YEAR}/${name}`,
      })),
      past: [{ year: '2025-26', value: 50, pupils: 30, from: 'returned' }],
      outlook: { low: 30, middle: 50, high: 70 },
      says: 'Heading for 30% to 70% by the end of the year.',
      why: {
        rule: 'M23',
        because: [
          '2025-26 ended at 50% in the return.',
          'There is no return of this year yet.',
          'One of 30 pupils is 3.3 points.',
          `How far schools move from year to year: ${OWLS.targets.trajectory.source}.`,
        ],
        wouldChange: 'The next return. The later in the year, the narrower the range.',
      },
    });
  });

  test('M15: the whole of one that can’t be said', () => {
    const targets = [{ ...target, urn: DALE.urn, yearGroup: 'Y2' as const, measure: 'reading' }];
    expect(of(facts(), 'Y2', 'reading', DALE, targets)).toStrictEqual({
      yearGroup: 'Y2',
      measure: 'reading',
      name: 'Reading in Year 2',
      year: YEAR,
      line: [],
      past: [],
      target: { minimum: 60, aspirational: 90 },
      says: 'Where it is heading can’t be said honestly: fewer than 6 pupils.',
      why: {
        rule: 'M23',
        because: ['For Reading in Year 2 there is: fewer than 6 pupils.'],
        wouldChange: 'More pupils, or the next return.',
      },
    });
  });

  test('M15: a cohort of just the threshold is told', () => {
    const six = school(DALE.urn, DALE.name, { years: ['Y6'], pupils: { Y6: 6 } });
    const seen = (pupils: number) =>
      of(facts({ returns: [soapReturn({ ...six, pupils: { Y6: pupils } }, AUTUMN_1)] }), 'Y6', 'rwm', six)?.outlook;
    expect(seen(5)).toBeUndefined();
    expect(seen(6)).toBeDefined();
  });

  test('M23: the pupils are those of the newest return of the year, else those on roll', () => {
    const one = (where: Facts) => of(where, 'Y6', 'rwm')?.why.because.find((says) => says.startsWith('One of'));
    const returned = (halfTerm: string, pupils: number) =>
      soapReturn({ ...ASH, pupils: { ...ASH.pupils, Y6: pupils } }, halfTerm);
    expect(one(facts({ results: given.results }))).toBe('One of 30 pupils is 3.3 points.');
    expect(one({ ...given, returns: [returned(AUTUMN_1, 24), returned(AUTUMN_2, 25)] })).toBe(
      'One of 25 pupils is 4 points.',
    );
    expect(one({ ...given, returns: [returned('2025-26/summer-2', 20)] })).toBe('One of 30 pupils is 3.3 points.');
    const gone = { ...returned(AUTUMN_2, 24), cohorts: [] };
    expect(one({ ...given, returns: [gone] })).toBe('One of 30 pupils is 3.3 points.');
  });

  test('M23: past years count only with pupils and a figure of the very school, no further back than the policy says', () => {
    const past = (where: Partial<Facts>, measure = 'rwm') =>
      of(facts(where), 'Y6', measure)?.past.map(({ value }) => value);
    const last = soapReturn(ASH, '2025-26/summer-2', 50);
    const others = [{ ...result('2025-26', 99), urn: CEDAR.urn }, result('2025-26', 66)];
    expect(past({ results: others })).toEqual([66]);
    expect(past({ results: [result('2023-24', 40), result('2022-23', 30)] })).toEqual([40]);
    const empty = { ...last, cohorts: last.cohorts.map((cohort) => ({ ...cohort, pupils: 0 })) };
    const silent = { ...last, cohorts: last.cohorts.map((cohort) => ({ ...cohort, figures: {} })) };
    for (const made of [empty, silent]) expect(past({ returns: [made] })).toEqual([]);
    // Of other year groups than Year 6 nothing is published.
    expect(of(facts({ results: [result('2025-26', 66)] }), 'Y5', 'rwm')).toBeUndefined();
    expect(past({ results: [result('2025-26', 66)] }, 'phonics')).toBeUndefined();
  });

  test('M23: where less is better the target is a limit', () => {
    const measures = OWLS.soap.measures.map((one) => (one.key === 'rwm' ? { ...one, better: 'lower' as const } : one));
    const policy = { ...OWLS, soap: { ...OWLS.soap, measures } };
    const seen = trajectories(policy, given, [target], ASH, YEAR).find(
      ({ yearGroup, measure }) => yearGroup === 'Y6' && measure === 'rwm',
    );
    expect(seen?.says).toContain('The chance to reach the limit of 60% is');
  });
});

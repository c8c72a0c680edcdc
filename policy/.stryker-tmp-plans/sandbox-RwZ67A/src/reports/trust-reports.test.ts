// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASH,
  AUTUMN_2,
  at,
  BROOK,
  CEDAR,
  DALE,
  facts,
  SCHOOLS,
  school,
  soapReturn,
} from '../examples/trust.examples.ts';
import { OWLS_NATIONAL } from '../national/owls-national.ts';
import { OWLS } from '../owls.ts';
import { judged } from '../views/lived.examples.ts';
import { annualEvaluation } from './annual-evaluation.ts';
import { ceoTermly } from './ceo-termly.ts';
import { AUTUMN, REPORTED, reportOf, SOURCES, says, section, TWO_TERMS } from './reports.examples.ts';
import { standardsAndRisk } from './standards-and-risk.ts';
import { strategyWorking } from './strategy-working.ts';

const ceo = () => ceoTermly(OWLS, REPORTED, AUTUMN, SOURCES);

describe("M41: the CEO's report of a term", () => {
  test('M41: names strengths: strong measures by school and moves up', () => {
    const strengths = says(ceo(), 'Strengths');
    expect(strengths.find((one) => one.startsWith('Ash Tree'))).toContain('at or above 75%: Reading 76%; Writing 76%');
    expect(strengths).toContain('Ash Tree Primary School moved up from 2b to 2a.');
    // Dale's year groups in Reception are too few to count, and the other schools returned nothing.
    expect(strengths).toContain('Good level of development across the trust is 76%, at or above 75% (1 of 4 schools).');
    expect(strengths.some((one) => one.startsWith('Reading across the trust'))).toBe(false);
  });

  test('M41: names concerns: weak measures, weak teaching and attendance, moves down, schools at risk', () => {
    const concerns = says(ceo(), 'Concerns');
    expect(concerns.find((one) => one.startsWith('Dale Village Primary School, below 60%'))).toContain('Reading 55%');
    expect(concerns).toEqual(
      expect.arrayContaining([
        'Dale Village Primary School: teaching good or better is 70%, below 75%.',
        'Dale Village Primary School: attendance is 92%, below 93%.',
        'Dale Village Primary School moved down from 3b to 3cc.',
        'Dale Village Primary School is at risk of slipping (3cc).',
      ]),
    );
  });

  test('M41: weighs the trust by pupils, with the change of the schools that returned both times', () => {
    const returns = [...REPORTED.returns, soapReturn(BROOK, AUTUMN_2, 90)];
    const figures = section(ceoTermly(OWLS, { ...REPORTED, returns }, AUTUMN), 'Strengths').points[0]?.figures;
    // Ash 180 pupils at 76 (70 before), Dale 47 at 55 (50 before), Brookside 118 at 90 and nothing before.
    const value = Math.round(((180 * 76 + 47 * 55 + 118 * 90) / 345) * 10) / 10;
    const change = Math.round(((180 * 6 + 47 * 5) / 227) * 10) / 10;
    expect(figures?.[0]).toEqual({ label: 'Reading', measure: 'reading', value, unit: '%', change });
  });

  test('M41: tells what actions of the term came to, what is overdue, and which impact nobody recorded', () => {
    expect(section(ceo(), 'Impact of actions')).toEqual({
      gaps: ['Trust: Moderation. Done, its impact not recorded.'],
      heading: 'Impact of actions',
      points: [
        {
          says: 'Ash Tree Primary School: Reading lessons. Impact: Six more on track.',
          urn: '100001',
        },
        {
          says: 'Dale Village Primary School: Maths coaching. Overdue since 2026-12-01.',
          urn: '100004',
        },
      ],
      rule: 'M41',
    });
  });

  test("M41: is linked to the heads' reports, and names those not given", () => {
    expect(says(ceo(), "Heads' reports")).toEqual([
      "Ash Tree Primary School: the head's report was given on 2026-12-15.",
    ]);
    expect(section(ceo(), "Heads' reports").gaps).toHaveLength(3);
  });

  test('M15: names the schools whose figures are too few to show, and shows none of them', () => {
    expect(section(ceo(), 'Strengths').gaps).toContain(
      'Dale Village Primary School: too few pupils to show Communication and language, Personal, social and emotional, Physical development, Literacy, Mathematics, Good level of development.',
    );
    const dale = reportOf(ceo()).sections.flatMap(({ points }) => points.filter(({ urn }) => urn === DALE.urn));
    expect(dale.flatMap(({ figures = [] }) => figures).some(({ measure }) => measure === 'gld')).toBe(false);
  });

  test('M41: of an empty trust is all gaps and no inventions', () => {
    const empty = reportOf(ceoTermly(OWLS, facts({ schools: [] }), AUTUMN));
    expect(empty.sections.flatMap(({ points }) => points)).toEqual([]);
    expect(ceoTermly(OWLS, facts(), '2026-27/monsoon')).toEqual({
      ok: false,
      says: 'Choose a term of the calendar, such as 2026-27/autumn.',
      why: {
        because: ['The policy has no dates for 2026-27/monsoon.'],
        rule: 'M41',
        wouldChange: 'Choose a term of the calendar, such as 2026-27/autumn.',
      },
    });
  });

  test('M41: names terms as another trust has them', () => {
    expect(reportOf(ceoTermly(TWO_TERMS, facts(), '2026-27/winter')).title).toBe("CEO's report, Winter term, 2026-27");
  });
});

describe('M42: standards and risk', () => {
  const report = () => standardsAndRisk(OWLS, REPORTED, AUTUMN, SOURCES);

  test("M22: reads the trust's targets by the pupils they are for", () => {
    // Ash Y3 and Y6 with 30 pupils each at 76; Dale Y6 with 10 at 55.
    expect(says(report(), "Progress on the trust's targets")).toEqual([
      'Reading across the trust: 73%, at the minimum (minimum 72.9%, aspirational 81.1%).',
    ]);
  });

  test("M23: reads each school's targets of the year and names who has none", () => {
    expect(says(report(), "Progress on schools' targets")).toEqual([
      'Ash Tree Primary School: 1 of 2 targets at the aspirational level, 0 at the minimum, 1 off track: Year 3 reading (76%, minimum 80%).',
      'Dale Village Primary School: 0 of 1 targets at the aspirational level, 0 at the minimum, 1 off track: Year 6 reading (55%, minimum 60%).',
    ]);
    expect(section(report(), "Progress on schools' targets").gaps).toEqual([
      'No targets of 2026-27 for: Brookside Infant School, Cedar Junior School.',
    ]);
  });

  test('M15: says nothing of a target whose figure is hidden', () => {
    const [target] = SOURCES.targets;
    if (!target) throw new Error('There is a target.');
    const targets = [{ ...target, urn: DALE.urn, yearGroup: 'Y2' as const }];
    const hidden = standardsAndRisk(OWLS, REPORTED, AUTUMN, { targets });
    expect(says(hidden, "Progress on schools' targets")).toEqual([]);
    expect(says(hidden, "Progress on the trust's targets")).toEqual([]);
  });

  test('M23: reads a target of the whole school, and one that is better when lower', () => {
    const of = { urn: DALE.urn, academicYear: '2026-27' };
    const targets = [
      { ...of, measure: 'attendance', minimum: 95, aspirational: 97 },
      { ...of, measure: 'persistentAbsence', minimum: 10, aspirational: 5 },
      { ...of, measure: 'suspensions', minimum: 0, aspirational: 0 },
    ];
    const returns = [
      soapReturn(DALE, AUTUMN_2, 55, { school: { attendance: 92, persistentAbsence: 12, suspensions: 1 } }),
    ];
    const risk = standardsAndRisk(OWLS, facts({ returns }), AUTUMN, { targets });
    expect(says(risk, "Progress on schools' targets")).toEqual([
      'Dale Village Primary School: 0 of 2 targets at the aspirational level, 0 at the minimum, 2 off track: attendance (92%, minimum 95%); persistent absence (12%, at most 10%). 1 without a figure to show.',
    ]);
  });

  test('M42: names risks, and is refused for a term without dates', () => {
    expect(says(report(), 'Risks')).toHaveLength(4);
    expect(standardsAndRisk(OWLS, facts(), 'autumn')).toEqual({
      ok: false,
      says: 'Choose a term of the calendar, such as 2026-27/autumn.',
      why: {
        because: ['The policy has no dates for autumn.'],
        rule: 'M42',
        wouldChange: 'Choose a term of the calendar, such as 2026-27/autumn.',
      },
    });
  });
});

const results = [
  {
    urn: ASH.urn,
    year: '2025-26',
    pupils: 30,
    expected: { rwm: { value: 70 }, maths: { missing: 'suppressed' as const } },
  },
  { urn: CEDAR.urn, year: '2025-26', pupils: 60, expected: { rwm: { value: 64 } } },
];

describe('M43: the annual evaluation', () => {
  const report = () => annualEvaluation(OWLS, OWLS_NATIONAL, { ...REPORTED, results }, '2025-26', SOURCES);

  test('M43: holds published results against the indicators, weighted by pupils', () => {
    expect(section(report(), 'Against the key performance indicators')).toEqual({
      gaps: ['Maths: no school has a published result.'],
      heading: 'Against the key performance indicators',
      points: [
        {
          figures: [
            {
              label: 'Reading, writing and maths',
              measure: 'rwm',
              unit: '%',
              value: 66,
            },
          ],
          says: 'Reading, writing and maths: 66% against 65%, met.',
        },
      ],
      rule: 'M43',
    });
  });

  test('M18: holds them against England, the trust and each school', () => {
    expect(says(report(), 'Against England')).toEqual([
      'Reading, writing and maths at the end of Year 6: 66% against 62% in England (2024-25), 4 points above.',
      'Ash Tree Primary School: Reading, writing and maths at the end of Year 6: 70% against 62% in England (2024-25), 8 points above.',
      'Cedar Junior School: Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
    ]);
    expect(section(report(), 'Against England').gaps).toEqual([
      'No published results of 2025-26 for: Brookside Infant School, Dale Village Primary School.',
      'Ash Tree Primary School: Maths at the end of Year 6 is not published: suppressed.',
    ]);
  });

  test('M43: holds them against comparable trusts, and sums up for heads and governors', () => {
    expect(says(report(), 'Against comparable trusts')).toEqual([
      'Another trust, reading, writing and maths at the end of Year 6: 66% against 60%, 6 points above.',
    ]);
    expect(says(report(), 'Summary for heads and governors')).toEqual([
      '1 of 1 key performance indicators were met.',
      'Of 1 published measures, 1 are above England, 0 in line, 0 below.',
    ]);
  });

  test('M43: without results or indicators is all gaps; without dates it is refused', () => {
    const bare = reportOf(annualEvaluation(OWLS, OWLS_NATIONAL, facts(), '2025-26'));
    expect(bare.sections.map(({ points, gaps }) => [points.length, gaps.length])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(annualEvaluation(OWLS, OWLS_NATIONAL, facts(), '1999-00')).toEqual({
      ok: false,
      says: 'Choose an academic year of the calendar.',
      why: {
        because: ['The policy has no dates for 1999-00.'],
        rule: 'M43',
        wouldChange: 'Choose an academic year of the calendar.',
      },
    });
  });
});

describe('M48: whether the strategy works', () => {
  const report = () => strategyWorking(OWLS, REPORTED, '2026-27', at('2026-12-16T09:00'), SOURCES);

  test('M48: counts returns in time over the half terms that were due', () => {
    const given = {
      ...REPORTED,
      returns: [
        soapReturn(ASH, AUTUMN_2, 70, { submittedAt: '2026-12-07T10:00:00Z' }),
        // Corrected after the due date: the first submission counts.
        soapReturn(ASH, AUTUMN_2, 72, { submittedAt: '2026-12-15T10:00:00Z', revision: 2 }),
        soapReturn(DALE, AUTUMN_2, 50, { submittedAt: '2026-12-10T10:00:00Z' }),
      ],
    };
    const points = says(strategyWorking(OWLS, given, '2026-27', at('2026-12-16T09:00')), 'Returns in time');
    expect(points).toHaveLength(2);
    expect(points[1]).toBe(
      'Autumn 2, 2026-27: 1 of 4 returns on time; late: Dale Village Primary School; missing: Brookside Infant School, Cedar Junior School.',
    );
  });

  test('M48: counts moves over the year, from the category before it where there was one', () => {
    const moves = [
      '1 up, 1 down of 4 schools over the year.',
      'Ash Tree Primary School moved up from 2b to 2a.',
      'Dale Village Primary School moved down from 3b to 3cc.',
    ];
    expect(says(report(), 'Moves of category')).toEqual(moves);
    const judgements = [...REPORTED.judgements, judged(ASH.urn, '2a', '2025-26/summer-2')];
    const backAgain = strategyWorking(OWLS, { ...REPORTED, judgements }, '2026-27', at('2026-12-16T09:00'));
    expect(says(backAgain, 'Moves of category')[0]).toBe('0 up, 1 down of 4 schools over the year.');
  });

  test('M48: tells of inspections, reviews and heads’ answers of the year, no others', () => {
    expect(says(report(), 'Outcomes of inspections')).toEqual([
      'Dale Village Primary School, 2026-11-20, better: Good.',
    ]);
    expect(section(report(), 'Self-evaluation and reviews from outside')).toEqual({
      gaps: ['Reviews from outside: none of the year is on record.'],
      heading: 'Self-evaluation and reviews from outside',
      points: [
        {
          says: 'Self-evaluations: 1 of 2 confirmed.',
        },
      ],
      rule: 'M48',
    });
    expect(says(report(), 'What heads say')).toEqual(['Autumn term, 2026-27: 4.5 of 5, from 2 answers.']);
  });

  test('M48: is refused before the first return of the year was due', () => {
    expect(strategyWorking(OWLS, REPORTED, '2026-27', at('2026-09-01T09:00'))).toEqual({
      ok: false,
      says: 'Choose a year under way.',
      why: {
        because: ['No return of 2026-27 was due yet, or the policy has no dates for it.'],
        rule: 'M48',
        wouldChange: 'Choose a year under way.',
      },
    });
    expect(strategyWorking(OWLS, REPORTED, '2050-51', at('2026-12-16T09:00'))).toEqual({
      ok: false,
      says: 'Choose a year under way.',
      why: {
        because: ['No return of 2050-51 was due yet, or the policy has no dates for it.'],
        rule: 'M48',
        wouldChange: 'Choose a year under way.',
      },
    });
  });
});

test('M41: no report speaks of a school that left before its end, nor of one that has not joined', () => {
  const gone = fc.constantFrom({ left: '2026-12-01' }, { joined: '2027-01-04' }, { left: '2020-01-01' });
  fc.assert(
    fc.property(fc.constantFrom(...SCHOOLS), gone, (one, other) => {
      const given = {
        ...REPORTED,
        results,
        schools: SCHOOLS.map((s) => (s.urn === one.urn ? school(s.urn, s.name, other) : s)),
      };
      const reports = [
        ceoTermly(OWLS, given, AUTUMN, SOURCES),
        standardsAndRisk(OWLS, given, AUTUMN, SOURCES),
        strategyWorking(OWLS, given, '2026-27', at('2026-12-18T18:00'), SOURCES),
      ];
      const [ceos, risk, working] = reports.map((report) => JSON.stringify(reportOf(report)));
      expect(ceos).not.toContain(one.name);
      expect(risk).not.toContain(one.name);
      // Half terms it was there for stay in the discipline of returns: history is not lost.
      const later = JSON.parse(working ?? '').sections.filter(
        (part: { heading: string }) => part.heading !== 'Returns in time',
      );
      expect(JSON.stringify(later)).not.toContain(one.name);
    }),
    { numRuns: 30 },
  );
});

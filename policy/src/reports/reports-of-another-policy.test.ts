import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, at, BROOK, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { annualEvaluation } from './annual-evaluation.ts';
import { ceoTermly } from './ceo-termly.ts';
import { AUTUMN, REPORTED, reportOf, SOURCES, says, section } from './reports.examples.ts';
import { strategyWorking } from './strategy-working.ts';

/** OWLS, with grammar counted by those who are behind: fewer are better. */
const BEHIND: TrustPolicy = {
  ...OWLS,
  soap: {
    ...OWLS.soap,
    measures: OWLS.soap.measures.map((one) => (one.key === 'grammar' ? { ...one, better: 'lower' } : one)),
  },
};

describe('M41: strengths and concerns of the CEO’s report', () => {
  const of = (heading: string, level: number, policy = OWLS) =>
    says(ceoTermly(policy, facts({ returns: [soapReturn(ASH, AUTUMN_2, level)] }), AUTUMN), heading);

  test('M41: never count as a strength or a concern what is better the lower it is', () => {
    expect(of('Strengths', 90).filter((line) => line.includes('Grammar'))).toHaveLength(2);
    expect(of('Strengths', 90, BEHIND).filter((line) => line.includes('Grammar'))).toEqual([]);
    expect(of('Strengths', 90, BEHIND).length).toBe(of('Strengths', 90).length - 1);
    expect(of('Concerns', 10).filter((line) => line.includes('Grammar'))).toHaveLength(2);
    expect(of('Concerns', 10, BEHIND).filter((line) => line.includes('Grammar'))).toEqual([]);
  });

  test('M41: say across the trust what is below the band, and of how many schools', () => {
    expect(of('Concerns', 55)[0]).toMatch(/ across the trust is 55%, below 60% \(1 of 4 schools\)\.$/);
  });

  test('M44: tell only of the head’s report, of this term and this school', () => {
    const [report] = SOURCES.given;
    if (!report) throw new Error('The example has a report.');
    const given = [
      { ...report, kind: 'boardSoap' as const, urn: BROOK.urn },
      { ...report, term: '2026-27/spring', urn: CEDAR.urn },
      { ...report, term: '2025-26/autumn', urn: DALE.urn },
      report,
    ];
    expect(says(ceoTermly(OWLS, REPORTED, AUTUMN, { given }), "Heads' reports")).toEqual([
      `${ASH.name}: the head's report was given on 2026-12-15.`,
    ]);
  });
});

describe('M48: whether the strategy works, by the days of its year', () => {
  const on = (moment: string, inspected: readonly string[], year = '2026-27') =>
    says(
      strategyWorking(OWLS, REPORTED, year, at(moment), {
        inspections: inspected.map((day) => ({ urn: DALE.urn, on: day, outcome: 'same', says: day })),
      }),
      'Outcomes of inspections',
    ).map((line) => line.split(': ')[1]);
  const years = OWLS.calendar.years;
  const summer = (year: string) => `${years.find((one) => one.year === year)?.halfTerms.at(-1)?.to}`;
  const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

  test('M48: a year under way tells of its days up to today', () => {
    expect(on('2026-12-16T09:00', ['2026-12-17', '2026-12-16', '2026-12-01'])).toEqual(['2026-12-01', '2026-12-16']);
  });

  test('M48: a year that is over tells of what came up to its last day, and of nothing after', () => {
    const last = summer('2026-27');
    expect(on(`${next(last)}T09:00`, [last, next(last)])).toEqual([last]);
    expect(on('2027-12-16T09:00', ['2026-11-20', last, next(last), '2027-11-02'])).toEqual(['2026-11-20', last]);
  });

  test('M48: the year before ends where this one’s count begins', () => {
    const before = summer(`${years[0]?.year}`);
    const year = `${years[1]?.year}`;
    const moment = `${years[1]?.halfTerms[2]?.from}T09:00`;
    expect(on(moment, [before, next(before)], year)).toEqual([next(before)]);
  });

  test('M48: a return counts from the very moment it was due', () => {
    const year = (moment: string) => strategyWorking(OWLS, REPORTED, '2026-27', at(moment)).ok;
    const { due } = OWLS.soap.window;
    expect(due.at).toBe('17:00');
    const days = Array.from({ length: 60 }, (_, count) =>
      new Date(Date.UTC(2026, 8, 1 + count)).toISOString().slice(0, 10),
    );
    const first = days.find((day) => year(`${day}T17:00`));
    expect(first).toBeDefined();
    expect(year(`${first}T16:59`)).toBe(false);
  });
});

describe('M43: the annual evaluation’s count', () => {
  test('M43: sums up what is above England, in line with it and below, by its own names', () => {
    const results = [
      {
        ...{ urn: ASH.urn, year: '2025-26', pupils: 300 },
        expected: { reading: { value: 95 }, writing: { value: 30 }, maths: { value: 75 }, rwm: { value: 20 } },
      },
    ];
    const report = reportOf(annualEvaluation(OWLS, OWLS.national, { ...REPORTED, results }, '2025-26', SOURCES));
    const lines = section(report, 'Against England')
      .points.map((one) => one.says)
      .filter((line) => !line.startsWith(ASH.name));
    const inLine = lines.filter((line) => line.includes('which is in line')).length;
    const above = lines.filter((line) => line.includes('above.')).length;
    const below = lines.filter((line) => line.includes('below.')).length;
    expect([above + inLine + below, above, below]).toEqual([4, 1, 2]);
    expect(says(report, 'Summary for heads and governors')[1]).toBe(
      'Of 4 published measures, 1 are above England, 1 in line, 2 below.',
    );
  });

  test('M43: a comparable trust is told to be ahead, behind or the same, by the name of the measure', () => {
    const results = [
      { urn: ASH.urn, year: '2025-26', pupils: 30, expected: { rwm: { value: 60 }, maths: { value: 50 } } },
    ];
    const comparators = [
      { trust: 'Larch', academicYear: '2025-26', measure: 'rwm', value: 60 },
      { trust: 'Maple', academicYear: '2025-26', measure: 'maths', value: 54 },
    ];
    expect(
      says(
        annualEvaluation(OWLS, OWLS.national, { ...REPORTED, results }, '2025-26', { comparators }),
        'Against comparable trusts',
      ),
    ).toEqual([
      'Larch, reading, writing and maths at the end of Year 6: 60% against 60%, the same.',
      'Maple, maths at the end of Year 6: 50% against 54%, 4 points below.',
    ]);
  });
});

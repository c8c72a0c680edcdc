// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, facts, school, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Cohort } from '../soap/return.ts';
import { boardSoap } from './board-soap.ts';
import { headsReport } from './heads-report.ts';
import { AUTUMN, REPORTED, reportOf, SOURCES, says, section } from './reports.examples.ts';
import { totalsOf } from './totals.ts';

const page = (urn: string, halfTerm = AUTUMN_2) => boardSoap(OWLS, REPORTED, urn, halfTerm);
const ATTAINMENT = 'Attainment and progress';
const WHOLE = 'Teaching, attendance and behaviour';

describe('M40: a school on a page for the board', () => {
  test('M40: shows attainment by year group and measure with the change since the last return', () => {
    const { points, gaps } = section(page(ASH.urn), ATTAINMENT);
    expect(points).toHaveLength(8);
    expect(points[3]?.says).toBe(
      'Year 3, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6.',
    );
    expect(points[3]?.figures?.[0]).toEqual({
      label: 'Reading',
      measure: 'reading',
      year: 'Y3',
      value: 76,
      unit: '%',
      change: 6,
    });
    expect(points.at(-1)?.figures?.[0]).toEqual({
      change: 6,
      label: 'Reading',
      measure: 'reading',
      unit: '%',
      value: 76,
    });
    expect(gaps).toEqual([]);
  });

  test('M40: shows teaching, attendance and the category with its move and support', () => {
    expect(says(page(ASH.urn), WHOLE)).toEqual([
      'Teaching good or better 90%, unchanged.',
      'Attendance 95.5%, unchanged.',
      'Persistent absence 0%, unchanged.',
    ]);
    expect(says(page(ASH.urn), 'Category')).toEqual([
      'The category is 2a, good, heading for outstanding, up from 2b.',
      'Support that follows: Core visits; coaching towards the next grade.',
      "The last inspection's grade is 2, of 2023-05-10.",
    ]);
  });

  test('M40: keeps counts and comments to the school', () => {
    const said = JSON.stringify(page(DALE.urn));
    expect(said).not.toContain('Suspensions');
    expect(said).not.toContain('A steady half term.');
    expect(says(boardSoap(OWLS, REPORTED, DALE.urn, AUTUMN_2, 'school'), WHOLE)).toContain('Suspensions 1, up 1.');
  });

  test('M15: hides small cohorts from the board, not from the school', () => {
    const board = section(page(DALE.urn), ATTAINMENT);
    const figures = board.points.flatMap((point) => point.figures ?? []);
    expect(figures.find(({ year, measure }) => year === 'Y2' && measure === 'reading')).toEqual({
      label: 'Reading',
      measure: 'reading',
      year: 'Y2',
      unit: '%',
      hidden: true,
    });
    expect(figures.filter(({ year }) => year === 'R').every(({ hidden }) => hidden)).toBe(true);
    expect(board.gaps).toContain('Figures that would speak of fewer than 6 pupils are hidden.');
    const own = section(boardSoap(OWLS, REPORTED, DALE.urn, AUTUMN_2, 'school'), ATTAINMENT);
    expect(own.points.flatMap((point) => point.figures ?? []).some(({ hidden }) => hidden)).toBe(false);
  });

  test('M40: without a return of the half term shows the last one of the year and names the gap', () => {
    const returns = [soapReturn(ASH, AUTUMN_1, 70)];
    expect(section(boardSoap(OWLS, facts({ returns }), ASH.urn, AUTUMN_2), ATTAINMENT).gaps).toEqual([
      'There is no return of Autumn 2, 2026-27; the figures are of Autumn 1, 2026-27.',
      'There is no earlier return of the academic year to compare with.',
    ]);
  });

  test('M40: never shows figures of the year before', () => {
    expect(section(page(CEDAR.urn), ATTAINMENT)).toEqual({
      gaps: ['There is no return of Autumn 2, 2026-27.'],
      heading: 'Attainment and progress',
      points: [],
      rule: 'M40',
    });
  });

  test('M40: shows no proposal that nobody validated', () => {
    expect(says(page(BROOK.urn), 'Category')).toEqual(["The last inspection's grade is 2, of 2023-05-10."]);
    expect(section(page(BROOK.urn), 'Category').gaps).toEqual([
      'No category is validated for Autumn 2, 2026-27; the last one was 2cc.',
    ]);
  });

  test('M40: is refused for an unknown school or half term, and for one the school was not of the trust in', () => {
    expect(page('999999')).toEqual({
      ok: false,
      says: 'Import the school first.',
      why: {
        because: ['No school with the URN 999999 is on record.'],
        rule: 'M40',
        wouldChange: 'Import the school first.',
      },
    });
    expect(page(ASH.urn, '2050-51/autumn-1')).toEqual({
      ok: false,
      says: 'Choose a half term of the calendar.',
      why: {
        because: ['The policy has no dates for 2050-51/autumn-1.'],
        rule: 'M40',
        wouldChange: 'Choose a half term of the calendar.',
      },
    });
    const left = facts({ schools: [school(ASH.urn, ASH.name, { left: '2026-12-01' })] });
    expect(boardSoap(OWLS, left, ASH.urn, AUTUMN_2)).toEqual({
      ok: false,
      says: 'Choose a time when it belongs to the trust.',
      why: {
        because: ['Ash Tree Primary School is not of the trust on 2026-12-18.'],
        rule: 'M40',
        wouldChange: 'Choose a time when it belongs to the trust.',
      },
    });
    expect(boardSoap(OWLS, left, ASH.urn, AUTUMN_1)).toMatchObject({ ok: true });
  });
});

const years = ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'] as const;
const cohorts = fc
  .array(fc.record({ pupils: fc.integer({ min: 0, max: 12 }), reading: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 6,
  })
  .map((rows) =>
    rows.flatMap(({ pupils, reading }, at): Cohort[] => {
      const year = years[at];
      return year ? [{ year, pupils, figures: { reading } }] : [];
    }),
  );

describe('M15: what the board can work out', () => {
  test('M15: no figure of fewer pupils than the threshold, nor the rest of a total', () => {
    fc.assert(
      fc.property(cohorts, (given) => {
        const returns = [soapReturn(ASH, AUTUMN_2, 0, { cohorts: given })];
        const { points } = section(boardSoap(OWLS, facts({ returns }), ASH.urn, AUTUMN_2), ATTAINMENT);
        const shown = points.flatMap((point) => point.figures ?? []).filter(({ value }) => value !== undefined);
        const pupils = (year: string) => given.find((one) => one.year === year)?.pupils ?? 0;
        for (const { year } of shown) if (year) expect(pupils(year)).toBeGreaterThanOrEqual(OWLS.soap.suppressBelow);
        const hasTotal = shown.some(({ year }) => year === undefined);
        const all = given.reduce((sum, one) => sum + one.pupils, 0);
        const rest = all - shown.reduce((sum, { year }) => sum + (year ? pupils(year) : 0), 0);
        if (hasTotal) expect(rest === 0 || rest >= OWLS.soap.suppressBelow).toBe(true);
      }),
    );
  });

  test('M15: two year groups too small even together hide the total as well', () => {
    const given: Cohort[] = [
      { year: 'Y1', pupils: 2, figures: { reading: 50 } },
      { year: 'Y2', pupils: 3, figures: { reading: 100 } },
      { year: 'Y3', pupils: 30, figures: { reading: 80 } },
    ];
    const total = (reader: 'school' | 'outside') => totalsOf(OWLS, given, reader).map(({ value }) => value);
    expect(total('outside')).toEqual([undefined]);
    expect(total('school')).toEqual([80]);
  });
});

describe("M44: a head's report", () => {
  const report = (urn: string, sources = SOURCES, given = REPORTED) => headsReport(OWLS, given, urn, AUTUMN, sources);

  test('M44: tells governors the agreed judgement', () => {
    expect(says(report(ASH.urn), 'Agreed judgement')[0]).toBe(
      'The judgement, agreed with the school on 2026-12-14, is 2a, good, heading for outstanding.',
    );
  });

  test('M44: tells governors no judgement that is not agreed, that has changed since, or that nobody validated', () => {
    const judgement = (answer: ReturnType<typeof report>) => {
      const { points, gaps } = section(answer, 'Agreed judgement');
      return [points.length, ...gaps];
    };
    expect(judgement(report(DALE.urn))).toEqual([
      1,
      'The category is not agreed with the school yet: agree it before governors read it.',
    ]);
    const changed = { ...SOURCES, agreed: [{ urn: ASH.urn, term: AUTUMN, category: '2b', on: '2026-11-01' }] };
    expect(judgement(report(ASH.urn, changed))).toEqual([
      1,
      'The category was changed after it was agreed: agree it again before governors read it.',
    ]);
    expect(judgement(report(CEDAR.urn))).toEqual([1, 'No category of the term is validated yet.']);
    const lastTerm = {
      ...SOURCES,
      agreed: [{ urn: ASH.urn, term: '2025-26/summer', category: '2a', on: '2026-07-01' }],
    };
    expect(judgement(report(ASH.urn, lastTerm))).toHaveLength(2);
  });

  test("M44: holds the school's own figures in full, its comment and its targets", () => {
    const own = reportOf(report(DALE.urn)).sections.flatMap(({ points }) =>
      points.flatMap(({ figures = [] }) => figures),
    );
    expect(own.some(({ hidden }) => hidden)).toBe(false);
    expect(says(report(ASH.urn), 'Comment and next steps')).toEqual([
      'A steady half term.',
      'Keep the reading lessons as they are.',
    ]);
    expect(says(report(ASH.urn), 'Targets')).toEqual([
      '1 of 2 targets at the aspirational level, 0 at the minimum, 1 off track: Year 3 reading (76%, minimum 80%).',
    ]);
  });

  test('M44: names what is missing', () => {
    const bare = headsReport(OWLS, facts(), ASH.urn, AUTUMN);
    expect(reportOf(bare).sections.map(({ gaps }) => gaps.length)).toEqual([1, 1, 1, 1, 2]);
    expect(headsReport(OWLS, facts(), ASH.urn, '2050-51/autumn')).toEqual({
      ok: false,
      says: 'Choose a term of the calendar, such as 2026-27/autumn.',
      why: {
        because: ['The policy has no dates for 2050-51/autumn.'],
        rule: 'M44',
        wouldChange: 'Choose a term of the calendar, such as 2026-27/autumn.',
      },
    });
    expect(headsReport(OWLS, facts(), '999999', AUTUMN)).toEqual({
      ok: false,
      says: 'Import the school first.',
      why: {
        because: ['No school with the URN 999999 is on record.'],
        rule: 'M44',
        wouldChange: 'Import the school first.',
      },
    });
  });
});

import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import type { PublishedResult } from '../imports/published-result.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { Target } from '../targets/target.ts';
import { signed } from '../targets/targets.examples.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { onAPageView } from './on-a-page.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, CEO, DALE, HEAD_BROOK, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
type Asked = Parameters<typeof onAPageView>[4];
const page = (given: Facts, urn = ASH.urn, who = CEO, asked: Asked = {}) =>
  onAPageView(OWLS, given, who, urn, asked, NOW);
const having = (returns: readonly SoapReturn[], targets: readonly Target[] = [], other: Partial<Facts> = {}) =>
  facts({ returns, records: { ...NO_RECORDS, targets: { targets, forBoard: [] } }, ...other });
/** A return at 60 % but for the cells told, as `Y3/maths`; undefined takes a figure out. */
function returned(school: School, halfTerm: string, cells: Readonly<Record<string, number | undefined>> = {}) {
  const one = soapReturn(school, halfTerm, 60);
  const cohorts = one.cohorts.map((cohort) => ({
    ...cohort,
    figures: Object.fromEntries(
      Object.entries(cohort.figures).flatMap(([key, figure]) => {
        const cell = `${cohort.year}/${key}`;
        const told = cell in cells ? cells[cell] : figure;
        return told === undefined ? [] : [[key, told]];
      }),
    ),
  }));
  return { ...one, cohorts };
}
const target = (school: School, yearGroup: YearGroup, minimum: number, measure = 'maths') =>
  signed(school, { yearGroup, measure }, { minimum, aspirational: minimum + 10 });
const cellOf = (view: ReturnType<typeof page>, year: string, measure: string) =>
  view?.tables
    .flatMap(({ rows }) => rows)
    .find((row) => row.year === year)
    ?.cells.find((cell) => cell?.measure === measure);

describe('the page’s tables (M13, M40)', () => {
  const EARLY = [
    ['communication', 'Communication and language'],
    ['personal', 'Personal, social and emotional'],
    ['physical', 'Physical development'],
    ['literacy', 'Literacy'],
    ['mathematics', 'Mathematics'],
    ['gld', 'Good level of development'],
  ].map(([key, name]) => ({ key, name }));

  test('each has the measures of its year groups, youngest first, whatever the order of the return', () => {
    const one = soapReturn(ASH, AUTUMN_2);
    const [early, years] = page(having([{ ...one, cohorts: one.cohorts.toReversed() }]))?.tables ?? [];
    expect(early?.measures).toEqual(EARLY);
    expect(years?.measures.map(({ name }) => name)).toEqual([
      ...['Reading', 'Writing', 'Grammar', 'Maths', 'Reading, writing and maths', 'Phonics'],
    ]);
    expect(years?.rows.map(({ year, pupils }) => `${year} ${pupils}`)).toEqual([
      ...['Y1 30', 'Y2 30', 'Y3 30', 'Y4 30', 'Y5 30', 'Y6 30'],
    ]);
  });

  test('where nurseries are asked too, they stand beside Reception in early years, with both of them as one', () => {
    const measures = OWLS.soap.measures.map((one) =>
      one.years?.includes('R') ? { ...one, years: ['N', ...one.years] as const } : one,
    );
    const one = soapReturn(ASH, AUTUMN_2, 60);
    const nursery = { year: 'N' as const, pupils: 10, figures: { literacy: 80 } };
    const given = having([{ ...one, cohorts: [...one.cohorts, nursery] }]);
    const policy = { ...OWLS, soap: { ...OWLS.soap, measures } };
    const [early, years] = onAPageView(policy, given, CEO, ASH.urn, {}, NOW)?.tables ?? [];
    expect(early?.rows.map(({ year }) => year)).toEqual(['N', 'R']);
    expect(early?.all.map(({ figure }) => figure)).toEqual([60, 60, 60, 65, 60, 60]);
    expect(years?.rows.map(({ year }) => year)).not.toContain('N');
  });

  test('a junior school has no early years', () => {
    expect(page(having([soapReturn(CEDAR, AUTUMN_2)]), CEDAR.urn)?.tables.map(({ title }) => title)).toEqual([
      'Year groups',
    ]);
  });

  test('a figure that was not given keeps its cell, and its place in the line', () => {
    const view = page(having([returned(ASH, AUTUMN_1), returned(ASH, AUTUMN_2, { 'Y3/maths': undefined })]));
    expect(cellOf(view, 'Y3', 'maths')).toStrictEqual({
      ...{ measure: 'maths', progress: 'no target' },
      line: [{ halfTerm: AUTUMN_1, figure: 60 }, { halfTerm: AUTUMN_2 }],
    });
    const first = returned(ASH, AUTUMN_1);
    const without = { ...first, cohorts: first.cohorts.filter(({ year }) => year !== 'Y3') };
    expect(cellOf(page(having([without, returned(ASH, AUTUMN_2)])), 'Y3', 'maths')).toStrictEqual({
      ...{ measure: 'maths', figure: 60, progress: 'no target' },
      line: [{ halfTerm: AUTUMN_1 }, { halfTerm: AUTUMN_2, figure: 60 }],
    });
  });

  test('without a return of the half term, they stand as they were at the last one, beside its targets', () => {
    const view = page(having([returned(DALE, AUTUMN_1)], [target(DALE, 'Y4', 70)]), DALE.urn, CEO, {
      halfTerm: AUTUMN_2,
    });
    expect(cellOf(view, 'Y4', 'maths')).toEqual({
      ...{ measure: 'maths', figure: 60, line: [{ halfTerm: AUTUMN_1, figure: 60 }] },
      ...{ target: { minimum: 70, aspirational: 80 }, progress: 'off track' },
    });
  });

  test('M15: a target hidden because another’s could be worked out of it stands beside no figure either', () => {
    // Year 2 has five pupils and gave no figure: its target is hidden, and that of the next smallest year group with it.
    const given = having(
      [returned(DALE, AUTUMN_2, { 'Y2/maths': undefined })],
      [...(['Y2', 'Y3', 'Y4', 'Y5'] as const).map((year) => target(DALE, year, 50))],
    );
    const shown = (asked: Asked) => {
      const view = page(given, DALE.urn, CEO, asked);
      return ['Y3', 'Y4', 'Y5'].map((year) => {
        const { figure, target: set, progress } = cellOf(view, year, 'maths') ?? {};
        return [year, figure, set?.minimum, progress];
      });
    };
    expect(shown({})[1]).toEqual(['Y4', 60, 50, 'met']);
    expect(shown({ hideSmall: true })).toEqual([
      ['Y3', 60, 50, 'met'],
      ['Y4', 60, undefined, undefined],
      ['Y5', 60, 50, 'met'],
    ]);
  });
});

describe('at a glance (M23, M40)', () => {
  const glance = (returns: readonly SoapReturn[], targets: readonly Target[] = [], urn = ASH.urn) =>
    page(having(returns, targets), urn)?.glance;

  test('those furthest from the minimum come first, four by name and the rest by number', () => {
    const years: readonly YearGroup[] = ['Y1', 'Y2', 'Y3', 'Y4', 'Y5'];
    const below = years.map((year, place) => target(ASH, year, [65, 90, 60.5, 80, 62][place] ?? 0));
    expect(glance([returned(ASH, AUTUMN_2)], [...below, target(ASH, 'Y6', 50)])).toEqual([
      'Of 6 figures with a target: 1 at the target, 0 at the minimum, 5 below it.',
      'Furthest from the minimum, in points: Maths in Year 2 (30), Maths in Year 4 (20), Maths in Year 1 (5), Maths in Year 5 (2) and 1 more.',
    ]);
    expect(glance([returned(ASH, AUTUMN_2)], below.slice(0, 4))?.[1]).toBe(
      'Furthest from the minimum, in points: Maths in Year 2 (30), Maths in Year 4 (20), Maths in Year 1 (5), Maths in Year 3 (0.5).',
    );
    expect(glance([returned(ASH, AUTUMN_2)], [target(ASH, 'Y6', 50)])).toEqual([
      'Of 1 figure with a target: 1 at the target, 0 at the minimum, 0 below it.',
    ]);
  });

  test('the two that moved most, up and down, each with its points; what stayed is not named', () => {
    const cells = {
      'Y1/maths': 65,
      'Y2/maths': 69,
      'Y3/reading': 62,
      'Y4/maths': 59,
      'Y5/writing': 41,
      'Y6/rwm': 52.5,
    };
    expect(glance([returned(ASH, AUTUMN_1), returned(ASH, AUTUMN_2, cells)])?.slice(1)).toEqual([
      'Up most since the last return: Maths in Year 2 (9), Maths in Year 1 (5).',
      'Down most: Writing in Year 5 (19), Reading, writing and maths in Year 6 (7.5).',
    ]);
    expect(glance([returned(ASH, AUTUMN_1), returned(ASH, AUTUMN_2)])).toEqual([
      'No target of the year is signed off.',
    ]);
    expect(glance([returned(ASH, AUTUMN_1), returned(ASH, AUTUMN_2, { 'Y1/maths': 61 })])?.slice(1)).toEqual([
      'Up most since the last return: Maths in Year 1 (1).',
    ]);
  });
});

describe('figures beside last year’s and England’s (M18)', () => {
  const names = (given: Facts, urn?: string, who = CEO) => page(given, urn, who)?.beside.map(({ name }) => name);
  const WHOLE_SCHOOL = ['Teaching good or better', 'Attendance', 'Persistent absence'];
  const COUNTS = ['Suspensions', 'Behaviour incidents', 'Pupils with pastoral support'];

  test('are what the country assesses, then the school as a whole; counts only for those who read it in full', () => {
    const infants = having([soapReturn(BROOK, AUTUMN_2)]);
    const assessed = ['Phonics in Year 1', 'Good level of development in Reception'];
    expect(names(infants, BROOK.urn)).toEqual([...assessed, ...WHOLE_SCHOOL, ...COUNTS]);
    expect(names(infants, BROOK.urn, made.HEAD_ASH)).toEqual([...assessed, ...WHOLE_SCHOOL]);
  });

  test('a figure that was given before keeps its row; one that never was has none', () => {
    const without = (halfTerm: string, ...keys: readonly string[]) => {
      const one = soapReturn(ASH, halfTerm);
      return { ...one, school: Object.fromEntries(Object.entries(one.school).filter(([key]) => !keys.includes(key))) };
    };
    const given = having([without(AUTUMN_1, 'pastoral'), without(AUTUMN_2, 'pastoral', 'attendance')]);
    const rows = page(given)?.beside ?? [];
    expect(rows.map(({ name }) => name)).not.toContain('Pupils with pastoral support');
    const attendance = rows.find(({ name }) => name === 'Attendance');
    expect(attendance).toStrictEqual({
      ...{ name: 'Attendance', unit: '%', better: 'higher', nation: { value: 94.8, year: '2024-25' } },
      line: [
        ...['2025-26/spring-1', '2025-26/spring-2', '2025-26/summer-1', '2025-26/summer-2'].map((halfTerm) => ({
          halfTerm,
        })),
        ...[{ halfTerm: AUTUMN_1, figure: 95.5 }, { halfTerm: AUTUMN_2 }],
      ],
    });
    expect(rows.find(({ name }) => name === 'Suspensions')).toMatchObject({ unit: 'count', better: 'lower' });
  });

  test('a year group that was not there a year ago has no figure of then', () => {
    const then = returned(ASH, '2025-26/autumn-2');
    const young = { ...then, cohorts: then.cohorts.filter(({ year }) => year === 'R') };
    const rows = page(having([young, returned(ASH, AUTUMN_2)]))?.beside ?? [];
    expect(rows.map(({ yearAgo }) => yearAgo).slice(0, 3)).toEqual([undefined, undefined, 60]);
  });

  test('England’s figure is of the same year group, and in per cent', () => {
    const nation = (series: (typeof OWLS.national.series)[number] | undefined) => {
      const policy = { ...OWLS, national: { ...OWLS.national, series: series ? [series] : [] } };
      const view = onAPageView(policy, having([returned(ASH, AUTUMN_2)]), CEO, ASH.urn, {}, NOW);
      return view?.beside.find(({ name }) => name === 'Attendance')?.nation;
    };
    const attendance = OWLS.national.series.find(({ measure }) => measure === 'attendance');
    if (!attendance) throw new Error('OWLS has England’s attendance.');
    expect(nation(attendance)).toEqual({ value: 94.8, year: '2024-25' });
    expect(nation({ ...attendance, yearGroup: 'Y6' })).toBeUndefined();
    expect(nation({ ...attendance, unit: 'marks' })).toBeUndefined();
    expect(nation(undefined)).toBeUndefined();
  });
});

describe('published results beside England’s (M18)', () => {
  const result = (year: string, rwm: number, other: Partial<PublishedResult> = {}): PublishedResult => ({
    urn: ASH.urn,
    year,
    expected: { rwm: { value: rwm } },
    ...other,
  });
  const published = (halfTerm: string, ...results: ReturnType<typeof result>[]) =>
    page(having([], [], { results }), ASH.urn, HEAD_BROOK, { halfTerm })?.published;

  test('are the school’s newest up to the page’s own year', () => {
    const all = [
      result('2025-26', 66),
      result('2024-25', 61),
      result('2026-27', 80),
      result('2026-27', 1, { urn: DALE.urn }),
    ];
    expect(published(AUTUMN_2, ...all)).toMatchObject({ year: '2026-27', figures: [{ value: 80 }] });
    expect(published('2025-26/summer-2', ...all)).toMatchObject({ year: '2025-26', figures: [{ value: 66 }] });
    expect(published('2024-25/autumn-1', ...all)).toMatchObject({ year: '2024-25', figures: [{ value: 61 }] });
    expect(published(AUTUMN_2, result('2026-27', 1, { urn: DALE.urn }))).toBeUndefined();
  });

  test('a year of which England has nothing to hold them against gives way to the one before', () => {
    const unknown = result('2026-27', 0, { expected: { handwriting: { value: 70 } } });
    expect(published(AUTUMN_2, unknown, result('2024-25', 61))?.year).toBe('2024-25');
  });

  test('a result the return has no measure of goes by the name England’s figure has', () => {
    const soap = { ...OWLS.soap, measures: OWLS.soap.measures.filter(({ key }) => key !== 'rwm') };
    const given = having([], [], { results: [result('2024-25', 61)] });
    const view = onAPageView({ ...OWLS, soap }, given, CEO, ASH.urn, { halfTerm: AUTUMN_2 }, NOW);
    expect(view?.published?.figures.map(({ name }) => name)).toEqual([
      'Reading, writing and maths at the end of Year 6',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, BROOK } from '../examples/trust.examples.ts';
import type { School } from '../trust/school.ts';
import type { ResultsRow, SchoolRow } from './import-plan.ts';
import { mergeImport } from './merge.ts';

describe('what an import would change, in full (M2)', () => {
  const row = (other: Partial<SchoolRow> = {}): SchoolRow => ({ row: 2, urn: ASH.urn, name: ASH.name, ...other });
  const result = (school: SchoolRow, other: Partial<ResultsRow> = {}): ResultsRow => ({
    school,
    results: [],
    earlier: [],
    ...other,
  });
  const merge = (
    schools: readonly School[],
    rows: readonly SchoolRow[],
    results: readonly ResultsRow[] = [],
    kept = [] as ResultsRow['results'],
  ) => mergeImport({ schools, results: kept }, rows, results);

  test('each field by its name', () => {
    const { update, unchanged } = merge(
      [ASH],
      [
        row({
          name: 'Ash Academy',
          years: ['Y3', 'Y4'],
          ofsted: 3,
          inspected: '2026-01-02',
          district: 'Blaby',
          sponsored: true,
        }),
      ],
    );
    expect(unchanged).toBe(0);
    expect(update[0]?.changes).toEqual([
      {
        field: 'Name',
        from: 'Ash Tree Primary School',
        to: 'Ash Academy',
      },
      {
        field: 'Phase',
        from: 'primary',
        to: 'junior',
      },
      {
        field: 'Year groups',
        from: 'Reception, Year 1, Year 2, Year 3, Year 4, Year 5, Year 6',
        to: 'Year 3, Year 4',
      },
      {
        field: 'Pupils',
        from: 'Reception: 30, Year 1: 30, Year 2: 30, Year 3: 30, Year 4: 30, Year 5: 30, Year 6: 30',
        to: 'Year 3: 30, Year 4: 30',
      },
      {
        field: 'Ofsted grade',
        from: '2',
        to: '3',
      },
      {
        field: 'Inspected',
        from: '2023-05-10',
        to: '2026-01-02',
      },
      {
        field: 'Sponsored',
        from: 'no',
        to: 'yes',
      },
    ]);
    expect(update[0]?.school).toMatchObject({ cluster: 'North', phase: 'junior' });
    expect(merge([ASH], [row()])).toMatchObject({ update: [], unchanged: 1 });
    const bare = { ...ASH, cluster: '', pupils: {} };
    expect(merge([bare], [row({ district: 'Blaby', pupils: { R: 30 } })]).update[0]?.changes).toEqual([
      {
        field: 'Pupils',
        from: '',
        to: 'Reception: 30',
      },
      {
        field: 'Cluster',
        from: '',
        to: 'Blaby',
      },
    ]);
    expect(merge([ASH], [row({ ofsted: 2 })]).unchanged).toBe(1);
    expect(merge([ASH], [row({ ofsted: 1 })]).update[0]?.school.ofsted).toEqual({ grade: 1 });
  });

  test('a new school, from either file or both', () => {
    expect(merge([], [row()]).create).toEqual([
      {
        cluster: '',
        governance: 'LGB',
        name: 'Ash Tree Primary School',
        phase: 'primary',
        pupils: {},
        sponsored: false,
        urn: '100001',
        years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
      },
    ]);
    expect(
      merge([], [row({ probableYears: ['Y3'], phase: 'junior', ofsted: 2, district: 'Blaby' })]).create[0],
    ).toEqual({
      cluster: 'Blaby',
      governance: 'LGB',
      name: 'Ash Tree Primary School',
      ofsted: {
        grade: 2,
      },
      phase: 'junior',
      pupils: {},
      sponsored: false,
      urn: '100001',
      years: ['Y3'],
    });
    const inspected = row({ ofsted: 2, inspected: '2019-05-14' });
    expect(merge([], [inspected]).create[0]?.ofsted).toEqual({ grade: 2, on: '2019-05-14' });
    const both = merge(
      [],
      [row({ phase: 'primary', pupils: { R: 1 } })],
      [result(row({ name: 'Other', years: ['R', 'Y1'], pupils: { R: 30 }, sponsored: true }))],
    );
    expect(both.create[0]).toEqual({
      cluster: '',
      governance: 'LGB',
      name: 'Ash Tree Primary School',
      phase: 'infant',
      pupils: {
        R: 30,
      },
      sponsored: true,
      urn: '100001',
      years: ['R', 'Y1'],
    });
    const two = merge([], [row({ urn: '2', name: 'Zed' }), row({ urn: '1', name: 'Ash' })]);
    expect(two.create.map(({ name }) => name)).toEqual(['Ash', 'Zed']);
    const changed = merge([BROOK, ASH], [row({ urn: BROOK.urn, name: 'Zed' }), row({ name: 'Alder' })]);
    expect(changed.update.map(({ school }) => school.name)).toEqual(['Alder', 'Zed']);
  });

  test('results that are new or differ; an earlier year’s column only fills gaps', () => {
    const of = (year: string, expected: Record<string, { value: number }>, pupils?: number) => ({
      urn: ASH.urn,
      year,
      expected,
      ...(pupils === undefined ? {} : { pupils }),
    });
    const kept = [of('2023-24', { rwm: { value: 60 } }, 30)];
    const results = (other: Partial<ResultsRow>) => merge([ASH], [], [result(row(), other)], kept).results;
    expect(results({ results: [of('2023-24', { rwm: { value: 60 } }, 30)] })).toEqual([]);
    const [one, other] = [
      { rwm: { value: 60 }, maths: { value: 70 } },
      { maths: { value: 70 }, rwm: { value: 60 } },
    ];
    const again = merge([ASH], [], [result(row(), { results: [of('2023-24', other)] })], [of('2023-24', one)]).results;
    expect(again, 'the order of columns changes nothing').toEqual([]);
    expect(results({ results: [of('2023-24', { rwm: { value: 61 } })] })).toEqual([
      {
        expected: {
          rwm: {
            value: 61,
          },
        },
        pupils: 30,
        urn: '100001',
        year: '2023-24',
      },
    ]);
    expect(results({ earlier: [of('2023-24', { rwm: { value: 99 }, maths: { value: 70 } }, 99)] })).toEqual([
      {
        expected: {
          maths: {
            value: 70,
          },
          rwm: {
            value: 60,
          },
        },
        pupils: 30,
        urn: '100001',
        year: '2023-24',
      },
    ]);
    expect(
      results({
        results: [of('2024-25', { rwm: { value: 66 } })],
        earlier: [of('2022-23', { rwm: { value: 50 } })],
      }).map(({ year }) => year),
    ).toEqual(['2022-23', '2024-25']);
    const shuffled = [of('2023-24', { maths: { value: 1 }, rwm: { value: 2 } })];
    expect(
      merge(
        [ASH],
        [],
        [result(row(), { results: [of('2023-24', { rwm: { value: 2 }, maths: { value: 1 } })] })],
        shuffled,
      ).results,
    ).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { ASH, BROOK } from '../examples/trust.examples.ts';
import type { School } from '../trust/school.ts';
import { estimatedPupils, phaseOf, yearsByName, yearsOfAges } from './age-range.ts';
import { publishedCount, publishedFigure } from './figure.ts';
import { ATTAINMENT, REGISTER, RESULTS } from './files.examples.ts';
import { fingerprint } from './fingerprint.ts';
import type { ResultsRow, SchoolRow } from './import-plan.ts';
import { mergeImport } from './merge.ts';
import { readResultsCsv } from './results-csv.ts';
import { readSchoolsCsv } from './schools-csv.ts';
import { readTable } from './table.ts';

describe('what the government’s files say, in full (M2, M17)', () => {
  test('the register', () => {
    expect(readSchoolsCsv(REGISTER)).toEqual({
      format: 'Register of schools (GIAS)',
      problems: [],
      rows: [
        {
          district: 'Blaby',
          name: 'Ash Tree Primary School',
          ofsted: 2,
          phase: 'primary',
          probableYears: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
          row: 2,
          urn: '900001',
        },
        {
          district: 'Oadby and Wigston',
          name: 'Brookside Infant School, Wigston',
          ofsted: 1,
          phase: 'infant',
          probableYears: ['R', 'Y1', 'Y2'],
          row: 3,
          urn: '900002',
        },
        {
          district: 'Oadby and Wigston',
          name: 'Cedar Junior School',
          ofsted: 4,
          phase: 'junior',
          probableYears: ['Y3', 'Y4', 'Y5', 'Y6'],
          row: 4,
          urn: '900003',
        },
        {
          district: 'Blaby',
          name: 'Dale Free School',
          phase: 'all-through',
          probableYears: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Y8', 'Y9', 'Y10', 'Y11'],
          row: 5,
          urn: '900004',
        },
      ],
    });
    const words = [
      'Outstanding',
      'Good',
      'Requires improvement',
      'Satisfactory',
      'Inadequate',
      'Serious Weaknesses',
      'Special Measures',
      '',
    ];
    const text = `URN,Name,OfstedRating,OfstedLastInsp (date),TypeOfEstablishment (name),PhaseOfEducation,DistrictAdministrative,StatutoryLowAge,StatutoryHighAge,NumberOfPupils\n${words
      .map(
        (word, at) =>
          `10000${at},School ${at},${word},01-02-2020,${at === 0 ? 'Academy sponsor led' : 'Community school'},Secondary,Blaby,,,`,
      )
      .join('\n')}`;
    const { rows } = readSchoolsCsv(text);
    expect(rows.map(({ ofsted }) => ofsted)).toEqual([1, 2, 3, 3, 4, 4, 4, undefined]);
    expect([rows[0], rows.at(-1)]).toEqual([
      {
        district: 'Blaby',
        inspected: '2020-02-01',
        name: 'School 0',
        ofsted: 1,
        phase: 'secondary',
        probableYears: ['Y7', 'Y8', 'Y9', 'Y10', 'Y11'],
        row: 2,
        sponsored: true,
        urn: '100000',
      },
      {
        district: 'Blaby',
        name: 'School 7',
        phase: 'secondary',
        probableYears: ['Y7', 'Y8', 'Y9', 'Y10', 'Y11'],
        row: 9,
        sponsored: false,
        urn: '100007',
      },
    ]);
  });

  test('the performance tables', () => {
    expect(readResultsCsv(RESULTS).rows).toEqual([
      {
        earlier: [
          {
            expected: {
              rwm: {
                value: 57,
              },
            },
            pupils: 30,
            urn: '900001',
            year: '2017-18',
          },
          {
            expected: {
              rwm: {
                value: 68,
              },
            },
            pupils: 28,
            urn: '900001',
            year: '2016-17',
          },
        ],
        results: [
          {
            expected: {
              grammar: {
                value: 72,
              },
              maths: {
                value: 79,
              },
              reading: {
                value: 76,
              },
              rwm: {
                value: 66,
              },
              writing: {
                value: 79,
              },
            },
            pupils: 29,
            urn: '900001',
            year: '2018-19',
          },
        ],
        school: {
          name: 'Ash Tree Primary School',
          phase: 'primary',
          pupils: {
            R: 30,
            Y1: 30,
            Y2: 30,
            Y3: 30,
            Y4: 30,
            Y5: 30,
            Y6: 29,
          },
          row: 2,
          sponsored: false,
          urn: '900001',
          years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
        },
      },
      {
        earlier: [
          {
            expected: {
              rwm: {
                missing: 'low coverage',
              },
            },
            pupils: 9,
            urn: '900003',
            year: '2017-18',
          },
        ],
        results: [
          {
            expected: {
              grammar: {
                missing: 'suppressed',
              },
              maths: {
                missing: 'suppressed',
              },
              reading: {
                missing: 'suppressed',
              },
              rwm: {
                missing: 'suppressed',
              },
              writing: {
                missing: 'suppressed',
              },
            },
            pupils: 4,
            urn: '900003',
            year: '2018-19',
          },
        ],
        school: {
          name: 'Cedar Junior School',
          phase: 'junior',
          pupils: {
            Y3: 12,
            Y4: 12,
            Y5: 12,
            Y6: 4,
          },
          row: 3,
          sponsored: true,
          urn: '900003',
          years: ['Y3', 'Y4', 'Y5', 'Y6'],
        },
      },
      {
        earlier: [],
        results: [],
        school: {
          name: 'Gorse New Primary School',
          phase: 'primary',
          row: 4,
          sponsored: false,
          urn: '900007',
          years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
        },
      },
    ]);
    const one = (line: string, year?: string) =>
      readResultsCsv(`URN,SCHNAME,NFTYPE,AGERANGE,TOTPUPS,TELIG,PTRWM_EXP\n${line}`, year);
    expect(one('900001,Ash,AC,4 - 11,210,30,66%')).toEqual({
      format: 'Key Stage 2 performance tables',
      problems: [
        {
          file: 'results',
          row: 1,
          says: 'The file does not tell its academic year: say which it is. The schools are read without results.',
        },
      ],
      rows: [
        {
          earlier: [],
          results: [],
          school: {
            name: 'Ash',
            phase: 'primary',
            pupils: {
              R: 30,
              Y1: 30,
              Y2: 30,
              Y3: 30,
              Y4: 30,
              Y5: 30,
              Y6: 30,
            },
            row: 2,
            sponsored: true,
            urn: '900001',
            years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
          },
        },
      ],
    });
    expect(one('900001,,,,,,most', '2024-25')).toEqual({
      format: 'Key Stage 2 performance tables 2024-25',
      problems: [
        {
          column: 'PTRWM_EXP',
          file: 'results',
          row: 2,
          says: '"most" is neither a percentage nor a known code. The figure is left out.',
        },
      ],
      rows: [
        {
          earlier: [],
          results: [],
          school: {
            name: 'School 900001',
            row: 2,
            urn: '900001',
          },
        },
      ],
    });
    expect(one('12,Ash,CY,,,,66%', '2024-25')).toEqual({
      format: 'Key Stage 2 performance tables 2024-25',
      problems: [
        {
          column: 'URN',
          file: 'results',
          row: 2,
          says: '"12" is no URN: it has six digits. The row is left out.',
        },
      ],
      rows: [],
    });
    expect(one('900001,Ash,CY,,,,66%\n900001,Ash,CY,,,,67%', '2024-25').problems).toEqual([
      {
        column: 'URN',
        file: 'results',
        row: 3,
        says: 'School 900001 stands in row 2 already. This row is left out.',
      },
    ]);
    expect(
      readResultsCsv('URN,PTRWM_EXP,PTRWM_EXP_99\n900001,1%,2%').rows.map(({ results, earlier }) =>
        [...results, ...earlier].map(({ year }) => year),
      ),
    ).toEqual([['2099-00', '2098-99']]);
  });

  test('the attainment file', () => {
    expect(readResultsCsv(ATTAINMENT).rows).toEqual([
      {
        earlier: [],
        results: [
          {
            expected: {
              reading: {
                value: 80,
              },
              rwm: {
                value: 70,
              },
            },
            pupils: 30,
            urn: '900001',
            year: '2024-25',
          },
          {
            expected: {
              rwm: {
                missing: 'suppressed',
              },
            },
            pupils: 29,
            urn: '900001',
            year: '2023-24',
          },
        ],
        school: {
          name: 'Ash Tree Primary School',
          row: 2,
          urn: '900001',
        },
      },
      {
        earlier: [],
        results: [
          {
            expected: {
              maths: {
                missing: 'not applicable',
              },
            },
            pupils: 4,
            urn: '900003',
            year: '2024-25',
          },
        ],
        school: {
          name: 'Cedar Junior School',
          row: 7,
          urn: '900003',
        },
      },
    ]);
    const columns =
      'time_period,school_urn,school_name,subject,geographic_level,breakdown_topic,breakdown,eligible_pupil_count,expected_standard_pupil_percent';
    const read = (...lines: string[]) => readResultsCsv([columns, ...lines].join('\n'));
    expect(
      read(
        '2024/25,900001,,Writing teacher assessment,,,,30,70',
        '202425,900001,,"Grammar, punctuation and spelling",School,All pupils,Total,,71',
        '202425,900001,,Maths,Regional,All pupils,Total,30,72',
        '202425,900001,,Maths,School,Sex,Total,30,73',
        '202425,900001,,Maths,School,All pupils,Girls,30,74',
        '202425,900001,,Drama,School,All pupils,Total,30,75',
        '202425,900001,,Reading,School,All pupils,Total,30,',
        'last,900001,,Reading,School,All pupils,Total,30,70',
        '202425,12,,Reading,School,All pupils,Total,30,70',
        '202425,900001,,Reading,School,All pupils,Total,30,most',
      ),
    ).toEqual({
      format: 'Key Stage 2 attainment by school',
      problems: [
        {
          column: 'time_period',
          file: 'results',
          row: 9,
          says: '"last" is no academic year such as 202425. The row is left out.',
        },
        {
          column: 'school_urn',
          file: 'results',
          row: 10,
          says: '"12" is no URN: it has six digits. The row is left out.',
        },
        {
          column: 'expected_standard_pupil_percent',
          file: 'results',
          row: 11,
          says: '"most" is neither a percentage nor a known code. The figure is left out.',
        },
      ],
      rows: [
        {
          earlier: [],
          results: [
            {
              expected: {
                grammar: {
                  value: 71,
                },
                writing: {
                  value: 70,
                },
              },
              pupils: 30,
              urn: '900001',
              year: '2024-25',
            },
          ],
          school: {
            name: 'School 900001',
            row: 2,
            urn: '900001',
          },
        },
      ],
    });
  });

  test('tables of any separator, with short and blank rows', () => {
    const rows = (text: string) => readTable(text).rows.map(({ row, cell }) => [row, cell('b'), cell('x', 'A')]);
    for (const one of [',', ';', '\t'])
      expect(rows(`A${one} B\r\n1${one} 2 \r\n\r\n3\r\n ${one} `)).toEqual([
        [2, '2', '1'],
        [4, '', '3'],
      ]);
    expect(readTable('')).toMatchObject({ columns: [], rows: [] });
    expect(readTable('a,b\n"never closed').fault).toBe(
      "The file can't be read as a table near line 2. Save it as CSV (UTF-8) and try again.",
    );
  });

  test('figures, counts and codes', () => {
    expect(
      ['', '78%', '78', '7.5 %', '100', '101', '-1', 'most', 'supp', 'NEW', 'lowcov', '.'].map(publishedFigure),
    ).toEqual([
      undefined,
      {
        value: 78,
      },
      {
        value: 78,
      },
      {
        value: 7.5,
      },
      {
        value: 100,
      },
      'unreadable',
      'unreadable',
      'unreadable',
      {
        missing: 'suppressed',
      },
      {
        missing: 'not applicable',
      },
      {
        missing: 'low coverage',
      },
      {
        missing: 'not published',
      },
    ]);
    expect(['12', '', 'SUPP', '1.5'].map(publishedCount)).toEqual([12, undefined, undefined, undefined]);
  });

  test('ages, phases and rolls', () => {
    const ages = (low: string, high: string) => yearsOfAges(low, high)?.join(' ');
    expect([
      ages('3', '11'),
      ages('6', '11'),
      ages('4', '5'),
      ages('2', '3'),
      ages('18', '19'),
      ages('4', '18'),
    ]).toEqual([
      'N R Y1 Y2 Y3 Y4 Y5 Y6',
      'Y2 Y3 Y4 Y5 Y6',
      'R',
      undefined,
      undefined,
      'R Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11 Y12 Y13',
    ]);
    const phases = [
      ['N'],
      ['N', 'R'],
      ['R', 'Y2'],
      ['R', 'Y3'],
      ['Y3', 'Y6'],
      ['Y3', 'Y7'],
      ['Y4', 'Y7'],
      ['Y7', 'Y8'],
      ['Y1', 'Y8'],
      ['R', 'Y7'],
      ['R', 'Y8'],
    ] as const;
    expect(phases.map((years) => phaseOf(years))).toEqual([
      'nursery',
      'infant',
      'infant',
      'primary',
      'junior',
      'middle',
      'middle',
      'secondary',
      'primary',
      'primary',
      'all-through',
    ]);
    expect(phaseOf([])).toBe('primary');
    expect(
      [
        ['', 'An Infant School'],
        ['', 'A Junior School'],
        ['All-through', 'X'],
        ['Secondary', 'X'],
        ['Nursery', 'X'],
        ['Middle deemed primary', 'X'],
        ['Primary', 'X'],
      ].map(([phase = '', name = '']) => yearsByName(phase, name).join(' ')),
    ).toEqual([
      'R Y1 Y2',
      'Y3 Y4 Y5 Y6',
      'R Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11',
      'Y7 Y8 Y9 Y10 Y11',
      'N',
      'Y5 Y6 Y7 Y8',
      'R Y1 Y2 Y3 Y4 Y5 Y6',
    ]);
    expect(estimatedPupils(['R', 'Y1', 'Y6'], 10, 12)).toEqual({ Y6: 12 });
    expect(estimatedPupils(['R', 'Y1'], 0, undefined)).toEqual({});
    expect(estimatedPupils(['R', 'Y1'], 5, 3)).toEqual({ R: 3, Y1: 2 });
  });

  test('the same plan has the same fingerprint', () => {
    expect(fingerprint({ a: 1 })).toBe(fingerprint({ a: 1 }));
    expect(fingerprint({ a: 1 })).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set([{ a: 1 }, { a: 2 }, { b: 1 }, [], '12', '21'].map(fingerprint)).size).toBe(6);
    expect(fingerprint('a')).not.toBe(fingerprint('b'));
    expect(fingerprint({ a: 1 }).slice(0, 8)).not.toBe(fingerprint({ a: 1 }).slice(8));
  });
});

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

// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ATTAINMENT, REGISTER, RESULTS } from './files.examples.ts';
import { readResultsCsv } from './results-csv.ts';

describe('Key Stage 2 performance tables (M2, M17)', () => {
  const read = () => readResultsCsv(RESULTS);

  test('only mainstream schools count, and the year follows from the earlier columns', () => {
    expect(read().format).toBe('Key Stage 2 performance tables 2018-19');
    expect(read().rows.map(({ school }) => school.urn)).toEqual(['900001', '900003', '900007']);
    expect(read().problems).toEqual([]);
  });

  test('a school has its figures, its ages, an estimate of its roll and its earlier years', () => {
    expect(read().rows[0]).toEqual({
      school: {
        row: 2,
        urn: '900001',
        name: 'Ash Tree Primary School',
        years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
        phase: 'primary',
        pupils: { R: 30, Y1: 30, Y2: 30, Y3: 30, Y4: 30, Y5: 30, Y6: 29 },
        sponsored: false,
      },
      results: [
        {
          urn: '900001',
          year: '2018-19',
          pupils: 29,
          expected: {
            rwm: { value: 66 },
            reading: { value: 76 },
            writing: { value: 79 },
            grammar: { value: 72 },
            maths: { value: 79 },
          },
        },
      ],
      earlier: [
        { urn: '900001', year: '2017-18', pupils: 30, expected: { rwm: { value: 57 } } },
        { urn: '900001', year: '2016-17', pupils: 28, expected: { rwm: { value: 68 } } },
      ],
    });
  });

  test('a figure that was not published says why', () => {
    expect(read().rows[1]?.results[0]?.expected).toEqual({
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
    });
    expect(read().rows[1]?.earlier).toEqual([
      { urn: '900003', year: '2017-18', pupils: 9, expected: { rwm: { missing: 'low coverage' } } },
    ]);
    expect(read().rows[1]?.school.sponsored).toBe(true);
  });

  test('a new school whose row is short has no results and no roll', () => {
    expect(read().rows[2]).toEqual({
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
    });
    expect(read().rows[2]?.school.pupils).toBeUndefined();
  });

  test.each([
    ['NA', 'not applicable'],
    ['NE', 'no entries'],
    ['NP', 'not published'],
    ['supp', 'suppressed'],
    ['LOWCOV', 'low coverage'],
  ])('%s means %s', (code, missing) => {
    const read = readResultsCsv(`RECTYPE,URN,SCHNAME,PTRWM_EXP\n1,900001,Ash,${code}\n`, '2023-24');
    expect(read.rows[0]?.results).toEqual([{ urn: '900001', year: '2023-24', expected: { rwm: { missing } } }]);
  });

  test('newer tables name their earlier years otherwise', () => {
    const read = readResultsCsv('rectype,urn,schname,ptrwm_exp,ptrwm_exp_24,ptrwm_exp_23\n1,900001,Ash,62,61%,60.5\n');
    expect(read.rows[0]?.results[0]).toEqual({
      expected: {
        rwm: {
          value: 62,
        },
      },
      urn: '900001',
      year: '2024-25',
    });
    expect(read.rows[0]?.earlier.map(({ year, expected }) => [year, expected.rwm])).toEqual([
      ['2023-24', { value: 61 }],
      ['2022-23', { value: 60.5 }],
    ]);
  });

  test('a year that is said goes before one that is guessed', () => {
    expect(readResultsCsv(RESULTS, '2019-20').rows[0]?.results[0]?.year).toBe('2019-20');
  });

  test('without a year the schools are read and the results asked about', () => {
    const read = readResultsCsv('URN,SCHNAME,PTRWM_EXP,AGERANGE\n900001,Ash,70%,4-11\n');
    expect(read.rows[0]).toEqual({
      earlier: [],
      results: [],
      school: {
        name: 'Ash',
        phase: 'primary',
        row: 2,
        urn: '900001',
        years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
      },
    });
    expect(read.problems[0]?.says).toMatch('The file does not tell its academic year');
  });

  test('cells and rows that can not be used are named', () => {
    const text =
      'RECTYPE,URN,SCHNAME,PTRWM_EXP,PTREAD_EXP\n1,x,Bad,1%,2%\n1,900001,,170%,about half\n1,900001,Ash,1%,2%\n';
    const read = readResultsCsv(text, '2023-24');
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]?.school.name).toBe('School 900001');
    expect(read.problems.map(({ row, column, says }) => [row, column, says])).toEqual([
      [2, 'URN', '"x" is no URN: it has six digits. The row is left out.'],
      [3, 'PTRWM_EXP', '"170%" is neither a percentage nor a known code. The figure is left out.'],
      [3, 'PTREAD_EXP', '"about half" is neither a percentage nor a known code. The figure is left out.'],
      [4, 'URN', 'School 900001 stands in row 3 already. This row is left out.'],
    ]);
  });

  test('a file of another kind is refused in words', () => {
    expect(readResultsCsv(REGISTER)).toEqual({
      format: 'not recognised',
      problems: [
        {
          file: 'results',
          row: 1,
          says: 'These are no Key Stage 2 results: the columns URN and PTRWM_EXP (or school_urn) are needed.',
        },
      ],
      rows: [],
    });
    expect(readResultsCsv(REGISTER).problems[0]?.says).toMatch('These are no Key Stage 2 results');
  });
});

describe('the newer attainment file (M2)', () => {
  const attainment = () => readResultsCsv(ATTAINMENT);

  test('gives each school one result a year, of all pupils', () => {
    expect(attainment().format).toBe('Key Stage 2 attainment by school');
    expect(attainment().problems).toEqual([]);
    expect(attainment().rows).toMatchObject([
      {
        school: { urn: '900001', name: 'Ash Tree Primary School' },
        results: [
          { year: '2024-25', pupils: 30, expected: { rwm: { value: 70 }, reading: { value: 80 } } },
          { year: '2023-24', pupils: 29, expected: { rwm: { missing: 'suppressed' } } },
        ],
      },
      { school: { urn: '900003' }, results: [{ year: '2024-25', expected: { maths: { missing: 'not applicable' } } }] },
    ]);
  });

  test('names what can not be used', () => {
    const columns = 'time_period,school_urn,subject,expected_standard_pupil_percent\n';
    const read = readResultsCsv(
      `${columns}202425,12,Maths,70\nlast year,900001,Maths,70\n202425,900001,Maths,most\n202425,900001,Maths,\n`,
    );
    expect(read.rows).toEqual([]);
    expect(read.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'school_urn'],
      [3, 'time_period'],
      [4, 'expected_standard_pupil_percent'],
    ]);
  });
});

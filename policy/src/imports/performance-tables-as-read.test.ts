import { describe, expect, test } from 'vitest';
import { RESULTS } from './files.examples.ts';
import { readResultsCsv } from './results-csv.ts';

describe('what the government’s files say, in full (M2, M17)', () => {
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
});

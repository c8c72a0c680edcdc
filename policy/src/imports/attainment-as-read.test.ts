import { describe, expect, test } from 'vitest';
import { ATTAINMENT } from './files.examples.ts';
import { readResultsCsv } from './results-csv.ts';
import { readTable } from './table.ts';

describe('what the government’s files say, in full (M2, M17)', () => {
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
});

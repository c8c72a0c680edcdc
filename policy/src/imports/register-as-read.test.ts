import { describe, expect, test } from 'vitest';
import { REGISTER } from './files.examples.ts';
import { readSchoolsCsv } from './schools-csv.ts';

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
});

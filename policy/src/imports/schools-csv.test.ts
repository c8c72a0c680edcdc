import { describe, expect, test } from 'vitest';
import { estimatedPupils, phaseOf, yearsByName, yearsOfAges } from './age-range.ts';
import { FULL_REGISTER, REGISTER, RESULTS } from './files.examples.ts';
import { readSchoolsCsv } from './schools-csv.ts';

describe('the register of schools (M2)', () => {
  test('is read with its byte-order mark, quotes and ratings', () => {
    const { rows, problems, format } = readSchoolsCsv(REGISTER);
    expect(format).toBe('Register of schools (GIAS)');
    expect(problems).toEqual([]);
    expect(rows.map(({ urn, name, ofsted, district }) => [urn, name, ofsted, district])).toEqual([
      ['900001', 'Ash Tree Primary School', 2, 'Blaby'],
      ['900002', 'Brookside Infant School, Wigston', 1, 'Oadby and Wigston'],
      ['900003', 'Cedar Junior School', 4, 'Oadby and Wigston'],
      ['900004', 'Dale Free School', undefined, 'Blaby'],
    ]);
    expect(rows.map(({ phase }) => phase)).toEqual(['primary', 'infant', 'junior', 'all-through']);
  });

  test('since 2024 tells ages and numbers but no rating, and names what is closed', () => {
    const { rows, problems } = readSchoolsCsv(FULL_REGISTER);
    expect(rows[0]).toEqual({
      row: 2,
      urn: '900001',
      name: 'Ash Tree Primary Academy',
      phase: 'primary',
      years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
      pupils: { R: 30, Y1: 30, Y2: 30, Y3: 30, Y4: 30, Y5: 30, Y6: 29 },
      district: 'Blaby',
      sponsored: true,
    });
    expect(rows[1]?.years?.[0]).toBe('N');
    expect(problems).toEqual([
      {
        file: 'schools',
        row: 4,
        column: 'EstablishmentStatus (name)',
        says: 'Fern Primary School (900006) is closed. The row is left out.',
      },
    ]);
  });

  test('takes the inspection date with a rating', () => {
    const text =
      'URN,EstablishmentName,OfstedRating (name),OfstedLastInsp\n900001,Ash,Good,14/05/2019\n900002,Elm,Good,soon\n';
    expect(readSchoolsCsv(text).rows.map(({ inspected }) => inspected)).toEqual(['2019-05-14', undefined]);
  });

  test('names rows that can not be used, and goes on', () => {
    const text = [
      'URN;EstablishmentName;OfstedRating (name)',
      '12;Short;Good',
      '900001;;Good',
      '',
      '900002;Elm School;Splendid',
      '900002;Elm School;Good',
    ].join('\r\n');
    const { rows, problems } = readSchoolsCsv(text);
    expect(rows.map(({ urn, row, ofsted }) => [urn, row, ofsted])).toEqual([['900002', 5, undefined]]);
    expect(problems.map(({ row, column, says }) => [row, column, says])).toEqual([
      [2, 'URN', '"12" is no URN: it has six digits. The row is left out.'],
      [3, 'EstablishmentName', 'School 900001 has no name. The row is left out.'],
      [5, 'OfstedRating (name)', '"splendid" is no rating that is known. The school is taken without it.'],
      [6, 'URN', 'School 900002 stands in row 5 already. This row is left out.'],
    ]);
    expect(problems.every(({ file }) => file === 'schools')).toBe(true);
  });

  test.each([
    ['', 'This is not a register of schools: it needs the columns URN and EstablishmentName.'],
    ['Name,Dinner\nAnn,soup', 'This is not a register of schools: it needs the columns URN and EstablishmentName.'],
    [RESULTS, 'This is not a register of schools: it needs the columns URN and EstablishmentName.'],
    [
      'URN,EstablishmentName\n900001,"never closed',
      "The file can't be read as a table near line 2. Save it as CSV (UTF-8) and try again.",
    ],
  ])('a file of another kind is refused in words', (text, says) => {
    expect(readSchoolsCsv(text)).toEqual({
      rows: [],
      problems: [{ file: 'schools', row: 1, says }],
      format: 'not recognised',
    });
  });
});

describe('year groups from ages (M2)', () => {
  test.each([
    ['4', '11', 'R', 'Y6', 'primary'],
    ['5', '11', 'R', 'Y6', 'primary'],
    ['2', '11', 'N', 'Y6', 'primary'],
    ['4', '7', 'R', 'Y2', 'infant'],
    ['7', '11', 'Y3', 'Y6', 'junior'],
    ['4', '16', 'R', 'Y11', 'all-through'],
    ['11', '18', 'Y7', 'Y13', 'secondary'],
    ['9', '13', 'Y5', 'Y8', 'middle'],
    ['2', '4', 'N', 'N', 'nursery'],
  ])('%s to %s is %s to %s, %s', (low, high, first, last, phase) => {
    const years = yearsOfAges(low, high) ?? [];
    expect([years[0], years.at(-1), phaseOf(years)]).toEqual([first, last, phase]);
  });

  test('nonsense is no age range', () => {
    for (const [low, high] of [
      ['', ''],
      ['four', '11'],
      ['11', '4'],
      ['4', '4'],
    ] as const) {
      expect(yearsOfAges(low, high)).toBeUndefined();
    }
  });

  test('without ages the phase and the name tell', () => {
    expect(yearsByName('Secondary', 'Holly School')).toEqual(['Y7', 'Y8', 'Y9', 'Y10', 'Y11']);
    expect(yearsByName('Nursery', 'Holly School')).toEqual(['N']);
    expect(yearsByName('Middle deemed primary', 'Holly School')).toEqual(['Y5', 'Y6', 'Y7', 'Y8']);
    expect(yearsByName('Primary', 'Holly School').at(-1)).toBe('Y6');
  });

  test('the roll is estimated: Year 6 as counted, the rest evenly', () => {
    expect(estimatedPupils(['Y3', 'Y4', 'Y5', 'Y6'], 119, 29)).toEqual({ Y3: 30, Y4: 30, Y5: 30, Y6: 29 });
    expect(estimatedPupils(['R', 'Y1', 'Y2'], 91, undefined)).toEqual({ R: 31, Y1: 30, Y2: 30 });
    expect(estimatedPupils(['Y5', 'Y6'], undefined, 20)).toEqual({ Y6: 20 });
    expect(estimatedPupils(['Y6'], 20, 20)).toEqual({ Y6: 20 });
    expect(estimatedPupils(['R'], undefined, undefined)).toEqual({});
  });
});

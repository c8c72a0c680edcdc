import { expect, test } from 'vitest';
import { missingCounts } from './missing-counts.ts';
import { LARGEST, textOf, unfit, yearInName } from './read-csv-file.ts';

test('a file that can’t be taken is told what to do about it', () => {
  expect(unfit({ name: 'schools.xlsx', size: 5 })).toContain('Save it as CSV');
  expect(unfit({ name: 'schools.pdf', size: 5 })).toContain('no CSV');
  expect(unfit({ name: 'schools.csv', size: 0 })).toContain('empty');
  expect(unfit({ name: 'schools.csv', size: LARGEST + 1 })).toContain('larger');
  expect(unfit({ name: 'Schools.CSV', size: 5 })).toBeUndefined();
});

test('older files in Windows-1252 keep their accents, newer ones in UTF-8 too', () => {
  expect(textOf(new Uint8Array([0x43, 0x61, 0x66, 0xe9]).buffer)).toBe('Café');
  expect(textOf(new TextEncoder().encode('Café ’n’ more').buffer)).toBe('Café ’n’ more');
});

test.each([
  ['ks2-2019-hampshire.csv', '2018-19'],
  ['2022-2023_850_ks2final.csv', '2022-23'],
  ['england_ks2_2023-24.csv', '2023-24'],
  ['results.csv', undefined],
  ['URN115800.csv', undefined],
])('the name %s speaks of %s', (name, year) => {
  expect(yearInName(name)).toBe(year);
});

test('missing figures are counted by their reason, the commonest first', () => {
  const missing = { missing: 'suppressed' } as const;
  const counts = missingCounts([
    { urn: '1', year: '2018-19', expected: { rwm: missing, maths: missing, reading: { value: 0 } } },
    { urn: '2', year: '2018-19', expected: { rwm: { missing: 'low coverage' } } },
  ]);
  expect(counts).toEqual([
    { reason: 'suppressed', count: 2 },
    { reason: 'low coverage', count: 1 },
  ]);
});

import { expect, test } from 'vitest';
import { LARGEST_SHEET, laidOver, unfitSheet } from './read-sheet-file.ts';

test('a file that can’t be taken is told what to do about it', () => {
  expect(unfitSheet({ name: 'soap.xls', size: 5 })).toContain('as .xlsx first');
  expect(unfitSheet({ name: 'soap.pdf', size: 5 })).toContain('no spreadsheet');
  expect(unfitSheet({ name: 'soap.xlsx', size: 0 })).toContain('empty');
  expect(unfitSheet({ name: 'soap.csv', size: LARGEST_SHEET + 1 })).toContain('larger than 2 MB');
  expect(unfitSheet({ name: 'SOAP.XLSX', size: 5 })).toBeUndefined();
});

test('a return laid over the form empties what it has no figure for', () => {
  const content = {
    cohorts: [{ year: 'Y3' as const, pupils: 30, figures: { maths: 70 } }],
    school: {},
    comment: '',
    nextSteps: 'N',
  };
  const now = { 'pupils:Y3': '29', 'Y3:reading': '60', 'Y3:maths': '65', 'school:attendance': '95', comment: 'C' };
  expect(laidOver(now, content)).toEqual({
    'pupils:Y3': '30',
    'Y3:reading': '',
    'Y3:maths': '70',
    'school:attendance': '',
    comment: '',
    nextSteps: 'N',
  });
});

test('an older file that is silent about pupil groups leaves them as they are', () => {
  const content = { cohorts: [], school: {}, comment: '', nextSteps: '' };
  const now = { 'pupils:girls': '60', 'girls:reading': '71', 'Y3:reading': '60', 'pupils:boys': '58' };
  expect(laidOver(now, content, ['girls'])).toEqual({
    'pupils:girls': '60',
    'girls:reading': '71',
    'Y3:reading': '',
    'pupils:boys': '',
    comment: '',
    nextSteps: '',
  });
});

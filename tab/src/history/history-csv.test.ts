import type { HistoryView } from '@owls/policy';
import { expect, test } from 'vitest';
import { historyCsv } from './history-csv.ts';

const view = (changes: HistoryView['entries'][number]['changes'], did = 'Sent the return'): HistoryView => ({
  asOf: '2026-12-12T09:00:00Z',
  school: { urn: '115850', name: 'Ash' },
  halfTerm: '2026-27/autumn-2',
  unreadable: 0,
  entries: [{ at: '2026-12-07T10:00:00Z', by: 'Ann "A" Lee', through: 'card', did, changes }],
});

test('a line a change, with quotes doubled and formulas made text', () => {
  expect(
    historyCsv(
      view([
        { what: 'Comment', from: '=HYPERLINK("x")', to: '@all' },
        { what: 'Gap', from: '-3.5', to: '-x' },
      ]),
    ).split('\r\n'),
  ).toEqual([
    '\uFEFF"When","Who","Through","Did","What","From","To","Why"',
    `"2026-12-07T10:00:00Z","Ann ""A"" Lee","card","Sent the return","Comment","'=HYPERLINK(""x"")","'@all",""`,
    `"2026-12-07T10:00:00Z","Ann ""A"" Lee","card","Sent the return","Gap","-3.5","'-x",""`,
    '',
  ]);
});

test('one line for what was done as a whole', () => {
  expect(historyCsv(view([], 'Began a draft')).split('\r\n')).toHaveLength(3);
});

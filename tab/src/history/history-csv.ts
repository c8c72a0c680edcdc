import type { HistoryView } from '@owls/policy';
import { csvOf } from '../shell/csv.ts';

/** The history as a CSV file: a line a change, or one for what was done as a whole. */
export function historyCsv({ entries }: HistoryView): string {
  const head = ['When', 'Who', 'Through', 'Did', 'What', 'From', 'To', 'Why'];
  const rows = entries.flatMap(({ at, by, through, did, why = '', changes }) =>
    (changes.length > 0 ? changes : [{ what: '', from: '', to: '' }]).map(({ what, from, to }) => [
      ...[at, by, through, did, what, from, to, why],
    ]),
  );
  return csvOf([head, ...rows]);
}

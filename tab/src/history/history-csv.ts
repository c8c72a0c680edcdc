import type { HistoryView } from '@owls/policy';

/** The history as a CSV file: a line a change, or one for what was done as a whole. */
export function historyCsv({ entries }: HistoryView): string {
  const head = ['When', 'Who', 'Through', 'Did', 'What', 'From', 'To', 'Why'];
  const rows = entries.flatMap(({ at, by, through, did, why = '', changes }) =>
    (changes.length > 0 ? changes : [{ what: '', from: '', to: '' }]).map(({ what, from, to }) => [
      ...[at, by, through, did, what, from, to, why],
    ]),
  );
  // With a byte order mark, or Excel takes it for another encoding.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula becomes text. A negative number stays one. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

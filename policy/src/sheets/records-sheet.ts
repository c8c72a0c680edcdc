import { readRecords } from '../imports/table.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A comma-, semicolon- or tab-separated file as a sheet, named as it is to be called; or why it can't be read. */
export function recordsSheet(name: string, text: string): Sheet | { readonly fault: string } {
  const read = readRecords(text);
  if ('fault' in read) return read;
  const rows = read.records.map((cells) =>
    cells.map((cell): SheetCell => (cell.trim() === '' ? { is: 'empty' } : { is: 'text', text: cell })),
  );
  return { name, rows };
}

/**
 * A cell of a spreadsheet as it was read. A formula brings neither itself nor the value it had when it was saved; a
 * number shown as a percentage says so, since 0.62 then means 62%.
 */
export type SheetCell =
  | { readonly is: 'empty' | 'formula' | 'date' | 'merged' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number; readonly percent?: true }
  /** Yes or no, or an error such as `#N/A`, as the spreadsheet shows it. */
  | { readonly is: 'other'; readonly shows: string };

/** A sheet: its rows from row 1 on, their cells from column A on; rows may be of different lengths. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Something in a spreadsheet that has to be mended, and where: `Years 3 to 6!D7`. */
export interface SheetFinding {
  readonly cell: string;
  /** A sentence a head understands, saying what to do. */
  readonly says: string;
}

/** Where a cell is, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const EMPTY: SheetCell = { is: 'empty' };

/** The cell at a place; an empty one beyond the edge. */
export function cellAt({ rows }: Sheet, { row, column }: Place): SheetCell {
  return rows[row]?.[column] ?? EMPTY;
}

/** What a cell shows, as far as it is text or a number; empty otherwise. */
export function shownIn(cell: SheetCell): string {
  if (cell.is === 'text') return cell.text.trim();
  return cell.is === 'number' ? String(cell.number) : '';
}

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** A cell's name as people find it: `Years 3 to 6!D7`. */
export function cellName(sheet: string, { row, column }: Place): string {
  return `${sheet}!${columnName(column)}${row + 1}`;
}

import { type CsvError, parse } from 'csv-parse/browser/esm/sync';

/** A row of a file: the number a spreadsheet gives it (the heading is row 1) and its cells by column name. */
export interface TableRow {
  readonly row: number;
  /** The cell's text without spaces around it; empty where the row is shorter than the heading or has no such column. */
  cell(...columns: readonly string[]): string;
}

/** A delimited text file with a heading. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Why it could not be read to its end, in a sentence. */
  readonly fault?: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads comma-, semicolon- or tab-separated text with a heading. Column names are matched without regard to case. Rows
 * may be shorter than the heading, as the government's are for schools too new to have results; blank rows are passed
 * over.
 */
export function readTable(text: string): Table {
  const read = readRecords(text);
  return 'fault' in read ? { columns: [], rows: [], fault: read.fault } : fromRecords(read.records);
}

/**
 * Reads comma-, semicolon- or tab-separated text as rows of cells. What separates is seen in the first line that has
 * any of the three: titles may stand above the heading.
 */
export function readRecords(text: string): { readonly records: string[][] } | { readonly fault: string } {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const line = /^.*[,;\t].*$/m.exec(plain)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) => (count(line, one) > count(line, best) ? one : best));
  try {
    return { records: parse(plain, { delimiter, relax_column_count: true, relax_quotes: true }) };
  } catch (error) {
    const where = isCsvError(error) ? ` near line ${String(error.lines)}` : '';
    return { fault: `The file can't be read as a table${where}. Save it as CSV (UTF-8) and try again.` };
  }
}

function fromRecords([heading = [], ...body]: readonly string[][]): Table {
  const columns = heading.map((name) => name.trim());
  const places = new Map(columns.map((name, place) => [name.toLowerCase(), place]));
  const rows = body.map((cells, index): TableRow => {
    const cell = (...names: readonly string[]): string => {
      const place = names.map((name) => places.get(name.toLowerCase())).find((found) => found !== undefined);
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
    return { row: index + 2, cell };
  });
  return { columns, rows: rows.filter((_, index) => body[index]?.some((cell) => cell.trim() !== '')) };
}

function count(line: string, character: string): number {
  return line.split(character).length;
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'lines' in error;
}

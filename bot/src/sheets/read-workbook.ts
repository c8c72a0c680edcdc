/**
 * Reads an uploaded workbook as sheets of cells. A file is hostile until shown otherwise: ExcelJS is given only the
 * parts that hold cells, within limits, and none of what it would spread out over a whole sheet.
 */
import type { Sheet, SheetCell } from '@owls/policy';
import type { Cell, Worksheet } from 'exceljs';
import { zipSync } from 'fflate';
import { UnfitFile } from './unfit-file.ts';
import { unzipped, zippedNames } from './zip.ts';

const MOST_SHEETS = 30;
/** Rows and columns of a sheet that hold something; a return has about ten, an export a row for each group. */
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 120;
/** Cells of the whole file, empty ones with a format included. */
const MOST_CELLS = 60_000;
/** Characters of all texts together: one long text can be named by every cell. */
const MOST_TEXT = 1_000_000;
/** A format that is longer was not made by Excel. */
const LONGEST_FORMAT = 250;
const MOST_MERGED = 10_000;

const CELLS = /^xl\/worksheets\/sheet\d+\.xml$/;
const PARTS = new Set([
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
]);
/** What of a sheet is not cells; some of it names ranges that ExcelJS would write out cell by cell. */
const NOT_CELLS = [
  ...['cols', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'autoFilter', 'sheetProtection'],
  ...['drawing', 'legacyDrawing', 'picture', 'tableParts', 'extLst', 'rowBreaks', 'colBreaks', 'headerFooter'],
];
const NAMES_END = '</definedNames>';
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Throws UnfitFile, which says what to do, for whatever is no plain workbook of a reasonable size. */
export async function readWorkbook(file: Buffer): Promise<readonly Sheet[]> {
  if (file.length === 0) throw new UnfitFile('The file is empty.');
  if (file.subarray(0, 4).equals(OLD_EXCEL)) {
    throw new UnfitFile('This is an older Excel file, or one with a password. Save it as .xlsx without one.');
  }
  if (file.subarray(0, 2).toString('latin1') !== 'PK') {
    throw new UnfitFile('This is no Excel file. Choose the template (.xlsx), or an export as .xlsx or .csv.');
  }
  const names = zippedNames(file);
  if (!names.includes('xl/workbook.xml')) throw new UnfitFile('This is no Excel workbook. Save it as .xlsx.');
  if (names.some((name) => /vbaproject|macrosheets/i.test(name))) {
    throw new UnfitFile('This workbook has macros, which are not taken. Save it as .xlsx (without macros).');
  }
  const parts = new Map(
    [...unzipped(file, (name) => PARTS.has(name) || CELLS.test(name))].filter(([, { length }]) => length > 0),
  );
  withinLimits(parts);
  return sheetsOf(await loaded(withoutNames(parts)));
}

function withinLimits(parts: ReadonlyMap<string, Buffer>): void {
  const sheets = [...parts].filter(([name]) => CELLS.test(name)).map(([, data]) => data.toString('utf8'));
  if (sheets.length === 0)
    throw new UnfitFile('No sheet could be found in this file. Open it in Excel and save it again.');
  if (sheets.length > MOST_SHEETS) throw new UnfitFile(`More than ${MOST_SHEETS} sheets cannot be taken in one file.`);
  const cells = sheets.reduce((sum, xml) => sum + [...xml.matchAll(/<(?:c|row)[\s/>]/g)].length, 0);
  if (cells > MOST_CELLS)
    throw new UnfitFile('This file has far more cells than a return. Upload only the rows of year groups.');
  const merged = sheets.reduce((sum, xml) => sum + mergedCells(xml), 0);
  if (merged > MOST_MERGED) throw new UnfitFile('Too many cells of this file are merged. Unmerge them.');
}

/** How many cells a sheet merges; more than any limit where it is written in a way that Excel doesn't. */
function mergedCells(xml: string): number {
  return [...xml.matchAll(/<mergeCell\b[^>]*>?/g)].reduce((sum, [element]) => {
    const found = /^<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"\s*\/?>$/.exec(element);
    if (!found) return Number.POSITIVE_INFINITY;
    const [, left = '', top = '', right = '', bottom = ''] = found;
    const area = (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
    return sum + (area > 0 ? area : Number.POSITIVE_INFINITY);
  }, 0);
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Names of ranges are taken out. */
function withoutNames(parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const book = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
  const [from, to] = [book.indexOf('<definedNames>'), book.lastIndexOf(NAMES_END)];
  const cut = from >= 0 && to > from ? book.slice(0, from) + book.slice(to + NAMES_END.length) : book;
  const without = cut.replace('<definedNames/>', '');
  if (without.includes('definedName')) throw unreadable();
  return new Map(parts).set('xl/workbook.xml', Buffer.from(without, 'utf8'));
}

async function loaded(parts: ReadonlyMap<string, Buffer>): Promise<readonly Worksheet[]> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    // Its types know an older Buffer than Node's.
    const zip = zipSync(Object.fromEntries(parts), { level: 0 }) as unknown as Parameters<typeof workbook.xlsx.load>[0];
    await workbook.xlsx.load(zip, { ignoreNodes: NOT_CELLS });
  } catch {
    throw unreadable();
  }
  return workbook.worksheets;
}

function unreadable(): UnfitFile {
  return new UnfitFile(
    'This file can’t be read as a workbook. Open it in Excel, save it again as .xlsx and upload that.',
  );
}

function sheetsOf(worksheets: readonly Worksheet[]): readonly Sheet[] {
  let texts = 0;
  return worksheets.map((worksheet) => {
    const rows: SheetCell[][] = [];
    let filled = 0;
    worksheet.eachRow((row) => {
      const cells: SheetCell[] = [];
      row.eachCell((cell, column) => {
        const read = cellOf(cell);
        if (read.is === 'empty') return;
        if (read.is === 'text') texts += read.text.length;
        if (texts > MOST_TEXT)
          throw new UnfitFile('This file holds far more text than a return. Upload only its figures.');
        if (column > MOST_COLUMNS) throw new UnfitFile(`“${worksheet.name}” has more than ${MOST_COLUMNS} columns.`);
        while (cells.length < column - 1) cells.push({ is: 'empty' });
        cells[column - 1] = read;
      });
      if (cells.length === 0) return;
      filled += 1;
      if (filled > MOST_ROWS || row.number > MOST_ROWS * 20) {
        const says = `“${worksheet.name}” has more than ${MOST_ROWS} rows. Clear what is no year group and upload it again.`;
        throw new UnfitFile(says);
      }
      while (rows.length < row.number - 1) rows.push([]);
      rows[row.number - 1] = cells;
    });
    return { name: worksheet.name, rows };
  });
}

function cellOf(cell: Cell): SheetCell {
  if (cell.isMerged) return cell.master.text === '' ? { is: 'empty' } : { is: 'merged' };
  const { value } = cell;
  if (value === null || value === undefined || value === '') return { is: 'empty' };
  if (typeof value === 'number') {
    return { is: 'number', number: value, ...(isPercentage(cell.numFmt) ? { percent: true } : {}) };
  }
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return { is: 'other', shows: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { is: 'date' };
  if ('formula' in value || 'sharedFormula' in value) return { is: 'formula' };
  if ('error' in value) return { is: 'other', shows: String(value.error) };
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  return textCell(String(cell.text));
}

function textCell(text: string): SheetCell {
  const plain = text.replaceAll(/\r\n?/g, '\n');
  return plain.trim() === '' ? { is: 'empty' } : { is: 'text', text: plain };
}

/** Whether a number format shows hundredths; a % within quotes or after a backslash is only shown. */
function isPercentage(format: string | undefined): boolean {
  return (format ?? '')
    .slice(0, LONGEST_FORMAT)
    .replaceAll(/"[^"]*"|\\./g, '')
    .includes('%');
}

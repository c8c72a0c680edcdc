/** Writes the template of a return as an Excel workbook. */
import type { TemplateCell, TemplateSheet } from '@owls/policy';
import type { Cell, DataValidation, Worksheet } from 'exceljs';

/** Excel's own; a cell with a font of its own has to name it. */
const FONT = { name: 'Calibri', size: 11 } as const;
const BLUE = 'FF1F3864';
const PALE = 'FFEAEFF7';
const GAP = 'FFE1E1E1';
const LINE = { style: 'thin', color: { argb: 'FFB4B4B4' } } as const;
/** Heights of rows in points. */
const ROW_HEIGHT = 21;
const HEAD_HEIGHT = 48;
const TEXT_HEIGHT = 120;
/** Characters that XML has not. */
const NO_TEXT = /[\uFFFE\uFFFF]/g;

/** The bytes of an .xlsx. Every text is written as text, whatever it begins with. */
export async function writeWorkbook(sheets: readonly TemplateSheet[], title: string): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  for (const sheet of sheets) await addSheet(workbook.addWorksheet(sheet.name), sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function addSheet(to: Worksheet, { rows, widths, frozen }: TemplateSheet): Promise<void> {
  to.views = [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }];
  to.columns = widths.map((width) => ({ width }));
  to.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      write(to.getCell(row + 1, column + 1), cell);
    });
    to.getRow(row + 1).height = heightOf(cells);
  });
  // Without a password: it keeps labels from slips, and whoever wants to can lift it.
  await to.protect('', { formatColumns: true, formatRows: true });
}

function heightOf(cells: readonly TemplateCell[]): number {
  if (cells.some(({ wanted }) => wanted?.as === 'text')) return TEXT_HEIGHT;
  return cells.some(({ looks }) => looks === 'head') ? HEAD_HEIGHT : ROW_HEIGHT;
}

function write(to: Cell, { value, looks, wanted }: TemplateCell): void {
  if (value !== undefined) to.value = typeof value === 'string' ? value.replaceAll(NO_TEXT, '') : value;
  const words = wanted?.as === 'text';
  to.alignment = {
    vertical: words ? 'top' : 'middle',
    horizontal: 'left',
    wrapText: words || looks === 'head',
    indent: looks === 'title' ? 0 : 1,
  };
  to.font = FONT;
  if (typeof value === 'string') to.numFmt = '@';
  if (looks === 'title') to.font = { ...FONT, bold: true, size: 16, color: { argb: BLUE } };
  if (looks === 'head') {
    to.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    to.fill = filled(BLUE);
  }
  if (looks === 'label') {
    to.font = { ...FONT, bold: true };
    to.fill = filled(PALE);
  }
  if (looks === 'gap') to.fill = filled(GAP);
  if (looks !== 'field' || wanted === undefined) return;
  to.protection = { locked: false };
  to.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
  if (wanted.as === 'text') {
    to.numFmt = '@';
    return;
  }
  to.alignment = { vertical: 'middle', horizontal: 'right', indent: 1 };
  to.dataValidation = within(wanted);
}

/** Excel itself refuses what can't be, as far as it can: text such as 62% stays possible where it makes a number of it. */
function within({ unit, most }: Extract<TemplateCell['wanted'], { as: 'figure' }>): DataValidation {
  const whole = unit === 'count';
  return {
    type: whole ? 'whole' : 'decimal',
    operator: 'between',
    formulae: [0, most],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not a figure that can be',
    error: `Type a ${whole ? 'whole number' : 'figure'} from 0 to ${most}, or leave the cell empty.`,
  };
}

function filled(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

/** Lays a meeting's paper out as a Word document: A4, styles of its own, headings and tables that a screen reader finds. */
import type { FileChild, ITableCellOptions, Table } from 'docx';
import { visible } from '../chat/inert.ts';
import type { Section } from './meeting-parts.ts';
import type { Paper } from './paper.ts';

type Docx = typeof import('docx');

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A4 with margins of two centimetres, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const FIRST_COLUMN = 2_000;
/** Beside what is to be done: who, by when, done when. */
const NARROW_COLUMNS = [2_300, 1_450, 1_450];
const ACCENT = '1F4E5F';
const LINE = 'C8C8C8';
const QUIET = '595959';
const SHADE = 'EEF3F5';

/** The document's bytes. Everything people typed is text in it and nothing else: no field, no link, no mark-up. */
export async function docxOf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  // Takes a second the first time; nobody who asks for no document waits for it.
  const docx = await import('docx');
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun, AlignmentType, LevelFormat } = docx;
  const { title, subtitle, trust, facts, sections, footer, empty } = paper;
  const children: FileChild[] = [
    new Paragraph({ style: 'Title', children: [new TextRun(visible(title))] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(visible(subtitle))] }),
    factTable(docx, facts),
    ...sections.flatMap((section, place) => sectionOf(docx, section, place + 1)),
    ...(sections.length === 0 ? [new Paragraph(empty)] : []),
  ];
  const made = new Document({
    title: visible(title),
    creator: visible(trust),
    lastModifiedBy: visible(trust),
    description: visible(subtitle),
    styles: stylesOf(),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: 454, hanging: 284 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Footer',
                tabStops: [{ type: 'right', position: TEXT_WIDTH }],
                children: [
                  new TextRun(visible(footer)),
                  new TextRun({ children: ['\t', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(made));
}

function stylesOf(): NonNullable<ConstructorParameters<Docx['Document']>[0]['styles']> {
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 80 } },
      },
      title: { run: { size: 36, bold: true, color: ACCENT }, paragraph: { spacing: { after: 40 } } },
      heading1: {
        run: { size: 26, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        ...{ id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal' },
        ...{ run: { size: 24, color: QUIET }, paragraph: { spacing: { after: 200 } } },
      },
      { ...{ id: 'Footer', name: 'footer', basedOn: 'Normal' }, run: { size: 16, color: QUIET } },
    ],
  };
}

function sectionOf(docx: Docx, { title, points, table }: Section, number: number): FileChild[] {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  const text = (says: string) => [new TextRun(visible(says))];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: text(`${number}. ${title}`) }),
    ...(table
      ? [tableOf(docx, table)]
      : points.map((point) => new Paragraph({ numbering: { reference: 'points', level: 0 }, children: text(point) }))),
  ];
}

function factTable(docx: Docx, facts: Paper['facts']): Table {
  const { Table, TableRow } = docx;
  return new Table({
    ...shape(docx, [FIRST_COLUMN, TEXT_WIDTH - FIRST_COLUMN]),
    rows: facts.map(
      ({ title, values }) =>
        new TableRow({
          children: [
            cell(docx, [title], { width: FIRST_COLUMN, bold: true }),
            cell(docx, [values.join(', ')], { width: TEXT_WIDTH - FIRST_COLUMN }),
          ],
        }),
    ),
  });
}

function tableOf(docx: Docx, { head, rows }: NonNullable<Section['table']>): Table {
  const { Table, TableRow } = docx;
  const first = TEXT_WIDTH - NARROW_COLUMNS.reduce((sum, width) => sum + width, 0);
  const widths = [first, ...NARROW_COLUMNS];
  const row = (texts: readonly string[], bold: boolean) =>
    texts.map((says, at) => cell(docx, [says], { width: widths[at] ?? first, bold }));
  return new Table({
    ...shape(docx, widths),
    rows: [
      // Repeated on each page the table goes on to.
      new TableRow({ tableHeader: true, children: row(head, true) }),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: row(texts, false) })),
    ],
  });
}

function shape({ BorderStyle, TableLayoutType, WidthType }: Docx, columnWidths: readonly number[]) {
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  return {
    columnWidths: [...columnWidths],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  };
}

function cell(
  { Paragraph, TableCell, TextRun, WidthType }: Docx,
  texts: readonly string[],
  { width, bold = false }: { readonly width: number; readonly bold?: boolean },
) {
  const options: ITableCellOptions = {
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(bold ? { shading: { fill: SHADE } } : {}),
    children: texts.map(
      (says) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: visible(says), bold })] }),
    ),
  };
  return new TableCell(options);
}

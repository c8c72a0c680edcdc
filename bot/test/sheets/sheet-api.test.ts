/** A return as a spreadsheet: downloaded, filled in, uploaded, and whatever else people upload, over HTTP. */
import type { ExportMapping, Person, SoapFormView, TemplateReading, UploadedWorkbook } from '@owls/policy';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, claimsOf, signed, webOf } from '../api-door.ts';
import { HALF_TERM, makeStage, type Stage } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/soap/${HALF_TERM}/${URN}`;
const CLEVER = '=HYPERLINK("http://evil.example","Look") & @everyone';

let stage: Stage;
let web: ReturnType<typeof webOf>;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

async function upload(file: Uint8Array, person: Person = head0, path = `${PATH}/sheet`): Promise<Response> {
  const headers = { Authorization: `Bearer ${await signed(claimsOf(person.id))}` };
  return web.request(path, { method: 'POST', headers, body: Uint8Array.from(file) });
}
async function template(change: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await ask(head0, 'GET', `${PATH}/template`)).arrayBuffer());
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
async function reading(file: Uint8Array): Promise<TemplateReading> {
  const answer = await upload(file);
  expect(answer.status).toBe(200);
  const read = (await answer.json()) as UploadedWorkbook;
  if (read.is !== 'template') throw new Error('Not taken for a template.');
  return read.reading;
}
const findings = async (change: (book: ExcelJS.Workbook) => void) => {
  const read = await reading(await template(change));
  return read.ok ? [] : read.findings;
};
const refusal = async (file: Uint8Array) => {
  const answer = await upload(file);
  return { status: answer.status, ...((await answer.json()) as { error: { code: string; message: string } }).error };
};
const sheetOf = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}.`);
  return sheet;
};
const years = (book: ExcelJS.Workbook) => sheetOf(book, 'Years 3 to 6');
const form = async () => (await (await ask(head0, 'GET', PATH)).json()) as SoapFormView;

describe('the template', () => {
  it('is of the school: its year groups, its figures so far, texts as text', async () => {
    const { start } = await form();
    const draft = { ...start, comment: CLEVER, nextSteps: '-5 + 3' };
    expect((await ask(head0, 'PUT', `${PATH}/draft`, draft)).status).toBe(200);
    const answer = await ask(head0, 'GET', `${PATH}/template`);
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml');
    expect(answer.headers.get('Content-Disposition')).toContain(`soap-${URN}-2026-27-autumn-2.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(years(book).getCell('A2').value).toBe('Year 3');
    expect(years(book).getCell('B2').value).toBe(30);
    expect(years(book).getCell('C2').protection).toMatchObject({ locked: false });
    expect(years(book).getCell('A2').protection?.locked).not.toBe(false);
    expect(years(book).getCell('C2').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 100] });
    const comment = sheetOf(book, 'Comment and next steps').getCell('B2');
    expect(comment.type).toBe(ExcelJS.ValueType.String);
    expect(comment.value).toBe(CLEVER);
  });

  it('uploaded as it is says what the draft says', async () => {
    const { cohorts, school, comment, nextSteps } = (await form()).start;
    expect(await reading(await template())).toEqual({
      ok: true,
      content: { cohorts, school, comment, nextSteps },
      silent: [],
    });
  });

  it('is for those who make the return, and an upload for while it is taken', async () => {
    expect((await ask(head1, 'GET', `${PATH}/template`)).status).toBe(404);
    expect((await upload(await template(), head1)).status).toBe(404);
    const closed = await upload(await template(), head0, `/api/soap/2026-27/spring-1/${URN}/sheet`);
    expect([closed.status, await closed.text()]).toEqual([403, expect.stringContaining('not open yet')]);
    expect((await web.request(`${PATH}/template`)).status).toBe(401);
    expect((await ask(ceo, 'GET', `/api/soap/2030-31/spring-1/${URN}/template`)).status).toBe(404);
  });
});

describe('a filled-in template', () => {
  it('brings pupil groups, with what can not be taken named by its cell', async () => {
    const groups = (book: ExcelJS.Workbook) => sheetOf(book, 'Pupil groups');
    const read = await reading(
      await template((book) => {
        groups(book).getCell('B6').value = 61;
        groups(book).getCell('C6').value = '71%';
      }),
    );
    expect(read.ok && read.content.groups).toEqual([{ group: 'girls', pupils: 61, figures: { reading: 71 } }]);
    const wrong = await findings((book) => {
      groups(book).getCell('B2').value = 20;
      groups(book).getCell('F2').value = 120;
    });
    expect(wrong).toEqual([
      {
        cell: 'Pupil groups!F2',
        says: 'Disadvantaged, reading, writing and maths is 120%: give a figure from 0 to 100.',
      },
    ]);
    const old = await reading(await template((book) => book.removeWorksheet('Pupil groups')));
    expect(old.ok && old.silent).toContain('girls');
  });

  it('comes back as content for the form, and nothing is kept by it', async () => {
    const before = (await form()).draft?.version;
    const read = await reading(
      await template((book) => {
        years(book).getCell('C2').value = 62;
        years(book).getCell('D2').value = 0.62;
        // Cells that look alike share their style once they are read.
        years(book).getCell('D2').style = { ...years(book).getCell('D2').style, numFmt: '0%' };
        years(book).getCell('E2').value = '62%';
        years(book).getCell('F2').value = { richText: [{ text: '6' }, { text: '1,5' }] };
      }),
    );
    const year3 = read.ok ? read.content.cohorts.find(({ year }) => year === 'Y3') : undefined;
    expect(year3?.figures).toEqual({ reading: 62, writing: 62, grammar: 62, maths: 61.5 });
    expect((await form()).draft?.version).toBe(before);
  });

  it('names each cell that can’t be taken', async () => {
    const found = await findings((book) => {
      const sheet = years(book);
      sheet.getCell('C2').value = { formula: '60+2', result: 62 };
      sheet.getCell('D2').value = new Date('2026-12-01');
      sheet.getCell('E2').value = 'n/a';
      sheet.getCell('F2').value = 150;
      sheet.getCell('C3').value = { error: '#N/A' } as ExcelJS.CellErrorValue;
      sheet.getCell('D4').value = 0.62;
      sheet.getCell('B5').value = 30.5;
      sheet.getCell('E4').value = 3;
      sheet.mergeCells('E4:E5');
    });
    expect(found.map(({ cell }) => cell.replace('Years 3 to 6!', '')).sort()).toEqual([
      ...['B5', 'C2', 'C3', 'D2', 'D4', 'E2', 'E4', 'E5', 'F2'],
    ]);
  });

  it('of another school, half term or time, or with rows in the wrong place, is refused by cell', async () => {
    const start = (cell: string, value: string) => (book: ExcelJS.Workbook) => {
      sheetOf(book, 'Start here').getCell(cell).value = value;
    };
    expect(await findings(start('B3', '115851'))).toMatchObject([{ cell: 'Start here!B3' }]);
    expect(await findings(start('B5', '2026-27/autumn-1'))).toMatchObject([{ cell: 'Start here!B5' }]);
    expect(await findings(start('B6', '0'))).toMatchObject([{ cell: 'Start here!B6' }]);
    expect(await findings((book) => years(book).spliceRows(2, 1))).not.toEqual([]);
    expect(await findings((book) => book.removeWorksheet(years(book).id))).toMatchObject([{ cell: 'Years 3 to 6' }]);
  });
});

describe('a file that can’t be taken', () => {
  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['no workbook', new TextEncoder().encode('Year,Reading'), 'no Excel file'],
    ['an older workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'older Excel file'],
    ['half a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'damaged'],
    ['another ZIP', zipSync({ 'a.txt': strToU8('a') }), 'no Excel workbook'],
    [
      'a workbook with macros',
      zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/vbaProject.bin': strToU8('x') }),
      'macros',
    ],
    [
      'nonsense inside',
      zipSync({ 'xl/workbook.xml': strToU8('<x'), 'xl/worksheets/sheet1.xml': strToU8('<') }),
      'can’t be read',
    ],
  ])('%s', async (_, file, says) => {
    const refused = await refusal(file);
    expect(refused).toMatchObject({ status: 422, code: 'unfit-file' });
    expect(refused.message).toContain(says);
  });

  it('too many rows, too large when unpacked, merged without end, or simply too large', async () => {
    const long = await template((book) => {
      for (let row = 10; row < 10_010; row += 1) years(book).getCell(`A${row}`).value = row;
    });
    expect((await refusal(long)).message).toContain('more than 1000 rows');
    const huge = bomb('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(400_000));
    expect(huge.length).toBeLessThan(200_000);
    expect((await refusal(huge)).message).toContain('far larger');
    const rows = Array.from(
      { length: 60 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    );
    const worded = bomb(rows.join(''), '', 'x'.repeat(30_000));
    expect((await refusal(worded)).message).toContain('far more text');
    const named = bomb('<row r="1"/>', '<definedNames>'.repeat(300_000));
    expect((await refusal(named)).message).toContain('can’t be read');
    const merged = bomb('<row r="1"/></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>');
    expect((await refusal(merged)).message).toContain('merged');
    const answer = await upload(new Uint8Array(3 * 1024 * 1024));
    expect(answer.status).toBe(413);
  });

  it('ranges that spread over a whole sheet cost nothing', async () => {
    const ruled = bomb(
      '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1></dataValidation></dataValidations><sheetData>',
    );
    const at = Date.now();
    expect((await upload(ruled)).status).toBe(200);
    expect(Date.now() - at).toBeLessThan(5_000);
  });
});

/** A workbook with one sheet, its rows as given, packed small. */
function bomb(rows: string, names = '', text = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', `<Relationships xmlns="${relations}"/>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="x">Data!$A$1:$XFD$1048576</definedName></definedNames>${names}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}"><si><t>${text}</t></si></sst>`],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
  ];
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])));
}

describe('an export of the school’s own system', () => {
  const mapping: ExportMapping = {
    year: 'Year',
    group: { column: 'Group', is: '', groups: { send: 'SEN', girls: 'F' } },
    pupils: 'NOR',
    measures: { reading: 'Rea %', maths: 'Ma %' },
    fractions: false,
  };

  it('comes back as a table to map', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Results').addRows([
      ['Year', 'Rea %'],
      ['Y3', 70],
    ]);
    const answer = (await (await upload(new Uint8Array(await book.xlsx.writeBuffer()))).json()) as UploadedWorkbook;
    expect(answer).toEqual({
      is: 'export',
      sheets: [
        {
          name: 'Results',
          rows: [
            [
              { is: 'text', text: 'Year' },
              { is: 'text', text: 'Rea %' },
            ],
            [
              { is: 'text', text: 'Y3' },
              { is: 'number', number: 70 },
            ],
          ],
        },
      ],
    });
  });

  it('its mapping is kept for the school: for whoever makes the next return', async () => {
    expect(await (await ask(head0, 'GET', `${PATH}/mapping`)).json()).toEqual({});
    const more = {
      ...mapping,
      group: { column: 'Group', is: '', groups: { ...mapping.group?.groups, swans: 'S' } },
      measures: { ...mapping.measures, wit: 'Wit' },
    };
    expect((await ask(head0, 'PUT', `${PATH}/mapping`, more)).status).toBe(200);
    expect(await (await ask(head0, 'GET', `${PATH}/mapping`)).json()).toEqual({ mapping });
    const { group: _, pupils: __, ...less } = { ...mapping, measures: { reading: 'Rea %' }, fractions: true };
    expect((await ask(head0, 'PUT', `${PATH}/mapping`, less)).status).toBe(200);
    const other = await stage.place.open();
    expect(other.mappings.of(URN)).toEqual(less);
    expect(await stage.place.rows('Export mappings')).toHaveLength(1);
  });

  it('nobody else’s, and nothing but a mapping', async () => {
    expect((await ask(head1, 'GET', `${PATH}/mapping`)).status).toBe(404);
    expect((await ask(head1, 'PUT', `${PATH}/mapping`, mapping)).status).toBe(404);
    for (const body of [{}, { ...mapping, year: '' }, { ...mapping, measures: { reading: 'x'.repeat(201) } }])
      expect((await ask(head0, 'PUT', `${PATH}/mapping`, body)).status).toBe(400);
  });
});

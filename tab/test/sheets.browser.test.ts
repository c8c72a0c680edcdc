import { readFile } from 'node:fs/promises';
import type { Sheet, SheetCell } from '@owls/policy';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, said } from './browser.ts';

const gallery = galleryAndBrowser();
const READING = 'Year 3, Reading, per cent on track';

async function opened(width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${gallery.url}?schools=10&as=head&head=6#/soap/115842`);
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).waitFor();
  return page;
}
/** The template as it was downloaded, with one cell of "Years 3 to 6" changed. */
async function downloaded(page: Page, row: number, column: number, cell: SheetCell): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download for Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('soap-115842-2026-27-autumn-2.xlsx');
  const sheets: Sheet[] = JSON.parse(await readFile(await file.path(), 'utf8'));
  return JSON.stringify(
    sheets.map((sheet) =>
      sheet.name === 'Years 3 to 6'
        ? { ...sheet, rows: sheet.rows.map((cells, at) => (at === row ? cells.with(column, cell) : cells)) }
        : sheet,
    ),
  );
}
const upload = (page: Page, name: string, text: string) =>
  page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

test('a template with a wrong cell takes nothing and names the cell; the mended one goes into the form as a draft', async () => {
  const page = await opened();
  await page.getByRole('button', { name: 'Years 3 to 6' }).click();
  const before = await page.getByLabel(READING).inputValue();
  const wrong = await downloaded(page, 1, 2, { is: 'formula' });
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  const dialog = page.getByRole('dialog');
  await upload(page, 'soap.xlsx', wrong);
  await dialog.getByText('Nothing was taken.').waitFor();
  await dialog.getByText('Years 3 to 6!C2').waitFor();
  expect(await dialog.getByRole('button', { name: 'Take into the form' }).isDisabled()).toBe(true);
  await upload(page, 'soap.xlsx', wrong.replace('{"is":"formula"}', '{"is":"number","number":64,"percent":false}'));
  await dialog.getByRole('row', { name: `Year 3, Reading ${before} 64` }).waitFor();
  await dialog.getByRole('button', { name: 'Take into the form' }).click();
  await said(page, '1 field taken from the file');
  await page.getByText(/^Draft saved/).waitFor();
  await page.getByRole('heading', { name: 'Review and send' }).waitFor();
  await page.getByRole('button', { name: 'Years 3 to 6' }).click();
  expect(await page.getByLabel(READING).inputValue()).toBe('64');
  await page.close();
});

test('a file that is no spreadsheet, or not a workbook inside, is told what to do; the form stays', async () => {
  const page = await opened(390);
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  const dialog = page.getByRole('dialog');
  await upload(page, 'soap.pdf', 'x');
  await dialog.getByText('soap.pdf is no spreadsheet').waitFor();
  await upload(page, 'soap.xlsm', 'x');
  await dialog.getByText('Save soap.xlsm as .xlsx first').waitFor();
  await upload(page, 'soap.xlsx', 'not a workbook');
  await dialog.getByText('This is no Excel file').waitFor();
  expect(await page.evaluate('document.activeElement?.closest("[role=dialog]") !== null')).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.close();
});

test('an export is mapped by keyboard, and the columns are remembered', async () => {
  const page = await opened();
  const text = 'Results,,,\nNC,NOR,Rdg,Ma %\nY3,30,71,n/a\nY4,29,72,73\nTotal,59,71,73';
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await upload(page, 'export.csv', text);
  await dialog.getByText('Total').last().waitFor();
  const reading = dialog.getByLabel('Reading', { exact: true });
  expect(await reading.inputValue()).toBe('');
  await reading.focus();
  await page.keyboard.type('Rdg');
  await expect.poll(() => reading.inputValue()).toBe('Rdg');
  await dialog.getByText('export.csv!D3').waitFor();
  await dialog.getByRole('row', { name: /^Year 4, Reading \S+ 72$/ }).waitFor();
  await dialog.getByRole('button', { name: 'Take into the form' }).focus();
  await page.keyboard.press('Enter');
  await said(page, /fields taken from the file/);
  await page.getByText(/^Draft saved/).waitFor();
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  await upload(page, 'export.csv', text);
  await dialog.getByText('mapped as they were last time').waitFor();
  expect(await reading.inputValue()).toBe('Rdg');
  await page.close();
});

test('pupil groups of an export are taken together over the year groups, and what they are called is remembered', async () => {
  const page = await opened(390);
  const rows = ['Y3,All,30,71', 'Y3,Swans  class,4,50', 'Y4,All,29,72', 'Y4,Swans  class,6,75', 'Y4,PP,7,x'];
  const text = ['Year,Group,Pupils,Reading', ...rows].join('\n');
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  const dialog = page.getByRole('dialog');
  await upload(page, 'export.csv', text);
  await dialog.getByText('export.csv!D6').waitFor();
  const groups = dialog.getByRole('group', { name: 'Pupil groups' });
  expect(await dialog.getByLabel('All pupils are the rows of').inputValue()).toBe('All');
  expect(await groups.getByLabel('Disadvantaged').inputValue()).toBe('PP');
  const lookedAfter = groups.getByLabel('Looked after');
  await lookedAfter.focus();
  await page.keyboard.type('Swans');
  await expect.poll(() => lookedAfter.inputValue()).toBe('Swans  class');
  await dialog.getByText(/of Year 3, Year 4, Disadvantaged, Looked after can be taken/).waitFor();
  await dialog.getByRole('row', { name: /^Looked after, Reading \S+ 65$/i }).waitFor();
  await dialog.getByRole('button', { name: 'Take into the form' }).click();
  await said(page, /fields taken from the file/);
  await page.getByText(/^Draft saved/).waitFor();
  await page.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  await upload(page, 'export.csv', text);
  await dialog.getByText('mapped as they were last time').waitFor();
  await dialog.getByText('Columns', { exact: true }).click();
  expect(await lookedAfter.inputValue()).toBe('Swans  class');
  await page.close();
});

import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();
const AREAS = ['Inclusion', 'Curriculum', 'Achievement', 'Attendance', 'Personal', 'Leadership'];

async function opened(query: string, urn = '115800'): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash: `school/${urn}` });
  await page.getByRole('heading', { name: 'Inspections and reviews' }).waitFor();
  return page;
}
const sheetOf = (page: Page) => page.getByRole('dialog');
const press = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name }).first().click();

test('a head records a report card area by area, and sees what it counts as before it is sent', async () => {
  const page = await opened('schools=10&as=head&head=1', '115807');
  await page.getByText('None is on record here yet').waitFor();
  await press(page, 'Record an inspection');
  const sheet = sheetOf(page);
  await press(sheet, 'Record');
  await sheet.getByText('Nothing is no date. Give the first day').waitFor();
  await sheet.getByLabel('First day').fill('2026-09-22');
  await sheet.getByLabel('Outcome published').fill('2026-10-30');
  await sheet.getByRole('radio', { name: 'Met', exact: true }).check();
  await press(sheet, 'Record');
  await sheet.getByText(/Give a point for Inclusion/).waitFor();
  for (const area of AREAS) await sheet.getByLabel(new RegExp(`^${area}`)).selectOption('Expected standard');
  await sheet.getByText('Counts as 2').waitFor();
  await sheet.getByLabel(/^Achievement/).selectOption('Needs attention');
  await sheet.getByText('Counts as 3').waitFor();
  await sheet.getByLabel('Where the report can be read').fill('reports.ofsted.gov.uk');
  await press(sheet, 'Record');
  await sheet.getByText(/Give the whole address/).waitFor();
  // What is typed survives a closed dialog.
  await press(sheet, 'Cancel');
  await press(page, 'Record an inspection');
  expect(await sheet.getByLabel(/^Achievement/).inputValue()).toBe('needs-attention');
  await sheet.getByLabel('Where the report can be read').fill('https://reports.ofsted.gov.uk/115807');
  await press(sheet, 'Record');
  await said(page, 'Recorded');
  await page.getByText('Counts as 3', { exact: true }).waitFor();
  await page.getByText('Its support stays.').waitFor();
  await page.close();
});

test('an inspection of an earlier time has one grade', async () => {
  const page = await opened('schools=10&as=head&head=1', '115807');
  await press(page, 'Record an inspection');
  const sheet = sheetOf(page);
  await sheet.getByLabel('First day').fill('2023-05-10');
  await sheet.getByLabel('Outcome published').fill('2023-06-12');
  await press(sheet, 'Record');
  await sheet.getByText('Choose the overall grade.').waitFor();
  await sheet.getByRole('radio', { name: '1 Outstanding' }).check();
  await press(sheet, 'Record');
  await page.getByText('Overall grade 1, Outstanding').waitFor();
  await page.close();
});

test('who was faster is named, and nothing typed is lost', async () => {
  const page = await opened('schools=10&as=head&elsewhere');
  await press(page, /^Correct: Graded inspection, 10 Mar 2026/);
  const sheet = sheetOf(page);
  await sheet.getByLabel(/^Achievement/).selectOption('Strong standard');
  await press(sheet, 'Correct');
  await sheet.getByText(/changed this since you opened it: Graded inspection of 10 Mar 2026/).waitFor();
  expect(await sheet.getByLabel(/^Achievement/).inputValue()).toBe('strong');
  await press(sheet, 'Correct');
  await said(page, 'Corrected');
  await page.close();
});

test('one recorded by mistake is taken out', async () => {
  const page = await opened('schools=10&as=ceo');
  await press(page, /^Take out: Monitoring visit/);
  await press(sheetOf(page), 'Take it out');
  await said(page, 'Taken out');
  expect(await page.getByText('Monitoring visit').count()).toBe(0);
  await page.close();
});

test('a director reads and records nothing', async () => {
  const page = await opened('schools=10&as=director&board');
  await page.getByText('Monitoring visit').waitFor();
  expect(await page.getByRole('button', { name: /Record an inspection|Correct|Take out/ }).count()).toBe(0);
  await page.close();
});

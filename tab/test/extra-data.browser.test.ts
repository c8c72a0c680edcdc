import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, urn: string): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash: `school/${urn}` });
  return page;
}

/** Presses a button as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('a head gives what is asked by keyboard: what is wrong is said in place, a jump wants a remark, typing survives', async () => {
  const page = await opened('schools=10&as=head&head=7', '115849');
  await page.getByRole('heading', { name: 'Extra data' }).waitFor();
  await press(page, /^Give it: Attendance/);
  const sheet = page.getByRole('dialog');
  await press(page, 'Send');
  await sheet.getByText('Give the figure for Attendance.').waitFor();
  await sheet.getByLabel('Attendance, %').fill('many');
  await press(page, 'Send');
  await sheet.getByText('many is no number.').waitFor();
  await sheet.getByLabel('Attendance, %').fill('60');
  await sheet.getByLabel('Suspensions').fill('2');
  await press(page, 'Send');
  await sheet.getByText(/Say why in the remark\./).waitFor();
  await press(page, 'Cancel');
  await sheet.waitFor({ state: 'detached' });
  await press(page, /^Give it: Attendance/);
  expect(await sheet.getByLabel('Attendance, %').inputValue()).toBe('60');
  await sheet.getByLabel('Remark').fill('Half of them had the flu.');
  await press(page, 'Send');
  await said(page, 'Given');
  await sheet.waitFor({ state: 'detached' });
  await page
    .getByRole('region', { name: /^Attendance and suspensions/ })
    .getByRole('cell', { name: '60%' })
    .waitFor();
  await page.getByText('Half of them had the flu.').waitFor();
  await press(page, /^Correct: Attendance/);
  await sheet.getByLabel('Attendance, %').fill('61');
  await press(page, /^Correct$/);
  await said(page, 'Corrected');
  await page.close();
});

test('the CEO sees the figures over time as a table, and gives nothing', async () => {
  const page = await opened('schools=10&as=ceo', '115849');
  const table = page.getByRole('region', { name: 'Attendance and suspensions since last time, over time' });
  await table.getByRole('rowheader', { name: 'Attendance' }).waitFor();
  // The figure's name, then the newest three.
  expect(await table.getByRole('columnheader').count()).toBe(4);
  expect(await page.getByRole('button', { name: /^(Give it|Correct): Attendance/ }).count()).toBe(0);
  await page.close();
});

test('a school that causes no concern has no such part', async () => {
  const page = await opened('schools=10&as=ceo', '115800');
  await page.getByRole('heading', { name: 'National assessments' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Extra data' }).count()).toBe(0);
  await page.close();
});

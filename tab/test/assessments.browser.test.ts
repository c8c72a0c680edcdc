import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, urn: string): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash: `school/${urn}` });
  await page.getByRole('heading', { name: 'National assessments' }).waitFor();
  return page;
}
const press = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name }).first().click();

test('a head records the end of Year 6: what is wrong is said in place, what is typed survives, England stands beside', async () => {
  const page = await opened('schools=10&as=head&head=1&now=2027-07-12T09:00:00Z', '115807');
  await press(page, /^Record: Core subjects at the end of Year 6/);
  const sheet = page.getByRole('dialog');
  await press(sheet, 'Record');
  await sheet.getByText('Say how many pupils of Year 6 were assessed').waitFor();
  await sheet.getByText('Give the figure for Grammar.').waitFor();
  await sheet.getByLabel('Pupils assessed').fill('thirty');
  await press(sheet, 'Record');
  await sheet.getByText('thirty is no number.').waitFor();
  await sheet.getByLabel('Pupils assessed').fill('30');
  for (const [name, value] of [
    ['Reading, %', '80'],
    ['Writing', '70'],
    ['Maths', '77'],
    ['Grammar', '73'],
  ] as const)
    await sheet.getByLabel(new RegExp(`^${name}`)).fill(value);
  await sheet.getByLabel(/^Reading, writing and maths/).fill('72');
  await press(sheet, 'Record');
  await sheet.getByText(/above Writing at 70%/).waitFor();
  await press(sheet, 'Cancel');
  await press(page, /^Record: Core subjects at the end of Year 6/);
  expect(await sheet.getByLabel(/^Reading, writing and maths/).inputValue()).toBe('72');
  await sheet.getByLabel(/^Reading, writing and maths/).fill('63');
  await press(sheet, 'Record');
  await said(page, 'Recorded');
  await page.getByText('England 75% in 2024-25: above').waitFor();
  await press(page, /^Correct: Core subjects at the end of Year 6/);
  await sheet.getByLabel(/^Grammar/).fill('74');
  await press(sheet, 'Correct');
  await said(page, 'Corrected');
  await page.close();
});

test('an outcome of a year that is over is entered late, and corrected, by keyboard', async () => {
  const page = await opened('schools=10&as=head&head=1', '115807');
  const year = page.getByLabel('Academic year of the assessments');
  await year.focus();
  await year.selectOption('2024-25');
  await page
    .getByText(/^Not on record\. It was wanted by .* 2025\.$/)
    .first()
    .waitFor();
  const record = page.getByRole('button', { name: 'Record: Phonics screening check, 2024-25' });
  await record.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: /2024-25/ });
  await sheet.getByLabel('Pupils assessed').fill('29');
  await sheet.getByLabel(/^Phonics/).fill('82');
  await page.keyboard.press('Tab');
  await press(sheet, 'Record');
  await said(page, 'Recorded');
  await press(page, 'Correct: Phonics screening check, 2024-25');
  await sheet.getByLabel('Pupils assessed').fill('28');
  await press(sheet, 'Correct');
  await said(page, 'Corrected');
  await page.getByText(/^28 pupils\./).waitFor();
  // It stands among what is on record from now on.
  await year.selectOption('');
  await page.getByRole('button', { name: 'Correct: Phonics screening check, 2024-25' }).waitFor();
  await page.close();
});

test('what was recorded by mistake is named, taken out with a reason, and put back, by keyboard on a phone', async () => {
  const page = await opened('schools=10&as=head', '115800');
  const name = 'Take out: Phonics screening check, 2025-26';
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Take out Phonics screening check, 2025-26?' });
  await sheet.getByText(/: \d+ pupils, Phonics \d+%. Recorded by .*, 14 Jul 2026/).waitFor();
  await press(sheet, 'Take it out');
  await sheet.getByText('Say in a few words why it is taken out').waitFor();
  await sheet.getByLabel(/^Why/).fill('Typed for the wrong year.');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await press(page, name);
  expect(await sheet.getByLabel(/^Why/).inputValue()).toBe('Typed for the wrong year.');
  await sheet.getByRole('button', { name: 'Take it out' }).focus();
  await page.keyboard.press('Enter');
  await said(page, 'Taken out');
  await page.getByRole('button', { name }).waitFor({ state: 'detached' });
  await press(page, 'Undo');
  await said(page, 'On record again');
  await page.getByRole('button', { name }).waitFor();
  await page.close();
});

test('what somebody corrected a moment before is shown before it is taken out', async () => {
  const page = await opened('schools=10&as=head&elsewhere', '115800');
  await press(page, 'Take out: Baseline on entry to Reception, 2026-27');
  const sheet = page.getByRole('dialog');
  const pupils = async () => Number((await sheet.getByText(/\d+ pupils,/).textContent())?.match(/(\d+) pupils/)?.[1]);
  const before = await pupils();
  await sheet.getByLabel(/^Why/).fill('Of another school.');
  await press(sheet, 'Take it out');
  await sheet.getByText('This was corrected since you opened it').waitFor();
  expect(await pupils()).toBe(before + 1);
  await press(sheet, 'Take it out');
  await said(page, 'Taken out');
  await page.close();
});

test('what is still to come is named with its day, and cannot be recorded', async () => {
  const page = await opened('schools=10&as=head', '115800');
  await page
    .getByText(/^Still to come: wanted by/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Correct: Baseline on entry to Reception, 2026-27' }).waitFor();
  expect(await page.getByRole('button', { name: /: Phonics screening check, 2026-27/ }).count()).toBe(0);
  await page.close();
});

test('the CEO reads and records nothing', async () => {
  const page = await opened('schools=10&as=ceo', '115800');
  await page.getByText('Phonics screening check').first().waitFor();
  expect(await page.getByRole('button', { name: /Phonics screening check/ }).count()).toBe(0);
  await page.close();
});

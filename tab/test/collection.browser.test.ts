import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash: 'returns' });
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const chosen = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();

test('the CEO nudges all who owe, and nobody twice while it is on its way', async () => {
  const page = await opened('schools=10&as=ceo');
  await press(page, 'Nudge all 3');
  await page.getByRole('dialog').getByText('Ashby Lane').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Nudge all' }).click();
  await page.getByText('3 schools nudged').first().waitFor();
  await page
    .getByText(/Nudged by .*10 Dec 2026/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /^Nudge/ }).count()).toBe(0);
  await page.close();
});

test('figures are confirmed, or sent back with a note that is asked for', async () => {
  const page = await opened('schools=10&as=ceo');
  await chosen(page, /To look at \(7\)/);
  await press(page, /^Confirm the figures of/);
  await page.getByRole('tab', { name: 'To look at (6)' }).waitFor();
  await press(page, /^Send the figures of/);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Send back' }).click();
  await sheet.getByText('Say it in a sentence.').waitFor();
  await sheet.getByRole('textbox').fill('Year 3 maths is 20 above reading.');
  await sheet.getByRole('button', { name: 'Send back' }).click();
  await chosen(page, /Sent back \(1\)/);
  await page.getByText('“Year 3 maths is 20 above reading.”').waitFor();
  await press(page, /^Take back what was said of the figures of/);
  await page.getByRole('tab', { name: 'Sent back (0)' }).waitFor();
  await page.getByRole('tab', { name: 'To look at (6)' }).waitFor();
  await page.close();
});

test('a round is closed with a reason, and opened again', async () => {
  const page = await opened('schools=10&as=ceo');
  await press(page, 'Close the round');
  await page.getByRole('dialog').getByRole('textbox').fill('The board meets.');
  await page.getByRole('dialog').getByRole('button', { name: 'Close the round' }).click();
  await page.getByRole('heading', { name: 'The round is closed' }).waitFor();
  await page.getByText(/Closed by .*: The board meets\./).waitFor();
  await page.getByRole('button', { name: 'Open it again' }).waitFor();
  await page.close();
});

test('a head reaches a round that was opened again from the overview, with why', async () => {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query: 'schools=10&as=head&reopened', hash: 'overview' });
  await page.getByText('School on a page, Autumn 1, 2026-27').waitFor();
  await page.getByText(/^Opened again by .*: Two schools found a slip\.$/).waitFor();
  const link = page.locator('a[href*="/2026-27/autumn-1/"]', { hasText: 'Look or change' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByText('School on a page, Autumn 1, 2026-27').waitFor();
  await page.getByRole('button', { name: 'Change it' }).waitFor();
  await page.close();
});

test('a head has no such page', async () => {
  const page = await opened('schools=10&as=head');
  await page.getByText('This was not found, or it is not open to you.').waitFor();
  expect(await page.getByRole('link', { name: 'Returns' }).count()).toBe(0);
  await page.close();
});

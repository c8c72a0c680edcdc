import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash = 'categories/years') {
  const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash });
  return page;
}

test('from the round to all rounds over the years and back', async () => {
  const page = await opened('schools=10&as=ceo', 'categories');
  await page.getByRole('link', { name: 'Over the years' }).click();
  await page.getByRole('heading', { level: 1, name: 'Categories over the years' }).waitFor();
  await page.getByRole('link', { name: /This half term's categories/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Categories' }).waitFor();
  await page.close();
});

test('a cell says where its school moved from, and an inspection what was found', async () => {
  const page = await opened('schools=10&as=ceo&inspected');
  const row = page.getByRole('row', { name: /St Wilfrid’s/ });
  expect(await row.textContent()).toMatch(/3a, down from 2\w+, the Ofsted grade changed/);
  expect(await row.textContent()).toContain('Report card, counts as 3. Strong standard: Inclusion');
  expect(await page.getByRole('columnheader', { name: 'Autumn 2, 2026-27' }).count()).toBe(1);
  await page.close();
});

test('315 schools are leafed through, found by cluster and phase, and taken away as CSV', async () => {
  const page = await opened('schools=315&as=ceo');
  await page.getByText('1 to 50 of 315 schools').waitFor();
  await page.getByLabel('Phase').selectOption('infant');
  await page.getByLabel('Cluster').selectOption('North');
  const rows = page.getByRole('table').getByRole('link');
  await expect.poll(() => rows.count()).toBeLessThan(20);
  const few = await rows.count();
  await page.getByLabel('Find a school by name or URN').fill('nowhere at all');
  await page.getByText(/No school fits/).waitFor();
  await page.getByLabel('Find a school by name or URN').fill('');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(few + 1);
  await page.close();
});

test('the table scrolls by keyboard, with the names in sight', async () => {
  const page = await opened('schools=50&as=ceo');
  const frame = page.getByRole('region', { name: 'Categories by school and half term' });
  await frame.focus();
  await page.keyboard.press('End');
  await expect.poll(() => frame.evaluate((one) => one.scrollTop)).toBeGreaterThan(0);
  await page.close();
});

test('a head sees the row of their own school and no other', async () => {
  const page = await opened('schools=10&as=head');
  await expect.poll(() => page.getByRole('table').getByRole('link').count()).toBe(1);
  await page.close();
});

import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash: string, width = 1280) {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash });
  return page;
}

test('a head agrees with the category by keyboard alone', async () => {
  const page = await opened('schools=10&as=head&head=2', 'school/115814');
  const part = page.getByRole('region', { name: 'Agreement with the school' });
  await part.getByText('The school has not answered yet.').waitFor();
  await part.getByRole('button', { name: 'We agree' }).focus();
  await page.keyboard.press('Enter');
  await said(page, /^Agreed with 2/);
  await part.getByText('Agreed with the school').waitFor();
  await page.close();
});

test('a head who does not agree says why, on a phone, and the reason stands beside the category', async () => {
  const page = await opened('schools=10&as=head&head=2', 'school/115814', 390);
  const part = page.getByRole('region', { name: 'Agreement with the school' });
  await part.getByRole('button', { name: 'We do not agree' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Say it in a sentence.').waitFor();
  await dialog.getByLabel('Why?').fill('Two teachers leave at Christmas.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await part.getByText('The school does not agree').waitFor();
  await part.getByText('“Two teachers leave at Christmas.”').waitFor();
  await page.close();
});

test('the CEO reads the answer beside the category and can give none', async () => {
  const page = await opened('schools=10&as=ceo&answered', 'categories');
  await page.getByRole('tab', { name: /^Validated/ }).click();
  await page.getByText(/Two experienced teachers leave/).waitFor();
  await page.getByText('Agreed with the school').waitFor();
  await page.goto(`${gallery.url}?schools=10&as=ceo&answered#/school/115807`);
  const part = page.getByRole('region', { name: 'Agreement with the school' });
  await part.getByText('The school does not agree').waitFor();
  expect(await part.getByRole('button').count()).toBe(0);
  await page.close();
});

test('the CEO takes a validation back by keyboard, and is told what becomes of the answer', async () => {
  const page = await opened('schools=10&as=ceo&answered', 'categories', 390);
  await page.getByRole('tab', { name: /^Validated/ }).click();
  const before = await page.getByRole('button', { name: /^Take back the validation for/ }).count();
  expect(before).toBeGreaterThan(1);
  const row = page.getByRole('listitem').filter({ hasText: 'Agreed with the school' }).first();
  const button = row.getByRole('button', { name: /^Take back the validation/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/its answer stays on record, and counts again only if/).waitFor();
  await dialog.getByRole('button', { name: 'Take it back' }).focus();
  await page.keyboard.press('Enter');
  await said(page, /: the validation is taken back$/);
  expect(await page.getByRole('button', { name: /^Take back the validation for/ }).count()).toBe(before - 1);
  await page.close();
});

test('a cluster leader takes a proposal back, and a head finds no such button', async () => {
  const page = await opened('schools=50&as=leader', 'categories');
  await page.getByRole('tab', { name: /^To validate/ }).click();
  await page
    .getByRole('button', { name: /^Take back the proposal for/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('The school has no proposal again.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await said(page, /: the proposal is taken back$/);
  await page.goto(`${gallery.url}?schools=10&as=head#/categories`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /^Take back the/ }).count()).toBe(0);
  await page.close();
});

test("another school's head sees nothing of it", async () => {
  const page = await opened('schools=10&as=head&head=5&answered', 'school/115807');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Agreement with the school').count()).toBe(0);
  await page.close();
});

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

test("another school's head sees nothing of it", async () => {
  const page = await opened('schools=10&as=head&head=5&answered', 'school/115807');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Agreement with the school').count()).toBe(0);
  await page.close();
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash: string, width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash });
  return page;
}
/** Presses the button that has the focus, or comes to have it. */
async function enter(page: Page, name: string | RegExp, within: 'page' | 'dialog' = 'page'): Promise<void> {
  const place = within === 'page' ? page : page.getByRole('dialog');
  await place.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('a head takes a sent return back by keyboard, on a phone, and sends it again', async () => {
  const page = await opened('schools=10&as=head', 'soap/115800', 390);
  await enter(page, 'Take it back');
  await page
    .getByRole('dialog')
    .getByText(/all its figures are your draft/)
    .waitFor();
  await page.getByRole('dialog').getByLabel(/^Why/).fill('A figure was wrong.');
  await enter(page, 'Take it back', 'dialog');
  await said(page, 'The return is taken back');
  await page
    .getByText(/Taken back by .*:/)
    .first()
    .waitFor();
  await page.getByText('A figure was wrong.').waitFor();
  // The figures that had been sent stand in the form.
  const pupils = page.getByLabel(/pupils/i).first();
  expect(Number(await pupils.inputValue())).toBeGreaterThan(0);
  await page
    .getByRole('button', { name: /Review/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Sent, version 2' }).waitFor();
  expect(await page.getByText(/Taken back by/).count()).toBe(0);
  await page.close();
});

test('nothing has to be said, and leaving the question leaves the return', async () => {
  const page = await opened('schools=10&as=head', 'soap/115800');
  await enter(page, 'Take it back');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Sent' }).waitFor();
  await enter(page, 'Take it back');
  await enter(page, 'Take it back', 'dialog');
  await page
    .getByText(/Taken back by .*\./)
    .first()
    .waitFor();
  await page.close();
});

test('there is no such button for who may not make the return, nor after the round', async () => {
  for (const query of ['schools=10&as=ceo', 'schools=10&as=head&now=2027-01-20T09:00:00Z']) {
    const page = await opened(query, query.includes('now=') ? 'soap/2026-27/autumn-2/115800' : 'soap/115800');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Take it back' }).count()).toBe(0);
    await page.close();
  }
});

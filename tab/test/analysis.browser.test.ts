import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash: string): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash });
  return page;
}

/** Presses a button as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('a head writes about each need by keyboard, is told what is missing, sends it, and takes it back', async () => {
  const page = await opened('schools=10&as=head&head=2', 'school/115814/analysis');
  await page.getByRole('heading', { name: 'Results of 2025-26' }).waitFor();
  const sending = page.getByRole('button', { name: 'Send the analysis' });
  expect(await sending.isDisabled()).toBe(true);
  const names = await page.getByRole('list', { name: 'What is missing' }).getByRole('listitem').allTextContents();
  expect(names.length).toBeGreaterThan(2);

  await press(page, /^Write about it/);
  const sheet = page.getByRole('dialog');
  await press(page, 'Keep');
  await sheet.getByText('Say what you see in it.').waitFor();
  await sheet.getByLabel('What you see in it').fill('Spelling holds it back.');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await press(page, /^Write about it/);
  expect(await sheet.getByLabel('What you see in it').inputValue()).toBe('Spelling holds it back.');
  await press(page, 'Keep');
  await said(page, 'Kept');
  await sheet.waitFor({ state: 'detached' });

  await press(page, /^Add an action/);
  await press(page, 'Keep');
  await sheet.getByText('Say what is to be done.').waitFor();
  await sheet.getByText('Say how it will be seen that it worked.').waitFor();
  await sheet.getByLabel('What is done').fill('Daily spelling in Year 6');
  await sheet.getByLabel('How success is seen').fill('Nine in ten spell the words.');
  await press(page, 'Keep');
  await sheet.getByText(/^Give a date on or after/).waitFor();
  await sheet.getByLabel('By when').fill('2027-02-05');
  await press(page, 'Keep');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change: Daily spelling in Year 6' }).waitFor();

  while ((await page.getByRole('button', { name: /^Write about it/ }).count()) > 0) {
    const left = await page.getByRole('button', { name: /^Write about it/ }).count();
    await press(page, /^Write about it/);
    await sheet.getByLabel('It is explained, and no action follows').press('Space');
    await sheet.getByLabel('Why no action follows').fill('It follows from the first.');
    await press(page, 'Keep');
    await expect.poll(() => page.getByRole('button', { name: /^Write about it/ }).count()).toBe(left - 1);
    await sheet.waitFor({ state: 'detached' });
  }
  await press(page, 'Send the analysis');
  await said(page, 'Sent');
  await press(page, 'Done: Daily spelling in Year 6');
  await said(page, 'Marked as done');
  await press(page, 'Not done after all: Daily spelling in Year 6');
  await said(page, 'Open again');
  await press(page, 'Take it back to change it');
  await press(page, /^Take it back$/);
  await said(page, 'Taken back');
  await press(page, 'Take out: Daily spelling in Year 6');
  await page.getByText('Daily spelling in Year 6', { exact: true }).waitFor({ state: 'detached' });
  await page.close();
});

test('a head names a need of their own and takes it out again', async () => {
  const page = await opened('schools=10&as=head&head=2', 'school/115814/analysis/2025-26');
  await press(page, 'Name a need of your own');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('The need, in a few words').fill('Handwriting');
  await sheet.getByLabel('What you see in it').fill('It slows them down.');
  await press(page, 'Keep');
  await page.getByRole('heading', { name: 'Handwriting' }).waitFor();
  await press(page, 'Take out: Handwriting');
  await page.getByRole('heading', { name: 'Handwriting' }).waitFor({ state: 'detached' });
  await page.close();
});

test('the CEO sees who has sent, reads one that is sent, and of a draft the figures alone', async () => {
  const page = await opened('schools=10&as=ceo', 'schools');
  await page.getByRole('link', { name: 'Results analysis' }).click();
  await page.getByText(/^3 of 10 schools have sent the analysis/).waitFor();
  await page.getByRole('link', { name: 'Oakfield Primary School' }).click();
  await page.getByText('Four pupils joined in the spring').waitFor();
  expect(await page.getByRole('button', { name: /^(Done|Take it back|Change)/ }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('link', { name: 'Brookside Primary School' }).click();
  await page.getByText('What the head sees in them is shown once the analysis is sent.').waitFor();
  await page.close();
});

test('pupil groups are told in words and in a table, and what is hidden of the trust says why', async () => {
  const page = await opened('schools=10&as=head', 'school/115800/analysis');
  const groups = page.getByRole('region', { name: 'Pupil groups', exact: true });
  await groups
    .getByText(/^Disadvantaged: writing is [\d.]+ points below all pupils, about \d+ of \d+ pupils/)
    .waitFor();
  const rows = groups.getByRole('table').getByRole('rowgroup').filter({ hasText: /^EAL/ });
  expect(await rows.getByRole('rowheader').allTextContents()).toEqual(['EAL19 pupils', 'Trust', '2024-25']);
  await rows.getByText("hidden, a school's could be worked out").first().waitFor();
  await groups.getByText(/^••• is hidden/).waitFor();
  await page.close();
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(`${gallery.url}?${query}#/meetings/2026-27/reviews`);
  await page.getByRole('heading', { name: 'Who reviews whom' }).waitFor();
  return page;
}

test('the CEO agrees one review, then all the others, by keyboard alone', async () => {
  const page = await opened('schools=10&as=ceo');
  await page.getByText('0 of 10 reviews agreed.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Agree the review of Ashby Lane Primary School' }).focus();
  await page.keyboard.press('Enter');
  await said(page, 'The review is agreed');
  await page.getByText('1 of 10 reviews agreed.', { exact: false }).waitFor();
  await page.getByText(/^Agreed by Miriam Lockwood/).waitFor();
  await page.getByRole('button', { name: 'Agree all 9' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Agree all' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('10 of 10 reviews agreed.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: /^Agree/ }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('tab', { name: 'Term' }).waitFor();
  await page.close();
});

test('on a phone, another reviewer needs a reason, and what was typed is not lost by a reload', async () => {
  const page = await opened('schools=10&as=ceo', 360);
  const change = page.getByRole('button', { name: 'Change the review of Ashby Lane Primary School' });
  await change.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reviewer 2').selectOption('');
  await dialog.getByLabel('Why it is not who was proposed').waitFor();
  await dialog.getByRole('button', { name: 'Agree it so' }).click();
  await dialog.getByText(/say why it has to be them/).waitFor();
  await dialog.getByLabel('Why it is not who was proposed').fill('Bethan is away in December.');
  await page.reload();
  await change.click();
  await dialog.getByLabel('Reviewer 2').selectOption('');
  expect(await dialog.getByLabel('Why it is not who was proposed').inputValue()).toBe('Bethan is away in December.');
  await dialog.getByRole('button', { name: 'Agree it so' }).click();
  await said(page, 'The review is agreed');
  await page.getByText(/: Bethan is away in December\.$/).waitFor();
  await page.getByText('It lacks 1 of 2 reviewers.').waitFor();
  await page.close();
});

test('who comes second sees what stands there, and goes on only by saying so', async () => {
  const page = await opened('schools=10&as=ceo&elsewhere');
  await page.getByRole('button', { name: 'Change the review of Ashby Lane Primary School' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Agree it so' }).click();
  await dialog.getByText('Somebody agreed this meanwhile.').waitFor();
  await dialog.getByText(/It stands as Tue 11 May and Wed 12 May 2027/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Agree it so' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Go on with mine' }).click();
  await dialog.getByRole('button', { name: 'Agree it so' }).click();
  await said(page, 'The review is agreed');
  expect(await page.getByText('Tue 11 May and Wed 12 May 2027').count()).toBe(0);
  await page.close();
});

test('a review is withdrawn with a reason by keyboard, says so, and is agreed again', async () => {
  const page = await opened('schools=10&as=ceo&reviewed');
  const withdraw = page.getByRole('button', { name: /^Withdraw the review of/ }).first();
  const name = ((await withdraw.getAttribute('aria-label')) ?? '').replace('Withdraw the review of ', '');
  await withdraw.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Withdraw it' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('Say why: those who had been told of it read your reason.').waitFor();
  await dialog.getByLabel('Why it is withdrawn').focus();
  await page.keyboard.type('The head is ill.');
  await dialog.getByRole('button', { name: 'Withdraw it' }).focus();
  await page.keyboard.press('Enter');
  await said(page, 'The review is withdrawn');
  await page.getByText(/^Withdrawn by .*: The head is ill\.$/).waitFor();
  const again = page.getByRole('button', { name: `Agree the review of ${name}` });
  await again.focus();
  await page.keyboard.press('Enter');
  await said(page, 'The review is agreed');
  await page.getByText(': The head is ill.').waitFor({ state: 'detached' });
  await page.close();
});

test('on a phone, a reviewer ticks a step of another school’s review by keyboard, and takes it back', async () => {
  const page = await opened('schools=10&as=head&head=2&reviewed', 390);
  const step = page.getByRole('button', { name: /^Done: Analyse the school/ }).first();
  const name = ((await step.getAttribute('aria-label')) ?? '').replace('Done', 'Not done after all');
  await step.focus();
  await page.keyboard.press('Enter');
  await said(page, 'Marked as done');
  const back = page.getByRole('button', { name, exact: true });
  expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByText(/^3 of 8 steps done/).waitFor();
  await page.keyboard.press('Enter');
  await said(page, 'Open again');
  await page.getByText(/^2 of 8 steps done, /).waitFor();
  expect(await page.getByRole('button', { name: /: Share every reporting template/ }).count()).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.close();
});

test('of many reviews, the protocol of one is opened by keyboard', async () => {
  const page = await opened('schools=10&as=ceo&reviewed');
  const protocol = page.locator('details').first();
  expect(await protocol.getAttribute('open')).toBeNull();
  await protocol.locator('summary').focus();
  await page.keyboard.press('Enter');
  await protocol.getByText('Give the report to the trust').waitFor();
  await page.close();
});

test('a head sees the review of the own school and changes nothing', async () => {
  const page = await opened('schools=10&as=head');
  expect(await page.getByRole('heading', { level: 3 }).count()).toBe(1);
  expect(await page.getByRole('button', { name: /Agree|Change/ }).count()).toBe(0);
  await page.close();
});

test('a trust without schools to review is told so', async () => {
  const page = await gallery.browser.newPage();
  await page.goto(`${gallery.url}?schools=0&as=ceo#/meetings/2026-27/reviews`);
  await page.getByText('No school of yours is reviewed this year.').waitFor();
  await page.close();
});

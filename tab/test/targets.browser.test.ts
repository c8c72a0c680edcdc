import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash = 'targets', width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(`${gallery.url}?${query}#/${hash}`);
  await page.locator('h1').first().waitFor();
  return page;
}

test('a head proposes all targets as they are filled in, by keyboard alone', async () => {
  const page = await opened('schools=10&as=head&head=3&board');
  await page.getByRole('heading', { level: 1, name: /^Targets of Harebell/ }).waitFor();
  await page.getByRole('button', { name: 'Propose 40 targets' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('In the name of Divya Nair').waitFor();
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Propose' }).focus();
  await page.keyboard.press('Enter');
  await said(page, '40 targets proposed');
  await page.getByText('40 targets proposed.', { exact: true }).waitFor();
  await page.close();
});

test('on a phone, figures that cannot stand are told beside the field, and a lost connection loses none', async () => {
  const page = await opened('schools=10&as=head&head=3&board', 'targets', 360);
  const least = page.getByLabel('Maths in Year 3, minimum, per cent', { exact: true });
  const aim = page.getByLabel('Maths in Year 3, target, per cent', { exact: true });
  await least.fill('97');
  await aim.fill('96');
  const propose = async () => {
    await page.getByRole('button', { name: 'Propose 40 targets' }).click();
    await page.getByRole('dialog').getByLabel('Why other figures').fill('A strong year group.');
    await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  };
  await propose();
  await page
    .getByRole('dialog')
    .getByText(/below the minimum of 97%/)
    .waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await least.getAttribute('aria-invalid')).toBe('true');
  await aim.fill('98');
  await page.context().setOffline(true);
  await propose();
  await page.getByRole('dialog').getByText('No connection').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await aim.waitFor();
  expect([await least.inputValue(), await aim.inputValue()]).toEqual(['97', '98']);
  await page.getByRole('button', { name: 'Propose 40 targets' }).click();
  expect(await page.getByRole('dialog').getByLabel('Why other figures').inputValue()).toBe('A strong year group.');
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  await said(page, '40 targets proposed');
  await page.close();
});

test('a block of minimums and targets is pasted from a spreadsheet', async () => {
  const page = await opened('schools=10&as=head&head=3&board');
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await field('Reading in Year 3, minimum, per cent').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '61\t71\n62\t72');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(await field('Reading in Year 3, target, per cent').inputValue()).toBe('71');
  expect(await field('Writing in Year 3, minimum, per cent').inputValue()).toBe('62');
  expect(await field('Writing in Year 3, target, per cent').inputValue()).toBe('72');
  await page.close();
});

test('who meets somebody else’s step sees it, and keeps what they typed', async () => {
  const page = await opened('schools=10&as=head&head=3&board&elsewhere');
  const aim = page.getByLabel('Maths in Year 3, target, per cent', { exact: true });
  await aim.fill('99');
  await page.getByRole('button', { name: 'Propose 40 targets' }).click();
  await page.getByRole('dialog').getByLabel('Why other figures').fill('Strong.');
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  await page.getByRole('dialog').getByText('Changed in the meantime').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await aim.inputValue()).toBe('99');
  await page.getByText('Proposed', { exact: true }).first().waitFor();
  await page.close();
});

test('a head raises a signed-off target and is refused a lower one', async () => {
  const page = await opened('schools=10&as=head&board');
  await page.getByRole('button', { name: 'Raise or change figures' }).click();
  const aim = page.getByLabel('Maths in Year 6, target, per cent', { exact: true });
  const before = Number(await aim.inputValue());
  const propose = async (figure: number) => {
    await aim.fill(String(figure));
    await page.getByRole('button', { name: 'Propose 1 target' }).click();
    await page.getByRole('dialog').getByLabel('Why other figures').fill('Ahead since October.');
    await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  };
  await propose(before - 1);
  await page
    .getByRole('dialog')
    .getByText(/moves only upwards within the year/)
    .waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await propose(before + 1);
  await said(page, '1 target proposed');
  await page.close();
});

test('the CEO agrees and signs off in their name, and answers the board', async () => {
  const page = await opened('schools=10&as=ceo&board');
  await page.getByRole('link', { name: /^St Wilfrid/ }).click();
  const step = async (name: RegExp, action: string) => {
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/In the name of Miriam Lockwood/).waitFor();
    await dialog.getByRole('button', { name: action, exact: true }).click();
  };
  await step(/^Agree to 40/, 'Agree');
  await said(page, '40 targets agreed');
  await step(/^Sign off 40/, 'Sign off');
  await said(page, '40 targets signed off');
  await page.getByRole('heading', { name: 'All targets are signed off' }).waitFor();
  await page.getByRole('link', { name: /All targets/ }).click();
  await page.getByText('Schools have moved on.').waitFor();
  await page.getByRole('button', { name: 'Answer Joel Amis' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('They are weighted by their pupils.');
  await page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
  await said(page, 'Answered');
  await step(/^Send the new targets/, 'Send');
  await said(page, 'The board is asked to approve');
  await page.getByText('Put to the board before (1)').waitFor();
  await page.close();
});

test('a director approves, and sees that an earlier member’s hostile words are words', async () => {
  const page = await opened('schools=10&as=director&head=2&board');
  await page.getByText('=HYPERLINK("https://evil.example";"Click") <at>everyone</at>').waitFor();
  expect(await page.locator('a[href*="evil"], a[href^="javascript"]').count()).toBe(0);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByText('In the name of Kay Renner').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await said(page, 'Approved');
  await page.getByText(/Approved by Ines Calder, Kay Renner/).waitFor();
  await page.close();
});

test('a director takes an approval back by keyboard, on a phone, and approves again', async () => {
  const page = await opened('schools=10&as=director&board', 'targets', 390);
  await page.getByText(/Approved by Ines Calder/).waitFor();
  await page.getByRole('button', { name: 'Take my approval back' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take your approval back?' });
  await dialog.getByText('You can approve again').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/Approved by Ines Calder/).waitFor();
  await page.getByRole('button', { name: 'Take my approval back' }).click();
  await dialog.getByRole('button', { name: 'Take it back' }).focus();
  await page.keyboard.press('Enter');
  await said(page, 'Your approval is taken back');
  await page.getByText(/^Ines Calder approved on 18 Nov 2026.* and took it back on 10 Dec 2026/).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByText('You can take it back until 3 members have approved.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByText(/Approved by Ines Calder/).waitFor();
  await page.close();
});

test('a school’s page leads to its targets, for those who may read them', async () => {
  const page = await opened('schools=10&as=head&board', 'school/115800');
  await page.getByRole('link', { name: 'Targets' }).last().click();
  await page.getByRole('heading', { level: 1, name: /^Targets of Oakfield/ }).waitFor();
  const other = await opened('schools=10&as=head&board', 'school/115807');
  expect(await other.getByRole('main').getByRole('link', { name: 'Targets' }).count()).toBe(0);
  await page.close();
  await other.close();
});

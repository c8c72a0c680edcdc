import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, openShot } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash = 'meetings', width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash });
  return page;
}

/** The live words above the grid. */
const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

const focused = (page: Page) => page.evaluate('document.activeElement?.textContent ?? ""');

test('a meeting is moved by keyboard alone, into another month, and back by undo', async () => {
  const page = await opened('schools=10&as=ceo');
  // From the heading on, the Tab key reaches the grid as one stop.
  await page.getByRole('grid', { name: 'December 2026' }).waitFor();
  const chip = page.getByRole('button', { name: /Head and CEO *Thornbury.*Tuesday 15 December/ });
  await chip.focus();
  await page.keyboard.press('Space');
  await said(page, /picked up/);
  await page.keyboard.press('ArrowRight');
  await said(page, /Wednesday 16 December 2026/);
  await page.keyboard.press('ArrowDown');
  await said(page, /Wednesday 23 December 2026\. Holiday/);
  await page.keyboard.press('Escape');
  await said(page, /stays on Tuesday 15 December/);
  expect(await focused(page)).toMatch(/Tuesday 15 December/);

  await page.keyboard.press('Space');
  for (let week = 0; week < 4; week += 1) await page.keyboard.press('ArrowDown');
  await page.getByRole('grid', { name: 'January 2027' }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, /is on Tuesday 12 January 2027, 09:30 now/);
  expect(await focused(page)).toMatch(/Head and CEO *Thornbury.*Tuesday 12 January 2027/);

  await page.getByRole('button', { name: 'Undo last move' }).click();
  await said(page, /Taken back: Head and CEO: Thornbury.* is on Tuesday 15 December 2026/);
  await page.getByRole('grid', { name: 'December 2026' }).waitFor();
  await page.close();
});

test('a meeting dropped on a holiday stays where it was and says why', async () => {
  const page = await opened('schools=10&as=ceo');
  await page.getByRole('button', { name: /Head and CEO *Thornbury.*Tuesday 15 December/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await said(page, /stays on Tuesday 15 December 2026\. 2026-12-22 is in a holiday/);
  expect(await focused(page)).toMatch(/Tuesday 15 December/);
  await page.close();
});

test('what has begun cannot be picked up, and says so', async () => {
  const page = await opened('schools=10&as=ceo');
  await page.getByRole('button', { name: /Strategic heads meeting *Tuesday 1 December/ }).focus();
  await page.keyboard.press('Space');
  await said(page, /has begun: what is past stays as it was/);
  await page.close();
});

test('the arrow keys go from meeting to meeting, Home and End to the first and last', async () => {
  const page = await opened('schools=10&as=ceo');
  await page.getByRole('button', { name: /Strategic heads meeting *Tuesday 1 December/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(/Moderation by year group *West *Tuesday 1 December/);
  await page.keyboard.press('End');
  expect(await focused(page)).toMatch(/Wednesday 16 December/);
  await page.keyboard.press('Home');
  expect(await focused(page)).toMatch(/Strategic heads meeting *Tuesday 1 December/);
  await page.close();
});

test('a meeting is dragged to another day', async () => {
  const page = await opened('schools=10&as=ceo');
  await page
    .getByRole('button', { name: /Head and CEO *Thornbury.*Tuesday 15 December/ })
    .dragTo(page.getByRole('gridcell', { name: /Thursday 17 December 2026/ }));
  await said(page, /is on Thursday 17 December 2026, 09:30 now/);
  await page.close();
});

test('“Move to…” suggests the best slots, asks Outlook on a wish, and moves there on a phone too', async () => {
  const page = await opened('schools=10&as=ceo', 'meetings', 360);
  await page
    .getByRole('button', { name: /^Head and CEO: Thornbury/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move to…' }).click();
  const move = page.getByRole('dialog', { name: /^Move Head and CEO/ });
  const slots = move.getByRole('button', { name: /are free/ });
  await slots.first().waitFor();
  await move.getByRole('switch', { name: 'Ask Outlook who is free' }).click();
  await slots.first().waitFor();
  const words = await slots.first().textContent();
  const [, day, time] = /(\d+ \w+), (\d{2}:\d{2})/.exec(words ?? '') ?? [];
  await slots.first().click();
  await said(page, new RegExp(`is on .*${day?.slice(0, 6)}.*${time} now`));
  await page.close();
});

test('another host takes the turn, and the two swap', async () => {
  const page = await opened('schools=10&as=ceo');
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: /Curriculum leaders/ }).click();
  const host = page.getByRole('dialog').getByRole('combobox', { name: 'Hosted by' });
  const before = await host.inputValue();
  const other = await host.locator(`option:not([value="${before}"])`).first().getAttribute('value');
  await host.selectOption(other);
  await page.locator('.fui-ToastTitle', { hasText: 'hosts it' }).waitFor();
  expect(await host.inputValue()).toBe(other);
  await page.close();
});

test('the plan goes into calendars with progress and a summary; doing it again finds nothing to do', async () => {
  const page = await opened('schools=10&as=ceo', 'meetings/2026-27/calendars');
  await page.getByText(/^Ahead: \d+ new, 0 to change, 0 to take out/).waitFor();
  await page.getByRole('button', { name: 'Put into calendars' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put into calendars' }).click();
  await page.getByRole('progressbar', { name: 'Meetings put into calendars' }).waitFor();
  await page.getByText('Calendars hold the plan: there is nothing to change.').waitFor();
  expect(await page.getByText('Failed').locator('..').textContent()).toBe('Failed0');
  expect(await page.getByText('Left').locator('..').textContent()).toBe('Left0');
  await page.close();
});

test('a move of what stands in calendars shows as a change ahead', async () => {
  const page = await opened('schools=10&as=ceo&lived');
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: /Strategic heads meeting *Tuesday 5 January/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await said(page, /Calendars follow when you say so/);
  await page.getByRole('tab', { name: 'Calendars' }).click();
  await page.getByText(/^\d+ changes?$/).click();
  await page.getByText(/Strategic heads meeting: from Tue 5 Jan, 14:00 to Wed 6 Jan, 14:00/).waitFor();
  await page.close();
});

test('a meeting deleted in Outlook is asked about, and put back or left out', async () => {
  const page = await opened('schools=10&as=ceo&lived', 'meetings/2026-27/calendars');
  const gone = page.getByRole('region', { name: 'Gone from Outlook' });
  await gone
    .getByRole('button', { name: /^Put it back/ })
    .first()
    .click();
  await expect.poll(() => gone.getByRole('listitem').count()).toBe(1);
  await gone.getByRole('button', { name: /^Leave it out/ }).click();
  await gone.waitFor({ state: 'detached' });
  await page.close();
});

test('a calendar link is made, shown once, and ended; the file is downloaded', async () => {
  const page = await opened('schools=10&as=head', 'meetings/2026-27/calendars');
  expect(await page.getByRole('tab', { name: 'Compare' }).count()).toBe(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download .ics file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('meetings-2026-27.ics');
  await page.getByRole('button', { name: 'Make a link to subscribe to' }).click();
  expect(await page.getByLabel('Your secret link').inputValue()).toMatch(/^https:.*\/calendar\/.*\.ics$/);
  await page.getByRole('button', { name: 'End the link' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await page.getByRole('button', { name: 'Make a link to subscribe to' }).waitFor();
  expect(await page.getByLabel('Your secret link').count()).toBe(0);
  await page.close();
});

test('what is wrong is listed with its rule and what to do', async () => {
  const page = await opened('schools=10&as=ceo&messy&lived', 'meetings/2026-27/look');
  const list = page.getByRole('region', { name: 'To put right' });
  await list.getByText(/is in a holiday/).waitFor();
  await list.getByText(/Move it to a school day\. \(M3\)/).waitFor();
  await list.getByText(/It overlaps with/).waitFor();
  await list.getByText(/The school 999999 is to host it/).waitFor();
  expect(await list.getByText(/No invitation reaches/).count()).toBe(1);
  await page.close();
});

test('the year is compared with the last one', async () => {
  const page = await opened('schools=10&as=ceo', 'meetings/2026-27/compare');
  await page.getByText(/\d+ meetings of [\d,.]+ hours in 2026-27, against \d+ of [\d,.]+ hours in 2025-26/).waitFor();
  await page.close();
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { galleryAndBrowser, said } from './browser.ts';

const gallery = galleryAndBrowser();

async function opened(query: string, hash: string, width = 1280): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${gallery.url}?${query}#/${hash}`);
  await page.locator('h1').first().waitFor();
  return page;
}

test('the CEO sees who is late and goes to that school', async () => {
  const page = await opened('schools=10&as=ceo', 'overview');
  await page.getByText('7 of 10 returned').waitFor();
  await page.getByRole('region', { name: 'SOAP returns' }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /Ashby Lane/ }).waitFor();
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
  await page.goBack();
  await page.getByText('7 of 10 returned').waitFor();
  await page.close();
});

test('the heat map of 315 schools is found through by name, cluster and worst figure', async () => {
  const page = await opened('schools=315&as=ceo', 'overview');
  const map = page.getByRole('region', { name: 'Schools by measure' });
  await map.getByText('1 to 25 of 315 schools').waitFor();
  await map.getByRole('button', { name: 'Reading, writing and maths' }).click();
  const first = map.getByRole('row').nth(1);
  const lowest = Number((await first.getByRole('cell').nth(4).textContent())?.match(/\d+/)?.[0]);
  await map.getByRole('button', { name: 'Reading, writing and maths' }).click();
  const highest = Number((await first.getByRole('cell').nth(4).textContent())?.match(/\d+/)?.[0]);
  expect(lowest).toBeLessThan(highest);
  await map.getByLabel('Find a school in the map').fill('nest d');
  await expect.poll(() => map.getByRole('rowheader').count()).toBe(2);
  await page.close();
});

test('the CEO agrees with one proposal by keyboard alone', async () => {
  const page = await opened('schools=10&as=ceo', 'categories');
  const agree = page.getByRole('button', { name: /^Agree with 2b for Ashby Lane/ });
  await agree.focus();
  await page.keyboard.press('Enter');
  await said(page, 'Ashby Lane Primary School: 2b validated');
  await page.getByRole('tab', { name: 'Validated (4)' }).waitFor();
  await page.close();
});

test('changing a category asks why before it is validated', async () => {
  const page = await opened('schools=10&as=ceo', 'categories');
  await page.getByRole('button', { name: /^Change the category of Ashby Lane/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^2cc/ }).click();
  await dialog.getByRole('button', { name: 'Validate' }).click();
  await dialog.getByText('Say why, in a sentence').waitFor();
  await dialog.getByLabel(/Why it differs/).fill('Staffing is thinner than the figures show.');
  await dialog.getByRole('button', { name: 'Validate' }).click();
  await said(page, 'Ashby Lane Primary School: 2cc validated');
  await page.close();
});

test('what visits found stands beside the suggestion, where something is on record', async () => {
  const page = await opened('schools=10&as=ceo&visited', 'categories', 390);
  await page.getByRole('button', { name: /^Change the category of Ashby Lane/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Visited on Tue 17 Nov.').waitFor();
  await dialog.getByText('Behaviour and attendance, good practice: Calm, friendly lunchtimes.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Why 2b\? Millbank/ }).click();
  await page.getByText('With the rest as it is').waitFor();
  expect(await page.getByText('Visits', { exact: true }).count()).toBe(0);
  await page.close();
});

test('a school whose grade has no “at risk” is not offered one', async () => {
  const page = await opened('schools=50&as=ceo', 'categories');
  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('button', { name: 'Next' }).first().waitFor();
  expect(await page.getByText('4cc').count()).toBe(0);
  await page.close();
});

test('several proposals are agreed with at once, but only those left ticked', async () => {
  const page = await opened('schools=10&as=ceo', 'categories');
  await page.getByRole('button', { name: 'Agree with all 4 proposals' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Millbank/ }).uncheck();
  await dialog.getByRole('button', { name: 'Validate 3 categories' }).click();
  await said(page, '3 categories validated');
  await page.getByRole('tab', { name: 'To validate (1)' }).waitFor();
  await page.close();
});

test('a cluster leader’s proposal needs reasons', async () => {
  const page = await opened('schools=50&as=leader', 'categories');
  await page.getByRole('button', { name: 'Propose', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await dialog.getByText('Say why, in a sentence').waitFor();
  const reasons = dialog.getByLabel(/Your reasons/);
  await reasons.focus();
  await page.keyboard.type('Seen the core visit.');
  for (let back = 0; back < 'the core visit.'.length; back += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('in ');
  expect(await reasons.inputValue()).toBe('Seen in the core visit.');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await said(page, /: \w+ proposed$/);
  await page.close();
});

test('a head types an impossible figure, is told beside the field, mends it and sends', async () => {
  const page = await opened('schools=10&as=head&head=6', 'soap/115842', 390);
  await page.getByRole('button', { name: 'Years 3 to 6' }).click();
  const reading = page.getByLabel('Year 3, Reading, per cent on track');
  const before = await reading.inputValue();
  await reading.fill('200');
  await page.getByText(/Year 3 reading is 200%/).waitFor();
  expect(await reading.getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('button', { name: /Review and send/ }).click();
  expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: /Year 3 reading is 200%/ }).click();
  await expect
    .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
    .toContain('Year 3, Reading');
  await reading.fill(before);
  await page.getByRole('button', { name: /Review and send/ }).click();
  await page.getByText(/Everything is here/).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await said(page, 'Your SOAP is sent');
  await page.getByRole('heading', { name: /^Sent/ }).waitFor();
  await page.close();
});

test('a block copied from a spreadsheet fills the grid and is kept as a draft', async () => {
  const page = await opened('schools=10&as=head&head=6', 'soap/115842');
  await page.getByRole('button', { name: 'Years 3 to 6' }).click();
  await page.getByLabel('Year 3, Reading, per cent on track').evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', `71\t62\n73\t64${'\n72\t63'.repeat(10_000)}`);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await page.getByLabel('Year 4, Writing, per cent on track').inputValue()).toBe('64');
  await said(page, '8 figures pasted');
  await page.getByText('19,996 figures lay outside the table and went nowhere.').first().waitFor();
  await page.getByText(/^Draft saved/).waitFor();
  await page.close();
});

test('the grid is walked by arrows and Enter, and a pasted block taken out again by key', async () => {
  const page = await opened('schools=10&as=head&head=6', 'soap/115842');
  await page.getByRole('button', { name: 'Years 3 to 6' }).click();
  const field = (year: number, measure: string) =>
    page.getByLabel(`Year ${year}, ${measure}, per cent on track`, { exact: true });
  const focused = () => page.evaluate('document.activeElement?.getAttribute("aria-label")');
  await field(3, 'Reading').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('Year 4, Reading, per cent on track');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Year 4, Writing, per cent on track');
  await page.keyboard.type('64');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('Year 4, Writing, per cent on track');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Year 5, Writing, per cent on track');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('Year 3, Writing, per cent on track');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('Year 3, Writing, per cent on track');
  // Year 6 has targets: what is typed is read against them at once.
  await field(6, 'Reading').fill('100');
  await page
    .getByText(/^Minimum \d+, target \d+: reaches the target\.$/)
    .first()
    .waitFor({ state: 'attached' });
  await field(6, 'Reading').fill('1');
  await page
    .getByText(/: does not reach the minimum\.$/)
    .first()
    .waitFor({ state: 'attached' });
  const before = await field(4, 'Maths').inputValue();
  await field(3, 'Writing').evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', '1\t2\t3\n4\t5\t6');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await field(4, 'Writing').inputValue()).toBe('4');
  await page.keyboard.press('Control+z');
  expect(await field(4, 'Writing').inputValue()).toBe('64');
  expect(await field(4, 'Maths').inputValue()).toBe(before);
  await page.close();
});

test('what is typed while the connection is gone is kept in the form, and saved once it is back', async () => {
  const page = await opened('schools=10&as=head&head=6', 'soap/115842', 390);
  await page.getByRole('button', { name: 'Comment and next steps' }).click();
  await page.context().setOffline(true);
  await page.getByLabel('Your comment').fill('Typed in a tunnel.');
  await page.getByText(/^Not saved yet\./).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Comment and next steps' }).click();
  expect(await page.getByLabel('Your comment').inputValue()).toBe('Typed in a tunnel.');
  await page.context().setOffline(false);
  await page.getByText(/^Draft saved/).waitFor();
  await page.close();
});

test('pupil groups are pasted in, mended by keyboard, and stand in what is about to be sent', async () => {
  const page = await opened('schools=10&as=head&head=6', 'soap/115842');
  await page.getByRole('button', { name: 'Pupil groups' }).click();
  const girls = page.getByLabel('Girls, Reading, per cent on track');
  await page.getByLabel('Girls, pupils').evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', '77\t171\t63\n78\t66\t61');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await page.getByLabel('Boys, Writing, per cent on track').inputValue()).toBe('61');
  await page.getByText('Girls, reading is 171%: give a figure from 0 to 100.').waitFor();
  expect(await girls.getAttribute('aria-describedby')).toBe('soap-says-girls');
  await page.getByRole('button', { name: /Review and send/ }).click();
  await page.getByRole('button', { name: /Girls, reading is 171%/ }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
    .toContain('Girls, Reading');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('71');
  await page.getByText(/^Draft saved/).waitFor();
  await page.getByRole('button', { name: /Review and send/ }).click();
  await page.getByRole('row', { name: /^Girls 77 71%/ }).waitFor();
  await page.close();
});

test('what somebody else saved meanwhile is shown beside one’s own, and nothing is overwritten unasked', async () => {
  const page = await opened('schools=10&as=head&head=6&meddle', 'soap/115842');
  await page.getByRole('button', { name: 'Comment and next steps' }).click();
  await page.getByLabel('Your comment').fill('Mine.');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Typed in chat.').waitFor();
  await dialog.getByText('Mine.').waitFor();
  await dialog.getByRole('button', { name: 'Take the saved version' }).click();
  expect(await page.getByLabel('Your comment').inputValue()).toBe('Typed in chat.');
  await page.close();
});

test('an import shows what it would do, row by row, before it does it', async () => {
  const page = await opened('schools=10&as=ceo', 'import');
  const show = page.getByRole('button', { name: 'Show what would change' });
  expect(await show.isDisabled()).toBe(true);
  await page.getByLabel('Schools, CSV file').setInputFiles({
    name: 'schools.xlsx',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('x'),
  });
  await page.getByText('Save it as CSV').waitFor();
  await page.getByLabel('Schools, CSV file').setInputFiles({
    name: 'schools.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('URN,EstablishmentName\n115800,Oakfield\n'),
  });
  await page.getByText('schools.csv, 1 rows').waitFor();
  await show.click();
  await page.getByText('it has six digits').waitFor();
  await page.getByText(/1 figure: Suppressed/).waitFor();
  await page.getByRole('button', { name: 'Apply these changes' }).click();
  await page.getByText(/Done: 2 schools created/).waitFor();
  await page.close();
});

test('in trouble a view says what to do, and comes back when the service does', async () => {
  const page = await opened('schools=10&as=ceo', 'overview');
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.getByText('7 of 10 returned').waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  await page.goto('about:blank');
  await page.goto(`${gallery.url}?schools=10&as=ceo&fault=403#/people`);
  await page.getByRole('alert').getByText('Not open to you').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.close();
});

test('on a phone, what does not fit of the navigation is behind a button and can be reached', async () => {
  const page = await opened('schools=10&as=ceo', 'overview', 360);
  await page.getByRole('button', { name: /more places/ }).click();
  await page.getByRole('link', { name: 'Policy' }).click();
  await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
  expect(await page.getByRole('link', { name: 'Policy' }).getAttribute('aria-current')).toBe('page');
  await page.close();
});

test('every value of the policy can be looked up, by keyboard and on a phone', async () => {
  const page = await opened('schools=10&as=ceo', 'policy', 360);
  const concerns = page.getByRole('region', { name: 'Schools causing concern' });
  await concerns.getByText('Levels of concern and recurrence (M38)').waitFor();
  await concerns.getByText('All values').press('Enter');
  await concerns.getByText('Agree with the school what the concern is').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.close();
});

test('a school’s page says where the year is heading, beside its targets, a year group at a time', async () => {
  const page = await opened('schools=10&as=ceo', 'school/115800');
  const heading = page.getByRole('region', { name: 'Where this year is heading' });
  const maths = heading
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Maths', exact: true }) });
  await maths.getByText(/^Heading for \d+% to \d+% by the end of the year\. The chance to reach the minimum/).waitFor();
  const rows = await maths
    .getByRole('table', { name: /^Maths in Year 6/ })
    .getByRole('row')
    .allInnerTexts();
  expect(rows.join('\n')).toMatch(/End of 2026-27, range\s+\d+% to \d+%, middle \d+%/);
  await heading.getByLabel('Year group').selectOption('Year 3');
  // Year 3 has no targets: the range stands alone.
  await maths.getByText(/^Heading for \d+% to \d+% by the end of the year\.$/).waitFor();
  await page.close();
});

test('somebody from another school is not told where a school is heading', async () => {
  const page = await opened('schools=10&as=head', 'school/115807');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Over time' }).waitFor();
  expect(await page.getByText('Where this year is heading').count()).toBe(0);
  await page.close();
});

/** A meeting of advisory heads that is on, in the tab of whoever leads it. */
const MEETING_ON = 'schools=10&as=ceo&now=2026-12-10T14:00:00Z';

test('a meeting lives from agenda to chased action, by keyboard where it matters', async () => {
  const page = await opened(MEETING_ON, 'meeting');
  await page.getByRole('heading', { level: 1, name: 'Advisory heads meeting' }).waitFor();
  // What is done is reviewed beside the agenda, which holds what is open.
  await page.getByText('Visit the host school’s reading lesson', { exact: true }).waitFor();
  expect(await page.getByText('Done: Visit').count()).toBe(0);
  const [agenda] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Agenda for Word' }).click(),
  ]);
  expect(agenda.suggestedFilename()).toBe('2026-12-10 Agenda Advisory heads meeting.docx');
  await page.getByRole('button', { name: 'Minutes for Word' }).waitFor();
  await page.getByLabel('Add to the agenda').fill('Snow plans');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Snow plans', { exact: true }).waitFor();
  await page.getByLabel('What was said').fill('Phonics in Year 1');
  await page.getByLabel('What it is').selectOption('development area');
  await page.getByRole('button', { name: 'Add to the minutes' }).click();
  await page.getByRole('heading', { name: 'Areas to develop', exact: true }).waitFor();
  await page.getByLabel('What is to be done').fill('Watch a phonics lesson');
  await page.getByRole('button', { name: 'Agree the action' }).click();
  await page.getByText('Choose who does it.').waitFor();
  await page.getByLabel('Who does it').selectOption({ index: 1 });
  await page.getByLabel('By when').fill('2027-01-15');
  await page.getByRole('button', { name: 'Agree the action' }).click();
  await page.getByRole('heading', { name: 'Agreed here' }).waitFor();
  expect(await page.getByLabel('Who does it').inputValue()).toBe('');
  expect(await page.getByLabel('By when').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Finish the minutes' }).click();
  await said(page, 'Something has to be mended first');
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Finish the minutes' }).click();
  await said(page, 'Minutes kept');
  await page.getByRole('button', { name: 'Done: Watch a phonics lesson' }).click();
  await said(page, 'Marked as done');
  await page.getByRole('button', { name: 'Not done after all: Watch a phonics lesson' }).waitFor();
  await page.close();
});

test('beside a meeting in Teams the page is about that meeting, and offers no other', async () => {
  const beside = (chat: string) => opened(`${MEETING_ON}&beside&chat=${encodeURIComponent(chat)}`, 'meeting', 320);
  const own = await beside('19:meeting_strategic-2026-27-5@thread.v2');
  await own.getByRole('heading', { level: 1, name: 'Strategic heads' }).waitFor();
  expect(await own.getByLabel('Which meeting').count()).toBe(0);
  await own.close();
  const unknown = await beside('19:meeting_unknown@thread.v2');
  await unknown.getByLabel('Which meeting').waitFor();
  await unknown.close();
});

test('what is written without a connection is kept, survives a closed panel, and goes out by itself', async () => {
  const page = await opened(`${MEETING_ON}&beside`, 'meeting', 320);
  const context = page.context();
  await page.getByLabel('What was said').fill('Half a sentence');
  await page.reload();
  await page.locator('h1').first().waitFor();
  expect(await page.getByLabel('What was said').inputValue()).toBe('Half a sentence');
  await context.setOffline(true);
  await page.getByLabel('What was said').fill('Written in the car park');
  await page.getByRole('button', { name: 'Add to the minutes' }).click();
  await page.getByText('Not sent yet.').waitFor();
  await page.getByText('Written in the car park').waitFor();
  await context.setOffline(false);
  await page.getByText('Not sent yet.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change: Written in the car park' }).waitFor();
  await page.close();
});

test('a point that two people change shows both to whoever came second', async () => {
  const page = await opened(`${MEETING_ON}&elsewhere`, 'meeting');
  await page.getByRole('button', { name: /^Change: Moderate writing/ }).click();
  await page.getByLabel(/^Change: Moderate writing/).fill('Moderate in January');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const notice = page.getByRole('alert');
  await notice.getByText('Changed on another screen').waitFor();
  await notice.getByText('Moderate in January').waitFor();
  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Change: Moderate in January' }).waitFor();
  await page.close();
});

test('who cannot come says so, with who comes instead, and takes it back', async () => {
  const page = await opened('schools=10&as=ceo&now=2026-12-04T09:00:00Z', 'meeting');
  await page.getByRole('button', { name: 'I can’t come' }).click();
  await page.getByLabel(/^Who comes instead/).fill('Sam Reed');
  await page.getByRole('button', { name: 'Tell them I can’t come' }).click();
  await page.getByText('can’t come, Sam Reed comes').waitFor();
  await page.getByRole('button', { name: 'I can come after all' }).click();
  await page.getByText('can’t come, Sam Reed comes').waitFor({ state: 'detached' });
  await page.close();
});

test.each([320, 360])('beside a meeting, %i pixels wide, nothing scrolls sideways', async (width) => {
  const page = await opened(`${MEETING_ON}&beside`, 'meeting', width);
  await page.getByRole('heading', { name: 'Actions' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.close();
});

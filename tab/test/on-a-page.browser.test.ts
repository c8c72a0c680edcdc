import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { galleryAndBrowser, openShot } from './browser.ts';

const gallery = galleryAndBrowser();

/** Where the PDFs go, to be looked at: `PDFS=/some/where`. */
const directory = process.env.PDFS;
/** A4 without the page's margins, at 96 pixels an inch. */
const WIDTH = Math.floor(((210 - 2 * 10) / 25.4) * 96);

async function opened(query: string, hash: string, theme = 'default'): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await openShot(page, gallery.url, { query, hash }, theme);
  await page.getByRole('article').waitFor();
  return page;
}

/** The page as the browser prints it: how many sheets, and whether each is A4. */
async function pdfOf(page: Page, name: string) {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  if (directory !== undefined) writeFileSync(resolve(directory, `${name}.pdf`), pdf);
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) => [
    Math.round((Number(w) / 72) * 25.4),
    Math.round((Number(h) / 72) * 25.4),
  ]);
  return { sheets: [...text.matchAll(/\/Type\s*\/Page\b/g)].length, boxes };
}

describe('M40: a school on one sheet of A4', () => {
  test.each([
    ['typical', 'schools=10&as=ceo&board&inspected', 'school/115800/page', 'default'],
    ['dark', 'schools=10&as=ceo&board&inspected', 'school/115800/page', 'dark'],
    ['contrast', 'schools=10&as=ceo&board&inspected', 'school/115800/page', 'contrast'],
    ['messy', 'schools=10&as=ceo&board&inspected&messy', 'school/115807/page', 'default'],
    ['small', 'schools=10&as=ceo&board&messy', 'school/115856/page', 'default'],
    ['infant', 'schools=10&as=ceo', 'school/115828/page', 'default'],
    ['junior', 'schools=10&as=ceo', 'school/115835/page', 'default'],
    ['huge', 'schools=315&as=ceo&board&messy&inspected', 'school/117900/page', 'default'],
  ])('%s', async (name, query, hash, theme) => {
    const page = await opened(query, hash, theme);
    expect(await pdfOf(page, name)).toEqual({ sheets: 1, boxes: [[210, 297]] });
    await page.close();
  });

  test('a head who has much to say has a second sheet, and loses nothing', async () => {
    const page = await opened('schools=10&as=ceo&board&wordy', 'school/115800/page');
    expect(await pdfOf(page, 'wordy')).toMatchObject({ sheets: 2 });
    await page.close();
  });

  test('nothing of the app is on paper, and nothing is cut off', async () => {
    for (const hash of ['school/115800/page', 'school/115807/page']) {
      const page = await opened('schools=10&as=ceo&board&inspected&messy', hash);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: WIDTH, height: 1040 });
      expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: /^Print/ }).isVisible()).toBe(false);
      const cut =
        await page.evaluate(`[...document.querySelectorAll('article, article section, article p, article td, article th, article li')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => one.tagName + ': ' + one.textContent.slice(0, 60))`);
      expect(cut).toEqual([]);
      await page.close();
    }
  });

  test('on paper ink is dark in every theme', async () => {
    for (const theme of ['default', 'dark', 'contrast']) {
      const page = await opened('schools=10&as=ceo&board', 'school/115800/page', theme);
      await page.emulateMedia({ media: 'print' });
      const ink = await page.evaluate('getComputedStyle(document.querySelector("article h2")).color');
      expect(ink).toBe('rgb(0, 0, 0)');
      await page.close();
    }
  });
});

describe('the page on the screen', () => {
  test('an earlier half term is chosen and stands in the address', async () => {
    const page = await opened('schools=10&as=ceo&board', 'school/115800/page');
    await page.getByLabel('Half term', { exact: true }).selectOption({ label: 'Autumn 1, 2026-27' });
    await page.getByText('Oakfield Primary School, Autumn 1, 2026-27').waitFor();
    expect(await page.evaluate('location.hash')).toBe('#/school/115800/page/2026-27/autumn-1');
    await page.close();
  });

  test('a cell says aloud what it shows', async () => {
    const page = await opened('schools=10&as=ceo&board', 'school/115800/page');
    const row = page.getByRole('row', { name: /^Year 6/ }).first();
    await expect.poll(() => row.textContent()).toMatch(/\d+%, (up|down|no change).*, minimum \d+%, target \d+%/);
    await page.close();
  });

  test('small year groups are hidden to pass the page on', async () => {
    const page = await opened('schools=10&as=ceo&messy', 'school/115856/page');
    const paper = page.getByRole('article');
    await paper.getByText(/not for passing on/).waitFor();
    await page.getByLabel('Hide small groups').check();
    await paper.getByText(/Groups of very few pupils are hidden/).waitFor();
    expect(await paper.textContent()).toContain('•••');
    await page.close();
  });

  test('where no dialog opens, the page can be taken away as a file that prints the same', async () => {
    const page = await opened('schools=10&as=ceo&board&inspected', 'school/115800/page', 'dark');
    await page.evaluate('window.print = () => undefined');
    await page.getByRole('button', { name: 'Print or save as PDF' }).click();
    await page.getByText('Teams does not print from here.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the page' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Oakfield-Primary-School-Autumn-2-2026-27.html');
    const taken = await gallery.browser.newPage();
    await taken.setContent(readFileSync(await file.path(), 'utf8'));
    expect(await taken.title()).toBe('Oakfield Primary School, Autumn 2, 2026-27');
    expect(await pdfOf(taken, 'taken-away')).toEqual({ sheets: 1, boxes: [[210, 297]] });
    await taken.close();
    await page.close();
  });

  test('where a dialog opens, nothing more is said', async () => {
    const page = await opened('schools=10&as=ceo', 'school/115800/page');
    await page.evaluate(
      'window.print = () => { window.dispatchEvent(new Event("beforeprint")); document.title = "printing"; }',
    );
    await page.getByRole('button', { name: 'Print or save as PDF' }).click();
    await page.waitForFunction('document.title === "printing"');
    await page.waitForTimeout(900);
    expect(await page.getByText('Teams does not print from here.').count()).toBe(0);
    await page.close();
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { galleryAndBrowser, openShot } from './browser.ts';
import { SHOTS } from './examples/shots.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['default', 'dark', 'contrast'] as const;

const gallery = galleryAndBrowser();

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds serious or critical, with the element it is about. Fluent's own focus traps are no part of the page. */
async function seriousOnes(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: readonly Violation[] = await page.evaluate(
    'axe.run({ exclude: [["[data-tabster-dummy]"]] }).then(({ violations }) => violations)',
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(SHOTS)('$name has nothing serious for axe to find', async (shot) => {
    const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openShot(page, gallery.url, shot, theme);
    expect(await seriousOnes(page)).toEqual([]);
    await page.close();
  });
});

describe.each([360, 768])('at %i pixels', (width) => {
  test.each(SHOTS)('$name does not scroll sideways', async (shot) => {
    const page = await gallery.browser.newPage({ viewport: { width, height: 800 } });
    await openShot(page, gallery.url, shot);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    // An open dialog takes the page's own scrollbar away.
    expect(wide).toBeLessThanOrEqual(width);
    await page.close();
  });
});

test('the page has its theme before any of its code has run', async () => {
  const page = await gallery.browser.newPage({ colorScheme: 'dark' });
  await page.route('**/*.js', (route) =>
    route.request().url().includes('first-paint') ? route.continue() : route.abort(),
  );
  await page.goto(`${gallery.url}?theme=dark`);
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(31, 31, 31)');
  await page.goto(`${gallery.url}?theme={theme}`);
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  await page.close();
});

test('the theme follows Teams while the tab is open', async () => {
  const page = await gallery.browser.newPage();
  await openShot(page, gallery.url, { query: 'schools=3&as=ceo', hash: 'overview' });
  const ground = () =>
    page.evaluate('getComputedStyle(document.querySelector(".fui-FluentProvider > div")).backgroundColor');
  const light = await ground();
  await page.evaluate('window.postMessage("dark", location.origin)');
  await page.waitForFunction('document.documentElement.dataset.theme === "dark"');
  await expect.poll(ground).not.toBe(light);
  await page.close();
});

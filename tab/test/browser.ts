import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type InlineConfig, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import type { Shot } from './examples/shots.ts';
import { scratch } from './scratch.ts';

/** Where browsers of the Chromium family are usually found. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that `CHROMIUM_PATH` names, else an installed one, else Playwright's own download. */
export function startBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH ?? USUAL.find((each) => existsSync(each));
  return chromium.launch({ args: FLAGS, ...(path ? { executablePath: path } : {}) });
}

/** Opens a view of the gallery as its shot says, and waits until it has its figures. */
export async function openShot(
  page: Page,
  gallery: string,
  { query, hash, press = [], file }: Pick<Shot, 'query' | 'hash' | 'press' | 'file'>,
  theme = 'default',
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${gallery}?${query}&theme=${theme}#/${hash}`);
  const settled = async () => {
    await page.locator('h1, [role=alert]').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    // A dialog that is still fading in has other colours.
    await page.waitForFunction(
      'document.getAnimations().every((one) => one.playState !== "running" || one.effect.getTiming().iterations === Infinity)',
    );
  };
  await settled();
  for (const { role, name } of press) await page.getByRole(role, { name }).first().click();
  if (file) {
    const chosen = { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) };
    await page.locator('[role=dialog] input[type=file]').setInputFiles(chosen);
  }
  await settled();
}

/** Builds as for production: a test runner's own NODE_ENV would bundle React's development half. */
export async function buildAsShipped(config: InlineConfig): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ ...config, logLevel: 'error' });
  } finally {
    process.env.NODE_ENV = before;
  }
}

/** The gallery of examples, built into a directory of its own and served on a free port. */
export async function serveGallery(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const configFile = resolve(import.meta.dirname, 'gallery/vite.config.ts');
  const outDir = scratch('gallery');
  await buildAsShipped({ configFile, build: { outDir } });
  const server: PreviewServer = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => server.close(),
  };
}

/** The gallery and a browser for the tests of one file. */
export function galleryAndBrowser() {
  let browser: Browser | undefined;
  let gallery: Awaited<ReturnType<typeof serveGallery>> | undefined;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });
  const begun = () => {
    if (browser === undefined || gallery === undefined) throw new Error('The tests have not begun.');
    return { browser, url: gallery.url };
  };
  return {
    get browser(): Browser {
      return begun().browser;
    },
    get url(): string {
      return begun().url;
    },
  };
}

/** What the tab says at the bottom of the page after something was done. */
export function said(page: Page, words: string | RegExp): Promise<void> {
  return page.locator('.fui-ToastTitle', { hasText: words }).first().waitFor();
}

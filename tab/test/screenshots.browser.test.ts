import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openShot, serveGallery, startBrowser } from './browser.ts';
import { SHOTS } from './examples/shots.ts';

/** Where the pictures go: `SCREENSHOTS=/some/where npx vitest run --root tab screenshots`; SHOT names some of them. */
const directory = process.env.SCREENSHOTS;
const only = process.env.SHOT ?? '';
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ['default', 'dark', 'contrast'] as const;

test.skipIf(directory === undefined)(
  'takes a picture of every view in every theme, on a desktop and on a phone',
  async () => {
    mkdirSync(directory ?? '.', { recursive: true });
    const gallery = await serveGallery();
    const browser = await startBrowser();
    let taken = 0;
    for (const [size, viewport] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport });
      for (const theme of THEMES) {
        for (const shot of SHOTS) {
          const file = `${shot.name}-${size}-${theme}.png`;
          if (!new RegExp(only).test(file)) continue;
          await openShot(page, gallery.url, shot, theme);
          await page.waitForTimeout(400);
          await page.screenshot({ path: resolve(directory ?? '.', file), fullPage: true });
          taken += 1;
        }
      }
      await page.close();
    }
    await browser.close();
    await gallery.close();
    expect(taken).toBeGreaterThan(0);
  },
  600_000,
);

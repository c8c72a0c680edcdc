/** Finds a Chromium-based browser for the browser tests, or gets one: the system's packages first, then a download. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[folder] ?? '', path),
    ),
  ),
};

const installed = () =>
  [process.env.CHROMIUM_PATH, ...(PLACES[process.platform] ?? [])].find((path) => path && existsSync(path));

/** Playwright's own copy, wherever it keeps it. */
async function downloaded() {
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a browser; throws with what to do where none can be had. */
export async function browser() {
  const found = installed() ?? (await downloaded());
  if (found) return found;
  console.log('No Chromium, Chrome or Edge here; getting one …');
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-q', '-y', 'chromium'], { stdio: 'ignore' });
    const got = installed();
    if (got) return got;
  }
  const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const got = await downloaded();
  if (got) return got;
  throw new Error('The browser tests need Chromium, Chrome or Edge: install one, or set CHROMIUM_PATH to it.');
}

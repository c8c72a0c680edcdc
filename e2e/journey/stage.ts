import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Local, launch, recordAsAsked } from '../local/launch.ts';
import { scratch } from '../scratch.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { DESKTOP, openBrowser, Window } from './browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'test-results/pictures');

/** Somebody of the sample trust. */
export function person(name: string) {
  const found = SAMPLE_TRUST.people.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return found;
}

/** The sample trust on a local Microsoft 365 of its own, and a browser, for the tests of one file. */
export function sampleStage(prepare: (local: Local) => Promise<void>, seconds: number) {
  const stateDir = scratch('journey');
  let local: Local | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    local = await launch({ root: ROOT, stateDir, trust: SAMPLE_TRUST, heartbeatSeconds: 0.5, ...recordAsAsked() });
    await prepare(local);
    browser = await openBrowser();
  }, seconds * 1000);
  afterAll(async () => {
    await browser?.close();
    await local?.stop();
  });
  const begun = () => {
    if (local === undefined || browser === undefined) throw new Error('The tests have not begun.');
    return { local, browser };
  };
  return {
    get local(): Local {
      return begun().local;
    },
    at(userId: string, size = DESKTOP, dark = false): Promise<Window> {
      const { local: here, browser: shown } = begun();
      return Window.open(shown, { origin: here.control.page, userId, size, pictures: PICTURES, dark });
    },
  };
}

/** A picture of what is looked at, which nothing bars anybody from and nobody has to scroll sideways for. */
export async function seenBy(window: Window, name: string): Promise<void> {
  expect(await window.barriers()).toEqual([]);
  expect(await window.overflows()).toBe(false);
  await window.picture(name);
}

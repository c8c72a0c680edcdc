/** The bot in a client that is Microsoft's own and not ours: message, card, submit, refreshed card. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, openBrowser } from '../journey/browser.ts';
import { type Local, launch, recordAsAsked } from '../local/launch.ts';
import { populateSample } from '../local/sample.ts';
import { scratch } from '../scratch.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { type Playground, startPlayground } from './playground.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'test-results/pictures/playground');
const stateDir = scratch('playground');
const HEAD = 'Ruth Pemberton';

let local: Local;
let playground: Playground;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  local = await launch({ root: ROOT, stateDir, trust: SAMPLE_TRUST, heartbeatSeconds: 0.5, ...recordAsAsked() });
  await populateSample(local, () => undefined);
  const me = SAMPLE_TRUST.people.find(({ name }) => name === HEAD);
  if (me === undefined) throw new Error(`Nobody is called ${HEAD}.`);
  playground = await startPlayground(join(stateDir, 'playground'), {
    endpoint: `${local.control.page}/api/guests/${local.installation.botId}/messages`,
    tenantId: local.place.tenantId,
    bot: { id: local.installation.botId, name: 'OWLS Improvement' },
    me,
    others: SAMPLE_TRUST.people.filter((person) => person !== me),
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: DESKTOP });
  page.setDefaultTimeout(20_000);
  await page.goto(playground.url);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await local?.stop();
});

/** Writes to the bot as a person does; the first text box is the Playground's own. */
async function say(text: string): Promise<void> {
  await page.getByRole('textbox').first().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
/** The newest card that says something, as the Playground's own renderer draws it: others may come in between. */
const card = (saying: string) => page.locator('.ac-adaptiveCard').filter({ hasText: saying }).last();

describe.sequential('the bot in Microsoft’s Agents Playground', () => {
  it('answers a message with a card', async () => {
    await page.getByText('Connected.').waitFor();
    await say('soap');
    await card('Little Ashby').waitFor();
    await picture('card');
  });

  it('takes what is submitted, and the card is refreshed with the answer', async () => {
    await card('6 short steps')
      .getByRole('button', { name: /^Start$/ })
      .click();
    const first = card('Step 1 of 6');
    const literacy = first.getByRole('spinbutton', { name: /Literacy/ });
    const next = first.getByRole('button', { name: /^Next$/ });
    // Below the good level of development, which asks for literacy too: it cannot be.
    await literacy.fill('50');
    await next.click();
    await first.getByText('One figure needs another look.').waitFor();
    expect(await literacy.inputValue()).toBe('50');
    await picture('refused');
    await literacy.fill('75');
    await next.click();
    await card('Step 2 of 6').waitFor();
    await picture('step-2');
  });

  it('is asked for nothing that is not signed', async () => {
    const unsigned = await fetch(`${local.bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: playground.url, text: 'help' }),
    });
    expect([400, 401]).toContain(unsigned.status);
  });
});

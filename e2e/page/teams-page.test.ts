/** The sandbox's own page in a browser: several people at once, what happens, what goes over the wire, and the clock. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, openBrowser, PHONE, Window } from '../journey/browser.ts';
import { type Local, launch, recordAsAsked } from '../local/launch.ts';
import { populateSample } from '../local/sample.ts';
import { scratch } from '../scratch.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'test-results/pictures/page');
const WIDE = { width: 1600, height: 900 };
const stateDir = scratch('page');

const idOf = (name: string): string => {
  const id = SAMPLE_TRUST.people.find((person) => person.name === name)?.id;
  if (id === undefined) throw new Error(`Nobody is called ${name}.`);
  return id;
};

let local: Local;
let browser: Browser;

beforeAll(async () => {
  local = await launch({ root: ROOT, stateDir, trust: SAMPLE_TRUST, heartbeatSeconds: 0.5, ...recordAsAsked() });
  await populateSample(local, () => undefined);
  browser = await openBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const at = (name: string, size = DESKTOP) =>
  Window.open(browser, { origin: local.control.page, userId: idOf(name), size, pictures: PICTURES });

/** Says "help" for somebody from elsewhere; the app answers in their chat. */
async function sayHelp(name: string): Promise<void> {
  const [chat] = await local.control.conversationsOf(idOf(name));
  if (chat === undefined) throw new Error(`${name} has no chat.`);
  await local.control.say(chat.id, idOf(name), 'help');
}

describe.sequential('the page', () => {
  it('shows several people side by side, each with a Teams of their own, one of them on a phone', async () => {
    const ruth = await at('Ruth Pemberton', WIDE);
    await ruth.page.getByRole('button', { name: 'People side by side' }).click();
    await ruth.page.getByRole('button', { name: 'Add person' }).click();
    await ruth.page.getByRole('dialog').getByRole('searchbox').fill('Helen Marsh');
    await ruth.page
      .getByRole('dialog')
      .getByRole('button', { name: /Helen Marsh/ })
      .click();
    const teamsOf = (name: string) => ruth.page.frameLocator(`iframe[title="Teams as ${name}"]`);
    for (const name of ['Ruth Pemberton', 'Amara Osei', 'Helen Marsh'])
      await teamsOf(name).getByText('OWLS Improvement').first().waitFor();
    const phone = ruth.page.locator('iframe[title="Teams as Amara Osei"]');
    expect(await phone.evaluate((frame) => frame.clientWidth)).toBe(360);
    const chat = teamsOf('Helen Marsh').getByRole('list', { name: 'Chats' }).getByRole('button').first();
    if (await chat.isVisible()) await chat.click();
    await teamsOf('Helen Marsh')
      .getByRole('textbox', { name: /Write to/ })
      .fill('help');
    await teamsOf('Helen Marsh').getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(() => teamsOf('Helen Marsh').getByRole('list', { name: 'Messages' }).textContent(), { timeout: 20_000 })
      .toMatch(/help.*What/s);
    await ruth.picture('side-by-side');
    expect(await ruth.barriers()).toEqual([]);
    await ruth.page.getByRole('button', { name: 'Without Helen Marsh' }).click();
    await expect.poll(() => ruth.page.locator('iframe').count()).toBe(2);
    await ruth.page.reload();
    await expect.poll(() => ruth.page.locator('iframe').count()).toBe(2);
    await ruth.close();
  });

  it('tells of a new message wherever one is, counts it, and keeps it in the feed', async () => {
    const ruth = await at('Ruth Pemberton');
    const apps = ruth.page.getByRole('navigation', { name: 'Apps' });
    const chat = apps.getByRole('link', { name: /Chat/ });
    // Once the chats are there, and without loading the page again: what is there when it opens is no news.
    await ruth.openChat();
    await apps.getByRole('link', { name: /Calendar/ }).click();
    await ruth.page.getByRole('region', { name: 'Calendar' }).waitFor();
    // A meeting's card may come in between.
    const unread = async () => Number(/\d+/.exec((await chat.textContent()) ?? '')?.[0] ?? 0);
    const before = await unread();
    await sayHelp('Ruth Pemberton');
    await ruth.page.getByText('OWLS Improvement sent you a message').first().waitFor();
    await expect.poll(unread).toBeGreaterThan(before);
    await ruth.picture('notice');
    await ruth.page.getByRole('link', { name: /Activity/ }).click();
    const newest = ruth.page.getByRole('list', { name: 'What happened' }).getByRole('button').first();
    expect(await newest.textContent()).toContain('(new)');
    await newest.click();
    await ruth.page.getByRole('list', { name: 'Messages' }).waitFor();
    await expect.poll(() => chat.textContent()).toBe('Chat');
    await ruth.close();
  });

  it('lets somebody who is invited accept, and the organiser sees it', async () => {
    const organiser = local.place.organiser;
    const window = ['2026-12-01T00:00:00Z', '2027-07-31T00:00:00Z'] as const;
    const [meeting] = await local.control.calendar(idOf('Ruth Pemberton'), ...window);
    if (meeting === undefined) throw new Error('Ruth is invited to nothing.');
    const ruth = await at('Ruth Pemberton');
    await ruth.go(`/calendar/${meeting.start.dateTime.slice(0, 10)}?look=week`);
    const box = ruth.page.getByRole('region', { name: 'Week' }).getByRole('button').first();
    await expect.poll(() => box.textContent()).toContain('No answer yet');
    await ruth.picture('week');
    await box.click();
    await ruth.picture('invitation');
    expect(await ruth.barriers()).toEqual([]);
    await ruth.page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await expect.poll(() => box.textContent()).toContain('Accepted');
    interface Answered {
      readonly subject: string;
      readonly attendees: readonly {
        readonly emailAddress: { readonly name: string };
        readonly status: { readonly response: string };
      }[];
    }
    const theirs = await local.control.call<readonly Answered[]>(
      'GET',
      `/users/${organiser}/calendar?start=${meeting.start.dateTime.slice(0, 19)}Z&end=${meeting.end.dateTime.slice(0, 19)}Z`,
    );
    const answers = theirs.flatMap(({ attendees }) => attendees);
    expect(
      answers.filter(({ status }) => status.response === 'accepted').map(({ emailAddress }) => emailAddress.name),
    ).toEqual(['Ruth Pemberton']);
    await ruth.close();
  });

  it('lets people answer a post in a channel', async () => {
    const ruth = await at('Ruth Pemberton', PHONE);
    await ruth.go('/teams');
    await ruth.page
      .getByRole('button', { name: /General/ })
      .first()
      .click();
    await ruth.page.getByRole('button', { name: 'Reply' }).first().click();
    const post = ruth.page.getByRole('list', { name: 'Posts' }).getByRole('listitem').first();
    await post.getByRole('textbox').fill('Thank you.');
    await post.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => ruth.page.getByRole('list', { name: 'Replies' }).textContent()).toContain('Thank you.');
    expect(await ruth.overflows()).toBe(false);
    await ruth.picture('reply-phone');
    await ruth.close();
  });

  it('shows each call with its status, its parts and what it carried, and no token', async () => {
    const ruth = await at('Ruth Pemberton', WIDE);
    await ruth.page.getByRole('button', { name: 'Show calls and faults' }).click();
    await sayHelp('Ruth Pemberton');
    const panel = ruth.page.getByRole('complementary', { name: 'Calls and faults' });
    await panel.getByRole('searchbox', { name: 'Search calls' }).fill('connector post activities');
    const call = panel.getByRole('list', { name: 'Calls' }).getByRole('button').first();
    await expect.poll(() => call.textContent()).toMatch(/POST.*activities.*201/s);
    await call.click();
    await expect.poll(() => panel.getByRole('region', { name: 'Request body' }).textContent()).toContain('"type"');
    const headers = await panel.getByRole('region', { name: 'Request headers' }).textContent();
    expect(headers).toContain('authorization: redacted');
    expect(await panel.textContent()).not.toMatch(/eyJ[\w-]{20}/);
    await panel.getByRole('searchbox', { name: 'Search calls' }).fill('$batch');
    await panel.getByRole('list', { name: 'Calls' }).getByRole('button').first().click();
    await panel.getByRole('heading', { name: 'Parts' }).waitFor();
    await ruth.picture('calls');
    expect(await ruth.barriers()).toEqual([]);
    await ruth.close();
  });

  it('orders a fault, and shows that it waits and then that a call met it', async () => {
    const ruth = await at('Ruth Pemberton', WIDE);
    await ruth.page.getByRole('button', { name: 'Show calls and faults' }).click();
    await ruth.page.getByRole('tab', { name: 'Faults and limits' }).click();
    const panel = ruth.page.getByRole('complementary', { name: 'Calls and faults' });
    await panel.getByRole('textbox', { name: 'Path' }).fill('activities$');
    await panel.getByRole('combobox', { name: 'Calls to' }).click();
    await ruth.page.getByRole('option', { name: 'connector' }).click();
    await panel.getByRole('combobox', { name: 'What happens' }).click();
    await ruth.page.getByRole('option', { name: '503', exact: true }).click();
    await panel.getByRole('button', { name: 'Order' }).click();
    const waiting = panel.getByRole('list', { name: 'Faults that wait' });
    await expect.poll(() => waiting.textContent()).toContain('connector activities$: 503');
    await sayHelp('Ruth Pemberton');
    const met = panel.getByRole('list', { name: 'Faults that were met' });
    await expect.poll(() => met.textContent(), { timeout: 20_000 }).toContain('connector activities$: 503 (1 times)');
    await ruth.picture('faults');
    expect(await ruth.barriers()).toEqual([]);
    await panel.getByRole('tab', { name: 'Calls', exact: true }).click();
    await panel.getByRole('checkbox', { name: 'Failed' }).check();
    await expect.poll(() => panel.getByRole('list', { name: 'Calls' }).textContent()).toMatch(/activities.*503/s);
    await ruth.close();
  });

  it('has nothing for axe to find in any theme, at a desk and on a phone', async () => {
    for (const [size, themes] of [
      [DESKTOP, ['Light', 'Dark', 'High contrast']],
      [{ width: 360, height: 740 }, ['Dark']],
    ] as const) {
      const ruth = await at('Ruth Pemberton', size);
      for (const theme of themes) {
        await ruth.page.getByRole('button', { name: /^Theme/ }).click();
        await ruth.page.getByRole('menuitemradio', { name: theme }).click();
        for (const place of ['/activity', '/chat', '/teams', '/calendar']) {
          await ruth.go(place);
          await ruth.page.getByRole('main').getByRole('heading').first().waitFor();
          expect(await ruth.barriers(), `${place} in ${theme}`).toEqual([]);
          expect(await ruth.overflows(), `${place} in ${theme}`).toBe(false);
        }
        for (const tab of ['Calls', 'Faults and limits']) {
          await ruth.page.getByRole('button', { name: 'Show calls and faults' }).click();
          await ruth.page.getByRole('tab', { name: tab, exact: true }).click();
          expect(await ruth.barriers(), `${tab} in ${theme}`).toEqual([]);
          expect(await ruth.overflows(), `${tab} in ${theme}`).toBe(false);
          await ruth.picture(`${tab.split(' ')[0]}-${theme}-${size.width}`);
          await ruth.page.getByRole('button', { name: 'Close calls and faults' }).click();
        }
      }
      await ruth.close();
    }
  });

  it('plays the clock: the date moves on by itself, waits for the app, and stops when told', async () => {
    const ruth = await at('Ruth Pemberton', DESKTOP);
    await ruth.page.getByRole('button', { name: 'Play the clock' }).click();
    const player = ruth.page.getByRole('region', { name: 'Player of the clock' });
    const before = await local.control.now();
    await player.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => player.textContent(), { timeout: 60_000 }).toMatch(/December 2026/);
    await player.getByRole('button', { name: 'Pause' }).click();
    await ruth.picture('player');
    expect(await ruth.barriers()).toEqual([]);
    const days = (Date.parse(await local.control.now()) - Date.parse(before)) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    // Paused is paused: from here only real seconds go by.
    await ruth.page.waitForTimeout(3_000);
    const later = (Date.parse(await local.control.now()) - Date.parse(before)) / 86_400_000;
    expect(later - days).toBeLessThan(0.01);
    await ruth.close();
  });
});

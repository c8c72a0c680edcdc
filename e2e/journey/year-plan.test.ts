/** The CEO plans the year in a browser: moves, slots, hosts, calendars, and what people do in Outlook afterwards. */
import type { FrameLocator, Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ceoOf } from '../local/calendars.ts';
import { siteOf } from '../local/launch.ts';
import { addPeople, addSchools, installEverywhere } from '../local/populate.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { PHONE, type Window } from './browser.ts';
import { person, sampleStage, seenBy } from './stage.ts';

const [CEO, HEAD] = [person('Amara Osei'), person('Ruth Pemberton')];

let ceo: Window;
let tab: FrameLocator;

// In the summer before it the whole year is ahead.
const stage = sampleStage(async (local) => {
  await addPeople(local, SAMPLE_TRUST.people);
  await addSchools(local, SAMPLE_TRUST);
  // Once the service knows the CEO it greets by name.
  await ceoOf(local, SAMPLE_TRUST);
  await installEverywhere(local, SAMPLE_TRUST, [CEO, HEAD]);
}, 180);

beforeAll(async () => {
  ceo = await stage.at(CEO.id);
});

async function openMeetings(window: Window): Promise<FrameLocator> {
  const frame = await window.openTab();
  const link = frame.getByRole('link', { name: 'Meetings', exact: true });
  const more = frame.getByRole('button', { name: /more places/ });
  // A phone's width holds a few places; the others are behind a button.
  if (window.page.viewportSize()?.width === PHONE.width) {
    await more.waitFor();
    if (!(await link.isVisible())) await more.click();
  }
  await link.click();
  await frame.getByRole('heading', { name: /^Meetings 2026-27/ }).waitFor();
  return frame;
}

const part = (name: string) => tab.getByRole('tab', { name }).click();
/** The live words above the grid. */
const said = (words: RegExp) => tab.getByRole('status').filter({ hasText: words }).waitFor();
const chip = (name: RegExp): Locator => tab.getByRole('grid').getByRole('button', { name });

/** What has the keyboard's attention, as words. */
async function focused(): Promise<string> {
  const words = await tab.locator('*:focus').first().textContent({ timeout: 1_000 });
  return words ?? '';
}

/** Presses a key until what has the focus reads like this, as somebody without a mouse does. */
async function pressTo(key: string, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (wanted.test(await focused().catch(() => ''))) return;
    await ceo.page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${wanted}: ${await focused()}`);
}

const figure = async (name: string): Promise<number> =>
  Number((await tab.getByText(name, { exact: true }).locator('..').textContent())?.replace(name, ''));

describe.sequential('the year of the trust’s meetings', () => {
  it('is there to be seen as a plan before anybody is invited', async () => {
    tab = await openMeetings(ceo);
    await tab.getByText(/^\d+ meetings, 0 in calendars/).waitFor();
    await tab.getByRole('button', { name: 'Later' }).click();
    await tab.getByRole('grid', { name: 'September 2026' }).waitFor();
    await chip(/Strategic heads meeting.*Tuesday 8 September 2026.*Planned/).waitFor();
    await seenBy(ceo, 'year-plan-month');
    await tab.getByRole('tab', { name: 'Year', exact: true }).click();
    await tab.getByRole('rowheader', { name: 'Strategic heads meeting' }).waitFor();
    await seenBy(ceo, 'year-plan-year');
    await tab.getByRole('tab', { name: 'Month', exact: true }).click();
  });

  it('lets a meeting be moved by keyboard alone, and the move be taken back', async () => {
    await pressTo('Tab', /September 2026\. |, to \d\d:\d\d/);
    await pressTo('ArrowRight', /Strategic heads meeting.*Tuesday 8 September/);
    await ceo.page.keyboard.press('Space');
    await said(/Strategic heads meeting picked up/);
    await ceo.page.keyboard.press('ArrowRight');
    await said(/Wednesday 9 September 2026/);
    await ceo.page.keyboard.press('Enter');
    await said(/is on Wednesday 9 September 2026, 14:00 now/);
    expect(await focused()).toMatch(/Strategic heads meeting.*Wednesday 9 September/);
    await pressTo('Shift+Tab', /^Undo last move$/);
    await ceo.page.keyboard.press('Enter');
    await said(/Taken back: Strategic heads meeting is on Tuesday 8 September/);
    await chip(/Strategic heads meeting.*Tuesday 8 September/).waitFor();
  });

  let slot: { readonly day: string; readonly time: string };
  it('offers the best slots for a meeting, and moves it to the one chosen', async () => {
    await chip(/Strategic heads meeting.*Tuesday 8 September/).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Move to…' }).click();
    const best = tab
      .getByRole('dialog', { name: 'Move Strategic heads meeting' })
      .getByRole('button', { name: /free/ });
    await best.first().waitFor();
    await seenBy(ceo, 'year-plan-slots');
    const [, day = '', time = ''] = /(\d+ \w+), (\d\d:\d\d)/.exec((await best.first().textContent()) ?? '') ?? [];
    slot = { day, time };
    await best.first().click();
    await said(new RegExp(`is on \\w+ ${day}\\w* 2026, ${time} now`));
  });

  it('lets another school host', async () => {
    await chip(/Advisory heads meeting/)
      .first()
      .click();
    const host = tab.getByRole('dialog').getByRole('combobox', { name: 'Hosted by' });
    const before = await host.inputValue();
    const other = await host.locator(`option:not([value="${before}"])`).first().getAttribute('value');
    await host.focus();
    await host.selectOption(other);
    await tab.locator('.fui-ToastTitle', { hasText: 'hosts it' }).waitFor();
    expect(await host.inputValue()).toBe(other);
    await ceo.page.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  });

  let made = 0;
  it('says what is wrong and what is to be done, then does that, with progress and a summary', async () => {
    await part('To look at');
    await seenBy(ceo, 'year-plan-look');
    await part('Calendars');
    const ahead = tab.getByText(/^Ahead: \d+ new, 0 to change, 0 to take out/);
    await ahead.waitFor();
    made = Number(/\d+/.exec((await ahead.textContent()) ?? '')?.[0]);
    expect(made).toBeGreaterThan(100);
    await seenBy(ceo, 'year-plan-ahead');
    await tab.getByRole('button', { name: 'Put into calendars' }).click();
    await ceo.picture('year-plan-confirm');
    await tab.getByRole('dialog').getByRole('button', { name: 'Put into calendars' }).click();
    await tab.getByRole('progressbar', { name: 'Meetings put into calendars' }).waitFor();
    await ceo.picture('year-plan-progress');
    await tab.getByText(/^Done,/).waitFor({ timeout: 120_000 });
    expect([await figure('Made'), await figure('Left'), await figure('Failed')]).toEqual([made, 0, 0]);
  });

  it('finds nothing to do a second time', async () => {
    await tab.getByText('Calendars hold the plan: there is nothing to change.').waitFor();
    expect(await tab.getByRole('button', { name: 'Put into calendars' }).count()).toBe(0);
    await tab.getByText(new RegExp(`^\\d+ meetings, ${made} in calendars$`)).waitFor();
    await seenBy(ceo, 'year-plan-done');
  });

  it('stands in an attendee’s calendar at the slot that was chosen', async () => {
    const head = await stage.at(HEAD.id);
    await head.go('/calendar/2026-09-07?look=list');
    const event = head.page.getByRole('button', { name: /Strategic heads meeting/ }).first();
    await event.waitFor();
    expect(await event.textContent()).toContain(slot.time);
    await head.picture('year-plan-calendar');
    await head.close();
  });
});

const Move = { start: '2026-11-18T10:00:00', end: '2026-11-18T12:00:00' };
/** Events of the mailbox of meetings, by hand: what a person does there in Outlook. */
async function outlook(method: 'PATCH' | 'DELETE', subject: string, from: string, body?: object): Promise<void> {
  const mailbox = siteOf(stage.local, 'service');
  const base = `/users/${encodeURIComponent(stage.local.place.organiser)}`;
  const until = `${from.slice(0, 4)}-12-31`;
  const { value } = (await mailbox.graph(
    'GET',
    `${base}/calendarView?startDateTime=${from}T00:00:00Z&endDateTime=${until}T00:00:00Z&$top=500`,
  )) as { readonly value: readonly { readonly id: string; readonly subject: string }[] };
  const event = value.find((one) => one.subject === subject);
  if (event === undefined) throw new Error(`No ${subject} from ${from} on.`);
  await mailbox.graph(method, `${base}/events/${encodeURIComponent(event.id)}`, body);
}

describe.sequential('what people do in Outlook', () => {
  const timeZone = 'Europe/London';
  const question = () => ceo.page.getByRole('article').filter({ hasText: /Gone from Outlook|Put back/ });

  it('moves the meeting in the plan', async () => {
    await outlook('PATCH', 'Advisory heads meeting', '2026-11-10', {
      start: { dateTime: Move.start, timeZone },
      end: { dateTime: Move.end, timeZone },
    });
    await outlook('DELETE', 'Strategic heads meeting', '2026-11-10');
    await ceo.go('/chat');
    await ceo.openChat();
    await question().waitFor({ timeout: 30_000 });
    expect(await question().textContent()).toContain('Strategic heads meeting');
    expect(await ceo.barriers()).toEqual([]);
    await ceo.picture('year-plan-gone-card');
    tab = await openMeetings(ceo);
    for (let months = 0; months < 3; months += 1) await tab.getByRole('button', { name: 'Later' }).click();
    await chip(/10:00 Advisory heads meeting.*Wednesday 18 November/).click();
    await tab
      .getByRole('dialog')
      .getByText(/^Moved in Outlook, \d/)
      .waitFor();
    await seenBy(ceo, 'year-plan-moved');
    await ceo.page.keyboard.press('Escape');
  });

  it('asks about the meeting that is gone, in the tab as in chat, and one answer settles both', async () => {
    await part('Calendars');
    const gone = tab.getByRole('region', { name: 'Gone from Outlook' });
    await gone.getByText('Strategic heads meeting').waitFor();
    await seenBy(ceo, 'year-plan-question');
    await gone.getByRole('button', { name: /^Put it back/ }).click();
    await gone.waitFor({ state: 'detached' });
    await ceo.go('/chat');
    await ceo.openChat();
    await expect.poll(() => question().textContent(), { timeout: 20_000 }).toContain('Put back');
    expect(await question().count()).toBe(1);
    expect(await question().getByRole('button', { name: 'Leave it out' }).count()).toBe(0);
    await ceo.picture('year-plan-put-back-card');
    const head = await stage.at(HEAD.id, PHONE);
    await head.go('/calendar/2026-11-10?look=list');
    await head.page
      .getByRole('button', { name: /Strategic heads meeting/ })
      .first()
      .waitFor();
    await head.close();
  });

  it('is as easy to follow on a phone', async () => {
    const phone = await stage.at(CEO.id, PHONE);
    const frame = await openMeetings(phone);
    await frame.getByRole('button', { name: 'Strategic heads meeting' }).first().waitFor();
    await seenBy(phone, 'year-plan-phone');
    await frame.getByRole('tab', { name: 'Calendars' }).click();
    await frame.getByText('Calendars hold the plan: there is nothing to change.').waitFor();
    await seenBy(phone, 'year-plan-calendars-phone');
    await phone.close();
  });
});

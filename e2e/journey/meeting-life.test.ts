/** One meeting as its people live it, in a browser: agenda, “can’t come”, minutes, an action chased, done and reviewed. */
import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ceoOf, putYear } from '../local/calendars.ts';
import { addPeople, addSchools, installEverywhere } from '../local/populate.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { DESKTOP, PHONE, type Window } from './browser.ts';
import { person, sampleStage, seenBy } from './stage.ts';

const [CEO, RUTH, PATRICIA] = [person('Amara Osei'), person('Ruth Pemberton'), person('Patricia Nowak')];
/** All heads meet on Tuesday 8 September 2026 at two, and again four weeks later. */
const MEETING = 'Strategic heads meeting';
const ITEM = 'Who moderates Year 4 writing';
const ACTION = 'Send every school the moderation timetable';

const stage = sampleStage(async (local) => {
  await addPeople(local, SAMPLE_TRUST.people);
  await addSchools(local, SAMPLE_TRUST);
  await putYear(await ceoOf(local, SAMPLE_TRUST), '2026-27', () => undefined);
  await installEverywhere(local, SAMPLE_TRUST, [CEO, RUTH, PATRICIA]);
}, 300);

async function inChat(userId: string, size = DESKTOP): Promise<Window> {
  const window = await stage.at(userId, size);
  await window.openChat();
  return window;
}

/** The chair opens a meeting in the tab, from the day on which the plan has it. */
async function openMeeting(window: Window, month: string, day: RegExp): Promise<FrameLocator> {
  const tab = await window.openTab();
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click();
  await tab.getByRole('grid', { name: month }).getByRole('button', { name: day }).click();
  await tab.getByRole('dialog').getByRole('link', { name: 'Agenda, minutes and actions' }).click();
  await tab.getByRole('heading', { name: MEETING, level: 1 }).waitFor();
  return tab;
}

describe.sequential('a meeting of all heads', () => {
  it('comes as a card three school days before; a head adds to its agenda on a phone', async () => {
    await stage.local.control.goTo('2026-09-03T07:15:00Z');
    const ruth = await inChat(RUTH.id, PHONE);
    const card = ruth.saying(MEETING);
    await card.waitFor({ timeout: 30_000 });
    expect(await card.textContent()).toContain('Tue 8 Sep');
    await seenBy(ruth, 'meeting-agenda-phone');
    await card.getByRole('textbox', { name: 'Add to the agenda' }).fill(ITEM);
    await card.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => card.textContent()).toContain(`${ITEM} (${RUTH.name})`);
    await seenBy(ruth, 'meeting-item-added-phone');
    await ruth.close();
  });

  it('hears on a card that somebody cannot come, and their calendar no longer has it', async () => {
    const patricia = await inChat(PATRICIA.id);
    const card = patricia.saying(MEETING);
    await card.getByRole('button', { name: 'I can’t come' }).click();
    await card.getByRole('textbox', { name: /^Why/ }).fill('Ofsted is in school');
    await patricia.picture('meeting-cannot-come');
    await card.getByRole('button', { name: 'Tell them' }).click();
    await expect.poll(() => card.textContent()).toContain('You can’t come');
    await expect.poll(() => eventsOn(PATRICIA.id, '2026-09-08'), { timeout: 30_000 }).not.toContain(MEETING);
    expect(await eventsOn(RUTH.id, '2026-09-08')).toContain(MEETING);
    await patricia.close();

    await stage.local.control.goTo('2026-09-03T11:05:00Z');
    const ceo = await inChat(CEO.id);
    const told = ceo.saying(`${PATRICIA.name} cannot come to ${MEETING}`);
    await told.waitFor({ timeout: 30_000 });
    expect(await told.textContent()).toContain('Ofsted is in school');
    await ceo.close();
  });

  it('is what the app beside it is about, for whoever joins it from their calendar', async () => {
    await stage.local.control.goTo('2026-09-08T13:05:00Z');
    const ruth = await stage.at(RUTH.id);
    await ruth.go('/calendar?look=list');
    await ruth.page
      .getByRole('button', { name: new RegExp(MEETING) })
      .first()
      .click();
    await ruth.page.getByRole('dialog').getByRole('button', { name: 'Join' }).click();
    const panel = ruth.page.frameLocator('iframe');
    await panel.getByRole('heading', { name: MEETING, level: 1 }).waitFor();
    await panel.getByText(ITEM).waitFor();
    expect(await panel.getByLabel('Which meeting').count()).toBe(0);
    await seenBy(ruth, 'meeting-side-panel');
    await ruth.close();
  });

  it('is minuted by its chair in the tab while it is on, with an action that has an owner and a date', async () => {
    await stage.local.control.goTo('2026-09-08T13:20:00Z');
    const ceo = await stage.at(CEO.id);
    const tab = await openMeeting(ceo, 'September 2026', /Strategic heads meeting.*Tuesday 8 September/);
    await tab.getByText(ITEM).waitFor();
    await tab.getByText(/can’t come/).waitFor();
    await tab.getByRole('textbox', { name: 'What was said' }).fill('Writing is moderated across clusters');
    await tab.getByRole('button', { name: 'Add to the minutes' }).click();
    await tab.getByRole('listitem').filter({ hasText: 'Writing is moderated across clusters' }).waitFor();
    await tab.getByRole('textbox', { name: 'What is to be done' }).fill(ACTION);
    await tab.getByRole('button', { name: 'Agree the action' }).click();
    await tab.getByText('Choose who does it.').waitFor();
    await tab.getByRole('combobox', { name: 'Who does it' }).selectOption({ label: RUTH.name });
    await tab.getByLabel('By when').fill('2026-09-18');
    await tab.getByRole('button', { name: 'Agree the action' }).click();
    await tab.getByText(`${RUTH.name}, by 18 Sep`).waitFor();
    await tab.getByRole('checkbox', { name: CEO.name }).check();
    await tab.getByRole('checkbox', { name: RUTH.name }).check();
    await ceo.page.setViewportSize({ width: 1280, height: 1500 });
    await seenBy(ceo, 'meeting-minutes');
    await tab.getByRole('button', { name: 'Finish the minutes' }).click();
    await tab.getByText('Minutes kept', { exact: true }).first().waitFor();
    await ceo.close();
  });

  it('has its action chased in chat, before its date and after it, until one tap marks it done', async () => {
    await stage.local.control.goTo('2026-09-15T07:30:00Z');
    const ruth = await inChat(RUTH.id, PHONE);
    await ruth.saying(ACTION).waitFor({ timeout: 30_000 });
    expect(await ruth.saying(ACTION).textContent()).toContain('Due in 3 days');
    await stage.local.control.goTo('2026-09-21T07:30:00Z');
    await expect.poll(() => ruth.allSaying(ACTION).count(), { timeout: 30_000 }).toBe(2);
    await seenBy(ruth, 'meeting-action-chased-phone');
    const chase = ruth.saying(ACTION);
    expect(await chase.textContent()).toContain('Overdue');
    await chase.getByRole('button', { name: 'Done', exact: true }).click();
    await expect.poll(() => chase.textContent()).toContain('✓ Done');
    await seenBy(ruth, 'meeting-action-done-phone');
    await stage.local.control.goTo('2026-09-30T07:30:00Z');
    await nextBeat();
    // Done is done: nobody is chased any more.
    expect(await ruth.allSaying(ACTION).count()).toBe(2);
    await ruth.close();
  });

  it('is followed by one that reviews what was done', async () => {
    const ceo = await stage.at(CEO.id);
    await stage.local.control.goTo('2026-10-01T07:30:00Z');
    // The service learns the time from what it is answered: until then its plan opens in September.
    await nextBeat();
    const tab = await openMeeting(ceo, 'October 2026', /Strategic heads meeting.*Tuesday 6 October/);
    const review = tab
      .getByRole('listitem')
      .filter({ hasText: ACTION })
      .filter({ hasText: /Done 21 Sep/ });
    await review.first().waitFor();
    await tab.getByRole('heading', { name: 'From last time' }).waitFor();
    await ceo.page.setViewportSize({ width: 1280, height: 1300 });
    await seenBy(ceo, 'meeting-review');
    await ceo.close();
    const phone = await inChat(CEO.id, PHONE);
    const card = phone.saying('Tue 6 Oct');
    await card.waitFor({ timeout: 30_000 });
    expect(await card.textContent()).toMatch(new RegExp(`Done since last time\\s*•\\s*${ACTION}`));
    await phone.close();
  });
});

/** Resolves when the service has looked at what is owed, begun after this was asked. */
async function nextBeat(): Promise<void> {
  const asked = Date.now();
  const begun = async (): Promise<number> => {
    const { lastBeat } = (await (await fetch(`${stage.local.bot}/healthz`)).json()) as {
      lastBeat: { at: string; took: number };
    };
    return Date.parse(lastBeat.at) - lastBeat.took;
  };
  await expect.poll(begun, { timeout: 30_000 }).toBeGreaterThan(asked);
}

/** What stands in somebody's calendar on a day. */
async function eventsOn(userId: string, day: string): Promise<string[]> {
  const events = await stage.local.control.calendar(userId, `${day}T00:00:00Z`, `${day}T23:00:00Z`);
  return events.map(({ subject }) => subject);
}

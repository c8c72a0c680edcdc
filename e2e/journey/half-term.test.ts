/** The main job as its people live it: one half term of the trust, in a browser, on a phone and at a desk. */
import { OWLS, roundWindow } from '@owls/policy';
import { describe, expect, it } from 'vitest';
import { populateSample } from '../local/sample.ts';
import { arrived } from '../play/arrivals.ts';
import { ChatUser, cardOf } from '../play/chat-user.ts';
import { returnSoap } from '../play/head.ts';
import { SAMPLE_SCHOOLS } from '../trusts/sample-schools.ts';
import { DESKTOP, PHONE, type Window } from './browser.ts';
import { person, sampleStage } from './stage.ts';

const HALF_TERM = '2026-27/autumn-2';
const idOf = (name: string): string => person(name).id;

const stage = sampleStage((local) => populateSample(local, () => undefined), 180);
const at = (name: string, size = DESKTOP, dark = false) => stage.at(idOf(name), size, dark);

/** What a head types on the card, with the browser's own fields; then goes on. */
async function walkThrough(window: Window, comment: string): Promise<void> {
  for (let step = 0; step < 6; step++) {
    const card = window.card();
    const commentary = card.getByRole('textbox', { name: 'Your commentary' });
    if (await commentary.isVisible()) {
      await commentary.fill(comment);
      await card.getByRole('textbox', { name: 'Next steps' }).fill('Moderate writing with the cluster.');
    }
    const mayStayEmpty = (await card.textContent())?.includes('never as zero') === true;
    for (const box of mayStayEmpty ? [] : await card.getByRole('spinbutton').all()) {
      // Figures of the first half term stand there; what was never asked before is typed.
      if ((await box.inputValue()) === '') await box.fill('3');
    }
    const before = await card.textContent();
    await card.getByRole('button', { name: /^(Save and )?(next|review)$/i }).click();
    await expect.poll(() => card.textContent(), { timeout: 20_000 }).not.toBe(before);
  }
}

describe.sequential('one half term of the trust', () => {
  it('greets a head and asks for the SOAP, on a phone without scrolling sideways', async () => {
    const ruth = await at('Ruth Pemberton', PHONE);
    await ruth.openChat();
    await expect.poll(() => ruth.page.getByRole('list', { name: 'Messages' }).textContent()).toContain('Welcome, Ruth');
    await expect.poll(() => ruth.card().textContent()).toContain('Little Ashby');
    expect(await ruth.overflows()).toBe(false);
    expect(await ruth.barriers()).toEqual([]);
    await ruth.picture('soap-prompt-phone');
    await ruth.close();
  });

  it('says beside the field what is wrong, keeps what was typed, and takes the mended return', async () => {
    const ruth = await at('Ruth Pemberton', PHONE);
    await ruth.openChat();
    await ruth.card().getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => ruth.card().textContent()).toContain('Step 1 of 6');
    await ruth.picture('soap-card-phone');
    const literacy = ruth.card().getByLabel(/Literacy/);
    const before = await literacy.inputValue();
    await ruth
      .card()
      .getByLabel(/Physical/)
      .fill('200');
    await ruth.card().getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => ruth.card().textContent()).toMatch(/100/);
    expect(await ruth.card().textContent()).toContain('Step 1 of 6');
    await ruth.picture('soap-error-phone');
    expect(
      await ruth
        .card()
        .getByLabel(/Literacy/)
        .inputValue(),
    ).toBe(before);
    await ruth
      .card()
      .getByLabel(/Physical/)
      .fill('100');
    await walkThrough(ruth, 'One new pupil joined Reception; the rest is steady.');
    await expect.poll(() => ruth.card().textContent()).toMatch(/Review|Send/);
    // All that is about to be sent stands there to be checked.
    const review = ruth.card().getByRole('table').first();
    await expect.poll(() => review.textContent()).toMatch(/Communication and language\s+75%/);
    await ruth.picture('soap-review-phone');
    await ruth.card().getByRole('button', { name: /^Send/ }).click();
    await expect.poll(() => ruth.card().textContent()).toMatch(/sent|received|thank/i);
    expect(await ruth.overflows()).toBe(false);
    await ruth.picture('soap-receipt-phone');
    await ruth.close();
  });

  it('takes a return at a desk, in the dark', async () => {
    const patricia = await at('Patricia Nowak', DESKTOP, true);
    await patricia.openChat();
    await patricia.card().getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => patricia.card().textContent()).toContain('Step 1 of 6');
    await walkThrough(patricia, 'Attendance of three families explains most of the movement.');
    await patricia.picture('soap-review-dark');
    await patricia.card().getByRole('button', { name: /^Send/ }).click();
    await expect.poll(() => patricia.card().textContent()).toMatch(/sent|received|thank/i);
    expect(await patricia.barriers()).toEqual([]);
    await patricia.close();
  });

  it('shows the CEO at once who has returned and who has not', async () => {
    const ceo = await at('Amara Osei');
    const tab = await ceo.openTab();
    await tab.getByText('2 of 10 returned').waitFor();
    expect(await ceo.overflows()).toBe(false);
    expect(await ceo.barriers()).toEqual([]);
    await ceo.picture('overview-two-returned');
    await ceo.close();
  });

  it('gathers the other heads’ returns on their cards', async () => {
    const others = SAMPLE_SCHOOLS.filter(({ head }) => head !== 'Ruth Pemberton' && head !== 'Patricia Nowak');
    const prompts = others.map(({ urn, head }) => ({
      person: idOf(head),
      delivery: `soap-prompt/${HALF_TERM}/${urn}/`,
    }));
    const messages = await arrived(stage.local.control, prompts, 30, () => undefined);
    for (const { urn, head, level, trend } of others) {
      const message = messages.get(`${idOf(head)} soap-prompt/${HALF_TERM}/${urn}/`);
      const card = message && cardOf(message);
      if (message === undefined || card === undefined) throw new Error(`${head} has no prompt for ${urn}.`);
      const user = new ChatUser(stage.local.control, idOf(head));
      await returnSoap(user, message, card, { urn, level: level + trend * 14, trend }, { wrongFirst: false });
    }
    const ceo = await at('Amara Osei');
    const tab = await ceo.openTab();
    await tab.getByText('10 of 10 returned').waitFor();
    await ceo.page.setViewportSize({ width: 1280, height: 1400 });
    await ceo.picture('overview');
    await ceo.close();
  });

  it('lets cluster leaders propose on a card when the round opens', async () => {
    await stage.local.control.goTo(roundWindow(OWLS, HALF_TERM).opens.toString());
    for (const [name, cluster] of [
      ['Helen Marsh', 'Forest'],
      ['Sunita Rao', 'Vale'],
    ] as const) {
      await arrived(
        stage.local.control,
        [{ person: idOf(name), delivery: `category-proposal/${HALF_TERM}/${cluster}/` }],
        30,
        () => undefined,
      );
      const leader = await at(name);
      await leader.openChat();
      await leader.card().getByRole('button', { name: 'Start' }).click();
      for (let school = 1; school <= 5; school++) {
        const save = leader.card().getByRole('button', { name: /^Save and (next|finish)$/ });
        await save.waitFor();
        const before = await leader.card().textContent();
        await leader.card().getByRole('textbox', { name: 'Your reason' }).fill('As the visit and the return show.');
        if (school === 2) await leader.picture(`proposal-${cluster.toLowerCase()}`);
        await save.click();
        await expect.poll(() => leader.card().textContent(), { timeout: 20_000 }).not.toBe(before);
      }
      expect(await leader.card().textContent()).toMatch(/Thank you/);
      expect(await leader.barriers()).toEqual([]);
      await leader.close();
    }
  });

  it('lets the CEO validate all of them in the tab, one changed with a reason', async () => {
    const ceo = await at('Amara Osei');
    const tab = await ceo.openTab();
    await tab.getByRole('link', { name: 'Categories', exact: true }).click();
    await tab.getByRole('button', { name: /^Agree with all 10 proposals$/ }).waitFor();
    await ceo.picture('categories');
    expect(await ceo.barriers()).toEqual([]);
    await tab.getByRole('button', { name: 'Change the category of Thornbury Road Junior School' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^2a/ }).check();
    await dialog.getByRole('button', { name: 'Validate' }).click();
    await dialog.getByText('Say why, in a sentence').waitFor();
    await dialog.getByRole('textbox').fill('Two visits saw better teaching than the figures show yet.');
    await ceo.picture('category-changed');
    await dialog.getByRole('button', { name: 'Validate' }).click();
    await tab.getByRole('button', { name: /^Agree with all 9 proposals$/ }).click();
    await tab.getByRole('button', { name: /^Validate 9 categories$/ }).click();
    await tab
      .getByText(/10 of 10 validated/)
      .first()
      .waitFor();
    await ceo.picture('categories-validated');
    await ceo.close();
  });

  it('posts the summary to the channel once, where everybody sees it', async () => {
    const ruth = await at('Ruth Pemberton', PHONE);
    await ruth.go('/teams');
    await ruth.page
      .getByRole('button', { name: /General/ })
      .first()
      .click();
    const posts = ruth.page.getByRole('list', { name: 'Posts' }).getByRole('article');
    await expect.poll(() => posts.count(), { timeout: 30_000 }).toBe(1);
    expect(await posts.first().textContent()).toContain('All 10 schools have a validated category');
    await ruth.picture('summary-phone');
    await ruth.close();
  });

  it('shows the year’s meetings in a head’s calendar', async () => {
    const ruth = await at('Ruth Pemberton');
    await ruth.go('/calendar/2027-01-04?look=list');
    await ruth.page.getByText('Strategic heads meeting').first().waitFor();
    await ruth.picture('calendar');
    const ceo = await at('Amara Osei');
    const tab = await ceo.openTab();
    await tab.getByRole('link', { name: 'Meetings', exact: true }).click();
    await tab
      .getByRole('grid')
      .getByRole('button', { name: /heads meeting/ })
      .first()
      .waitFor();
    expect(await ceo.barriers()).toEqual([]);
    await ceo.picture('meetings');
    await ruth.close();
    await ceo.close();
  });
});

/** A step of a review's protocol on a card: asked once, done in one tap; and the notice of a review that is off (M32). */
import { peerReviewKey } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messageFor } from '../../src/chat/duty-cards.ts';
import { Deliveries } from '../../src/delivery/deliveries.ts';
import { Slots } from '../../src/delivery/slots.ts';
import { asking, webOf } from '../api-door.ts';
import { cardOf, dataOf, type Message, makeStage, type Stage, textsOf } from '../chat-stage.ts';
import { scratch } from '../scratch.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, head0, head1, head2 } = PEOPLE;
const going = new AbortController().signal;
const YEAR = '2026-27';
const URN = '115850';
const KEY = peerReviewKey(YEAR, URN);
let stage: Stage;
let deliveries: Deliveries;
let row: string;

/** What the heartbeat does about messages. */
async function beat(): Promise<void> {
  await stage.world.refresh();
  await deliveries.settle(going);
}
const cards = async (person: typeof head0, word: string): Promise<Message[]> =>
  (await stage.messages(person)).filter((one) =>
    textsOf(one.attachments ?? [])
      .join('\n')
      .includes(word),
  );
async function only(person: typeof head0, word: string): Promise<Message> {
  const [message, ...more] = await cards(person, word);
  if (message === undefined || more.length > 0) throw new Error(`${more.length + (message ? 1 : 0)} cards`);
  return message;
}
const steps = () => stage.world.facts().records?.peerReview?.peerReviews[0]?.steps.map(({ step }) => step) ?? [];
const TIMETABLE = 'Send the timetable of lessons during the review';

beforeAll(async () => {
  stage = await makeStage();
  const slots = new Slots(scratch('journal'));
  await slots.take();
  deliveries = new Deliveries(stage.world, stage.messenger, slots, messageFor);
  for (const person of [ceo, head0, head1]) await stage.install(person);
  // The sandbox's clock stands on Monday 23 November 2026.
  const people = { Lead: ceo.id, Reviewers: `${head1.id}\n${head2.id}` };
  const review = { Key: KEY, Title: 'Barn Lane', School: URN, AcademicYear: YEAR, Days: '2026-12-01\n2026-12-02' };
  [row = ''] = await stage.place.type('Peer reviews', [{ ...review, ...people }]);
  await beat();
});
afterAll(() => stage.close());

describe.sequential('the card of a step', () => {
  it('comes once to each whom the policy names, with when it is due', async () => {
    await beat();
    const card = await only(head0, TIMETABLE);
    expect(textsOf(cardOf(card)).join('\n')).toContain('Tue 1 Dec and Wed 2 Dec');
    expect(await cards(head1, TIMETABLE)).toEqual([]);
    expect(await cards(head1, 'Analyse the school')).toHaveLength(1);
  });

  it('is done in one tap, twice is no trouble, and another tap takes it back', async () => {
    const card = await only(head0, TIMETABLE);
    const data = dataOf(cardOf(card), 'Done');
    expect((await stage.press(head0, card, 'review-step.done', data)).text).toContain('✓ Done');
    expect((await stage.press(head0, card, 'review-step.done', data)).text).toContain(head0.name);
    expect(steps()).toEqual(['timetable']);
    const back = await stage.press(head0, card, 'review-step.undo', data);
    expect(back.text).not.toContain('✓ Done');
    expect(steps()).toEqual([]);
    // As a client without universal actions does it.
    await stage.submit(head0, card, data);
    await vi.waitFor(() => expect(steps()).toEqual(['timetable']), 5_000);
  });

  it('shows to a reviewer what another did, and a tap before the review has begun is told so', async () => {
    const card = await only(head1, 'Analyse the school');
    const data = dataOf(cardOf(card), 'Done');
    const ask = await asking(webOf(stage.world), ceo);
    const path = `/api/peer-reviews/${YEAR}/${URN}/steps`;
    expect((await ask('POST', `${path}/desk-top-analysis`, { done: true })).status).toBe(200);
    expect((await stage.press(head1, card, 'review-step.look', data)).text).toContain(`by ${ceo.name}`);
    const early = await stage.press(head1, card, 'review-step.done', { ...data, step: 'report' });
    expect(early.text).toContain('The review begins on Tue 1 Dec');
    expect(steps()).not.toContain('report');
  });

  it('is nobody else’s, and what a card sends is not believed', async () => {
    const card = await only(head0, TIMETABLE);
    const data = dataOf(cardOf(card), 'Not done after all');
    for (const verb of ['review-step.look', 'review-step.done', 'review-step.undo']) {
      expect((await stage.press(head1, card, verb, data)).statusCode).toBe(403);
      expect((await stage.press(head0, card, verb, { ...data, delivery: undefined, urn: '999999' })).statusCode).toBe(
        403,
      );
    }
    expect((await stage.press(head0, card, 'review-step.done', { ...data, day: 'x' })).statusCode).toBe(400);
    expect(steps()).toContain('timetable');
  });

  it('says that nothing is left to do once the review is moved or withdrawn, and who was asked hears that it is off', async () => {
    const card = await only(head0, TIMETABLE);
    const data = dataOf(cardOf(card), 'Not done after all');
    await stage.place.retype('Peer reviews', row, { Days: '2026-12-02\n2026-12-03' });
    await stage.world.refresh();
    expect((await stage.press(head0, card, 'review-step.undo', data)).text).toContain('Nothing is left to do');
    expect(steps()).toContain('timetable');
    await stage.place.retype('Peer reviews', row, { Days: '2026-12-01\n2026-12-02' });
    await stage.world.refresh();
    const ask = await asking(webOf(stage.world), ceo);
    const { version } = stage.world.facts().records?.peerReview?.peerReviews[0] ?? {};
    const because = 'An inspection is due that week';
    const done = await ask('POST', `/api/peer-reviews/${YEAR}/${URN}/withdraw`, { because, version });
    expect(done.status).toBe(200);
    expect((await stage.press(head0, card, 'review-step.done', data)).text).toContain('Nothing is left to do');
    await beat();
    await beat();
    for (const person of [head0, head1]) {
      expect(textsOf(cardOf(await only(person, 'does not take place'))).join('\n')).toContain(because);
    }
    expect(await cards(ceo, 'does not take place')).toEqual([]);
    await only(ceo, 'Agree the peer review of');
  });
});

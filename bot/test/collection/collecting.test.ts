/** A round looked after: nudged, confirmed, sent back, closed and opened again, over HTTP on the local Microsoft 365. */
import { type CollectionView, due, type HistoryView, latestReturn, type Person, startingPoint } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { messageFor } from '../../src/chat/duty-cards.ts';
import type { MessageDuty } from '../../src/delivery/recipient.ts';
import { asking, webOf } from '../api-door.ts';
import { HALF_TERM, makeStage, type Stage } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/collection/${HALF_TERM}`;
const beats: number[] = [];

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world, () => beats.push(1));
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

const seen = async (person: Person) => (await (await ask(person, 'GET', PATH)).json()) as CollectionView;
const take = async (person: Person, body: object) => {
  const answer = await ask(person, 'POST', `${PATH}/steps`, body);
  return { status: answer.status, text: await answer.text() };
};
/** The card of what is owed of a kind, as it would be sent now. */
function card(kind: string): string {
  const { world } = stage;
  const duty = due(world.policy, world.facts(), world.now()).find((one) => one.kind === kind);
  return duty === undefined ? '' : JSON.stringify(messageFor(duty as MessageDuty, world).card);
}
async function returnOf(urn: string, comment: string): Promise<void> {
  const { world } = stage;
  const school = world.facts().schools.find((one) => one.urn === urn);
  if (school === undefined) throw new Error(`There is no ${urn}.`);
  const by = { person: head0.id, surface: 'tab' } as const;
  const content = { ...startingPoint(world.policy, world.facts(), school, HALF_TERM), comment };
  await world.soap.submit(await world.soap.saveDraft(urn, HALF_TERM, content, undefined, by), by);
}

describe('looking after a round', () => {
  it('is open to whom the policy lets, and refuses the rest without a trace', async () => {
    expect((await ask(head1, 'GET', PATH)).status).toBe(403);
    expect((await take(head1, { step: 'nudge', urns: [URN] })).status).toBe(403);
    expect((await ask(ceo, 'GET', '/api/collection/2030-31/autumn-1')).status).toBe(404);
    for (const body of [{ step: 'wish' }, { step: 'nudge', urns: ['=1+1'] }, { step: 'close', note: 'x'.repeat(1001) }])
      expect((await take(ceo, body)).status).toBe(400);
    expect((await take(ceo, { step: 'nudge', urns: [] })).text).toContain('Choose a school.');
    expect((await take(ceo, { step: 'close', note: ' ' })).text).toContain('Why is it closed?');
    expect(stage.world.facts().records?.collection?.steps).toEqual([]);
  });

  it('nudges those who owe, says whom it left out, and brings the head a card', async () => {
    const answer = await take(ceo, { step: 'nudge', urns: [URN, '115851'] });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ done: 2, left: [] });
    expect(beats.length).toBe(1);
    const owed = due(stage.world.policy, stage.world.facts(), stage.world.now());
    expect(owed.filter(({ key }) => key.includes('/nudge-')).map((one) => 'person' in one && one.person)).toEqual([
      head0.id,
      head1.id,
    ]);
    const again = await take(ceo, { step: 'nudge', urns: [URN] });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('still on its way')]);
  });

  it('sends figures back with a note that a card shows as plain words, and takes them in a closed round', async () => {
    await returnOf(URN, 'First.');
    const note = 'Year 3: [look](https://evil.example) =HYPERLINK("x") @everyone';
    expect((await take(ceo, { step: 'send back', urns: [URN], note })).status).toBe(200);
    expect((await take(ceo, { step: 'close', note: 'The board meets.' })).status).toBe(200);
    expect((await seen(ceo)).open).toBe(false);
    expect(card('soap-sent-back')).toContain('Please look again');
    expect(card('soap-sent-back')).not.toContain('[look](https://evil.example)');
    const form = await (await ask(head0, 'GET', `/api/soap/${HALF_TERM}/${URN}`)).json();
    expect(form).toMatchObject({ open: true, sentBack: { note } });
    await returnOf(URN, 'Looked at again.');
    expect(latestReturn(stage.world.facts(), URN, HALF_TERM)?.revision).toBe(2);
    const school = (await seen(ceo)).schools.find(({ urn }) => urn === URN);
    expect(school?.accuracy).toMatchObject({ state: 'unchecked', said: { step: 'send back', note } });
  });

  it('confirms, takes that back and confirms again, and opens again with a reason', async () => {
    expect((await take(ceo, { step: 'confirm', urns: [URN, '115851'] })).text).toContain('"done":1');
    expect((await seen(ceo)).schools.find(({ urn }) => urn === URN)?.accuracy?.state).toBe('confirmed');
    expect((await take(ceo, { step: 'take back', urns: [URN] })).text).toContain('"done":1');
    expect((await seen(ceo)).schools.find(({ urn }) => urn === URN)?.accuracy).toMatchObject({ state: 'unchecked' });
    const nothing = await take(ceo, { step: 'take back', urns: [URN] });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('There is nothing to take back.')]);
    expect((await take(ceo, { step: 'confirm', urns: [URN] })).status).toBe(200);
    expect((await take(ceo, { step: 'reopen', note: 'Two are late.' })).status).toBe(200);
    expect(await seen(ceo)).toMatchObject({ open: true, word: { step: 'reopen', note: 'Two are late.' } });
  });
});

describe('the history of a return', () => {
  const historyOf = (person: Person, place = `${HALF_TERM}/${URN}`) => ask(person, 'GET', `/api/history/${place}`);

  it('tells who sent, sent back and confirmed, and which texts changed', async () => {
    const view = (await (await historyOf(head0)).json()) as HistoryView;
    expect(view.entries.map(({ did }) => did)).toEqual(
      expect.arrayContaining([
        'Confirmed the figures',
        'Took back what was said of the figures',
        'Sent the figures back',
        'Sent the return',
        'Began a draft',
      ]),
    );
    const again = view.entries.find(({ did }) => did === 'Sent the return again, version 2');
    expect(again?.changes).toEqual([{ what: "The head's comment", from: 'First.', to: 'Looked at again.' }]);
  });

  it('looks absent to who may not read the return, and for what is no half term', async () => {
    for (const [person, place] of [
      [head1, undefined],
      [ceo, `2026-27/x'%20or%201/${URN}`],
      [ceo, `${HALF_TERM}/999999`],
    ] as const)
      expect((await historyOf(person, place)).status).toBe(404);
  });
});

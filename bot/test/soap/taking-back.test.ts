/** A return sent by mistake is taken back, on its receipt and in the tab, over HTTP on the local Microsoft 365 (M14). */
import {
  type CollectionView,
  draftOf,
  type HistoryView,
  latestReturn,
  type Person,
  type SoapFormView,
  standingTakenBack,
  startingPoint,
} from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { dataOf, HALF_TERM, type Message, makeStage, type Stage } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { ceo, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/soap/${HALF_TERM}/${URN}`;
const HOSTILE = '=HYPERLINK("https://evil.example") <at>everyone</at> [x](https://evil.example)';

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  for (const person of [ceo, head0, head1]) await stage.install(person);
});
afterAll(() => stage.close());

const facts = () => stage.world.facts();
const by = { person: head0.id, surface: 'tab' } as const;
async function send(comment: string): Promise<number> {
  const { world } = stage;
  const school = facts().schools.find(({ urn }) => urn === URN);
  if (school === undefined) throw new Error('The school is gone.');
  const content = { ...startingPoint(world.policy, facts(), school, HALF_TERM), comment };
  const draft = await world.soap.saveDraft(URN, HALF_TERM, content, draftOf(facts(), URN, HALF_TERM)?.version, by);
  return (await world.soap.submit(draft, by)).revision;
}
async function receipt(person: Person = head0): Promise<Message> {
  const [message] = await stage.type(person, 'soap');
  if (message === undefined) throw new Error('The bot did not answer.');
  return message;
}
const press = async (on: Message, shown: unknown, title: string, inputs = {}, person: Person = head0) => {
  const data = dataOf(shown, title);
  return stage.press(person, on, String(data.verb), data, inputs);
};
const cardIn = (message: Message) => message.attachments?.[0]?.content;
const takeBack = (person: Person, body: object) => ask(person, 'POST', `${PATH}/take-back`, body);

describe('a return taken back in chat', () => {
  let message: Message;
  let question: unknown;
  it('is asked about once, with a reason for those who want to give one', async () => {
    await send('Sent too early.');
    message = await receipt();
    question = (await press(message, cardIn(message), 'Take it back')).value;
    expect(JSON.stringify(question)).toContain('all its figures are your draft again');
    const left = await press(message, question, 'Leave it as sent');
    expect(left.text).toContain('✓ Sent');
    expect(latestReturn(facts(), URN, HALF_TERM)?.revision).toBe(1);
  });

  it('becomes the draft with all its figures, and the school owes its return again', async () => {
    const sent = latestReturn(facts(), URN, HALF_TERM);
    const done = await press(message, question, 'Take it back', { note: HOSTILE });
    expect(done.text).toContain('Taken back: the figures are your draft again.');
    expect(done.text).toContain(`Taken back by ${head0.name}`);
    expect(JSON.stringify(done.value)).not.toContain('[x](https');
    expect(latestReturn(facts(), URN, HALF_TERM)).toBeUndefined();
    expect(draftOf(facts(), URN, HALF_TERM)).toMatchObject({
      revision: 2,
      cohorts: sent?.cohorts,
      school: sent?.school,
      comment: 'Sent too early.',
    });
    expect(standingTakenBack(facts(), URN, HALF_TERM)).toMatchObject({ revision: 1, by: head0.id, note: HOSTILE });
  });

  it('answers an old receipt with how it stands, and changes nothing', async () => {
    const old = dataOf(question, 'Take it back');
    const again = await stage.press(head0, message, 'soap.takeBack', old);
    expect(again.text).toContain('has taken it back already');
    expect((await stage.press(head0, message, 'soap.askTakeBack', old)).text).toContain('has taken it back already');
    expect(await send('Now it is right.')).toBe(2);
    const sentSince = await stage.press(head0, message, 'soap.takeBack', old);
    expect(sentSince.text).toContain('Version 2 was sent since.');
    expect(sentSince.text).toContain('✓ Sent');
    expect(facts().returns.filter(({ urn }) => urn === URN)).toHaveLength(1);
  });

  it('is refused in wrong hands, and where the card sends nonsense', async () => {
    const data = { urn: URN, ht: HALF_TERM, revision: 2 };
    for (const wrong of [head1, ceo]) {
      const refused = await stage.press(wrong, await receipt(wrong), 'soap.takeBack', data);
      expect(refused.statusCode).toBe(403);
    }
    for (const nonsense of [{ revision: 'all' }, { revision: 0 }, { ht: 'now' }]) {
      const refused = await stage.press(head0, message, 'soap.takeBack', { ...data, ...nonsense });
      expect(refused.statusCode).toBe(400);
    }
    expect((await stage.press(head0, message, 'soap.takeBack', { ...data, note: 'x'.repeat(1200) })).text).toContain(
      'The reason is too long.',
    );
    expect(latestReturn(facts(), URN, HALF_TERM)?.revision).toBe(2);
  });
});

describe('a return taken back in the tab', () => {
  it('is refused to all but the school, in an impossible form and of another version', async () => {
    expect((await takeBack(head1, { revision: 2 })).status).toBe(404);
    expect((await takeBack(ceo, { revision: 2 })).status).toBe(403);
    for (const body of [{}, { revision: '2' }, { revision: 2, note: 'x'.repeat(1001) }])
      expect((await takeBack(head0, body)).status).toBe(400);
    const other = await takeBack(head0, { revision: 1 });
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('Version 2 was sent since.')]);
  });

  it('two presses at the same second take it back once', async () => {
    const answers = await Promise.all([
      takeBack(head0, { revision: 2, note: 'A slip.' }),
      takeBack(head0, { revision: 2 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.toBeOneOf([200, 422])]);
    const again = await takeBack(head0, { revision: 2 });
    const form = (await again.json()) as SoapFormView;
    expect(form).toMatchObject({ state: expect.stringMatching(/draft|overdue/), draft: { revision: 3 } });
    expect(form.takenBack?.by).toBe(head0.name);
    expect(facts().records?.collection?.takenBack?.filter(({ urn }) => urn === URN)).toHaveLength(2);
  });

  it('shows whoever looks after the round who took it back, and the history what happened', async () => {
    const view = (await (await ask(ceo, 'GET', `/api/collection/${HALF_TERM}`)).json()) as CollectionView;
    expect(view.schools.find(({ urn }) => urn === URN)?.takenBack).toMatchObject({ by: head0.name });
    expect((await receipt(ceo)).attachments && JSON.stringify(cardIn(await receipt(ceo)))).toContain('Taken back');
    expect(await send('Now it is right, too.')).toBe(3);
    const history = (await (await ask(head0, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    expect(history.entries.map(({ did, why }) => (why === undefined ? did : `${did}: ${why}`))).toEqual(
      expect.arrayContaining([`Took the return back: ${HOSTILE}`, 'Sent the return again, version 3']),
    );
  });

  it('goes on with a change somebody had begun', async () => {
    const school = facts().schools.find(({ urn }) => urn === URN);
    if (school === undefined) throw new Error('The school is gone.');
    const content = { ...startingPoint(stage.world.policy, facts(), school, HALF_TERM), comment: 'Begun.' };
    await stage.world.soap.saveDraft(URN, HALF_TERM, content, undefined, by);
    expect((await takeBack(head0, { revision: 3 })).status).toBe(200);
    expect(draftOf(facts(), URN, HALF_TERM)).toMatchObject({ revision: 4, comment: 'Begun.' });
    await send('Sent a last time.');
  });

  it('is not possible once the figures are confirmed, nor once the round is closed', async () => {
    const step = (what: string, note = '') =>
      ask(ceo, 'POST', `/api/collection/${HALF_TERM}/steps`, { step: what, note, ...(note ? {} : { urns: [URN] }) });
    expect((await step('confirm')).status).toBe(200);
    expect(await (await takeBack(head0, { revision: 4 })).text()).toContain('has confirmed these figures.');
    expect(JSON.stringify(cardIn(await receipt()))).not.toContain('Take it back');
    expect((await step('take back')).status).toBe(200);
    expect((await step('close', 'The board meets.')).status).toBe(200);
    expect(await (await takeBack(head0, { revision: 4 })).text()).toContain('is closed.');
    expect(latestReturn(facts(), URN, HALF_TERM)?.revision).toBe(4);
  });

  it('stands the same in a service that starts anew', async () => {
    const other = await stage.place.open();
    expect(latestReturn(other.facts(), URN, HALF_TERM)?.revision).toBe(4);
    expect(
      other
        .facts()
        .records?.collection?.takenBack?.map(({ revision }) => revision)
        .sort(),
    ).toEqual([1, 2, 3]);
  });
});

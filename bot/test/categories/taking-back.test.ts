/** A proposal and a validation taken back, on cards and in the tab, on the local Microsoft 365 (M25). */
import { agreementOf, type CategoriesView, type HistoryView, judgementOf, type Person, termOf } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { dataOf, HALF_TERM, type Message, makeStage, type Stage } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { ceo, east, west, head0 } = PEOPLE;
const BARN = '115850';
const PATH = `/api/categories/${HALF_TERM}`;
const East = { ht: HALF_TERM, cluster: 'East' };

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  for (const person of [ceo, east, west, head0]) await stage.install(person);
});
afterAll(() => stage.close());

const barn = () => judgementOf(stage.world.facts(), BARN, HALF_TERM);
async function chat(person: Person): Promise<Message> {
  const [message] = await stage.type(person, 'categories');
  if (message === undefined) throw new Error('The bot did not answer.');
  return message;
}
const press = async (person: Person, shown: unknown, title: string, inputs = {}) => {
  const data = dataOf(shown, title);
  return stage.press(person, await chat(person), String(data.verb), data, inputs);
};
const cards = (person: Person, verb: string, data: object) =>
  chat(person).then((on) => stage.press(person, on, verb, data));
const propose = (category: string) =>
  stage.world.judgements.propose(BARN, HALF_TERM, category, 'Seen in two visits.', barn()?.version, {
    ...{ person: east.id, surface: 'card' },
  });
const validate = (category: string) =>
  ask(ceo, 'POST', `${PATH}/${BARN}/validation`, {
    ...{ category, why: 'Seen.', version: barn()?.version },
  });
const takeBack = (person: Person, body: object, urn = BARN) => ask(person, 'POST', `${PATH}/${urn}/take-back`, body);

describe('a proposal taken back on the card', () => {
  it('is asked about once, and then the school has none', async () => {
    await propose('2b');
    const open = await cards(east, 'category.open', { ...East, urn: BARN });
    const question = await press(east, open.value, 'Take the proposal back');
    expect(question.text).toContain('The school has no proposal again.');
    expect((await press(east, question.value, 'Leave it')).text).toContain('Proposed: 2b');
    const done = await press(east, question.value, 'Take it back');
    expect(done.text).toMatch(/The proposal of 2b .* is taken back\./);
    expect(barn()?.proposed).toBeUndefined();
    const again = await press(east, question.value, 'Take it back');
    expect(again.text).toContain('There is nothing to take back.');
  });

  it('is refused where it was changed meanwhile, with what stands there now', async () => {
    await propose('2b');
    const open = await cards(east, 'category.open', { ...East, urn: BARN });
    const question = await press(east, open.value, 'Take the proposal back');
    await propose('2a');
    const changed = await press(east, question.value, 'Take it back');
    expect(changed.text).toContain('Changed since you opened it, so nothing was taken back.');
    expect(barn()?.proposed?.category).toBe('2a');
  });

  it('is nobody’s but theirs who propose, and never after the validation', async () => {
    const data = { ...East, urn: BARN, part: 'proposal', version: barn()?.version };
    for (const wrong of [west, head0]) expect((await cards(wrong, 'category.takeBack', data)).statusCode).toBe(403);
    expect((await cards(east, 'category.takeBack', { ...data, part: 'validation' })).statusCode).toBe(403);
    expect((await cards(east, 'category.takeBack', { ...data, part: 'all' })).statusCode).toBe(400);
    expect((await validate('2a')).status).toBe(200);
    const late = await cards(east, 'category.takeBack', data);
    expect(late.text).toContain('Ask for the validation to be taken back first.');
    expect(barn()?.proposed?.category).toBe('2a');
  });
});

describe('a validation taken back', () => {
  it('on the card: the proposal waits again, and the school is told what becomes of its answer', async () => {
    const answered = await ask(head0, 'POST', `${PATH}/${BARN}/agreement`, { category: '2a', answer: 'agrees' });
    expect(answered.status).toBe(200);
    const looked = await cards(ceo, 'category.look', { ht: HALF_TERM, urn: BARN });
    const question = await press(ceo, looked.value, 'Take the validation back');
    expect(question.text).toContain('counts again only if 2a is validated again');
    const done = await press(ceo, question.value, 'Take it back');
    expect(done.text).toMatch(/The validation of 2a .* is taken back\./);
    expect(barn()).toMatchObject({ proposed: { category: '2a' } });
    expect(barn()?.validated).toBeUndefined();
    const late = await ask(head0, 'POST', `${PATH}/${BARN}/agreement`, { category: '2a', answer: 'agrees' });
    expect(late.status).toBe(422);
    expect((await validate('2a')).status).toBe(200);
    const term = termOf(stage.world.policy, HALF_TERM);
    expect(term && agreementOf(stage.world.facts(), BARN, term)?.state).toBe('agreed');
  });

  it('in the tab: once, whoever presses twice, and not over what another changed', async () => {
    expect((await takeBack(east, { part: 'validation', version: barn()?.version })).status).toBe(403);
    expect((await takeBack(head0, { part: 'validation', version: barn()?.version })).status).toBe(403);
    expect((await takeBack(ceo, { part: 'validation', version: '"old"' })).status).toBe(409);
    for (const body of [{}, { part: 'both' }]) expect((await takeBack(ceo, body)).status).toBe(400);
    expect((await takeBack(ceo, { part: 'validation' }, '999999')).status).toBe(404);
    const { version } = barn() ?? {};
    const both = await Promise.all([1, 2].map(() => takeBack(ceo, { part: 'validation', version })));
    expect(both.map(({ status }) => status)).toEqual([200, expect.toBeOneOf([200, 422])]);
    const view = (await (await ask(ceo, 'GET', PATH)).json()) as CategoriesView;
    const school = view.schools.find(({ urn }) => urn === BARN);
    expect(school?.judgement?.validated).toBeUndefined();
    expect(school?.mayTakeBack).toBeUndefined();
    const proposer = (await (await ask(east, 'GET', PATH)).json()) as CategoriesView;
    expect(proposer.schools.find(({ urn }) => urn === BARN)?.mayTakeBack).toBe('proposal');
  });

  it('the history keeps what was proposed and validated, and that it was taken back', async () => {
    const history = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${BARN}`)).json()) as HistoryView;
    const did = history.entries.map((one) => one.did);
    for (const what of ['Proposed category 2b', 'Took the proposal of 2b back', 'Took the validation of 2a back'])
      expect(did).toContain(what);
    expect(did.filter((one) => one === 'Took the validation of 2a back')).toHaveLength(2);
  });

  it('is not possible once the round is summed up', async () => {
    expect((await validate('2a')).status).toBe(200);
    await stage.world.waves.append({
      kind: 'category-summary',
      members: [`category-summary/${HALF_TERM}`],
      claimedBy: 'another',
      claimedAt: stage.world.now().toString(),
    });
    const late = await takeBack(ceo, { part: 'validation', version: barn()?.version });
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('is summed up')]);
    expect(barn()?.validated?.category).toBe('2a');
  });

  it('stands the same in a service that starts anew', async () => {
    const other = await stage.place.open();
    expect(judgementOf(other.facts(), BARN, HALF_TERM)).toMatchObject({
      proposed: { category: '2a' },
      validated: { category: '2a' },
    });
  });
});

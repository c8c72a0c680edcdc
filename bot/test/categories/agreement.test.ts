/** A school agrees with its category, or says why not: on a card in chat and in the tab, on the local Microsoft 365 (M25). */
import { type CategoriesView, due, type HistoryView, type Person, type SchoolView, type Task } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { taskMessage } from '../../src/tasks/verbs.ts';
import { asking, webOf } from '../api-door.ts';
import { dataOf, HALF_TERM, type Message, makeStage, type Stage } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { ceo, head0, head1 } = PEOPLE;
const BARN = '115850';
const PATH = `/api/categories/${HALF_TERM}`;
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

const validate = (category: string) => {
  const version = stage.world.facts().judgements.find((one) => one.urn === BARN && one.halfTerm === HALF_TERM)?.version;
  return stage.world.judgements.validate(BARN, HALF_TERM, category, 'Seen in the visit.', version, {
    ...{ person: ceo.id, surface: 'tab' },
  });
};
/** What is done now is asked about with the next asking time. */
const owed = () =>
  due(stage.world.policy, stage.world.facts(), stage.world.now().add({ hours: 24 })).filter(
    (duty): duty is Task => duty.kind === 'task' && duty.key.startsWith('agreement/'),
  );
function card(): Record<string, unknown> {
  const [task] = owed();
  if (task === undefined) throw new Error('Nobody is asked.');
  return taskMessage(task, stage.world).card;
}
async function chat(person: Person): Promise<Message> {
  const [message] = await stage.type(person, 'help');
  if (message === undefined) throw new Error('The bot did not answer.');
  return message;
}
const press = async (person: Person, shown: unknown, title: string, inputs = {}) => {
  const data = dataOf(shown, title);
  return stage.press(person, await chat(person), String(data.verb), data, inputs);
};
const answer = (person: Person, body: object, urn = BARN) => ask(person, 'POST', `${PATH}/${urn}/agreement`, body);
const seen = async (person: Person) =>
  ((await (await ask(person, 'GET', PATH)).json()) as CategoriesView).schools.find(({ urn }) => urn === BARN);
const answers = () => stage.world.facts().records?.agreement?.answers ?? [];

describe('agreeing with a school on its category', () => {
  it('asks the head once the last round of the term is validated, and nobody before', async () => {
    expect(owed()).toEqual([]);
    expect((await answer(head0, { category: '2b', answer: 'agrees' })).status).toBe(422);
    await validate('2b');
    expect(owed().map(({ person }) => person)).toEqual([head0.id]);
    expect(JSON.stringify(card())).toContain('Does your school agree with 2b?');
  });

  it('takes a no with a reason on the card, two taps, and shows it to the CEO beside the category', async () => {
    const form = await press(head0, card(), 'We do not agree');
    const empty = await press(head0, form.value, 'Send', { because: '  ' });
    expect(empty.text).toContain('Say why, in a sentence.');
    expect(answers()).toEqual([]);
    const done = await press(head0, empty.value, 'Send', { because: HOSTILE });
    expect(done.text).toContain('Not agreed: 2b');
    expect(JSON.stringify(done.value)).not.toContain('[x](https');
    expect(answers()).toMatchObject([{ answer: 'disagrees', category: '2b', because: HOSTILE, by: head0.id }]);
    expect(owed()).toEqual([]);
    expect((await seen(ceo))?.agreement).toMatchObject({ state: 'not agreed', answer: { because: HOSTILE } });
  });

  it('asks again where the category was changed, takes a yes in one tap, and the same press again changes nothing', async () => {
    const before = card;
    await validate('2cc');
    const shown = before();
    expect(JSON.stringify(shown)).toContain('Changed since you answered');
    expect((await press(head0, shown, 'We agree')).text).toContain('Agreed: 2cc');
    expect((await press(head0, shown, 'We agree')).text).toContain('Agreed: 2cc');
    expect(answers().map((one) => one.answer)).toEqual(['disagrees', 'agrees']);
  });

  it('refuses an old card after a change, and cards in wrong hands', async () => {
    const data = { urn: BARN, ht: HALF_TERM, seen: '2b' };
    const old = await stage.press(head0, await chat(head0), 'agreement.yes', data);
    expect(old.text).toContain('is now 2cc');
    for (const wrong of [head1, ceo]) {
      const refused = await stage.press(wrong, await chat(wrong), 'agreement.yes', { ...data, seen: '2cc' });
      expect(refused.statusCode).toBe(403);
    }
    const nonsense = await stage.press(head0, await chat(head0), 'agreement.yes', { ...data, ht: 'now' });
    expect(nonsense.statusCode).toBe(400);
    expect(answers()).toHaveLength(2);
  });

  it('is answered in the tab too, by the head alone, and stands in the history', async () => {
    expect((await answer(head1, { category: '2cc', answer: 'agrees' })).status).toBe(404);
    expect((await answer(ceo, { category: '2cc', answer: 'agrees' })).status).toBe(403);
    expect((await answer(head0, { category: '2cc', answer: 'perhaps' })).status).toBe(400);
    expect((await answer(head0, { category: '2cc', answer: 'disagrees' })).status).toBe(422);
    const said = { category: '2cc', answer: 'disagrees', because: 'Two teachers stay after all.' };
    expect((await answer(head0, said)).status).toBe(200);
    const page = (await (await ask(head0, 'GET', `/api/schools/${BARN}`)).json()) as SchoolView;
    expect(page.agreement).toMatchObject({ state: 'not agreed', mayAnswer: true, answer: { because: said.because } });
    const history = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${BARN}`)).json()) as HistoryView;
    expect(history.entries.map(({ did }) => did)).toEqual(
      expect.arrayContaining(['Did not agree with category 2cc', 'Agreed with category 2cc']),
    );
  });
});

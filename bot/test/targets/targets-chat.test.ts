/** Targets in chat: the cards heads, the CEO and the board are sent, pressed over HTTP in the local Microsoft 365. */
import { due, type Person, type Task } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { taskMessage } from '../../src/tasks/verbs.ts';
import { dataOf, type Message, makeStage, type Stage } from '../chat-stage.ts';
import { control, PEOPLE, TENANT_ID } from '../tenant.ts';
import { BARN, DIRECTORS, OF_TWO, returned, SNOWY, typeBoard, YEAR } from './target-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { ceo, head0, head1 } = PEOPLE;
const [ada, bo, , di] = DIRECTORS;
const HOSTILE = '=HYPERLINK("https://evil.example") <at>everyone</at> [x](https://evil.example)';

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
  await typeBoard(stage.place);
  const people = [...DIRECTORS, OF_TWO];
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: people.map(({ id, name, email }) => ({ id, displayName: name, userPrincipalName: email, mail: email })),
  });
  await stage.world.refresh();
  await returned(stage.world);
  for (const person of [ceo, head0, head1, ada, bo, di, OF_TWO]) await stage.install(person);
});
afterAll(() => stage.close());

/** What is done now is asked about with the next asking time. */
const nextMorning = () => stage.world.now().add({ hours: 24 });
const tasks = (person: Pick<Person, 'id'>, kind: string): Task[] =>
  due(stage.world.policy, stage.world.facts(), nextMorning()).filter(
    (duty): duty is Task => duty.kind === 'task' && duty.person === person.id && duty.key.startsWith(`${kind}/`),
  );
/** The card that the person's first task of this kind is sent as. */
function cardFor(person: Pick<Person, 'id'>, kind: string) {
  const [task] = tasks(person, kind);
  if (task === undefined) throw new Error(`${kind} is not owed by ${person.id}.`);
  return taskMessage(task, stage.world).card;
}
async function chat(person: Person): Promise<Message> {
  const [message] = await stage.type(person, 'help');
  if (message === undefined) throw new Error('The bot did not answer.');
  return message;
}
const press = async (person: Person, card: unknown, title: string, inputs = {}) => {
  const data = dataOf(card, title);
  return stage.press(person, await chat(person), String(data.verb), data, inputs);
};
const maths = () =>
  stage.world
    .facts()
    .records?.targets?.targets.find((one) => one.urn === BARN && one.yearGroup === 'Y3' && one.measure === 'maths');

describe('targets in chat', () => {
  it('are proposed by the head in two taps, agreed and signed off by the CEO in as many (M20)', async () => {
    const card = cardFor(head0, 'target-proposal');
    expect(JSON.stringify(card)).toContain('Maths 64 to 69');
    const asked = await press(head0, card, 'Propose 6 targets');
    expect(asked.text).toContain('in the name of Ruth Barnes');
    const done = await press(head0, asked.value, 'Yes, propose 6 targets');
    expect(done.text).toContain('✓ Proposed');
    expect(maths()?.revisions).toMatchObject([{ state: 'proposed', minimum: 64, by: [head0.id] }]);
    // The same press again changes nothing.
    expect((await press(head0, asked.value, 'Yes, propose 6 targets')).text).toContain('Nothing waits for you');
    for (const [kind, verb] of [
      ['target-agreement', 'Agree to'],
      ['target-signoff', 'Sign off'],
    ] as const) {
      const shown = await press(ceo, cardFor(ceo, kind), `${verb} 6 targets`);
      await press(ceo, shown.value, `Yes, ${verb.toLowerCase()} 6 targets`);
    }
    expect(maths()?.revisions.map(({ state }) => state)).toEqual(['proposed', 'agreed', 'signed-off']);
  });

  it('are confirmed only as they were seen, and by nobody else', async () => {
    await stage.world.targets.step(
      [
        {
          ...{ urn: SNOWY, academicYear: YEAR, measure: 'attendance' },
          revisions: [
            {
              state: 'proposed',
              minimum: 94,
              aspirational: 96,
              by: [OF_TWO.id],
              at: '2026-11-23T08:00:00Z',
              why: HOSTILE,
            },
          ],
        },
      ],
      'target.proposed',
      { person: OF_TWO.id, surface: 'tab' },
    );
    const asked = await press(ceo, cardFor(ceo, 'target-agreement'), 'Agree to one target');
    const data = dataOf(asked.value, 'Yes, agree to one target');
    const stale = await stage.press(ceo, await chat(ceo), 'targets.take', { ...data, mark: 'another' });
    expect(stale.text).toContain('changed since you opened the card');
    const stranger = await stage.press(head1, await chat(head1), 'targets.take', data);
    expect(stranger.statusCode).toBe(403);
    const early = await stage.press(OF_TWO, await chat(OF_TWO), 'targets.take', { ...data, doing: 'sign-off' });
    expect(early.text).toContain('Nothing waits for you');
    const wrong = await stage.press(ceo, await chat(ceo), 'targets.take', { ...data, year: '=1+1' });
    expect(wrong.statusCode).toBe(400);
  });

  it('go to the board, are asked about, answered and approved with the quorum (M22)', async () => {
    const sure = await press(ceo, cardFor(ceo, 'target-board'), 'Send to the board');
    await press(ceo, sure.value, 'Yes, send');
    const card = cardFor(ada, 'target-approval');
    expect(JSON.stringify(card)).toContain('Maths 64 to 69');
    const asked = await press(ada, card, 'Ask', { says: `Why? ${HOSTILE}` });
    // Shown as it was typed, linking nowhere and calling nobody.
    expect(asked.text).toContain('Why?');
    expect(asked.text).not.toContain('<at>');
    expect(asked.text).not.toMatch(/[^\\]\]\(/);
    expect((await press(ada, card, 'Ask', { says: '  ' })).text).toContain('Write your question');
    const answered = await press(ceo, cardFor(ceo, 'target-question'), 'Send the answer', { says: 'A small cohort.' });
    expect(answered.text).toContain('A small cohort.');
    expect(tasks(ada, 'target-approval').map(({ key }) => key)).toEqual([`target-approval/${YEAR}/1/${ada.id}/1`]);
    // Approved by mistake: asked once more, taken back, and the card is as before.
    const sureToo = await press(bo, cardFor(bo, 'target-approval'), 'Approve');
    expect(sureToo.text).toContain('You can take it back until 3 members have approved.');
    const mistaken = await press(bo, sureToo.value, 'Yes, approve');
    const once = await press(bo, mistaken.value, 'Take my approval back');
    expect(once.text).toContain('Your approval no longer counts.');
    expect((await press(bo, once.value, 'Leave it')).text).toContain('✓ You approved');
    const back = await press(bo, once.value, 'Yes, take it back');
    expect(back.text).toMatch(/Taken back.*Bo Lark/s);
    expect(back.text).not.toContain('✓ You approved');
    expect(tasks(bo, 'target-approval')).toHaveLength(1);
    for (const director of [ada, bo, di]) {
      const asking = await press(director, cardFor(director, 'target-approval'), 'Approve');
      const done = await press(director, asking.value, 'Yes, approve');
      expect(done.text).toContain(director === di ? '✓ Approved' : '✓ You approved');
    }
    // The first card, opened again, shows what became of it.
    const again = await stage.press(bo, await chat(bo), 'board.look', dataOf(card, 'Approve'));
    expect(again.text).toContain('3 of the 3 members needed have approved.');
    // An old card with the button, and one with the question.
    for (const [before, title] of [
      [mistaken, 'Take my approval back'],
      [once, 'Yes, take it back'],
    ] as const) {
      const late = await press(bo, before.value, title);
      expect(late.text).toContain('The board has approved these targets');
      expect(late.text).toContain('Speak to the CEO');
      expect(late.text).toContain('✓ Approved');
    }
    for (const act of ['board.approve', 'board.takeBack']) {
      const outsider = await stage.press(head0, await chat(head0), act, dataOf(card, 'Approve'));
      expect(outsider.statusCode).toBe(403);
    }
    expect(tasks(DIRECTORS[2], 'target-approval')).toEqual([]);
  });
});

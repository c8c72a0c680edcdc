/** What may go wrong around a head and their return: every case ends in a clear answer, and nothing is lost (M14, M15). */
import { draftOf, latestReturn, type Person } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { roleFields } from '../src/trust/rows.ts';
import {
  dataOf,
  HALF_TERM,
  inputsOf,
  type Message,
  makeStage,
  OPEN_NOW,
  type Pressed,
  type Stage,
} from './chat-stage.ts';
import { PEOPLE, SCHOOLS } from './tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { head0, head1, head2 } = PEOPLE;
const [barn, tawny, snowy] = SCHOOLS.map(({ urn }) => urn) as [string, string, string];
const LAST = '2026-27/autumn-1';

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
  for (const person of [head0, head1, head2]) await stage.install(person);
});
afterAll(() => stage.close());

async function soapCard(person: Person): Promise<Message> {
  const [message] = await stage.type(person, 'soap');
  if (!message) throw new Error('The bot did not answer "soap".');
  return message;
}
const open = (person: Person, on: Message, urn: string, step: string) =>
  stage.press(person, on, 'soap.open', { urn, ht: HALF_TERM, step });
const next = (person: Person, on: Message, shown: Pressed, inputs: object, title = 'Next') =>
  stage.press(person, on, 'soap.step', dataOf(shown.value, title), { ...inputsOf(shown.value), ...inputs });
/** A step's inputs, what is empty filled in with figures that fit each other. */
const filled = (shown: Pressed) =>
  Object.fromEntries(
    Object.entries(inputsOf(shown.value)).map(([id, held]) => {
      if (id === 'comment' || id === 'nextSteps') return [id, 'Sent twice.'];
      return [id, held || (id.startsWith('pupils:') ? '30' : id.startsWith('school:') ? '5' : '70')];
    }),
  );
const kept = (urn: string) => draftOf(stage.world.facts(), urn, HALF_TERM);

describe('a card of last half term, pressed today', () => {
  it('says that the round is closed, and what is typed into it changes nothing', async () => {
    const message = await soapCard(head0);
    const before = stage.world.facts();
    for (const verb of ['soap.open', 'soap.step', 'soap.review', 'soap.submit', 'soap.change']) {
      const data = { urn: barn, ht: LAST, step: 'comment', go: 'next' };
      const shown = await stage.press(head0, message, verb, data, { comment: 'Too late.', nextSteps: '' });
      expect(shown.statusCode).toBe(200);
      expect(shown.text).toMatch(/round (is|was) (not open|closed)|round closed/);
    }
    expect(draftOf(stage.world.facts(), barn, LAST)).toBeUndefined();
    expect(stage.world.facts().returns).toEqual(before.returns);
  });
});

describe('a head of two schools', () => {
  it('chooses the school first, and answers for each apart', async () => {
    const second = { person: head1.id, held: { role: 'head', scope: { kind: 'school', urn: snowy } } } as const;
    await stage.place.type('Roles', [withoutGaps(roleFields(second, head1.name))]);
    await stage.world.refresh();
    const message = await soapCard(head1);
    const words = JSON.stringify(message);
    expect(words).toContain('Tawny Hill Primary School');
    expect(words).toContain('Little Snowy Primary School');
    for (const [urn, reading] of [
      [tawny, '61'],
      [snowy, '62'],
    ] as const) {
      const step = await open(head1, message, urn, 'years-1-2');
      await next(head1, message, step, { 'pupils:Y1': '30', 'Y1:reading': reading });
    }
    expect([tawny, snowy].map((urn) => kept(urn)?.cohorts.find(({ year }) => year === 'Y1')?.figures.reading)).toEqual([
      61, 62,
    ]);
  });
});

describe('a cohort of one', () => {
  it('is taken as it is: nought or a hundred per cent are figures as others', async () => {
    const message = await soapCard(head2);
    const step = await open(head2, message, snowy, 'years-1-2');
    const shown = await next(head2, message, step, { 'pupils:Y1': '1', 'Y1:reading': '100', 'Y1:writing': '0' });
    expect(shown.text).toContain('Years 3 to 6');
    expect(kept(snowy)?.cohorts.find(({ year }) => year === 'Y1')).toMatchObject({
      pupils: 1,
      figures: { reading: 100, writing: 0 },
    });
    const none = await next(head2, message, await open(head2, message, snowy, 'years-1-2'), { 'pupils:Y1': '0' });
    expect(none.text).toMatch(/Year 1/);
  });
});

describe('a return sent twice at the same second', () => {
  it('from two cards is one revision, and both say it is sent', async () => {
    const [one, other] = [await soapCard(head0), await soapCard(head0)];
    for (const { key, texts } of OPEN_NOW.soap.steps) {
      const step = await open(head0, one, barn, key);
      await next(head0, one, step, filled(step), texts === undefined ? 'Next' : 'Review');
    }
    const reviews = await Promise.all(
      [one, other].map((on) => stage.press(head0, on, 'soap.review', { urn: barn, ht: HALF_TERM })),
    );
    const [first, second] = reviews.map((shown) => dataOf(shown.value, 'Send'));
    const sent = await Promise.all([
      stage.press(head0, one, 'soap.submit', first ?? {}),
      stage.press(head0, other, 'soap.submit', second ?? {}),
    ]);
    for (const receipt of sent) expect(receipt.text).toContain('✓ Sent');
    expect(stage.world.facts().returns.filter(({ urn }) => urn === barn)).toHaveLength(1);
    expect(latestReturn(stage.world.facts(), barn, HALF_TERM)?.comment).toBe('Sent twice.');
  });
});

describe('a head who left on Friday', () => {
  it('learns and changes nothing with the card of the week before; what they had begun stays', async () => {
    const message = await soapCard(head2);
    const step = await open(head2, message, snowy, 'comment');
    await next(head2, message, step, { comment: 'Begun.', nextSteps: '' }, 'Review');
    const role = (await stage.place.rows('Roles')).find(({ fields }) => JSON.stringify(fields).includes(head2.id));
    if (!role) throw new Error('The head has no row among the roles.');
    await stage.place.byHand.send({
      method: 'DELETE',
      url: `${await stage.place.listPath('Roles')}/items/${role.id}`,
    });
    await stage.world.refresh();
    for (const verb of ['soap.open', 'soap.step', 'soap.review', 'soap.submit']) {
      const data = { urn: snowy, ht: HALF_TERM, step: 'comment', go: 'next' };
      const answer = await stage.press(head2, message, verb, data, { comment: 'Monday.', nextSteps: '' });
      expect(answer).toMatchObject({ statusCode: 403, type: 'application/vnd.microsoft.error' });
      expect(JSON.stringify(answer.value)).not.toContain('Begun.');
    }
    expect(kept(snowy)?.comment).toBe('Begun.');
    const [said] = await stage.type(head2, 'soap');
    expect(JSON.stringify(said)).toMatch(/none to show you|list of people/);
  });
});

function withoutGaps(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

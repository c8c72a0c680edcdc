import { judgementOf, roundState } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { summaryCard } from '../src/categorisation/summary-card.ts';
import { dataOf, HALF_TERM, type Message, makeStage, OPEN_NOW, type Stage, textsOf } from './chat-stage.ts';
import { PEOPLE } from './tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
  for (const person of [PEOPLE.ceo, PEOPLE.east, PEOPLE.west, PEOPLE.head0]) await stage.install(person);
});
afterAll(() => stage.close());

const East = { ht: HALF_TERM, cluster: 'East' };

async function categories(person: Parameters<Stage['type']>[0]): Promise<Message> {
  const [message] = await stage.type(person, 'categories');
  if (!message) throw new Error('The bot did not answer "categories".');
  return message;
}
const judgement = (urn: string) => judgementOf(stage.world.facts(), urn, HALF_TERM);
const chosen = (card: unknown): unknown =>
  z
    .looseObject({ body: z.array(z.looseObject({ id: z.string().optional(), value: z.unknown().optional() })) })
    .parse(card)
    .body.find(({ id }) => id === 'category')?.value;

describe('a round of categories', () => {
  it('is proposed by the cluster leader a school at a time, the suggestion chosen already', async () => {
    const message = await categories(PEOPLE.east);
    let shown = await stage.press(PEOPLE.east, message, 'category.open', East);
    expect(shown.text).toContain('Barn Lane Primary School');
    expect(chosen(shown.value)).toMatch(/^2(a|b|cc)$/);

    const silent = await stage.press(PEOPLE.east, message, 'category.propose', dataOf(shown.value, 'Save and next'), {
      category: '2b',
      because: ' ',
    });
    expect(silent.text).toContain('A reason is missing');
    expect(judgement('115850')?.proposed).toBeUndefined();

    shown = await stage.press(PEOPLE.east, message, 'category.propose', dataOf(shown.value, 'Save and next'), {
      category: '2b',
      because: 'Seen in two visits.',
    });
    expect(judgement('115850')?.proposed).toMatchObject({
      category: '2b',
      because: 'Seen in two visits.',
      by: PEOPLE.east.id,
    });
    expect(shown.text).toContain('Tawny Hill Primary School');
    shown = await stage.press(PEOPLE.east, message, 'category.propose', dataOf(shown.value, 'Save and finish'), {
      category: '2cc',
      because: 'Attendance fell.',
    });
    expect(shown.text).toContain('✓ Proposed');
  });

  it.each([
    ['4cc, which there is not', '4cc', /There is no 4cc/],
    ['a code of another Ofsted grade', '1a', /last Ofsted grade is 2/],
    ['a code off the scale', '9z', /not on the trust’s scale|not on the trust's scale/],
  ])('refuses %s', async (_what, category, says) => {
    const message = await categories(PEOPLE.east);
    const shown = await stage.press(
      PEOPLE.east,
      message,
      'category.propose',
      { ...East, urn: '115850' },
      { category, because: 'x' },
    );
    expect(shown.statusCode).toBe(200);
    expect(shown.text).toMatch(says);
    expect(judgement('115850')?.proposed?.category).toBe('2b');
  });

  it('is no matter of another cluster’s leader, nor of a head', async () => {
    const message = await categories(PEOPLE.west);
    const other = await stage.press(
      PEOPLE.west,
      message,
      'category.propose',
      { ...East, urn: '115850' },
      { category: '2a', because: 'x' },
    );
    expect(other.statusCode).toBe(403);
    const own = { ...East, cluster: 'West', urn: '115850' };
    expect(
      (await stage.press(PEOPLE.west, message, 'category.propose', own, { category: '2a', because: 'x' })).statusCode,
    ).toBe(403);
    const head = await categories(PEOPLE.head0);
    for (const verb of ['category.validations', 'category.look']) {
      expect((await stage.press(PEOPLE.head0, head, verb, { ht: HALF_TERM })).statusCode).toBe(403);
    }
    const self = await stage.press(
      PEOPLE.head0,
      head,
      'category.validate',
      { ht: HALF_TERM, urn: '115850' },
      { category: '1a', why: 'x' },
    );
    expect(self.statusCode).toBe(403);
    const everything = await stage.press(PEOPLE.head0, head, 'category.agreeAll', {
      ht: HALF_TERM,
      seen: 'x',
      sure: true,
    });
    expect(everything.statusCode).toBe(403);
    expect(judgement('115850')?.validated).toBeUndefined();
  });

  it('shows both versions where a proposal changed meanwhile', async () => {
    const message = await categories(PEOPLE.east);
    const mine = await stage.press(PEOPLE.east, message, 'category.open', { ...East, urn: '115851' });
    await stage.world.judgements.propose('115851', HALF_TERM, '2a', 'Books are strong.', judgement('115851')?.version, {
      person: PEOPLE.ceo.id,
      surface: 'tab',
    });
    const conflict = await stage.press(
      PEOPLE.east,
      message,
      'category.propose',
      dataOf(mine.value, 'Save and finish'),
      { category: '2b', because: 'As before.' },
    );
    expect(conflict.text).toMatch(/Changed since you opened it: Grace Adeyemi proposed 2a/);
    expect(chosen(conflict.value)).toBe('2b');
    expect(judgement('115851')?.proposed?.category).toBe('2a');
    await stage.press(PEOPLE.east, message, 'category.propose', dataOf(conflict.value, 'Save and finish'), {
      category: '2cc',
      because: 'Attendance fell.',
    });
    expect(judgement('115851')?.proposed?.category).toBe('2cc');
  });

  it('is validated by the CEO: a change needs a reason, the rest is agreed at once after asking', async () => {
    const message = await categories(PEOPLE.ceo);
    const look = await stage.press(PEOPLE.ceo, message, 'category.look', { ht: HALF_TERM, urn: '115851' });
    const silent = await stage.press(
      PEOPLE.ceo,
      message,
      'category.validate',
      dataOf(look.value, 'Validate and next'),
      { category: '2b', why: '' },
    );
    expect(silent.text).toMatch(/say why you change it to 2b/);
    await stage.press(PEOPLE.ceo, message, 'category.validate', dataOf(look.value, 'Validate and next'), {
      category: '2b',
      why: 'One bad month only.',
    });
    expect(judgement('115851')?.validated).toMatchObject({ category: '2b', why: 'One bad month only.' });

    const stale = await stage.press(PEOPLE.ceo, message, 'category.agreeAll', {
      ht: HALF_TERM,
      seen: 'another list',
      sure: true,
    });
    expect(stale.text).toContain('Proposals changed since you opened this');
    const list = await stage.press(PEOPLE.ceo, message, 'category.validations', { ht: HALF_TERM });
    const asked = await stage.press(PEOPLE.ceo, message, 'category.agreeAll', dataOf(list.value, 'Agree the proposal'));
    expect(asked.text).toContain('Validate this category as it is proposed?');
    expect(JSON.stringify(asked.value), 'a first category is no fall').not.toContain('"color":"Attention"');
    expect(judgement('115850')?.validated).toBeUndefined();
    const done = await stage.press(PEOPLE.ceo, message, 'category.agreeAll', dataOf(asked.value, 'Yes, validate it'));
    expect(judgement('115850')?.validated?.category).toBe('2b');
    expect(done.text).toContain('No proposal yet (1)');
  });

  it('is summed up with its gaps named, and whole once the last school is validated', async () => {
    const gaps = textsOf(summaryCard(OPEN_NOW, stage.world.facts(), HALF_TERM).card).join('\n');
    expect(gaps).toContain('Little Snowy Primary School: proposal missing');
    const message = await categories(PEOPLE.ceo);
    const look = await stage.press(PEOPLE.ceo, message, 'category.look', { ht: HALF_TERM, urn: '115852' });
    const done = await stage.press(PEOPLE.ceo, message, 'category.validate', dataOf(look.value, 'Validate and next'), {
      category: '2a',
      why: 'From my own visit.',
    });
    expect(done.text).toContain('The round is complete');
    expect(roundState(OPEN_NOW, stage.world.facts(), HALF_TERM).complete).toBe(true);
    expect(textsOf(summaryCard(OPEN_NOW, stage.world.facts(), HALF_TERM).card).join('\n')).toContain(
      'All 3 schools have a validated category',
    );
    const late = await stage.press(
      PEOPLE.east,
      await categories(PEOPLE.east),
      'category.propose',
      { ...East, urn: '115850' },
      { category: '2a', because: 'x' },
    );
    expect(late.text).toContain('is validated as 2b');
  });
});

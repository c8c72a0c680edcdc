import { appendFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { categoryExamples } from '../src/categorisation/card.examples.ts';
import { chatExamples } from '../src/chat/card.examples.ts';
import { CARD_LIMIT_BYTES } from '../src/chat/card.ts';
import { extraDataExamples } from '../src/extra-data/card.examples.ts';
import { gatheringExamples } from '../src/gatherings/card.examples.ts';
import { reviewExamples } from '../src/peer-review/card.examples.ts';
import { soapExamples } from '../src/soap/card.examples.ts';
import { targetExamples } from '../src/targets/card.examples.ts';
import { taskExamples } from '../src/tasks/card.examples.ts';

const examples = [
  ...soapExamples(),
  ...categoryExamples(),
  ...chatExamples(),
  ...taskExamples(),
  ...extraDataExamples(),
  ...gatheringExamples(),
  ...targetExamples(),
  ...reviewExamples(),
];

/** `npm test` leaves every card that can be shown beside the cards that were. */
beforeAll(() => {
  const into = process.env.SANDBOX_RECORD_CARDS;
  if (into) appendFileSync(into, examples.map(([, { card }]) => `${JSON.stringify(card)}\n`).join(''));
});

type Node = Record<string, unknown>;
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node: Node = { ...value };
  return [node, ...Object.entries(node).flatMap(([key, inner]) => (key === 'data' ? [] : nodes(inner)))];
}

describe('every card that can be shown', () => {
  it.each(examples)('%s is a card Teams takes', (_name, { card, summary }) => {
    expect(card.version).toBe('1.5');
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(CARD_LIMIT_BYTES);
    expect(summary).not.toBe('');
    const actions = Array.isArray(card.actions) ? card.actions : [];
    expect(actions.length).toBeLessThanOrEqual(6);
  });

  it.each(examples)('%s says what each input is and lets old clients press its buttons', (_name, { card }) => {
    const ids = new Set<unknown>();
    for (const node of nodes(card)) {
      const type = String(node.type ?? '');
      if (type.startsWith('Input.')) {
        expect(node.label, `label of ${String(node.id)}`).toBeTruthy();
        expect(ids.has(node.id), `${String(node.id)} stands twice`).toBe(false);
        ids.add(node.id);
      }
      if (type === 'Input.Number' && node.value !== undefined) expect(node.value).toBeTypeOf('number');
      // Clients hold an empty field to its bounds and refuse the press without a word: the answer says them.
      if (type === 'Input.Number') expect([node.min, node.max]).toEqual([undefined, undefined]);
      if (type === 'TextBlock') expect(node.text, JSON.stringify(node)).toBeTruthy();
      if (type === 'Action.Execute' && node !== card.refresh) {
        const isRefresh = JSON.stringify(card.refresh ?? {}).includes(JSON.stringify(node));
        if (!isRefresh)
          expect(node.fallback).toMatchObject({ type: 'Action.Submit', title: node.title, data: node.data });
        expect(node.data).toMatchObject({ verb: node.verb });
      }
    }
  });

  it.each(examples)('%s carries ids and versions, never anything a person wrote', (_name, { card }) => {
    const known = new Set([
      'verb',
      'urn',
      'ht',
      'delivery',
      'step',
      'go',
      'version',
      'cluster',
      'seen',
      'sure',
      'revision',
      'part',
      'word',
      'msteams',
      'meeting',
      'action',
      'year',
      'doing',
      'mark',
      'put',
      'question',
      'item',
      'due',
      'asking',
      'day',
    ]);
    for (const node of nodes(card)) {
      if (typeof node.data !== 'object' || node.data === null) continue;
      for (const key of Object.keys(node.data)) expect(known.has(key), key).toBe(true);
    }
  });

  it.each(examples)('%s shows what people typed and nothing of it acts', (_name, { card }) => {
    for (const node of nodes(card)) {
      // Inputs hold the text as it was typed, and TextRuns know no Markdown.
      const text = node.type === 'TextBlock' && typeof node.text === 'string' ? node.text : '';
      expect(text).not.toMatch(/(^|[^\\])\]\(/);
      expect(text).not.toMatch(/<at>|<script/);
      expect(text).not.toMatch(/\u202E/);
      for (const shown of [node.text, node.title].filter((one) => typeof one === 'string')) {
        if (node.type === 'TextBlock' || node.type === 'TextRun') expect(shown).not.toMatch(/\$\{|\{\{/);
      }
    }
  });
});

describe('a return’s card says how its round stands', () => {
  const cards = soapExamples();
  it.each([
    ['prompt', /"title":"Closes","value":"[^"]*18 Dec/],
    ['closed', /"title":"Closed","value":"[^"]*18 Dec/],
    ['closed early', /"title":"Closed","value":"[^"]*4 Dec[^}]*\},\{"title":"Why","value":"[^"]*All/],
    ['opened again', /"title":"Closes","value":"When the office closes it again"/],
    ['nudged', / asked for this return [^"]*4 Dec/],
    ['receipt', /You can change it until [^"]*18 Dec/],
    ['receipt after close', /The round closed [^"]*18 Dec/],
    ['sent back after close', /You can still change it\./],
  ])('%s', (state, words) => {
    const shown = ['typical', 'huge'].map((size) => cards.get(`soap ${state} (${size})`)).find(Boolean);
    expect(JSON.stringify(shown?.card)).toMatch(words);
  });
});

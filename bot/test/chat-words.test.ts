import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WORDS, wordIn } from '../src/chat/words.ts';

const Manifest = z.object({
  bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })) })),
});

describe('the words the bot knows', () => {
  it('are those that the app package offers', () => {
    const file = new URL('../../appPackage/manifest.json', import.meta.url);
    const { bots } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    const offered = bots.flatMap(({ commandLists }) =>
      commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
    );
    expect(offered.toSorted()).toEqual(WORDS.map(({ word }) => word).toSorted());
  });

  it.each([
    ['<at>Owls</at> soap', 'soap'],
    ['<at id="0">Owls</at>&nbsp;Help', 'help'],
    ['  SOAP  ', 'soap'],
    ['soap!!!', 'soap'],
    ['spap', 'soap'],
    ['sopa', 'soap'],
    ['soaps', 'soap'],
    ['My meetings?', 'meetings'],
    ['meeitngs', 'meetings'],
    ['next meeting', 'meetings'],
    ['my schol', 'my school'],
    ['Categoreis', 'categories'],
    ['hllo', 'help'],
    ['Good morning', 'help'],
    ['What can you do?', 'help'],
    ['', 'help'],
    ['👍', 'help'],
  ])('%j is taken for "%s"', (text, word) => {
    expect(wordIn(text)).toBe(word);
  });

  it.each(['lunch', 'so', 'soup kitchen', 'delete everything', 'hip', 'I cannot do this'])(
    '%j is none of them',
    (text) => {
      expect(wordIn(text)).toBeUndefined();
    },
  );
});

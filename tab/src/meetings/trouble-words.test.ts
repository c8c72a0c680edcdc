import type { Trouble } from '@owls/policy';
import { expect, test } from 'vitest';
import { listed } from './trouble-words.ts';

const trouble = (key: string, given: Partial<Trouble>): Trouble => ({
  key,
  kind: 'two places',
  rule: 'M4',
  says: 'It overlaps.',
  people: [],
  ...given,
});

test('a clash is listed once, somebody without a mailbox once, clashes first', () => {
  const list = listed([
    trouble('a', { kind: 'no mailbox', says: 'No invitation reaches Ann.' }),
    trouble('b', { kind: 'no mailbox', says: 'No invitation reaches Ann.' }),
    trouble('b', { with: 'c' }),
    trouble('c', { with: 'b' }),
    trouble('c', { kind: 'day off' }),
    trouble('d', { kind: 'day off' }),
  ]);
  expect(list.map(({ kind, keys }) => [kind, keys])).toEqual([
    ['two places', ['b']],
    ['day off', ['c']],
    ['day off', ['d']],
    ['no mailbox', ['a', 'b']],
  ]);
});

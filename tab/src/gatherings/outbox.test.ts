import { beforeEach, describe, expect, test } from 'vitest';
import { ApiProblem } from '../shell/api.ts';
import { Outbox } from './outbox.ts';

class Drawer {
  readonly held = new Map<string, string>();
  getItem = (name: string) => this.held.get(name) ?? null;
  setItem = (name: string, value: string) => void this.held.set(name, value);
  removeItem = (name: string) => void this.held.delete(name);
}

const POINT = '/points/p-0000001';
let drawer: Drawer;
let sent: { path: string; body: unknown }[];
let answers: (() => unknown)[];
/** The version that each answer brings. */
let version: string | undefined;
beforeEach(() => {
  drawer = new Drawer();
  sent = [];
  answers = [];
  version = undefined;
});
const silence = () => {
  throw new ApiProblem(0, 'no-answer', 'No connection.');
};
const open = () =>
  new Outbox(drawer, 'mine', async (path, body) => {
    sent.push({ path, body });
    await answers.shift()?.();
    return version;
  });

describe('what was written', () => {
  test('is in storage until the service has it, and then is not', async () => {
    answers = [silence];
    const box = open();
    await box.put(POINT, { text: 'Kept' });
    expect(box.all()).toMatchObject([{ path: POINT, state: 'waiting', says: 'No connection.' }]);
    const again = open();
    expect(again.all()).toMatchObject([{ body: { text: 'Kept' }, state: 'waiting' }]);
    await again.flush();
    expect(again.all()).toEqual([]);
    expect(drawer.held.size).toBe(0);
    expect(sent.map(({ path }) => path)).toEqual([POINT, POINT]);
  });

  test('over itself is sent once more with the last words and the version that was first seen', async () => {
    answers = [silence, silence];
    const box = open();
    await box.put(POINT, { text: 'One', version: '"1"' });
    await box.put(POINT, { text: 'Two', version: '"9"' });
    await box.flush();
    expect(sent.at(-1)?.body).toEqual({ text: 'Two', version: '"1"' });
  });

  test('typed on while it was on its way is sent too, over the row it made itself', async () => {
    const box = open();
    version = '"1"';
    let arrive: (value?: unknown) => void = () => undefined;
    answers = [() => new Promise((resolve) => (arrive = resolve))];
    const first = box.put(POINT, { text: 'One' });
    await Promise.resolve();
    const second = box.put(POINT, { text: 'One and more' });
    arrive();
    await Promise.all([first, second]);
    expect(sent.map(({ body }) => body)).toEqual([{ text: 'One' }, { text: 'One and more', version }]);
    expect(box.all()).toEqual([]);
  });

  test('where somebody else was first waits for a choice, and never overwrites unseen', async () => {
    const theirs = { text: 'Theirs', version: '"2"' };
    const conflict = () => {
      throw new ApiProblem(409, 'conflict', 'Changed.', undefined, theirs);
    };
    answers = [conflict, () => undefined];
    const box = open();
    await box.put(POINT, { text: 'Mine', version: '"1"' });
    await box.flush();
    expect(box.all()).toMatchObject([{ state: 'conflict', current: theirs }]);
    expect(sent).toHaveLength(1);
    await box.settle(POINT, 'mine');
    expect(sent.at(-1)?.body).toEqual({ text: 'Mine', version: '"2"' });
    expect(box.all()).toEqual([]);
  });

  test('that was refused says why and can be let go', async () => {
    answers = [
      () => {
        throw new ApiProblem(422, 'findings', 'Give a date.');
      },
    ];
    const box = open();
    await box.put(POINT, { text: 'Mine' });
    expect(box.all()).toMatchObject([{ state: 'refused', says: 'Give a date.' }]);
    await box.settle(POINT, 'theirs');
    expect(box.all()).toEqual([]);
  });

  test('nonsense in storage is nothing', () => {
    drawer.setItem('mine', '[{"path":1},{"path":"/x","body":{},"state":"odd"},null]');
    expect(open().all()).toEqual([]);
    drawer.setItem('mine', '{{');
    expect(open().all()).toEqual([]);
  });
});

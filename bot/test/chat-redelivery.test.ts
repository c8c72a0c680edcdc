import { describe, expect, it } from 'vitest';
import { Redelivery } from '../src/chat/redelivery.ts';

describe('an activity delivered again', () => {
  it('is done once, and each delivery gets the same answer, also while the first is at work', async () => {
    const deliveries = new Redelivery<number>();
    let done = 0;
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const act = async () => {
      await gate;
      done += 1;
      return done;
    };
    const answers = [deliveries.once('f:1', act), deliveries.once('f:1', act)];
    finish();
    expect(await Promise.all(answers)).toEqual([1, 1]);
    expect(await deliveries.once('f:1', act)).toBe(1);
    expect(await deliveries.once('f:2', act)).toBe(2);
  });

  it('is tried again where the first time failed', async () => {
    const deliveries = new Redelivery<string>();
    await expect(deliveries.once('f:1', () => Promise.reject(new Error('Graph is away')))).rejects.toThrow('away');
    expect(await deliveries.once('f:1', async () => 'done')).toBe('done');
  });

  it('is never held for another one without an id', async () => {
    const deliveries = new Redelivery<number>();
    expect(await deliveries.once(undefined, async () => 1)).toBe(1);
    expect(await deliveries.once(undefined, async () => 2)).toBe(2);
  });

  it('is forgotten after thousands of others, so that memory stays bounded', async () => {
    const deliveries = new Redelivery<number>();
    await deliveries.once('first', async () => 1);
    for (let count = 0; count < 6000; count += 1) await deliveries.once(`f:${count}`, async () => count);
    expect(await deliveries.once('first', async () => 2)).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { Lane } from './lane.ts';
import { sleep } from './retry.ts';

describe('a lane', () => {
  it('never lets more through than it is wide, and in the order they came', async () => {
    const lane = new Lane(4);
    let inside = 0;
    let most = 0;
    const begun: number[] = [];
    const work = (name: number, width: number) =>
      lane.through(async () => {
        begun.push(name);
        inside += width;
        most = Math.max(most, inside);
        await sleep(2);
        inside -= width;
      }, width);
    await Promise.all([work(0, 1), work(1, 4), work(2, 1), work(3, 2), work(4, 4), work(5, 1)]);
    expect(most).toBeLessThanOrEqual(4);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is free again after work that failed', async () => {
    const lane = new Lane(1);
    await expect(lane.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lane.through(() => Promise.resolve('yes'))).toBe('yes');
  });
});

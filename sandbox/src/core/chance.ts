import { createHash } from 'node:crypto';

/** A number in [0, 1) that follows from a seed and what it is asked for: the same again for the same. */
export function chance(seed: number, ...words: readonly (string | number)[]): number {
  const hash = createHash('sha256')
    .update([seed, ...words].join('\n'))
    .digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

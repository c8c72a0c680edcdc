import { createHash } from 'node:crypto';

/** A number from 0 (inclusive) to 1 that depends on nothing but the words: the same trust plays the same way each time. */
export function chance(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;
}

/** An id of GUID form that depends on nothing but the words. */
export function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const within = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

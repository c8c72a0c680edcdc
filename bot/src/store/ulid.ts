import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 26 characters that sort by time, unique without asking anybody. */
export function ulid(milliseconds: number): string {
  let time = '';
  for (let left = milliseconds, place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(left % 32) + time;
    left = Math.floor(left / 32);
  }
  const chance = [...randomBytes(16)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
  return time + chance;
}

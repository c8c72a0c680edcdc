import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Many callers know the time to the second only: within it, what is made later sorts later. */
const SECOND = 1000;

let last: { readonly milliseconds: number; readonly chance: readonly number[] } | undefined;

/** A ULID: 26 characters that sort by time, and within a second in the order made here; unique without asking anybody. */
export function ulid(milliseconds: number): string {
  const follows = last !== undefined && milliseconds <= last.milliseconds && last.milliseconds < milliseconds + SECOND;
  last =
    follows && last
      ? { milliseconds: last.milliseconds, chance: next(last.chance) }
      : { milliseconds, chance: [...randomBytes(16)].map((byte) => byte % 32) };
  return inLetters(last.milliseconds) + last.chance.map((digit) => ALPHABET.charAt(digit)).join('');
}

function inLetters(milliseconds: number): string {
  let time = '';
  for (let left = milliseconds, place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(left % 32) + time;
    left = Math.floor(left / 32);
  }
  return time;
}

/** One more, carried from the last digit on. All at their highest is as likely as two alike by chance. */
function next(chance: readonly number[]): readonly number[] {
  const place = chance.findLastIndex((digit) => digit < 31);
  return chance.map((digit, at) => (at < place ? digit : at === place ? digit + 1 : 0));
}

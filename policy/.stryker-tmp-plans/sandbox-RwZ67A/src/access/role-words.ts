// @ts-nocheck
import type { Role } from '../trust/people.ts';

/** A role as it is said in a sentence. */
export function roleWords(role: Role): string {
  return role === 'ceo' ? 'CEO' : role.replace('-', ' ');
}

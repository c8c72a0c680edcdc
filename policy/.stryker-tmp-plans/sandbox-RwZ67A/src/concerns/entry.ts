// @ts-nocheck
import { date } from '../policy-values.ts';
import type { Refusal } from './refusal.ts';

/** Who did something, when and why. */
export interface Entry {
  /** ISO date. */
  readonly on: string;
  /** Person id. */
  readonly by: string;
  readonly why: string;
}

/** What keeps an entry from being recorded: no date, nobody's name, no reason, or a date before what came before it. */
export function entryFault(rule: string, entry: Entry, notBefore?: string): Refusal | undefined {
  if (!date.safeParse(entry.on).success)
    return refusal(rule, 'Give the date as YYYY-MM-DD.', `"${entry.on}" is no date.`);
  if (notBefore !== undefined && entry.on < notBefore)
    return refusal(
      rule,
      `Give ${notBefore} or a later date.`,
      `${entry.on} is before ${notBefore}, when it began or last changed.`,
    );
  if (entry.by.trim() === '') return refusal(rule, 'Say who it is by.', 'Nobody is named.');
  if (entry.why.trim() === '') return refusal(rule, 'Give the reason in a sentence.', 'The reason is missing.');
  return undefined;
}

/** Makes a refusal of an instruction and the fact it rests on. */
export function refusal(rule: string, says: string, because: string): Refusal {
  return { ok: false, says, why: { rule, because: [because], wouldChange: says } };
}

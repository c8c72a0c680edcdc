// @ts-nocheck
import type { Why } from '../explanation/why.ts';

/** A no that says what to do. */
export interface Refusal {
  readonly ok: false;
  /** What to do, in a sentence. */
  readonly says: string;
  readonly why: Why;
}

/** A refusal by a rule. */
export function refused(rule: string, because: string, says: string): Refusal {
  return { ok: false, says, why: { rule, because: [because], wouldChange: says } };
}

// @ts-nocheck
import type { Why } from '../explanation/why.ts';

/** Whether a record can stand; where not, what to do about each thing that is wrong. */
export type Standing = { readonly ok: true } | { readonly ok: false; readonly says: string; readonly why: Why };

/** Something wrong with a record: what is so, and what to do. */
export interface Wrong {
  readonly rule: string;
  readonly because: string;
  readonly says: string;
}

/** Refuses a record that has anything wrong with it, naming all of it at once. */
export function standing(wrong: readonly Wrong[]): Standing {
  const [first] = wrong;
  if (!first) return { ok: true };
  const says = wrong.map((one) => one.says).join(' ');
  return {
    ok: false,
    says,
    why: { rule: first.rule, because: wrong.map(({ because }) => because), wouldChange: says },
  };
}

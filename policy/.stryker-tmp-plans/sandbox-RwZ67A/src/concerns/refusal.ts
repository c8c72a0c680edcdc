// @ts-nocheck
import type { Why } from '../explanation/why.ts';

/** What can't be done, as a value: `says` is what to do instead. */
export interface Refusal {
  readonly ok: false;
  readonly says: string;
  readonly why: Why;
}

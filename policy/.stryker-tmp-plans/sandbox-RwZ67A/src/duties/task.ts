// @ts-nocheck
import type { Owed } from './duty.ts';

/** Something a person owes the trust: they are told of it once, with why, by when and what follows if it is left. */
export interface Task extends Owed {
  readonly kind: 'task';
  /** The person who is asked, by id. */
  readonly person: string;
  /** What is asked, as a short instruction: "Record the core visit to Little Ashby". */
  readonly title: string;
  /** The school it is about, where it is about one. */
  readonly urn?: string;
}

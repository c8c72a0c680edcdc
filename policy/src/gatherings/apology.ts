/** Somebody of a meeting who cannot come: a row, by meeting and person. */
export interface Apology {
  /** Key of the meeting. */
  readonly gathering: string;
  readonly person: string;
  /** Who comes in their place, as the person writes it; empty where nobody does. */
  readonly instead: string;
  /** Why, in the person's words; may be empty. */
  readonly because: string;
  readonly at: string;
}

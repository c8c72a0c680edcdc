/** What the service answers about a year's meetings, beside the plan itself. */

/** Somebody whose calendar could not be read, and why. */
export interface Unknown {
  readonly person: string;
  readonly says: string;
}

/** A person's secret calendar link; the link itself is told only when it is made. */
export interface Feed {
  readonly given: boolean;
  readonly at?: string;
  readonly link?: string;
}

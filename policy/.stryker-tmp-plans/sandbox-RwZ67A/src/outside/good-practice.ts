/** Good practice somebody saw in a school, and what became of it (M45). */
// @ts-nocheck

export interface GoodPractice {
  readonly id: string;
  readonly urn: string;
  /** The area of work, for example "Reading". */
  readonly area: string;
  readonly what: string;
  /** Person id; ISO date, of the visit where one was made. */
  readonly spottedBy: string;
  readonly spottedOn: string;
  /** Whether the school would show it, as its head says. */
  readonly answer?: { readonly willing: boolean; readonly by: string; readonly on: string };
  /** Joint practice development in which it was shown: meeting keys. */
  readonly shownAt: readonly string[];
}

/** What is on record of a document the strategy is linked with (M49); `key` is that of the policy. */
// @ts-nocheck

export interface LinkedDocument {
  readonly key: string;
  /** Person id of its owner; the policy's role where nobody is named. */
  readonly owner?: string;
  /** Where it can be read. */
  readonly place?: string;
  /** Reviews, any order: ISO dates and person ids. */
  readonly reviews: readonly {
    readonly on: string;
    readonly by: string;
    /** ISO date of the next review where it is not the policy's. */
    readonly next?: string;
  }[];
}

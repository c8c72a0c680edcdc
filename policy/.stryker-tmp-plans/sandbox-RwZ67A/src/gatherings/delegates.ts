/** Whom a school sends to a network or moderation (M10): a row, by gathering and school. */
// @ts-nocheck

export interface Delegates {
  readonly gathering: string;
  readonly urn: string;
  /** Names as the head writes them: most are not people of this software. Empty where the school sends nobody. */
  readonly names: readonly string[];
  readonly by: string;
  readonly at: string;
}

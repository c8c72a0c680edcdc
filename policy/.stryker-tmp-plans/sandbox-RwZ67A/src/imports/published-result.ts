/** Why a published figure is not there: the government's own codes, in words. */
// @ts-nocheck

export const MISSING = ['suppressed', 'not applicable', 'no entries', 'low coverage', 'not published'] as const;
export type Missing = (typeof MISSING)[number];

/** A published percentage, or why there is none. */
export type PublishedFigure = { readonly value: number } | { readonly missing: Missing };

/** A school's published Key Stage 2 results of one academic year (M2, M17). */
export interface PublishedResult {
  readonly urn: string;
  readonly year: string;
  /** Pupils at the end of the key stage. */
  readonly pupils?: number;
  /** % reaching the expected standard by measure key: `rwm reading writing grammar maths`. */
  readonly expected: Readonly<Record<string, PublishedFigure>>;
}

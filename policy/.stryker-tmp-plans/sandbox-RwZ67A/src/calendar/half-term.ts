/**
 * A half term's name within its year: its term and its number in it (M3). OWLS has `autumn-1` to `summer-2`; another
 * trust may have two terms of three.
 */
// @ts-nocheck

export type HalfTermName = string;
export const HALF_TERM_NAME = /^[a-z]{1,20}-[1-9]$/;

/** For example `2026-27`. */
export type AcademicYear = string;
/** For example `2026-27/autumn-2`. What comes before what is asked of the calendar, not of the text. */
export type HalfTermId = string;
export const HALF_TERM_ID = /^\d{4}-\d{2}\/[a-z]{1,20}-[1-9]$/;

/** A half term with its first and last school day as ISO dates (Europe/London). */
export interface HalfTerm {
  readonly id: HalfTermId;
  readonly year: AcademicYear;
  readonly name: HalfTermName;
  readonly from: string;
  readonly to: string;
}

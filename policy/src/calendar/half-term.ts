/** The academic year's six half terms (M3). */
export const HALF_TERMS = ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'] as const;
export type HalfTermName = (typeof HALF_TERMS)[number];

/** For example `2026-27`. */
export type AcademicYear = string;
/** For example `2026-27/autumn-2`. What comes before what is asked of the calendar, not of the text. */
export type HalfTermId = string;

/** A half term with its first and last school day as ISO dates (Europe/London). */
export interface HalfTerm {
  readonly id: HalfTermId;
  readonly year: AcademicYear;
  readonly name: HalfTermName;
  readonly from: string;
  readonly to: string;
}

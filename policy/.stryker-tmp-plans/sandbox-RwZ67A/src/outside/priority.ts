// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';

/** A partnership priority of an academic year, as the annual development meeting agreed it (M45, M6). */
export interface Priority {
  readonly id: string;
  readonly year: AcademicYear;
  readonly title: string;
  /** The area of work that good practice can match, for example "Reading". */
  readonly area: string;
  /** ISO date of its agreement, and who recorded it. */
  readonly agreedOn: string;
  readonly by: string;
}

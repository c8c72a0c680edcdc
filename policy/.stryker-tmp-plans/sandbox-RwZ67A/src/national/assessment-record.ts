// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';

/** That a school's outcome of an assessment is on record (M16, M17). */
export interface AssessmentRecord {
  readonly urn: string;
  readonly year: AcademicYear;
  /** The assessment's key in the policy. */
  readonly assessment: string;
  /** ISO date. */
  readonly recordedOn: string;
  /** Person id. */
  readonly recordedBy: string;
}

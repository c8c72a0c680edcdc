import type { AcademicYear } from '../calendar/half-term.ts';
import type { Figures } from '../soap/return.ts';

/** A school's outcome of an assessment, as its head recorded it (M16, M17). */
export interface AssessmentRecord {
  readonly urn: string;
  readonly year: AcademicYear;
  /** The assessment's key in the policy. */
  readonly assessment: string;
  /** How many pupils were assessed. */
  readonly pupils: number;
  /** By measure: percentages of the pupils, 0 to 100, or average marks. */
  readonly figures: Figures;
  /** ISO date. */
  readonly recordedOn: string;
  /** Person id. */
  readonly recordedBy: string;
  /** The row's version (ETag) it was read at; a correction names it. Undefined for what is not kept yet. */
  readonly version?: string;
}

/** What a head fills in. */
export type AssessmentGiven = Omit<AssessmentRecord, 'recordedOn' | 'recordedBy' | 'version'>;

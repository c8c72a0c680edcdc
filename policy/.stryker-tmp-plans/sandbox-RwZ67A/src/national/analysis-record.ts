// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';

/** A head's analysis of a year's published results, with what follows from it (M18). */
export interface AnalysisRecord {
  readonly urn: string;
  /** The year whose results are analysed. */
  readonly year: AcademicYear;
  /** ISO date. */
  readonly on: string;
  /** Person id. */
  readonly by: string;
  readonly needs: readonly {
    /** A measure's key, or an area in the head's words. */
    readonly area: string;
    /** What is done about it. */
    readonly actions: string;
  }[];
}

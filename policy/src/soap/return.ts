import type { HalfTermId } from '../calendar/half-term.ts';
import type { YearGroup } from '../trust/school.ts';

/** A School On A Page as a head returns it (M13). Measures are policy: their keys come from the policy's list. */
export interface SoapReturn {
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  /** 1 for the first submission; each resubmission while the round is open adds one. */
  readonly revision: number;
  readonly cohorts: readonly Cohort[];
  /** In the policy's order. Left out where none was given; a group that is not among them was not given. */
  readonly groups?: readonly PupilGroup[];
  /** Whole-school figures by measure key, in the unit the policy gives the measure. */
  readonly school: Figures;
  readonly comment: string;
  readonly nextSteps: string;
  /** ISO instant. */
  readonly submittedAt: string;
  /** Person id. */
  readonly submittedBy: string;
}

/** One year group's row: percentages are of `pupils`, 0 to 100. A measure without a figure was not given. */
export interface Cohort {
  readonly year: YearGroup;
  readonly pupils: number;
  readonly figures: Figures;
}

/**
 * A pupil group's row (M13), over all year groups that are asked for its measures: percentages are of `pupils`, 0 to
 * 100. A measure without a figure was not given, which is not zero.
 */
export interface PupilGroup {
  /** Key of the policy's group. */
  readonly group: string;
  readonly pupils: number;
  readonly figures: Figures;
}

export type Figures = Readonly<Record<string, number>>;

/** What a head has typed so far towards the next revision. Nobody else relies on it. */
export interface SoapDraft extends Omit<SoapReturn, 'submittedAt' | 'submittedBy'> {
  readonly savedAt: string;
  readonly savedBy: string;
  /** The row's version (ETag) this draft was read at; a save must name it. */
  readonly version: string;
}

/** Something about a return that has to be mended (`error`) or commented on (`warning`) before it is sent (M15). */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly rule: string;
  /** Where: a cell (year or pupil group, and measure), a whole-school figure (measure only) or a text field. */
  readonly year?: YearGroup;
  /** Key of a pupil group. */
  readonly group?: string;
  readonly measure?: string;
  readonly field?: 'pupils' | 'comment' | 'nextSteps';
  /** Which part of the form, where the finding is about another record than a return. */
  readonly place?: string;
  /** A sentence a head understands, saying what to do. */
  readonly says: string;
}

// @ts-nocheck
import type { YearGroup } from '../trust/school.ts';
import type { AgreedJudgement } from './agreed-judgement.ts';
import type { GivenReport } from './given-report.ts';

/**
 * What reports read beside the facts. Each list is kept by another part of the product; a list that is left out or
 * empty shows as a gap in the report, never as a nought.
 */
export interface ReportSources {
  readonly given?: readonly GivenReport[];
  readonly agreed?: readonly AgreedJudgement[];
  readonly targets?: readonly SourceTarget[];
  readonly kpis?: readonly SourceKpi[];
  readonly actions?: readonly SourceAction[];
  readonly inspections?: readonly SourceInspection[];
  readonly comparators?: readonly SourceComparator[];
  readonly reviews?: readonly SourceReview[];
  readonly pulse?: readonly SourcePulse[];
}

/** A signed-off target of a school (M20), by the year's end: of a year group, or of the whole school. */
export interface SourceTarget {
  readonly urn: string;
  readonly academicYear: string;
  readonly yearGroup?: YearGroup;
  readonly measure: string;
  /** Of a measure that is better when lower, at most. */
  readonly minimum: number;
  readonly aspirational: number;
}

/** A key performance indicator of the trust, approved by its board (M22): a published percentage to reach. */
interface SourceKpi {
  readonly name: string;
  readonly academicYear: string;
  /** The key of the published measure. */
  readonly measure: string;
  readonly atLeast: number;
}

/** An action of a plan, visit or meeting (M36, M42). Dates are ISO. */
export interface SourceAction {
  readonly id: string;
  /** Undefined for the whole trust. */
  readonly urn?: string;
  readonly title: string;
  readonly due: string;
  readonly done?: string;
  /** What came of it, in a sentence. */
  readonly impact?: string;
}

/** An inspection and what became of the grade (M28). */
interface SourceInspection {
  readonly urn: string;
  readonly on: string;
  readonly outcome: 'better' | 'same' | 'worse' | 'not graded';
  /** The outcome in a sentence. */
  readonly says: string;
}

/** A comparable trust's published result (M43). */
interface SourceComparator {
  readonly trust: string;
  readonly academicYear: string;
  readonly measure: string;
  readonly value: number;
}

/** A review from outside, or a self-evaluation that was checked (M48). */
interface SourceReview {
  readonly urn: string;
  readonly on: string;
  readonly kind: 'self-evaluation' | 'external';
  readonly confirmed: boolean;
}

/** A head's answer to the pulse card (M48): 1 is low, 5 is high. */
interface SourcePulse {
  readonly term: string;
  readonly score: number;
}

// @ts-nocheck
import type { Refusal } from '../national/refusal.ts';
import type { YearGroup } from '../trust/school.ts';
import type { ReportKind } from './reports-policy.ts';

/** A figure as data: how it is shown is the reader's screen's or document's matter. */
export interface ReportFigure {
  readonly label: string;
  /** Undefined where it is not known, or hidden. */
  readonly value?: number;
  readonly unit: '%' | 'count';
  /** Since the last return of the same academic year, in the figure's unit. */
  readonly change?: number;
  /** Hidden from this reader: too few pupils (M15). */
  readonly hidden?: true;
  readonly year?: YearGroup;
  readonly measure?: string;
}

export interface ReportPoint {
  readonly says: string;
  readonly urn?: string;
  readonly figures?: readonly ReportFigure[];
}

export interface ReportSection {
  readonly heading: string;
  /** The rule it follows from, for example `M40`. */
  readonly rule: string;
  readonly points: readonly ReportPoint[];
  /** What is missing, in sentences. */
  readonly gaps: readonly string[];
}

/** What a report says, without formatting: a page, a document and a post are made from the same. */
export interface Report {
  readonly ok: true;
  readonly kind: ReportKind;
  readonly rule: string;
  readonly title: string;
  /** The school it is about; undefined for the trust. */
  readonly urn?: string;
  /** The half term, term or academic year it is of. */
  readonly period: string;
  readonly sections: readonly ReportSection[];
}

/** A report, or why there can't be one and what to do. */
export type ReportAnswer = Report | Refusal;

/** Who it is for: those of the school see it in full, all others with small cohorts hidden (M15). */
export type Reader = 'school' | 'outside';

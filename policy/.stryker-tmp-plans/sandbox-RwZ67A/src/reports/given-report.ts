// @ts-nocheck
import type { ReportKind } from './reports-policy.ts';

/** That a report was given to those it is for. */
export interface GivenReport {
  readonly kind: ReportKind;
  /** The term it was due in, for example `2026-27/autumn`. */
  readonly term: string;
  /** The school it is about; undefined for the trust. */
  readonly urn?: string;
  /** ISO date. */
  readonly on: string;
  /** Person id. */
  readonly by: string;
}

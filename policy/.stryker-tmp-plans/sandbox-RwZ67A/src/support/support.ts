// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Route } from './support-policy.ts';

/** Part of a cost that one source pays, in whole pounds. `source` is a key of the policy. */
export interface Allocation {
  readonly source: string;
  readonly pounds: number;
}

export interface SpentEntry extends Allocation {
  /** ISO date. */
  readonly on: string;
  /** What was paid for. */
  readonly for: string;
}

/**
 * Additional support for a school in an academic year, with its cost and who pays (M34). What is allocated counts as
 * committed at once; support that is dropped has its allocations lowered to what was spent.
 */
export interface Support {
  readonly id: string;
  readonly urn: string;
  readonly year: AcademicYear;
  readonly route: Route;
  /** Id of the need it answers, where one was recorded. */
  readonly need?: string;
  readonly what: string;
  /** Whole pounds. */
  readonly cost: number;
  readonly allocations: readonly Allocation[];
  /** ISO instant of its first record. */
  readonly recordedAt: string;
  /** When cost and source were agreed (ISO instant), and by whom: the CEO and the school's head. */
  readonly agreed?: { readonly at: string; readonly by: readonly string[] };
  readonly spent: readonly SpentEntry[];
}

/** What a school has set aside for additional support in a year (M34). */
export interface RingFence {
  readonly urn: string;
  readonly year: AcademicYear;
  /** Whole pounds. */
  readonly amount: number;
  readonly by: string;
  /** ISO instant; the newest one counts. */
  readonly at: string;
}

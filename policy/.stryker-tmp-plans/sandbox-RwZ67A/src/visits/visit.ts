// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';

/** A school's core visit of a half term (M29), agreed or held: a row of the Visits list. */
export interface Visit {
  /** `visit/2026-27/autumn-2/115850`, see `visitKey`. */
  readonly key: string;
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  /** ISO date that was agreed. */
  readonly planned: string;
  /** ISO date it took place; undefined until it is recorded. */
  readonly held?: string;
  /** Person ids, the leading visitor first. */
  readonly visitors: readonly string[];
  /** What the school or its visitors want looked at besides the schedule. */
  readonly also?: readonly string[];
  readonly findings: readonly VisitFinding[];
  readonly checks: readonly VisitCheck[];
}

/** Something seen in a visit (M31): good practice, or an action, which the next visit reviews. */
export type VisitFinding = {
  readonly key: string;
  /** Key of one of the policy's areas. */
  readonly area: string;
  readonly text: string;
} & ({ readonly kind: 'good practice' } | VisitAction);

interface VisitAction {
  readonly kind: 'action';
  /** Person id. */
  readonly owner: string;
  /** ISO date. */
  readonly by: string;
  /** ISO date it was done. */
  readonly done?: string;
}

/** A check of the policy made in a visit. One that needs follow-up has an action in its area. */
interface VisitCheck {
  readonly check: string;
  readonly outcome: 'in order' | 'follow up';
}

/** The stable key of a school's visit in a half term. */
export function visitKey(halfTerm: HalfTermId, urn: string): string {
  return `visit/${halfTerm}/${urn}`;
}

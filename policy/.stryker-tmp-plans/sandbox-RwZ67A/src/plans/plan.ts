// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Entry } from '../concerns/entry.ts';

/** The development plan of every school (M35); the raising attainment plan of a school at risk; the fuller one (M36). */
const PLAN_KINDS = ['development', 'raising', 'full'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Something done towards an objective, in the school or as the trust's support. */
export interface PlanAction {
  readonly id: string;
  readonly what: string;
  /** ISO date by which it is to be done. */
  readonly by: string;
  /** Whole pounds; 0 where it costs nothing. */
  readonly cost: number;
  /** What the trust adds, for example "Ten days of a lead professional". */
  readonly support?: string;
  /** ISO date on which it was done. */
  readonly done?: string;
}

/** What can be seen by a date if an objective is on its way. */
export interface Milestone {
  readonly id: string;
  readonly what: string;
  readonly by: string;
  /** ISO date on which it was met. */
  readonly met?: string;
  /** ISO date on which it was recorded that it was not met. */
  readonly missed?: string;
}
export interface Objective {
  readonly id: string;
  readonly what: string;
  /** Key of the area of concern it answers (M37), where it answers one. */
  readonly area?: string;
  /** Person id of who answers for it. */
  readonly owner?: string;
  readonly actions: readonly PlanAction[];
  readonly milestones: readonly Milestone[];
  /** What will be better for pupils, as it is meant to be. */
  readonly impact: string;
}

/** A look at a plan's progress and the impact seen so far. */
export interface PlanReview {
  readonly on: string;
  readonly by: string;
  readonly says: string;
}

/** The end of a plan: `why` is the impact it had. */
export interface PlanClosing extends Entry {
  /** Id of the plan that goes on from it, where one does. */
  readonly followedBy?: string;
}

/** A school's plan for an academic year. */
export interface Plan {
  readonly id: string;
  readonly urn: string;
  readonly kind: PlanKind;
  readonly year: AcademicYear;
  /** ISO date on which it was begun. */
  readonly begun: string;
  /** Keys of the areas of concern it has to answer; empty for a development plan. */
  readonly areas: readonly string[];
  readonly objectives: readonly Objective[];
  /** Weeks of term between reviews, where the plan sets its own schedule. */
  readonly reviewWeeks?: number;
  /** When it was agreed with the head. */
  readonly agreed?: {
    readonly on: string;
    readonly by: string;
  };
  /** When the governors noted it. */
  readonly noted?: {
    readonly on: string;
    readonly by: string;
  };
  readonly reviews: readonly PlanReview[];
  readonly closed?: PlanClosing;
}
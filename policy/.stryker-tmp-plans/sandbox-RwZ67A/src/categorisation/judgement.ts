// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';

/** A code of the policy's scale, for example `2cc` (M24). */
export type CategoryCode = string;

/** One school's categorisation in one half term's round (M25): proposed by the cluster leader, validated by the CEO. */
export interface Judgement {
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  readonly proposed?: {
    readonly category: CategoryCode;
    readonly by: string;
    readonly at: string;
    /** The cluster leader's reason, in their words. */
    readonly because: string;
  };
  readonly validated?: {
    readonly category: CategoryCode;
    readonly by: string;
    readonly at: string;
    /** Required where the CEO's category is not the proposed one. */
    readonly why?: string;
  };
  /** The row's version (ETag); undefined while there is no row. */
  readonly version?: string;
}

/** A judgement that the CEO has made. */
export type ValidatedJudgement = Judgement & Required<Pick<Judgement, 'validated'>>;

/** What the system would propose, with its evidence (M27); people decide. */
export interface Suggestion {
  readonly category: CategoryCode;
  /** Sentences with the figures they rest on, strongest first. */
  readonly because: readonly string[];
  /** How far it is from changing, in a sentence. */
  readonly wouldChange: string;
}

import type { ProcedureKey } from './concerns-policy.ts';
import type { Entry } from './entry.ts';

/** A level a concern reached; 1 is the mildest. */
export interface LevelReached extends Entry {
  readonly level: number;
}

export interface StepDone {
  readonly procedure: ProcedureKey;
  readonly level: number;
  /** Key of the policy's step. */
  readonly step: string;
  readonly on: string;
  readonly by: string;
}

/** What a look at the concern found: whether there is progress, and what was seen. */
export interface ProgressSeen extends Entry {
  readonly progress: boolean;
}

/** What the CEO and the Chair decided about a serious or unresolved concern (M38). */
export interface Intervention extends Entry {
  readonly level: number;
}

/** One concern about one area of a school (M37, M38). The first of its levels is the one it was opened at. */
export interface Concern {
  readonly id: string;
  readonly urn: string;
  /** Key of the policy's area. */
  readonly area: string;
  readonly procedure: ProcedureKey;
  readonly levels: readonly [LevelReached, ...LevelReached[]];
  /** Set when it was moved to the 3/4 procedure, which it then enters at due diligence. */
  readonly moved?: Entry;
  readonly steps: readonly StepDone[];
  readonly progress: readonly ProgressSeen[];
  readonly interventions: readonly Intervention[];
  readonly closed?: Entry;
}

/** The level a concern stands at: the highest it reached. It never falls while the concern is open (M38). */
export function levelReached(concern: Concern): LevelReached {
  return concern.levels.reduce((highest, one) => (one.level > highest.level ? one : highest));
}

/** The day a concern was opened. */
export function openedOn(concern: Concern): string {
  return concern.levels[0].on;
}

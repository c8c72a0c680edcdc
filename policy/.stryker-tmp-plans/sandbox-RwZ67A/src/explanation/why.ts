/** Why something was decided: what every suggestion, refusal, escalation and date can say of itself. */
// @ts-nocheck

export interface Why {
  /** The rule of the strategy it follows from, for example `M38`. */
  readonly rule: string;
  /** The facts it rests on, in sentences. */
  readonly because: readonly string[];
  /** What would change it, in a sentence. */
  readonly wouldChange: string;
}

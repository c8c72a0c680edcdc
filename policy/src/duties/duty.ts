import type { HalfTermId } from '../calendar/half-term.ts';
import type { Task } from './task.ts';

export interface Owed {
  /** Stable for ever: `soap-prompt/2026-27/autumn-2/115850/<person>`. The delivery ledger holds these. */
  readonly key: string;
  /** The rule it follows from, for example `M14`. */
  readonly rule: string;
  /** ISO instant it fell due. */
  readonly since: string;
  /** ISO instant by which the thing asked for is wanted, where there is one. */
  readonly by?: string;
  /** Why, in a sentence. */
  readonly because: string;
  /** What happens if it is not done, in a sentence. */
  readonly otherwise: string;
}

/** A message owed to one person. `person` is a person id. */
export type PersonDuty = Owed & { readonly person: string } & (
    | {
        readonly kind: 'soap-prompt' | 'soap-reminder' | 'soap-sent-back';
        readonly halfTerm: HalfTermId;
        readonly urn: string;
      }
    /** One message for all of the overdue schools this person answers for. */
    | { readonly kind: 'soap-escalation'; readonly halfTerm: HalfTermId; readonly urns: readonly string[] }
    | { readonly kind: 'category-proposal'; readonly halfTerm: HalfTermId; readonly cluster: string }
    | { readonly kind: 'category-validation'; readonly halfTerm: HalfTermId }
  );

/** A post owed to the trust's channel. */
export type ChannelDuty = Owed & { readonly kind: 'category-summary'; readonly halfTerm: HalfTermId };

/** An event owed to calendars: the recorded meeting with this key has none yet. */
export type CalendarDuty = Owed & { readonly kind: 'meeting-event'; readonly meeting: string };

export type Duty = PersonDuty | ChannelDuty | CalendarDuty | Task;

import type { Gathering, MeetingAnswer, RecordedGathering, TimesAhead, UnplacedGathering } from '@owls/policy';

/** What the service answers about a year's meetings, beside the plan itself. */

/** Somebody whose calendar could not be read, and why. */
export interface Unknown {
  readonly person: string;
  readonly says: string;
}

/** What calendars would have to change to hold the plan. A yes names the fingerprint of what was seen. */
export interface AheadAnswer {
  readonly times: TimesAhead;
  readonly fingerprint: string;
  readonly total: number;
  readonly add: readonly Gathering[];
  readonly change: readonly { readonly from: RecordedGathering; readonly to: Gathering }[];
  readonly takeOut: readonly RecordedGathering[];
  readonly unplaced: readonly UnplacedGathering[];
}

/** A yes to putting the plan into calendars, and how far it has got. */
export interface CalendarJob {
  readonly key: string;
  readonly state: 'running' | 'done' | 'stopped';
  readonly by: string;
  readonly at: string;
  readonly finishedAt?: string;
  readonly total: number;
  readonly made: number;
  readonly changed: number;
  readonly takenOut: number;
  readonly failed: readonly { readonly key: string; readonly because: string; readonly todo: string }[];
  /** Why it stopped, and what to do. */
  readonly says?: string;
}

export interface Attendance {
  readonly meetings: readonly {
    readonly key: string;
    readonly title: string;
    readonly start: string;
    readonly invited: readonly string[];
    readonly attended: readonly string[];
  }[];
  readonly people: readonly { readonly person: string; readonly invited: number; readonly attended: number }[];
  readonly answers: readonly { readonly key: string; readonly answers: readonly MeetingAnswer[] }[];
}

/** A person's secret calendar link; the link itself is told only when it is made. */
export interface Feed {
  readonly given: boolean;
  readonly at?: string;
  readonly link?: string;
}

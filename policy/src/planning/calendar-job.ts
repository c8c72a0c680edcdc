import type { AcademicYear } from '../calendar/half-term.ts';
import type { Ahead, TimesAhead } from './ahead.ts';

/** What calendars would have to change to hold the plan. A yes names the fingerprint of what was seen. */
export interface AheadView extends Omit<Ahead, 'planned'> {
  readonly times: TimesAhead;
  readonly fingerprint: string;
  readonly total: number;
}

/** One that could not be done: the meeting, why, and what to do about it. */
export interface NotDone {
  readonly key: string;
  readonly because: string;
  readonly todo: string;
}

/** A yes to putting a year's plan into calendars, and how far it has got. */
export interface CalendarJob {
  /** `2026-27/0001` */
  readonly key: string;
  readonly year: AcademicYear;
  readonly times: TimesAhead;
  readonly state: 'running' | 'done' | 'stopped';
  /** Person id of who said yes. */
  readonly by: string;
  readonly at: string;
  readonly finishedAt?: string;
  /** Meetings to be made, changed or taken out when it began. */
  readonly total: number;
  readonly made: number;
  readonly changed: number;
  readonly takenOut: number;
  readonly failed: readonly NotDone[];
  /** Why it stopped as a whole, with what to do. */
  readonly says?: string;
}

import type { AcademicYear } from '../calendar/half-term.ts';

/** A kind of meeting named in the policy, for example `strategic` (M4) or `advisory` (M5). */
export type MeetingKind = string;

/** One meeting of the year's plan. */
export interface Meeting {
  /** `strategic/2026-27/3`: stable for the academic year. */
  readonly key: string;
  readonly kind: MeetingKind;
  readonly year: AcademicYear;
  readonly number: number;
  readonly title: string;
  /** Wall-clock in Europe/London without offset, for example `2026-09-08T14:00`. */
  readonly start: string;
  readonly end: string;
  /** URN of the hosting school, where the kind rotates its host. */
  readonly host?: string;
  readonly place: string;
  /** Person ids, the chair first. */
  readonly attendees: readonly string[];
  readonly reminderMinutes: number;
  readonly agenda: readonly string[];
}

/** A meeting that was put into calendars (or is about to be): a row of the Meetings list. */
export interface RecordedMeeting extends Meeting {
  readonly state: 'agreed' | 'in calendars' | 'cancelled';
  readonly eventId?: string;
  /** The meeting's chat in Teams, `19:meeting_…@thread.v2`: by it the app beside a meeting knows which one it is. */
  readonly chat?: string;
  readonly version: string;
  /** What gatherings have beside the heads' meetings; see `ArrangedGathering`. */
  readonly rule?: string;
  readonly urn?: string;
  readonly cluster?: string;
  readonly recorder?: string;
  readonly sentBySchools?: readonly string[];
  /** What those invited answered in their calendars; people who have not answered are not here. */
  readonly answers?: readonly MeetingAnswer[];
  /** Somebody cancelled or deleted its event in a calendar: the trust has to say what is to become of it. */
  readonly question?: 'gone from the calendar';
  /** How often its event was made anew after it was gone; 0 or absent for the first. */
  readonly again?: number;
  /** It was cancelled because the plan no longer asked for it: should the plan ask again, it comes back. */
  readonly takenOut?: boolean;
}

/** What somebody invited answered to the invitation. */
export interface MeetingAnswer {
  /** Person id. */
  readonly person: string;
  readonly answer: 'accepted' | 'tentative' | 'declined';
}

import type { AcademicYear } from '../calendar/half-term.ts';

/** A school's peer review of a year (M32), agreed or over: a row of the Peer reviews list. */
export interface PeerReview {
  /** `peer-review/2026-27/115850`, see `peerReviewKey`. */
  readonly key: string;
  readonly urn: string;
  readonly year: AcademicYear;
  /** ISO dates, in order. */
  readonly days: readonly string[];
  /** Person id of who leads it. */
  readonly lead: string;
  /** Person ids of the heads who review. */
  readonly reviewers: readonly string[];
  /** Steps of the protocol that are done. */
  readonly steps: readonly { readonly step: string; readonly by: string; readonly on: string }[];
  /** What the trust asked about the report, of the lead or a reviewer. */
  readonly questions: readonly Question[];
  /** Who agreed it as it is, when, and why its people are others than were proposed; unknown of one typed by hand. */
  readonly agreed?: { readonly by: string; readonly at: string; readonly because: string };
  /** Of its row; one that is not on record has none. */
  readonly version?: string;
}

/** A review that was agreed and is not to be (M32): it stands for nothing, and its school's can be agreed again. */
export interface WithdrawnReview extends PeerReview {
  readonly withdrawn: { readonly by: string; readonly at: string; readonly because: string };
}

interface Question {
  readonly key: string;
  readonly text: string;
  /** Person id of who is asked. */
  readonly of: string;
  /** ISO date. */
  readonly askedOn: string;
  readonly answer?: { readonly text: string; readonly on: string };
}

/** The stable key of a school's peer review in a year. */
export function peerReviewKey(year: AcademicYear, urn: string): string {
  return `peer-review/${year}/${urn}`;
}

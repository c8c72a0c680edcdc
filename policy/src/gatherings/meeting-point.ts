/** What a point of a meeting is: an item added to its agenda, or something it came to. */
export const POINT_KINDS = ['agenda item', 'decision', 'priority', 'development area'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** One point of a meeting: a row of its own, so that people who write at once keep each what they wrote. */
export interface MeetingPoint {
  readonly id: string;
  /** Key of the meeting. */
  readonly meeting: string;
  readonly kind: PointKind;
  /** The school it is about, where it is about one: the next visit to it takes a development area up (M5). */
  readonly urn?: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly version: string;
}

/** Who came to a meeting, and whether its minutes are still being written. */
export interface MinutesSheet {
  readonly gathering: string;
  readonly state: 'draft' | 'held' | 'not held';
  readonly attended: readonly string[];
  /** Why it was not held. */
  readonly because: string;
  readonly by: string;
  readonly at: string;
  readonly version: string;
}

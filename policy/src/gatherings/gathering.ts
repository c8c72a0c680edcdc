import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { Meeting, RecordedMeeting } from '../meetings/meeting.ts';
import type { PeerReview } from '../peer-review/peer-review.ts';

/** A meeting beside the cadence of heads (M6-M12), in the form every meeting of the trust has. Times are wall-clock. */
export interface ArrangedGathering extends Meeting {
  readonly rule: string;
  /** The school it is about. */
  readonly urn?: string;
  /** The cluster it is of. */
  readonly cluster?: string;
  /** Who minutes it, where that is not the chair (the first attendee). */
  readonly recorder?: string;
  /** Groups of staff that each school sends (M10). */
  readonly sentBySchools: readonly string[];
}

/** A gathering of the plan, which can say why it is there. */
export interface Gathering extends ArrangedGathering {
  readonly why: Why;
}

/** A gathering that was agreed: a row of the Meetings list. */
export interface RecordedGathering
  extends ArrangedGathering,
    Pick<RecordedMeeting, 'state' | 'eventId' | 'chat' | 'version' | 'question' | 'again' | 'takenOut'> {}

/** A gathering the policy asks for and for which there was no slot. */
export interface UnplacedGathering {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly urn?: string;
  readonly cluster?: string;
  readonly why: Why;
}

/** The plan of a year: what was placed, in order of time, and what could not be. */
export interface GatheringPlan {
  readonly gatherings: readonly Gathering[];
  readonly unplaced: readonly UnplacedGathering[];
}

/** What planning rests on. */
export interface GatheringFacts extends Pick<Facts, 'schools' | 'people' | 'judgements' | 'meetings'> {
  /** Gatherings that stay as they are, because they are past or somebody moved them: not planned again, and kept clear of. */
  readonly fixed?: readonly ArrangedGathering[];
  /** URNs of schools with agreed additional support (M33). */
  readonly supported?: readonly string[];
  /** Peer reviews on record (M32): their days stand in the plan, and nothing else is planned on them for their people. */
  readonly peerReviews?: readonly PeerReview[];
}

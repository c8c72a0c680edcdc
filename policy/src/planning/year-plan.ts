import type { AcademicYear } from '../calendar/half-term.ts';
import type { Gathering, GatheringFacts, GatheringPlan } from '../gatherings/gathering.ts';
import { gatheringPlan } from '../gatherings/occurrences.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { plan } from '../meetings/plan.ts';
import { reviewGatherings } from '../peer-review/review-gatherings.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type MeetingMove, withMoves } from './moves.ts';

/**
 * All meetings of an academic year (M3-M12), in order of time: those of heads and every gathering, as policy and people
 * of today make them, and the peer reviews that are agreed (M32), with what somebody moved or chose in its place. A
 * moved meeting moves no other.
 */
export function yearPlan(
  policy: TrustPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  moves: readonly MeetingMove[] = [],
): GatheringPlan {
  const { gatherings, unplaced } = gatheringPlan(policy, policy.gatherings, facts, year);
  const ofHeads = plan(policy, facts, year).map((meeting) => explained(policy, meeting));
  const reviews = reviewGatherings(policy, facts, year);
  return {
    gatherings: withMoves([...ofHeads, ...gatherings, ...reviews], facts.schools, moves).sort(byTime),
    unplaced,
  };
}

function explained(policy: TrustPolicy, meeting: Meeting): Gathering {
  const kind = policy.meetings.find((one) => one.kind === meeting.kind);
  const rule = kind?.rule ?? 'M3';
  return {
    ...meeting,
    rule,
    sentBySchools: [],
    why: {
      rule,
      because: [
        `It is held every ${kind?.everyWeeks ?? 0} weeks in term time, from week ${kind?.firstWeek ?? 0} of the year on.`,
        ...(kind?.host === 'rotating' ? ['Schools host it in turn.'] : []),
      ],
      wouldChange: 'Change its cadence, weekday or time in the policy, or move it in the calendar.',
    },
  };
}

/** Meetings in order of time, and of key at the same time. */
export function byTime(one: Pick<Meeting, 'start' | 'key'>, other: Pick<Meeting, 'start' | 'key'>): number {
  return `${one.start} ${one.key}` < `${other.start} ${other.key}` ? -1 : 1;
}

import type { AcademicYear } from '../calendar/half-term.ts';
import type {
  Gathering,
  GatheringFacts,
  GatheringPlan,
  RecordedGathering,
  UnplacedGathering,
} from '../gatherings/gathering.ts';
import { type Replanned, replanned } from '../gatherings/replanned.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { fitting, keptInPlace } from './kept-in-place.ts';
import { type MeetingMove, withMoves } from './moves.ts';
import { hasMailbox } from './troubles.ts';
import { byTime, yearPlan } from './year-plan.ts';

/**
 * What becomes of the times of meetings that are agreed already: `keep` leaves each where it is as long as its day is
 * one on which it can take place; `plan` sets each as policy and people of today would.
 */
export type TimesAhead = 'keep' | 'plan';

export interface Ahead extends Replanned {
  /** The plan as it would be afterwards, in order of time. */
  readonly planned: readonly Gathering[];
  readonly unplaced: readonly UnplacedGathering[];
}

/** What the plan of a year is held against. */
export interface Standing {
  readonly recorded: readonly RecordedGathering[];
  /** Moves in force. */
  readonly moves: readonly MeetingMove[];
  /** Keys of meetings whose moves were taken back: they follow the plan again. */
  readonly released: ReadonlySet<string>;
  /** Wall-clock. */
  readonly now: string;
}

/**
 * What has to change in calendars so that they hold the plan of today (M3-M12): of policy, people, schools, term dates
 * and moves. Nothing that has begun is touched, nothing cancelled by hand comes back.
 */
export function ahead(
  policy: TrustPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  standing: Standing,
  times: TimesAhead,
): Ahead {
  const recorded = standing.recorded.filter((one) => one.takenOut !== true);
  const fresh = yearPlan(policy, facts, year);
  const plan: GatheringPlan =
    times === 'keep' ? keptInPlace(policy, facts, year, { ...standing, recorded }, fresh) : fresh;
  const planned = withMoves(plan.gatherings, facts.schools, standing.moves)
    .flatMap(neverBackwards(recorded, fitting(policy, facts.schools), standing.now))
    .map(reached(facts.people))
    .sort(byTime);
  const { add, change, takeOut } = replanned(recorded, planned, standing.now);
  return {
    add,
    // One that was deleted in Outlook waits for an answer, not for a change.
    change: change.filter(({ from }) => from.question === undefined),
    takeOut,
    planned,
    unplaced: plan.unplaced,
  };
}

/**
 * A meeting agreed for a day ahead is not planned into the past: it stays where it is agreed, and where it can't be held
 * there it is left out.
 */
function neverBackwards(
  recorded: readonly RecordedGathering[],
  fits: ReturnType<typeof fitting>,
  now: string,
): (meeting: Gathering) => readonly Gathering[] {
  const known = new Map(recorded.map((one) => [one.key, one]));
  return (meeting) => {
    const there = known.get(meeting.key);
    if (!there || there.start <= now || meeting.start > now) return [meeting];
    return fits(meeting, there.start) ? [{ ...meeting, start: there.start, end: there.end }] : [];
  };
}

/** The meeting with those whom an invitation can reach: the others follow once their address is on record. */
function reached(people: GatheringFacts['people']): (meeting: Gathering) => Gathering {
  const known = new Map(people.map((person) => [person.id, person]));
  return (meeting) => {
    const attendees = meeting.attendees.filter((id) => hasMailbox(known.get(id)));
    return attendees.length === meeting.attendees.length ? meeting : { ...meeting, attendees };
  };
}

import type { AcademicYear } from '../calendar/half-term.ts';
import type { Gathering, GatheringFacts, RecordedGathering, UnplacedGathering } from '../gatherings/gathering.ts';
import { gatheringPlan } from '../gatherings/occurrences.ts';
import { type Replanned, replanned } from '../gatherings/replanned.ts';
import { belongs } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { MeetingMove } from './moves.ts';
import { dayOff } from './troubles.ts';
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

/**
 * What has to change in calendars so that they hold the plan of today (M3-M12): of policy, people, schools, term dates
 * and moves. Nothing that has begun is touched, nothing cancelled comes back. `now` is wall-clock.
 */
export function ahead(
  policy: TrustPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  recorded: readonly RecordedGathering[],
  moves: readonly MeetingMove[],
  now: string,
  times: TimesAhead,
): Ahead {
  const fresh = yearPlan(policy, facts, year, moves);
  const { planned, unplaced } =
    times === 'keep'
      ? kept(policy, facts, year, recorded, moves, now)(fresh)
      : { planned: fresh.gatherings, unplaced: fresh.unplaced };
  return { ...replanned(recorded, planned, now), planned, unplaced };
}

/** Leaves recorded meetings at their time and place; new ones find a slot beside them. */
function kept(
  policy: TrustPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  recorded: readonly RecordedGathering[],
  moves: readonly MeetingMove[],
  now: string,
) {
  const known = new Map(recorded.map((one) => [one.key, one]));
  const moved = new Map(moves.map((one) => [one.key, one]));
  const schools = new Map(facts.schools.map((school) => [school.urn, school]));

  const asRecorded = (one: Gathering): Gathering | undefined => {
    const there = known.get(one.key);
    if (!there || there.state === 'cancelled') return undefined;
    const date = there.start.slice(0, 10);
    const begun = there.start <= now;
    const timed =
      !begun && (moved.get(one.key)?.start !== undefined || dayOff(policy, one.kind, date) !== undefined)
        ? one
        : { ...one, start: there.start, end: there.end };
    const host = there.host === undefined ? undefined : schools.get(there.host);
    if (!host || one.host === undefined || moved.get(one.key)?.host !== undefined) return timed;
    return belongs(host, timed.start.slice(0, 10)) ? { ...timed, host: host.urn, place: there.place } : timed;
  };

  return (fresh: { readonly gatherings: readonly Gathering[]; readonly unplaced: readonly UnplacedGathering[] }) => {
    const stay = fresh.gatherings.map((one) => ({ one, there: asRecorded(one) }));
    const ofHeads = new Set(policy.meetings.map(({ kind }) => kind));
    const fixed = stay.flatMap(({ there }) => (there && !ofHeads.has(there.kind) ? [there] : []));
    const isNew = stay.some(({ one, there }) => !there && !known.has(one.key));
    // Where nothing is recorded, the fresh plan is the plan.
    if (fixed.length === 0 || !isNew) {
      return { planned: stay.map(({ one, there }) => there ?? one).sort(byTime), unplaced: fresh.unplaced };
    }
    const beside = gatheringPlan(policy, policy.gatherings, { ...facts, fixed }, year);
    const placed = new Map(beside.gatherings.map((one) => [one.key, one]));
    return {
      planned: stay
        .map(({ one, there }) => there ?? (moved.has(one.key) ? one : (placed.get(one.key) ?? one)))
        .sort(byTime),
      unplaced: beside.unplaced,
    };
  };
}

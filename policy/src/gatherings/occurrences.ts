import type { AcademicYear } from '../calendar/half-term.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { plan } from '../meetings/plan.ts';
import { reviewGatherings } from '../peer-review/review-gatherings.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Demand, demandsOf } from './demand.ts';
import { type Diary, emptyDiary, minutesOfDay, startsOf } from './diary.ts';
import type { Gathering, GatheringFacts, GatheringPlan, UnplacedGathering } from './gathering.ts';
import { hostsOfAll } from './gathering-hosts.ts';
import type { GatheringDefinition, GatheringsPolicy } from './gatherings-policy.ts';
import { type Invited, invitations } from './invitations.ts';
import { gatheringOf, type Placed, slotOf, withoutSlot } from './placed.ts';

/** What has least choice is placed first. */
const PLACING: readonly GatheringDefinition['rhythm'][] = [
  'summer break',
  'every weeks',
  'trust termly',
  'cluster termly',
  'governors termly',
  'school half-termly',
  'school termly',
];

/**
 * The gatherings of an academic year (M6-M12) as policy and people of today make it, in order of time; see
 * `gatheringPlan`, which also names what found no slot.
 */
export function occurrences(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
): readonly Gathering[] {
  return gatheringPlan(policy, own, facts, year).gatherings;
}

/**
 * Plans a year of gatherings (M6-M12): the same input gives the same plan, keys included; a year without dates gives
 * none. Each lies on a school day, the one in the summer break (M6) on a weekday of it. Nobody is in two places at once,
 * the heads' meetings (M4, M5) included: a clash moves the gathering to the next free slot of the day, then to the next
 * school day, and only where none is left to an earlier one. Times are wall-clock in the trust's time zone.
 */
export function gatheringPlan(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
): GatheringPlan {
  const diary = emptyDiary(own.day.gapMinutes);
  const fixed = facts.fixed ?? [];
  for (const { attendees, start, end } of [
    ...headsMeetings(policy, own, facts, year),
    ...reviewGatherings(policy, facts, year),
    ...fixed,
  ]) {
    diary.book(attendees, start.slice(0, 10), minutesOfDay(start.slice(11)), minutesOfDay(end.slice(11)));
  }
  const invite = invitations(facts);
  const placed: Placed[] = [];
  const unplaced: UnplacedGathering[] = [];
  const done = new Set(fixed.map(({ key }) => key));
  const demands = demandsOf(policy, own, facts, year).filter(({ key }) => !done.has(key));
  for (const demand of [...demands].sort(byChoice)) {
    const found = place(own, diary, demand, (date) => invite(demand.definition, demand.whose, date));
    if (found) placed.push(found);
    else unplaced.push(withoutSlot(demand));
  }
  placed.sort((one, other) => compare(slotOf(one), slotOf(other)));
  const hosts = hostsOfAll(policy, own, facts, year, placed);
  return { gatherings: placed.map((one) => gatheringOf(one, hosts.get(one), year)), unplaced };
}

function place(
  own: GatheringsPolicy,
  diary: Diary,
  demand: Demand,
  invite: (date: string) => Invited,
): Placed | undefined {
  const { definition, days, wanted } = demand;
  const starts = startsOf(own.day, definition);
  for (const { date } of [...days.slice(wanted), ...days.slice(0, wanted).reverse()]) {
    const invited = invite(date);
    const start = starts.find((at) => diary.free(invited.people, date, at, at + definition.minutes));
    if (start === undefined) continue;
    diary.book(invited.people, date, start, start + definition.minutes);
    return { demand, date, start, invited };
  }
  return undefined;
}

/** The strategic and advisory meetings as they stand: recorded ones as they were moved, the others as planned. */
function headsMeetings(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
): readonly Meeting[] {
  const mine = new Set(own.gatherings.map(({ kind }) => kind));
  const recorded = facts.meetings.filter((meeting) => meeting.year === year && !mine.has(meeting.kind));
  const keys = new Set(recorded.map(({ key }) => key));
  return [
    ...recorded.filter(({ state }) => state !== 'cancelled'),
    ...plan(policy, facts, year).filter(({ key }) => !keys.has(key)),
  ];
}

function byChoice(one: Demand, other: Demand): number {
  return (
    PLACING.indexOf(one.definition.rhythm) - PLACING.indexOf(other.definition.rhythm) ||
    compare(`${one.days[one.wanted]?.date} ${one.key}`, `${other.days[other.wanted]?.date} ${other.key}`)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

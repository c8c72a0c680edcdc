import type { AcademicYear } from '../calendar/half-term.ts';
import type { Gathering, GatheringFacts, GatheringPlan } from '../gatherings/gathering.ts';
import { gatheringPlan } from '../gatherings/occurrences.ts';
import { isPeerReview } from '../peer-review/review-gatherings.ts';
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Standing } from './ahead.ts';
import { dayOff } from './troubles.ts';
import { byTime } from './year-plan.ts';

/**
 * A fresh plan with recorded meetings at their time and place (M3-M12), as long as their day is still one for them and
 * their host still in the trust; new ones find a slot beside them, and a host that left is followed by whoever hosts
 * least.
 */
export function keptInPlace(
  policy: TrustPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  { recorded, released, now }: Pick<Standing, 'recorded' | 'released' | 'now'>,
  fresh: GatheringPlan,
): GatheringPlan {
  const known = new Map(recorded.map((one) => [one.key, one]));
  const fits = fitting(policy, facts.schools);
  const asRecorded = (one: Gathering): Gathering | undefined => {
    const there = known.get(one.key);
    if (!there || there.state === 'cancelled') return undefined;
    // A peer review is where its record says.
    if (isPeerReview(one)) return one;
    if (there.start > now && (released.has(one.key) || !fits(one, there.start))) return one;
    const { start, end, host, place } = there;
    const hosted = host === undefined || one.host === undefined ? {} : { host, place };
    return { ...one, start, end, ...hosted };
  };

  const stay = fresh.gatherings.map((one) => ({ one, there: asRecorded(one) }));
  const ofHeads = new Set(policy.meetings.map(({ kind }) => kind));
  const fixed = stay.flatMap(({ there }) => (there && !ofHeads.has(there.kind) ? [there] : []));
  const isNew = stay.some(({ one, there }) => !there && !known.has(one.key));
  // Where nothing is recorded, or nothing is new, there is nothing to find a slot for.
  const beside =
    fixed.length === 0 || !isNew
      ? { gatherings: [], unplaced: fresh.unplaced }
      : gatheringPlan(policy, policy.gatherings, { ...facts, fixed }, year);
  const placed = new Map(beside.gatherings.map((one) => [one.key, one]));
  const gatherings = stay.map(({ one, there }) => there ?? placed.get(one.key) ?? one).sort(byTime);
  return { gatherings: rehosted(gatherings, facts.schools, now), unplaced: beside.unplaced };
}

/** Whether a meeting can be held then: a day for its kind, and the school it is about in the trust. */
export function fitting(
  policy: TrustPolicy,
  schools: readonly School[],
): (meeting: Pick<Gathering, 'kind' | 'urn'>, start: string) => boolean {
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  return ({ kind, urn }, start) => {
    const date = start.slice(0, 10);
    if (dayOff(policy, kind, date) !== undefined) return false;
    const about = urn === undefined ? undefined : byUrn.get(urn);
    return urn === undefined || (about !== undefined && belongs(about, date));
  };
}

/** Meetings ahead whose host is not in the trust on the day go to the school of their cluster, or the trust, that hosts least. */
function rehosted(planned: readonly Gathering[], schools: readonly School[], now: string): readonly Gathering[] {
  const known = new Map(schools.map((school) => [school.urn, school]));
  const inOrder = [...schools].sort((one, other) => (one.urn < other.urn ? -1 : 1));
  const turns = new Map<string, number>();
  const note = (host: string) => turns.set(host, (turns.get(host) ?? 0) + 1);
  const stays = ({ host, start, urn }: Gathering) => {
    if (host === undefined || urn !== undefined || start <= now) return true;
    const school = known.get(host);
    return school !== undefined && belongs(school, start.slice(0, 10));
  };
  for (const one of planned) if (one.host !== undefined && stays(one)) note(one.host);
  return planned.map((one) => {
    if (stays(one)) return one;
    const next = inOrder
      .filter((school) => belongs(school, one.start.slice(0, 10)))
      .filter((school) => one.cluster === undefined || school.cluster === one.cluster)
      .reduce<School | undefined>(
        (least, school) => (least && (turns.get(least.urn) ?? 0) <= (turns.get(school.urn) ?? 0) ? least : school),
        undefined,
      );
    if (next) note(next.urn);
    const { host: _, ...rest } = one;
    return next ? { ...rest, host: next.urn, place: next.name } : { ...rest, place: 'To be agreed' };
  });
}

import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ArrangedGathering, RecordedGathering } from './gathering.ts';

/** A meeting's row: of the cadence of heads (M4, M5), or with what a gathering has beside it. */
type MeetingRow = Facts['meetings'][number] & Partial<ArrangedGathering>;

/**
 * Every recorded meeting as a gathering: agendas, minutes and actions make no difference between the cadence of heads
 * and the other meetings (M4-M12). Its rule and whom schools send come from the policy of its kind; of a kind no longer
 * in the policy it stays a meeting of heads.
 */
export function gatheringsOf(policy: TrustPolicy, meetings: readonly MeetingRow[]): readonly RecordedGathering[] {
  const rules = new Map<string, { readonly rule: string; readonly sentBySchools?: readonly string[] }>([
    ...policy.meetings.map((one) => [one.kind, one] as const),
    ...policy.gatherings.gatherings.map((one) => [one.kind, one] as const),
  ]);
  return meetings.map((meeting) => {
    const definition = rules.get(meeting.kind);
    const { rule = definition?.rule ?? 'M4', sentBySchools = definition?.sentBySchools ?? [] } = meeting;
    return { ...meeting, rule, sentBySchools };
  });
}

/** Meetings of the same kind, school and cluster before this one, the last one first; cancelled ones are none. */
export function earlierOf(
  gatherings: readonly RecordedGathering[],
  { kind, urn, cluster, start }: Pick<RecordedGathering, 'kind' | 'urn' | 'cluster' | 'start'>,
): readonly RecordedGathering[] {
  return gatherings
    .filter(
      (one) =>
        one.kind === kind &&
        one.urn === urn &&
        one.cluster === cluster &&
        one.start < start &&
        one.state !== 'cancelled',
    )
    .sort((one, other) => (one.start < other.start ? 1 : -1));
}

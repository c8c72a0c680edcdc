import type { RecordedGathering } from '../gatherings/gathering.ts';
import type { RecordedMeeting } from '../meetings/meeting.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** Recorded meetings of every kind (M3-M12) in the form gatherings have; a row that names no rule has its kind's. */
export function recordedGatherings(
  policy: TrustPolicy,
  meetings: readonly RecordedMeeting[],
): readonly RecordedGathering[] {
  const rules = new Map(
    [...policy.meetings, ...policy.gatherings.gatherings].map(({ kind, rule }) => [kind, rule] as const),
  );
  return meetings.map((meeting) => ({
    ...meeting,
    rule: meeting.rule ?? rules.get(meeting.kind) ?? 'M3',
    sentBySchools: meeting.sentBySchools ?? [],
  }));
}

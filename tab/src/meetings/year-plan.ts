import type { Meeting, MeetingsView, RecordedMeeting } from '@owls/policy';
import { wallMonthText } from '../shell/dates.ts';

/** Where a meeting of the plan stands. */
export type MeetingState = 'planned' | RecordedMeeting['state'];

export interface PlanEntry {
  readonly meeting: Meeting;
  readonly state: MeetingState;
}

/** The plan with what is recorded laid over it, in order of time; what is recorded counts, the plan fills the rest. */
export function entriesOf(view: Pick<MeetingsView, 'planned' | 'recorded'>): readonly PlanEntry[] {
  const recorded = new Set(view.recorded.map(({ key }) => key));
  const entries: PlanEntry[] = [
    ...view.recorded.map((meeting) => ({ meeting, state: meeting.state })),
    ...view.planned.filter(({ key }) => !recorded.has(key)).map((meeting) => ({ meeting, state: 'planned' as const })),
  ];
  return entries.sort((a, b) => a.meeting.start.localeCompare(b.meeting.start));
}

/** Entries by calendar month, "September 2026" and so on. */
export function byMonth(
  entries: readonly PlanEntry[],
): readonly { readonly month: string; readonly entries: readonly PlanEntry[] }[] {
  const months = new Map<string, PlanEntry[]>();
  for (const entry of entries) {
    const month = wallMonthText(entry.meeting.start);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, its]) => ({ month, entries: its }));
}

/** How far the year has got into calendars. */
export function progressOf(entries: readonly PlanEntry[]) {
  const count = (state: MeetingState) => entries.filter((entry) => entry.state === state).length;
  return {
    planned: count('planned'),
    agreed: count('agreed'),
    inCalendars: count('in calendars'),
    cancelled: count('cancelled'),
    total: entries.length,
  };
}

import type { BusyTime, PlanMeeting } from '@owls/policy';

/** How many of each meeting's people Outlook has as taken then, by key; the meeting's own event takes nobody. */
export function busyByKey(meetings: readonly PlanMeeting[], busy: readonly BusyTime[]): ReadonlyMap<string, number> {
  const taken = new Map<string, BusyTime[]>();
  for (const time of busy) taken.set(time.person, [...(taken.get(time.person) ?? []), time]);
  return new Map(
    meetings.flatMap((one) => {
      const count = one.attendees.filter((id) => taken.get(id)?.some((time) => inTheWay(one, time))).length;
      return count > 0 ? [[one.key, count] as const] : [];
    }),
  );
}

function inTheWay({ start, end, state }: PlanMeeting, time: BusyTime): boolean {
  const itself = state === 'in calendars' && time.start === start && time.end === end;
  return !itself && time.start < end && start < time.end;
}

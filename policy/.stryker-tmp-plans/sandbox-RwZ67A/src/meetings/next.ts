// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import type { Facts } from '../facts.ts';
import type { RecordedMeeting } from './meeting.ts';

/** The next recorded meetings that have not ended and are not cancelled, soonest first. */
export function nextMeetings(
  facts: Pick<Facts, 'meetings'>,
  now: Temporal.Instant,
  count: number,
  timeZone = 'Europe/London',
): readonly RecordedMeeting[] {
  const wallClock = now.toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
  return facts.meetings
    .filter((meeting) => meeting.state !== 'cancelled' && meeting.end > wallClock)
    .sort((one, other) => (one.start < other.start ? -1 : 1))
    .slice(0, count);
}

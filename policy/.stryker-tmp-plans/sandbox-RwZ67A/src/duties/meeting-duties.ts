// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { instantAt } from '../calendar/academic-calendar.ts';
import type { Facts } from '../facts.ts';
import { nextMeetings } from '../meetings/next.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { CalendarDuty } from './duty.ts';

/** Agreed meetings ahead that stand in no calendar yet. What is past is never put into calendars afterwards. */
export function meetingDuties(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly CalendarDuty[] {
  const ahead = nextMeetings(facts, now, facts.meetings.length, policy.trust.timeZone);
  return ahead
    .filter((meeting) => meeting.state === 'agreed' && !meeting.eventId)
    .map((meeting) => {
      const year = policy.calendar.years.find((one) => one.year === meeting.year);
      const since = instantAt(policy, year?.halfTerms[0]?.from ?? meeting.start.slice(0, 10), '00:00');
      return {
        kind: 'meeting-event',
        key: `meeting-event/${meeting.key}`,
        rule: policy.meetings.find(({ kind }) => kind === meeting.kind)?.rule ?? 'M3',
        since: since.toString(),
        by: instantAt(policy, meeting.start.slice(0, 10), meeting.start.slice(11)).toString(),
        because: `${meeting.title} is agreed and stands in no calendar yet.`,
        otherwise: 'Without an event nobody is invited.',
        meeting: meeting.key,
      };
    });
}

/** The list of meetings: one of the year's plan a row, with the event that stands for it in calendars (M4, M5). */
import type { Meeting, RecordedMeeting } from '@owls/policy';
import { oneLine, wallClockValue } from '../store/field-values.ts';
import { choice, count, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const STATES = ['agreed', 'in calendars', 'cancelled'] as const;
/** A week and a day before, at the very most. */
const MOST_REMINDER_MINUTES = 20_160;

export const MEETINGS = list('Meetings', 'The meetings of the academic year, as planned round the holidays.', [
  text('Kind', 'Kind', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  count('Number', 'Number in the year'),
  moment('Start', 'Start'),
  moment('End', 'End'),
  text('Host', 'Hosting school (URN)'),
  text('Place', 'Place'),
  lines('Attendees', 'Attendees'),
  count('ReminderMinutes', 'Reminder (minutes before)'),
  lines('Agenda', 'Agenda'),
  choice('State', 'State', STATES),
  lines('EventId', 'Event in the calendar'),
]);

export function readMeeting(row: Row): RecordedMeeting {
  const kind = row.neededText('Kind');
  const year = row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27');
  const number = row.neededNumber('Number', 1, 999);
  const host = row.optionalText('Host');
  const eventId = row.optionalText('EventId');
  return {
    key: row.keyed(`${kind}/${year}/${number}`),
    kind,
    year,
    number,
    title: row.neededText('Title'),
    start: row.neededWallClock('Start'),
    end: row.neededWallClock('End'),
    ...(host === undefined ? {} : { host }),
    place: row.text('Place'),
    attendees: row.lines('Attendees'),
    reminderMinutes: row.number('ReminderMinutes', 0, MOST_REMINDER_MINUTES) ?? 0,
    agenda: row.lines('Agenda'),
    state: row.oneOf('State', STATES),
    ...(eventId === undefined ? {} : { eventId }),
    version: row.version,
  };
}

export function meetingFields(meeting: Meeting, timeZone: string): Fields {
  return {
    Key: meeting.key,
    Title: oneLine(meeting.title),
    Kind: meeting.kind,
    AcademicYear: meeting.year,
    Number: meeting.number,
    Start: wallClockValue(meeting.start, timeZone),
    End: wallClockValue(meeting.end, timeZone),
    Host: meeting.host ?? '',
    Place: oneLine(meeting.place),
    Attendees: meeting.attendees.join('\n'),
    ReminderMinutes: meeting.reminderMinutes,
    Agenda: meeting.agenda.join('\n'),
    State: 'agreed',
  };
}

export const inCalendarsFields = (eventId: string): Fields => ({ State: 'in calendars', EventId: eventId });

/** The list of meetings: one of the year's plan a row, with the event that stands for it in calendars (M4, M5). */
import type { ArrangedGathering, MeetingAnswer, RecordedMeeting } from '@owls/policy';
import { oneLine, wallClockValue } from '../store/field-values.ts';
import { choice, count, type Fields, lines, list, moment, text, yesOrNo } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const STATES = ['agreed', 'in calendars', 'cancelled'] as const;
const QUESTIONS = ['gone from the calendar'] as const;
const ANSWERS = ['accepted', 'tentative', 'declined'] as const;
/** Four weeks before, at the very most. */
const MOST_REMINDER_MINUTES = 40_320;
/** Begins with its kind and its year or half term, so that the key tells a row edited by hand into another's place. */
const begins = (kind: string, year: string): RegExp =>
  new RegExp(`^${kind.replaceAll(/[^a-z0-9]/gi, '\\$&')}/${year}(/|$)`);

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
  lines('Chat', 'Chat in Teams'),
  text('Rule', 'Rule of the strategy'),
  text('Urn', 'About the school (URN)'),
  text('Cluster', 'Of the cluster'),
  text('Recorder', 'Minuted by'),
  lines('SentBySchools', 'Sent by each school'),
  lines('Answers', 'Answers to the invitation'),
  choice('Question', 'Question', QUESTIONS),
  count('Again', 'Times put back'),
  yesOrNo('TakenOut', 'Taken out by the plan'),
]);

export function readMeeting(row: Row): RecordedMeeting {
  const kind = row.neededText('Kind');
  const year = row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27');
  const number = row.neededNumber('Number', 1, 999);
  const host = row.optionalText('Host');
  const [eventId, chat] = ['EventId', 'Chat'].map((name) => row.optionalText(name));
  const [rule, urn, cluster, recorder] = ['Rule', 'Urn', 'Cluster', 'Recorder'].map((name) => row.optionalText(name));
  const sentBySchools = row.lines('SentBySchools');
  const answers = row.lines('Answers').flatMap((line) => answerOf(line, row));
  const question = row.optionalOneOf('Question', QUESTIONS);
  const again = row.number('Again', 0, 99);
  return {
    key: row.key(begins(kind, year), `${kind}/${year}/${number}`),
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
    ...(chat === undefined ? {} : { chat }),
    version: row.version,
    ...(rule === undefined ? {} : { rule }),
    ...(urn === undefined ? {} : { urn }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(recorder === undefined ? {} : { recorder }),
    ...(sentBySchools.length === 0 ? {} : { sentBySchools }),
    ...(answers.length === 0 ? {} : { answers }),
    ...(question === undefined ? {} : { question }),
    ...(again === undefined ? {} : { again }),
    ...(row.yesOrNo('TakenOut') ? { takenOut: true } : {}),
  };
}

function answerOf(line: string, row: Row): MeetingAnswer[] {
  const [person = '', said] = line.split(' ');
  const answer = ANSWERS.find((one) => one === said);
  if (answer !== undefined) return [{ person, answer }];
  row.report('Answers', `holds "${line}", which is no person's answer`);
  return [];
}

/** What of a meeting's row follows from the plan. */
export function planFields(meeting: ArrangedGathering, timeZone: string): Fields {
  const { rule, urn = '', cluster = '', recorder = '', sentBySchools } = meeting;
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
    Rule: rule,
    Urn: urn,
    Cluster: cluster,
    Recorder: recorder,
    SentBySchools: sentBySchools.join('\n'),
  };
}

export const answersField = (answers: readonly MeetingAnswer[]): Fields => ({
  Answers: answers.map(({ person, answer }) => `${person} ${answer}`).join('\n'),
});

/** `chat` is unknown until Teams has made it: what Outlook tells later says so. */
export const inCalendarsFields = (eventId: string, chat: string | undefined): Fields => ({
  State: 'in calendars',
  EventId: eventId,
  ...chatField(chat ?? ''),
});

export const chatField = (chat: string): Fields => ({ Chat: chat });

// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../meetings/meeting.ts';

const LONGEST_LINE = 75;

/**
 * Meetings as a calendar file (RFC 5545): for a calendar the trust's own service can't write to. Times are UTC, so that
 * no VTIMEZONE is needed; `timeZone` is the one their wall-clock times are in, `now` the moment of writing (DTSTAMP).
 * A meeting's UID comes from its key, so a file read twice updates instead of doubling. No meetings make no event.
 */
export function ics(
  meetings: readonly Pick<Meeting, 'key' | 'title' | 'start' | 'end' | 'place' | 'agenda' | 'reminderMinutes'>[],
  timeZone: string,
  now: Temporal.Instant,
): string {
  const stamp = utc(now);
  const events = meetings.flatMap(({ key, title, start, end, place, agenda, reminderMinutes }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(key)}@owls-school-improvement`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(instant(start, timeZone))}`,
    `DTEND:${utc(instant(end, timeZone))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    ...(agenda.length > 0 ? [`DESCRIPTION:${escaped(agenda.map((item) => `- ${item}`).join('\n'))}`] : []),
    ...(reminderMinutes > 0
      ? [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(title)}`,
          `TRIGGER:-PT${reminderMinutes}M`,
          'END:VALARM',
        ]
      : []),
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//OWLS School Improvement//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function instant(wallClock: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant();
}

/** `20260908T130000Z`. */
function utc(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** TEXT of RFC 5545: backslash, semicolon and comma escaped, line breaks as \n, other control characters left out. */
function escaped(value: string): string {
  return value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Lines of at most 75 octets of UTF-8, never cut within a character; each further one begins with a space. */
function folded(line: string): string {
  let written = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

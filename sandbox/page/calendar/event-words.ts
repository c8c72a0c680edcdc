import type { CalendarEvent } from '../control/answers.ts';
import type { PlacedEvent } from './week.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentativelyAccepted: 'Tentative',
  organizer: 'Organiser',
  none: 'No answer yet',
  notResponded: 'No answer yet',
};

/** An attendee's answer to an invitation, in words. */
export function answerWords(response: string | null | undefined): string {
  return ANSWERS[response ?? 'none'] ?? 'No answer yet';
}

/** How one stands to a meeting oneself: as its organiser, or by one's answer; undefined where nobody asks. */
export function ownAnswer({ isOrganizer, isCancelled, responseStatus }: CalendarEvent): string | undefined {
  if (isCancelled || isOrganizer) return undefined;
  const given = responseStatus?.response ?? 'none';
  return given === 'none' ? undefined : given;
}

/** "3 accepted, 1 declined, 2 not answered"; empty where nobody is invited. */
export function answersCounted(event: CalendarEvent): string {
  const count = new Map<string, number>();
  for (const { status } of event.attendees ?? []) {
    const word = answerWords(status?.response).toLowerCase().replace('no answer yet', 'not answered');
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  return ['accepted', 'tentative', 'declined', 'not answered']
    .filter((word) => count.has(word))
    .map((word) => `${count.get(word)} ${word}`)
    .join(', ');
}

/** How long before the start one is reminded, in words. */
export function reminderWords(event: CalendarEvent): string {
  if (event.isReminderOn === false || event.reminderMinutesBeforeStart === null) return 'No reminder';
  const minutes = event.reminderMinutesBeforeStart;
  if (minutes === undefined) return 'No reminder';
  if (minutes === 0) return 'At the start';
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'day');
  if (minutes % 60 === 0) return counted(minutes / 60, 'hour');
  return counted(minutes, 'minute');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} before`;
}

/** "14:00 to 15:30", or "All day". */
export function timesWords({ event, start, end }: PlacedEvent): string {
  if (event.isAllDay) return 'All day';
  return `${start.toPlainTime().toString({ smallestUnit: 'minute' })} to ${end.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** The chat of an online meeting, which its link to join names. */
export function meetingChat(event: CalendarEvent): string | undefined {
  const [, thread] = /\/meetup-join\/([^/?#]+)/.exec(joinUrl(event) ?? '') ?? [];
  try {
    return thread && decodeURIComponent(thread);
  } catch {
    return undefined;
  }
}

/** The first https link in an event by which one joins it online. */
export function joinUrl(event: CalendarEvent): string | undefined {
  return event.onlineMeeting?.joinUrl ?? undefined;
}

import type { Temporal } from 'temporal-polyfill';

/** An instant in the tenant's zone, in British form, by the parts asked for. */
function inWords(at: Temporal.Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone, hourCycle: 'h23' }).format(
    at.epochMilliseconds,
  );
}

/** "Mon 23 Nov 2026, 08:00" */
export function dateAndTime(at: Temporal.Instant, zone: string): string {
  const day = inWords(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${day.replace(',', '')}, ${timeOfDay(at, zone)}`;
}

/** "08:00" */
export function timeOfDay(at: Temporal.Instant, zone: string): string {
  return inWords(at, zone, { hour: '2-digit', minute: '2-digit' });
}

/** "08:00" today, "Yesterday 08:00", else "20 Nov 08:00": how a chat dates its messages. */
export function whenInChat(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const time = timeOfDay(at, zone);
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const daysAgo = day.until(today, { largestUnit: 'day' }).days;
  if (daysAgo === 0) return time;
  if (daysAgo === 1) return `Yesterday ${time}`;
  const year = day.year === today.year ? {} : ({ year: 'numeric' } as const);
  return `${inWords(at, zone, { day: 'numeric', month: 'short', ...year })} ${time}`;
}

/** "Monday 23 November 2026" */
export function longDate(at: Temporal.Instant, zone: string): string {
  const day = inWords(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return day.replace(',', '');
}

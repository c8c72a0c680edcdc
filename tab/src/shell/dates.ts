/** Dates as people in the trust read them: day before month, London time whatever the device's zone. */

const ZONE = 'Europe/London';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const weekdayMoment = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
// Wall-clock values carry no zone: they are read and shown as UTC, so that nothing shifts them.
const wallDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const wallShort = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const wallMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** ISO instant → "23 Nov 2026, 14:05" in London. */
export function instantText(iso: string): string {
  return readable(iso, moment);
}

/** ISO instant → "Mon, 23 Nov, 14:05" in London, for moments near now. */
export function nearText(iso: string): string {
  return readable(iso, weekdayMoment);
}

/** ISO instant or date → "23 Nov 2026" in London. */
export function dateText(iso: string): string {
  return readable(iso.length === 10 ? `${iso}T12:00:00Z` : iso, day);
}

/** Wall-clock `2026-09-08T14:00` → "Tuesday 8 September 2026". */
export function wallDayText(wall: string): string {
  return readable(asUtc(wall), wallDay).replaceAll(',', '');
}

/** Wall-clock `2026-09-08T14:00` → "Tue 8 Sept". */
export function wallShortText(wall: string): string {
  return readable(asUtc(wall), wallShort).replaceAll(',', '');
}

/** Wall-clock `2026-09-08T14:00` → "September 2026". */
export function wallMonthText(wall: string): string {
  return readable(asUtc(wall), wallMonth);
}

/** Wall-clock `2026-09-08T14:00` → "14:00". */
export function wallTimeText(wall: string): string {
  return wall.slice(11, 16);
}

/** ISO instant → London's wall-clock `2026-11-23T14:05`, to compare with meetings. */
export function londonWall(iso: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(iso));
  return parts.replace(' ', 'T');
}

const HALF_TERM = /^(\d{4})-(\d{2})\/([a-z]{1,20})-([1-9])$/;

/** `2026-27/autumn-2` → "Autumn 2, 2026-27"; anything else as it is. */
export function halfTermText(id: string): string {
  const match = HALF_TERM.exec(id);
  const term = match?.[3];
  if (!match || !term) return id;
  return `${term.charAt(0).toUpperCase()}${term.slice(1)} ${match[4]}, ${match[1]}-${match[2]}`;
}

/** How long from one instant to another, in the largest unit that says enough: "in 3 days", "2 hours ago". */
export function apartText(fromIso: string, toIso: string): string {
  const minutes = Math.round((Date.parse(toIso) - Date.parse(fromIso)) / 60_000);
  const size = Math.abs(minutes);
  const [amount, unit] =
    size < 60 ? [size, 'minute'] : size < 48 * 60 ? [Math.round(size / 60), 'hour'] : [Math.round(size / 1440), 'day'];
  const words = `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  return minutes >= 0 ? `in ${words}` : `${words} ago`;
}

function asUtc(wall: string): string {
  return wall.length === 10 ? `${wall}T12:00:00Z` : `${wall.slice(0, 16)}:00Z`;
}

function readable(iso: string, format: Intl.DateTimeFormat): string {
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) ? iso : format.format(parsed);
}

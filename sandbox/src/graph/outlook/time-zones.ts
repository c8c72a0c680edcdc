import { Temporal } from 'temporal-polyfill';
import { badRequest } from '../exchange.ts';

/** Windows' names for the zones a trust of schools may meet; any IANA name is understood as well. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'GTB Standard Time': 'Europe/Bucharest',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

/** The IANA zone for a Windows or IANA name; 400 for a name that is neither. */
export function ianaZone(name: string): string {
  const zone = windowsZones[name] ?? name;
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId;
  } catch {
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    );
  }
}

/** The instant of a wall-clock time in a zone, as ISO UTC with milliseconds: these sort as text. */
export function instantOf(dateTime: string, zone: string): string {
  try {
    const wall = Temporal.PlainDateTime.from(dateTime);
    if (/[zZ]|[+-]\d\d:\d\d$/.test(dateTime)) throw new RangeError('an offset');
    return new Date(wall.toZonedDateTime(ianaZone(zone)).epochMilliseconds).toISOString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badRequest(`'${dateTime}' is not a date and time without an offset, like 2026-09-01T09:00:00.`);
  }
}

/** An instant on the wall clock of a zone, as Outlook writes it: no offset, seven decimals. */
export function wallClock(instant: string, zone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ianaZone(zone));
  return zoned.toPlainDateTime().toString({ fractionalSecondDigits: 7 });
}

/** The zone asked for with `Prefer: outlook.timezone="…"`, under the name it was asked by; UTC if none. */
export function preferredZone(prefer: string | undefined): string {
  return /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer ?? '')?.[1] ?? 'UTC';
}

/** The window of a calendar view, in whatever case its parameters are written. */
export function windowOf(query: URLSearchParams): { from: string; until: string } {
  const asked = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const from = bound(asked.get('startdatetime'), 'startDateTime');
  const until = bound(asked.get('enddatetime'), 'endDateTime');
  if (until < from) throw badRequest('The endDateTime is before the startDateTime.');
  return { from, until };
}

/** A bound of a calendar view: an ISO instant, taken as UTC where it has no offset. */
function bound(text: string | null | undefined, name: string): string {
  if (!text)
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime: '${name}' is missing.`,
    );
  const instant = new Date(/([zZ]|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(instant.getTime())) throw badRequest(`'${text}' is not a valid ${name}.`);
  return instant.toISOString();
}

import { Temporal } from 'temporal-polyfill';

/** A place in time that one can go to with one press. */
export interface Jump {
  readonly label: string;
  readonly at: Temporal.Instant;
}

/**
 * The jumps that make sense for any app, from the sandbox's present time, in the tenant's time zone. All lie ahead: the
 * clock never goes back, as no real one does.
 */
export function jumps(now: Temporal.Instant, zone: string): readonly Jump[] {
  const here = now.toZonedDateTimeISO(zone);
  const nextHour = here.add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const tomorrow = here.toPlainDate().add({ days: 1 });
  const monday = here.toPlainDate().add({ days: 8 - here.dayOfWeek });
  const eight = Temporal.PlainTime.from('08:00');
  return [
    { label: 'Next hour', at: nextHour.toInstant() },
    { label: 'Next day, 08:00', at: tomorrow.toZonedDateTime({ timeZone: zone, plainTime: eight }).toInstant() },
    { label: 'Next Monday, 08:00', at: monday.toZonedDateTime({ timeZone: zone, plainTime: eight }).toInstant() },
  ];
}

/** The instant of a wall clock's `YYYY-MM-DDTHH:mm` in the tenant's zone; undefined where it is not one. */
export function instantOf(wallClock: string, zone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant();
  } catch {
    return undefined;
  }
}

/** `YYYY-MM-DDTHH:mm` in the tenant's zone, as a date-and-time input wants it. */
export function wallClock(now: Temporal.Instant, zone: string): string {
  return now.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

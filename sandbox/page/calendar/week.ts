import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../control/answers.ts';

/** An event of a calendar, placed on the tenant's clock. */
export interface PlacedEvent {
  readonly event: CalendarEvent;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** Windows' names of the zones that Graph may answer in, as far as events of a British tenant carry them. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Africa/Abidjan',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  UTC: 'UTC',
};

/** The seven days of the week that a date is in, Monday first. */
export function weekOf(date: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }));
}

/** Puts Graph's date-times on the tenant's clock, whatever zone they came in; soonest first. */
export function placed(events: readonly CalendarEvent[], zone: string): readonly PlacedEvent[] {
  return events
    .map((event) => ({ event, start: zoned(event.start, zone), end: zoned(event.end, zone) }))
    .sort((one, other) => Temporal.ZonedDateTime.compare(one.start, other.start));
}

/** Events that touch a day. One that ends at midnight does not touch the day that begins then. */
export function onDay(events: readonly PlacedEvent[], day: Temporal.PlainDate): readonly PlacedEvent[] {
  return events.filter(({ start, end }) => {
    const last = end.subtract({ nanoseconds: Temporal.ZonedDateTime.compare(start, end) < 0 ? 1 : 0 }).toPlainDate();
    return Temporal.PlainDate.compare(start.toPlainDate(), day) <= 0 && Temporal.PlainDate.compare(last, day) >= 0;
  });
}

/** Hours of the day as a decimal number: half past two in the afternoon is 14.5. */
export function hoursInto(time: Temporal.ZonedDateTime): number {
  return time.hour + time.minute / 60;
}

/** An event with its place beside others at the same time: column `lane` of `lanes`. */
export interface LanedEvent extends PlacedEvent {
  readonly lane: number;
  readonly lanes: number;
}

/** Lays a day's events side by side where they overlap, so that none hides another. */
export function inLanes(events: readonly PlacedEvent[]): readonly LanedEvent[] {
  const done: LanedEvent[] = [];
  let cluster: (PlacedEvent & { lane: number })[] = [];
  let clusterEnd: Temporal.ZonedDateTime | undefined;
  const close = () => {
    const lanes = Math.max(0, ...cluster.map((each) => each.lane + 1));
    done.push(...cluster.map((each) => ({ ...each, lanes })));
    cluster = [];
  };
  for (const event of events) {
    if (clusterEnd !== undefined && Temporal.ZonedDateTime.compare(event.start, clusterEnd) >= 0) {
      close();
      clusterEnd = undefined;
    }
    const busy = cluster.filter((each) => Temporal.ZonedDateTime.compare(each.end, event.start) > 0);
    let lane = 0;
    while (busy.some((each) => each.lane === lane)) lane += 1;
    cluster.push({ ...event, lane });
    if (clusterEnd === undefined || Temporal.ZonedDateTime.compare(event.end, clusterEnd) > 0) clusterEnd = event.end;
  }
  close();
  return done;
}

function zoned(time: { dateTime: string; timeZone?: string | undefined }, zone: string): Temporal.ZonedDateTime {
  const written = time.timeZone ?? 'UTC';
  // Graph writes seven decimals and, some of its clones, a Z: a wall-clock time either way.
  const wall = Temporal.PlainDateTime.from(time.dateTime.replace(/Z$/, ''));
  return wall.toZonedDateTime(WINDOWS_ZONES[written] ?? written).withTimeZone(zone);
}

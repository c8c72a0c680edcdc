import type { Core } from '../../core/core.ts';
import { GraphError } from '../exchange.ts';
import type { Exception } from './event.ts';
import { noteChange } from './event-changes.ts';
import type { Kept } from './event-store.ts';
import { datesOf } from './recurrence.ts';
import { instantOf, wallClock } from './time-zones.ts';

/** A global object id begins like this; four bytes for the date of one occurrence follow, zero for the whole. */
const uidHead = '040000008200E00074C5B7101A82E008';
const noDate = '00000000';

export function newUid(guid: string): string {
  return `${uidHead}${noDate}${guid.replaceAll('-', '').toUpperCase()}`;
}
/** The iCalUId of one date of a series: it "is different for each occurrence" (event resource type). */
export function uidOfDate(uid: string, date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  return `${uidHead}${hex(year, 4)}${hex(month, 2)}${hex(day, 2)}${uid.slice(uidHead.length + noDate.length)}`;
}
export function seriesUid(uid: string): string {
  return `${uidHead}${noDate}${uid.slice(uidHead.length + noDate.length)}`;
}

export function touches({ starts, ends }: Pick<Kept, 'starts' | 'ends'>, from: string, until: string): boolean {
  return starts < until && (ends > from || (starts === ends && starts >= from));
}

/** The order of a calendar. */
export function byStart(a: Pick<Kept, 'starts' | 'id'>, b: Pick<Kept, 'starts' | 'id'>): number {
  if (a.starts !== b.starts) return a.starts < b.starts ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The zone a series keeps its hour in. */
function zoneOf({ body }: Pick<Kept, 'body'>): string {
  return body.recurrence?.range.recurrenceTimeZone ?? body.zone.start;
}

/** The instants of a series at a date: the same wall-clock time in the series' zone, whatever the clocks do. */
export function timesAt(
  master: Pick<Kept, 'starts' | 'ends' | 'body'>,
  date: string,
): { starts: string; ends: string } {
  const zone = zoneOf(master);
  const starts = instantOf(`${date}T${wallClock(master.starts, zone).slice(11)}`, zone);
  const lasts = wallSpan(master);
  const endWall = new Date(Date.parse(`${wallClock(starts, zone).slice(0, 23)}Z`) + lasts).toISOString().slice(0, 23);
  return { starts, ends: instantOf(endWall, zone) };
}

/** How long a series' event lasts on the clock on the wall, in ms. */
function wallSpan(master: Pick<Kept, 'starts' | 'ends' | 'body'>): number {
  const wall = (instant: string) => Date.parse(`${wallClock(instant, zoneOf(master)).slice(0, 23)}Z`);
  return wall(master.ends) - wall(master.starts);
}

function occurrence(master: Kept, date: string, exception: Exception | undefined): Kept | undefined {
  if (exception?.removed) return undefined;
  const { recurrence: _, exceptions: __, ...body } = master.body;
  return {
    ...master,
    id: `${master.id}.${date.replaceAll('-', '')}`,
    ical_uid: uidOfDate(master.ical_uid, date),
    transaction_id: null,
    ...(exception ?? { ...timesAt(master, date), body }),
    of: { masterId: master.id, date, isException: exception !== undefined },
  };
}

/** What a series has at one of its dates; undefined where the pattern has none, or the date was taken out. */
export function occurrenceAt(master: Kept, date: string): Kept | undefined {
  if (!master.body.recurrence) return undefined;
  for (const one of datesOf(master.body.recurrence)) {
    if (one > date) return undefined;
    if (one === date) return occurrence(master, date, master.body.exceptions?.[date]);
  }
  return undefined;
}

export function occurrencesBetween(master: Kept, from: string, until: string): Kept[] {
  const { recurrence, exceptions = {} } = master.body;
  if (!recurrence) return [];
  const found: Kept[] = [];
  for (const date of datesOf(recurrence)) {
    if (timesAt(master, date).starts >= until) break;
    if (exceptions[date]) continue;
    const one = occurrence(master, date, undefined);
    if (one) found.push(one);
  }
  for (const [date, exception] of Object.entries(exceptions)) {
    const one = occurrence(master, date, exception);
    if (one) found.push(one);
  }
  return found.filter((one) => touches(one, from, until)).sort(byStart);
}

/** How far a series is looked at when it goes: what a reader of the delta may have been told of. */
const mostRemembered = 1000;

/** Tells the delta of every date of a series that is about to go or to change its times. */
export function noteDates(core: Core, master: Kept): void {
  let left = mostRemembered;
  if (!master.body.recurrence) return;
  for (const date of datesOf(master.body.recurrence)) {
    if (left-- === 0) return;
    noteChange(core, master.mailbox, `${master.id}.${date.replaceAll('-', '')}`);
  }
}

/** "Modified occurrence is crossing or overlapping adjacent occurrence": a date may not reach its neighbours' days. */
export function requireBetweenNeighbours(master: Kept, moved: Kept): void {
  const { of } = moved;
  if (!of || !master.body.recurrence) return;
  const zone = zoneOf(master);
  const day = (instant: string) => wallClock(instant, zone).slice(0, 10);
  let before: string | undefined;
  let after: string | undefined;
  for (const date of datesOf(master.body.recurrence)) {
    const one = date === of.date ? undefined : occurrence(master, date, master.body.exceptions?.[date]);
    if (date < of.date && one) before = day(one.starts);
    if (date > of.date && one) {
      after = day(one.starts);
      break;
    }
  }
  const on = day(moved.starts);
  if ((before !== undefined && on <= before) || (after !== undefined && on >= after)) {
    throw new GraphError(
      400,
      'ErrorOccurrenceCrossingBoundary',
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
    );
  }
}

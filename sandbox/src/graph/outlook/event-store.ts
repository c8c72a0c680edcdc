import type { Core } from '../../core/core.ts';
import type { EventBody } from './event.ts';
import { noteChange } from './event-changes.ts';
import { byStart, occurrenceAt, occurrencesBetween, seriesUid, touches, uidOfDate } from './series.ts';

/**
 * One mailbox's copy of an event; copies of one meeting share the `ical_uid`. Times are ISO UTC with milliseconds; a
 * series master has those of its first date.
 */
export interface Kept {
  readonly id: string;
  readonly mailbox: string;
  readonly ical_uid: string;
  readonly is_organiser: number;
  readonly transaction_id: string | null;
  readonly starts: string;
  readonly ends: string;
  readonly version: number;
  readonly body: EventBody;
  /** Where this is one date of a series. */
  readonly of?: Occurrence;
}
interface Occurrence {
  readonly masterId: string;
  /** The date the pattern gives, whatever the event was moved to. */
  readonly date: string;
  readonly isException: boolean;
}
type Row = Omit<Kept, 'body'> & { body: string };
const keptOf = (row: Row): Kept => ({ ...row, body: JSON.parse(row.body) as EventBody });

/** An event of a mailbox: a single one, a series master, or one date of a series by its own id. */
export function event(core: Core, mailbox: string, id: string): Kept | undefined {
  const [masterId = '', date] = id.split('.');
  const row = core.store.get<Row>('SELECT * FROM events WHERE mailbox = ? AND id = ?', mailbox, masterId);
  if (!row) return undefined;
  return date === undefined
    ? keptOf(row)
    : occurrenceAt(keptOf(row), date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
}
/** Single events and series masters. */
export function eventsOf(core: Core, mailbox: string): Kept[] {
  return core.store.all<Row>('SELECT * FROM events WHERE mailbox = ? ORDER BY starts, id', mailbox).map(keptOf);
}
const isSeries = "json_extract(body, '$.recurrence') IS NOT NULL";
/** The events that touch the time from `from` up to `until`: single ones, and each date of a series. */
export function eventsBetween(core: Core, mailbox: string, from: string, until: string): Kept[] {
  const single = `SELECT * FROM events WHERE mailbox = ? AND starts < ? AND (ends > ? OR (starts = ends AND starts >= ?)) AND NOT ${isSeries}`;
  const found = core.store.all<Row>(single, mailbox, until, from, from).map(keptOf);
  const masters = core.store.all<Row>(`SELECT * FROM events WHERE mailbox = ? AND ${isSeries}`, mailbox).map(keptOf);
  return [...found, ...masters.flatMap((master) => occurrencesBetween(master, from, until))].sort(byStart);
}
/** What stands between `from` and `until` of one event, by its id: itself, or the dates of a series. */
export function shownBetween(core: Core, mailbox: string, id: string, from: string, until: string): Kept[] {
  const found = event(core, mailbox, id);
  if (!found) return [];
  if (found.body.recurrence) return occurrencesBetween(found, from, until);
  return touches(found, from, until) ? [found] : [];
}
export function eventOfTransaction(core: Core, mailbox: string, transactionId: string): Kept | undefined {
  const sql = 'SELECT * FROM events WHERE mailbox = ? AND transaction_id = ?';
  const row = core.store.get<Row>(sql, mailbox, transactionId);
  return row && keptOf(row);
}
/** All copies of a meeting, or of one date of a series, the organiser's too. */
export function copiesOf(core: Core, one: Kept): Kept[] {
  const rows = (uid: string) => core.store.all<Row>('SELECT * FROM events WHERE ical_uid = ?', uid).map(keptOf);
  const { of } = one;
  if (!of) return rows(one.ical_uid);
  const inSeries = rows(seriesUid(one.ical_uid)).flatMap((master) => occurrenceAt(master, of.date) ?? []);
  return [...inSeries, ...rows(uidOfDate(seriesUid(one.ical_uid), of.date))];
}

/** Writes an event; one date of a series becomes an exception in its master. */
export function keep(core: Core, one: Kept): Kept {
  const { of } = one;
  if (of) {
    const { starts, ends, version, body } = one;
    inMaster(core, one.mailbox, of, { starts, ends, version, body });
  } else {
    core.store.run(
      `INSERT INTO events (id, mailbox, ical_uid, is_organiser, transaction_id, starts, ends, version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET starts = excluded.starts, ends = excluded.ends, version = excluded.version, body = excluded.body`,
      ...[one.id, one.mailbox, one.ical_uid, one.is_organiser, one.transaction_id],
      ...[one.starts, one.ends, one.version, JSON.stringify(one.body)],
    );
  }
  noteChange(core, one.mailbox, one.id);
  return of ? { ...one, of: { ...of, isException: true } } : one;
}

export function remove(core: Core, one: Kept): void {
  if (one.of) inMaster(core, one.mailbox, one.of, { removed: true });
  else core.store.run('DELETE FROM events WHERE id = ?', one.id);
  noteChange(core, one.mailbox, one.id);
}

function inMaster(
  core: Core,
  mailbox: string,
  of: Occurrence,
  exception: NonNullable<EventBody['exceptions']>[string],
): void {
  const master = event(core, mailbox, of.masterId);
  if (!master) return;
  const body: EventBody = { ...master.body, exceptions: { ...master.body.exceptions, [of.date]: exception } };
  core.store.run('UPDATE events SET version = version + 1, body = ? WHERE id = ?', JSON.stringify(body), master.id);
}

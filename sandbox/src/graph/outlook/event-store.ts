import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import { type User, userByAddress } from '../../entra/directory.ts';
import { badRequest } from '../exchange.ts';
import { type Attendee, type EventBody, type Own, span, type Written } from './event.ts';

/** One mailbox's copy of an event; copies of one meeting share the `ical_uid`. Times are ISO UTC with milliseconds. */
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
}
type Row = Omit<Kept, 'body'> & { body: string };
const keptOf = (row: Row): Kept => ({ ...row, body: JSON.parse(row.body) as EventBody });

export function event(core: Core, mailbox: string, id: string): Kept | undefined {
  const row = core.store.get<Row>('SELECT * FROM events WHERE mailbox = ? AND id = ?', mailbox, id);
  return row && keptOf(row);
}
export function eventsOf(core: Core, mailbox: string): Kept[] {
  return core.store.all<Row>('SELECT * FROM events WHERE mailbox = ? ORDER BY starts, id', mailbox).map(keptOf);
}
/** The events that touch the time from `from` up to `until`. */
export function eventsBetween(core: Core, mailbox: string, from: string, until: string): Kept[] {
  const sql =
    'SELECT * FROM events WHERE mailbox = ? AND starts < ? AND (ends > ? OR (starts = ends AND starts >= ?)) ORDER BY starts, id';
  return core.store.all<Row>(sql, mailbox, until, from, from).map(keptOf);
}
export function eventOfTransaction(core: Core, mailbox: string, transactionId: string): Kept | undefined {
  const row = core.store.get<Row>(
    'SELECT * FROM events WHERE mailbox = ? AND transaction_id = ?',
    mailbox,
    transactionId,
  );
  return row && keptOf(row);
}
/** All copies of a meeting, the organiser's too. */
export function copiesOf(core: Core, icalUid: string): Kept[] {
  return core.store.all<Row>('SELECT * FROM events WHERE ical_uid = ?', icalUid).map(keptOf);
}

export function keep(core: Core, one: Kept): Kept {
  core.store.run(
    `INSERT INTO events (id, mailbox, ical_uid, is_organiser, transaction_id, starts, ends, version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET starts = excluded.starts, ends = excluded.ends, version = excluded.version, body = excluded.body`,
    ...[
      one.id,
      one.mailbox,
      one.ical_uid,
      one.is_organiser,
      one.transaction_id,
      one.starts,
      one.ends,
      one.version,
      JSON.stringify(one.body),
    ],
  );
  core.happenings.tell({ type: 'calendar', userId: one.mailbox });
  return one;
}
export function remove(core: Core, one: Kept): void {
  core.store.run('DELETE FROM events WHERE id = ?', one.id);
  core.happenings.tell({ type: 'calendar', userId: one.mailbox });
}

const newId = () => `AAMkA${Buffer.from(randomUUID() + randomUUID()).toString('base64url')}`;
const never = '0001-01-01T00:00:00Z';

/** Puts a new event into its organiser's mailbox and a copy into each attendee's of this tenant. */
export function create(core: Core, organiser: User, given: Written): Kept {
  if (!given.start || !given.end)
    throw badRequest("An event needs 'start' and 'end'. (ErrorPropertyValidationFailure)");
  const now = core.clock.isoSeconds();
  const own: Own = {
    categories: given.categories ?? [],
    showAs: given.showAs ?? 'busy',
    isReminderOn: given.isReminderOn ?? true,
    reminderMinutesBeforeStart: given.reminderMinutesBeforeStart ?? 15,
    ...{ response: 'organizer' as const, responded: never },
    extended: extended([], given.singleValueExtendedProperties),
  };
  const bare: EventBody = {
    ...{
      subject: '',
      body: { contentType: 'html', content: '' },
      zone: { start: 'UTC', end: 'UTC' },
      location: {},
      attendees: [],
    },
    organiser: { name: organiser.displayName, address: organiser.mail ?? organiser.userPrincipalName },
    ...{
      importance: 'normal',
      sensitivity: 'normal',
      isAllDay: false,
      responseRequested: true,
      allowNewTimeProposals: true,
    },
    ...{
      hideAttendees: false,
      isOnlineMeeting: false,
      joinUrl: null,
      isCancelled: false,
      created: now,
      modified: now,
      own,
    },
  };
  const body = withWritten(core, bare, given);
  const uid = `040000008200E00074C5B7101A82E008${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const kept = keep(core, {
    ...{
      id: newId(),
      mailbox: organiser.id,
      ical_uid: uid,
      is_organiser: 1,
      transaction_id: given.transactionId ?? null,
    },
    ...{ ...span(given.start, given.end, body.isAllDay), version: 1, body },
  });
  invite(core, kept);
  return kept;
}

/** Lays what was written over an event's body. */
export function withWritten(core: Core, old: EventBody, given: Written): EventBody {
  const online = given.isOnlineMeeting ?? old.isOnlineMeeting;
  const location = given.location ?? given.locations?.[0];
  return {
    ...old,
    subject: given.subject ?? old.subject,
    body: given.body
      ? {
          contentType: given.body.contentType?.toLowerCase() === 'text' ? 'text' : 'html',
          content: given.body.content ?? '',
        }
      : old.body,
    zone: { start: given.start?.timeZone ?? old.zone.start, end: given.end?.timeZone ?? old.zone.end },
    location: location ?? old.location,
    attendees: given.attendees ? attendees(core, old.attendees, given.attendees) : old.attendees,
    importance: given.importance ?? old.importance,
    sensitivity: given.sensitivity ?? old.sensitivity,
    isAllDay: given.isAllDay ?? old.isAllDay,
    responseRequested: given.responseRequested ?? old.responseRequested,
    allowNewTimeProposals: given.allowNewTimeProposals ?? old.allowNewTimeProposals,
    hideAttendees: given.hideAttendees ?? old.hideAttendees,
    isOnlineMeeting: online,
    joinUrl: online ? (old.joinUrl ?? meetingUrl()) : null,
    modified: core.clock.isoSeconds(),
    own: {
      ...old.own,
      categories: given.categories ?? old.own.categories,
      showAs: given.showAs ?? old.own.showAs,
      isReminderOn: given.isReminderOn ?? old.own.isReminderOn,
      reminderMinutesBeforeStart: given.reminderMinutesBeforeStart ?? old.own.reminderMinutesBeforeStart,
      extended: extended(old.own.extended, given.singleValueExtendedProperties),
    },
  };
}

function meetingUrl(): string {
  const thread = `19:meeting_${Buffer.from(randomUUID()).toString('base64url')}@thread.v2`;
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0`;
}

function extended(old: Own['extended'], given: Written['singleValueExtendedProperties']): Own['extended'] {
  const fresh = (given ?? []).map(({ id, value }) => ({ id, value: value ?? '' }));
  const replaced = new Set(fresh.map(({ id }) => id.toLowerCase()));
  return [...old.filter(({ id }) => !replaced.has(id.toLowerCase())), ...fresh];
}

function attendees(core: Core, old: readonly Attendee[], given: NonNullable<Written['attendees']>): Attendee[] {
  return given.map(({ emailAddress: { address, name }, type }) => {
    const known = old.find((one) => one.emailAddress.address.toLowerCase() === address.toLowerCase());
    const shown = name || userByAddress(core.store, address)?.displayName || address;
    return { emailAddress: { name: shown, address }, type, status: known?.status ?? { response: 'none', time: never } };
  });
}

/** Gives every attendee of the tenant a copy, brings the copies there are up to date, and cancels those of people no longer asked. */
export function invite(core: Core, meeting: Kept, asksAgain = false): void {
  const copies = copiesOf(core, meeting.ical_uid).filter((copy) => copy.id !== meeting.id);
  const asked = new Map<string, User>();
  for (const { emailAddress } of meeting.body.attendees) {
    const person = userByAddress(core.store, emailAddress.address);
    if (person && person.id !== meeting.mailbox) asked.set(person.id, person);
  }
  for (const copy of copies) if (!asked.has(copy.mailbox)) cancelCopy(core, copy);
  for (const person of asked.values()) {
    const old = copies.find((copy) => copy.mailbox === person.id);
    const fresh: Own = {
      ...meeting.body.own,
      categories: [],
      extended: [],
      response: 'notResponded',
      responded: never,
      showAs: 'tentative',
    };
    const own = old === undefined || asksAgain ? fresh : old.body.own;
    keep(core, {
      ...{
        id: old?.id ?? newId(),
        mailbox: person.id,
        ical_uid: meeting.ical_uid,
        is_organiser: 0,
        transaction_id: null,
      },
      ...{
        starts: meeting.starts,
        ends: meeting.ends,
        version: (old?.version ?? 0) + 1,
        body: { ...meeting.body, own },
      },
    });
  }
}

/** What is left in an attendee's calendar of a meeting that was called off. */
export function cancelCopy(core: Core, copy: Kept): void {
  if (copy.body.isCancelled) return;
  const subject = `Canceled: ${copy.body.subject}`;
  const own = { ...copy.body.own, showAs: 'free' };
  keep(core, {
    ...copy,
    version: copy.version + 1,
    body: { ...copy.body, subject, isCancelled: true, modified: core.clock.isoSeconds(), own },
  });
}

import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import { tenant, type User, userByAddress } from '../../entra/directory.ts';
import { badRequest } from '../exchange.ts';
import { type Attendee, type EventBody, invalid, type Own, span, type Written } from './event.ts';
import { copiesOf, event, type Kept, keep, remove } from './event-store.ts';
import { cancelCopy, invite, never, newId } from './invitations.ts';
import { datesOf, type Recurrence, recurrence } from './recurrence.ts';
import { newUid, noteDates, requireBetweenNeighbours, timesAt } from './series.ts';
import { wallClock } from './time-zones.ts';

const untouched: Omit<EventBody, 'organiser' | 'created' | 'modified' | 'own'> = {
  ...{ subject: '', zone: { start: 'UTC', end: 'UTC' }, location: {}, attendees: [], isAllDay: false },
  body: { contentType: 'html', content: '' },
  ...{ importance: 'normal', sensitivity: 'normal', responseRequested: true, allowNewTimeProposals: true },
  ...{ hideAttendees: false, isOnlineMeeting: false, joinUrl: null, isCancelled: false },
};

/** Puts a new event into its organiser's mailbox and a copy into each attendee's of this tenant. */
export function create(core: Core, organiser: User, given: Written): Kept {
  if (!given.start || !given.end) throw invalid("An event needs 'start' and 'end'.");
  const now = core.clock.isoSeconds();
  const own: Own = {
    ...{ categories: [], showAs: 'busy', isReminderOn: true, reminderMinutesBeforeStart: 15 },
    ...{ response: 'organizer', responded: never, extended: [] },
  };
  const address = { name: organiser.displayName, address: organiser.mail ?? organiser.userPrincipalName };
  const body = withWritten(core, { ...untouched, organiser: address, created: now, modified: now, own }, given);
  const made = keep(core, {
    ...{ id: newId(), mailbox: organiser.id, ical_uid: newUid(randomUUID()), is_organiser: 1, version: 1 },
    transaction_id: given.transactionId ?? null,
    ...repeated(body, given.recurrence ?? undefined, span(given.start, given.end, body.isAllDay)),
  });
  invite(core, made);
  return made;
}

/** Changes an event as its organiser, and tells the attendees; who is asked again has not answered yet. */
export function change(core: Core, old: Kept, given: Written): Kept {
  if (given.transactionId !== undefined && given.transactionId !== old.transaction_id)
    throw badRequest("An event's transactionId cannot be changed.");
  const next = withWritten(core, old.body, given);
  const start = given.start ?? { dateTime: wallClock(old.starts, next.zone.start), timeZone: next.zone.start };
  const end = given.end ?? { dateTime: wallClock(old.ends, next.zone.end), timeZone: next.zone.end };
  const times = span(start, end, next.isAllDay);
  const moved = times.starts !== old.starts || times.ends !== old.ends || given.recurrence !== undefined;
  const attendees = next.attendees.map(({ emailAddress, type, ...one }) => ({
    ...{ emailAddress, type },
    ...(moved ? { status: { response: 'none' as const, time: never } } : one),
  }));
  const body = { ...next, attendees };
  if (old.of) {
    if (given.recurrence !== undefined) throw invalid('Only a series master has a recurrence.');
    const master = event(core, old.mailbox, old.of.masterId);
    if (master && moved) requireBetweenNeighbours(master, { ...old, ...times });
  } else if (moved) noteDates(core, old);
  const asked = given.recurrence ?? (moved && given.recurrence === undefined ? onDate(body, times.starts) : undefined);
  const placed = old.of ? { ...times, body } : repeated(body, asked, times, given.recurrence === null);
  const changed = keep(core, { ...old, ...placed, version: old.version + 1 });
  if (old.is_organiser === 1) invite(core, changed, moved);
  return changed;
}

/** The recurrence there is, beginning on the day that the series was moved to. */
function onDate(body: EventBody, starts: string): Recurrence | undefined {
  const { recurrence: kept } = body;
  if (!kept) return undefined;
  const startDate = wallClock(starts, body.zone.start).slice(0, 10);
  return { ...kept, range: { ...kept.range, startDate } };
}

/**
 * An event's times and body with the recurrence asked for: it begins at the first date of its pattern, and a changed
 * series forgets its exceptions. Without one asked for, all stays as it is.
 */
function repeated(
  body: EventBody,
  given: unknown,
  times: { starts: string; ends: string },
  ends = false,
): Pick<Kept, 'starts' | 'ends' | 'body'> {
  if (!ends && given === undefined) return { ...times, body };
  const { recurrence: _, exceptions: __, ...single } = body;
  if (ends) return { ...times, body: single };
  const zone = body.zone.start;
  const pattern = recurrence(given, wallClock(times.starts, zone).slice(0, 10), zone);
  const [first] = datesOf(pattern);
  if (first === undefined) throw invalid('The recurrence has no date within its range.');
  const series = { ...single, recurrence: pattern };
  return { ...timesAt({ ...times, body: series }, first), body: series };
}

/** Ends a meeting, or one date of it, for everybody if it is the organiser's; else takes the copy away. */
export function callOff(core: Core, old: Kept): void {
  if (old.is_organiser === 1) for (const copy of copiesOf(core, old)) if (copy.id !== old.id) cancelCopy(core, copy);
  noteDates(core, old);
  remove(core, old);
}

/** Lays what was written over an event's body. */
function withWritten(core: Core, old: EventBody, given: Written): EventBody {
  const online = given.isOnlineMeeting ?? old.isOnlineMeeting;
  const location = given.location ?? given.locations?.[0];
  const content = given.body?.content ?? '';
  return {
    ...old,
    subject: given.subject ?? old.subject,
    body: given.body
      ? { contentType: given.body.contentType?.toLowerCase() === 'text' ? 'text' : 'html', content }
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
    joinUrl: online ? (old.joinUrl ?? meetingUrl(core, old.organiser.address)) : null,
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

/** The link to join, as Teams makes it: the meeting's chat, its tenant and its organiser. */
function meetingUrl({ store }: Core, organiser: string): string {
  const thread = `19%3ameeting_${Buffer.from(randomUUID()).toString('base64url')}%40thread.v2`;
  const context = { Tid: tenant(store)?.id, Oid: userByAddress(store, organiser)?.id };
  return `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=${encodeURIComponent(JSON.stringify(context))}`;
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
    const status = known?.status ?? ({ response: 'none', time: never } as const);
    const proposed = known?.proposedNewTime ? { proposedNewTime: known.proposedNewTime } : {};
    return { emailAddress: { name: shown, address }, type, status, ...proposed };
  });
}

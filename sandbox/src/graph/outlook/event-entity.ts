import { meets } from '../evaluation.ts';
import { badRequest, notImplemented } from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import type { Expansion } from '../query-options.ts';
import { type Attendee, preview } from './event.ts';
import type { Kept } from './event-store.ts';
import { wallClock } from './time-zones.ts';

/** An event as Graph shows it, its times on the wall clock of `zone`. */
export function eventEntity(kept: Kept, zone: string, expand: readonly Expansion[] = []): Record<string, unknown> {
  const { body } = kept;
  const { own } = body;
  const etag = `W/"${changeKey(kept)}"`;
  const shown: Record<string, unknown> = {
    '@odata.etag': etag,
    id: kept.id,
    createdDateTime: `${body.created.slice(0, 19)}.0000000Z`,
    lastModifiedDateTime: `${body.modified.slice(0, 19)}.0000000Z`,
    changeKey: changeKey(kept),
    categories: own.categories,
    transactionId: kept.transaction_id,
    originalStartTimeZone: body.zone.start,
    originalEndTimeZone: body.zone.end,
    iCalUId: kept.ical_uid,
    reminderMinutesBeforeStart: own.reminderMinutesBeforeStart,
    isReminderOn: own.isReminderOn,
    hasAttachments: false,
    subject: body.subject,
    bodyPreview: preview(body.body),
    importance: body.importance,
    sensitivity: body.sensitivity,
    isAllDay: body.isAllDay,
    isCancelled: body.isCancelled,
    isOrganizer: kept.is_organiser === 1,
    responseRequested: body.responseRequested,
    seriesMasterId: kept.of?.masterId ?? null,
    showAs: own.showAs,
    type: typeOf(kept),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(kept.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: body.isOnlineMeeting,
    onlineMeetingProvider: body.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: body.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: body.hideAttendees,
    responseStatus: { response: own.response, time: own.responded },
    body: { contentType: body.body.contentType, content: body.body.content },
    start: when(kept.starts, zone),
    end: when(kept.ends, zone),
    location: { displayName: '', locationType: 'default', ...body.location },
    locations: Object.keys(body.location).length === 0 ? [] : [{ locationType: 'default', ...body.location }],
    recurrence: body.recurrence ?? null,
    attendees: body.attendees.map((one) => attendee(one, zone)),
    organizer: { emailAddress: body.organiser },
    onlineMeeting: body.joinUrl === null ? null : { joinUrl: body.joinUrl },
  };
  for (const { name, filter } of expand) {
    if (name !== 'singleValueExtendedProperties') throw notImplemented(`$expand=${name} on events`);
    if (filter === undefined) throw badRequest('$expand=singleValueExtendedProperties needs a $filter by id.');
    const condition = parseCondition(filter);
    const found = own.extended.filter((one) => meets(condition, (path) => one[path as 'id' | 'value']));
    if (found.length > 0) shown.singleValueExtendedProperties = found;
  }
  return shown;
}

function typeOf({ of, body }: Kept): string {
  if (of) return of.isException ? 'exception' : 'occurrence';
  return body.recurrence ? 'seriesMaster' : 'singleInstance';
}

function attendee({ proposedNewTime: time, ...one }: Attendee, zone: string): Record<string, unknown> {
  return time
    ? { ...one, proposedNewTime: { start: when(time.starts, zone), end: when(time.ends, zone) } }
    : { ...one };
}

/** An instant as Graph writes it (dateTimeTimeZone). */
export function when(instant: string, zone: string): { dateTime: string; timeZone: string } {
  return { dateTime: wallClock(instant, zone), timeZone: zone };
}

export function changeKey(kept: Kept): string {
  return Buffer.from(`${kept.id.slice(-12)}.${kept.version}`).toString('base64url');
}

/** Reads a path like `start/dateTime` or `singleValueExtendedProperties` of an event, its times in UTC. */
export function readEvent(kept: Kept): (path: string) => unknown {
  const entity: Record<string, unknown> = {
    ...eventEntity(kept, 'UTC'),
    singleValueExtendedProperties: kept.body.own.extended,
  };
  return (path) =>
    path
      .split('/')
      .reduce<unknown>(
        (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
        entity,
      );
}

import { meets } from '../evaluation.ts';
import { badRequest, notImplemented } from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import type { Expansion } from '../query-options.ts';
import { preview } from './event.ts';
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
    seriesMasterId: null,
    showAs: own.showAs,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(kept.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: body.isOnlineMeeting,
    onlineMeetingProvider: body.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: body.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: body.hideAttendees,
    responseStatus: { response: own.response, time: own.responded },
    body: { contentType: body.body.contentType, content: body.body.content },
    start: { dateTime: wallClock(kept.starts, zone), timeZone: zone },
    end: { dateTime: wallClock(kept.ends, zone), timeZone: zone },
    location: { displayName: '', locationType: 'default', ...body.location },
    locations: Object.keys(body.location).length === 0 ? [] : [{ locationType: 'default', ...body.location }],
    recurrence: null,
    attendees: body.attendees,
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

import { z } from 'zod';
import { badRequest, GraphError, notImplemented } from '../exchange.ts';
import type { Recurrence } from './recurrence.ts';
import { instantOf } from './time-zones.ts';

const words = z.string().nullish();
const When = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });
const Address = z.strictObject({ name: words, address: z.email() });
const Place = z.looseObject({ displayName: words });
const Response = z.enum(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded']);
export type Response = z.infer<typeof Response>;

/** An extended property's id as Graph takes it: a type, then a GUID with a name or number, or a property tag. */
const PropertyId = z
  .string()
  .regex(
    /^(String|Integer|Boolean|Short|Long|Float|Double|Currency|SystemTime|ApplicationTime|CLSID|Binary) (\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (Name \S.*|Id 0x[0-9a-f]+)|0x[0-9a-f]{1,8})$/i,
    "must be like 'String {guid} Name name', 'Integer {guid} Id 0x1' or 'String 0x1'",
  );

/** What can be written to an event. `id`s of extended properties keep their spelling. */
const Writable = z.strictObject({
  subject: words,
  body: z.strictObject({ contentType: z.string().optional(), content: words }).nullish(),
  start: When.optional(),
  end: When.optional(),
  location: Place.nullish(),
  locations: z.array(Place).nullish(),
  attendees: z
    .array(
      z.strictObject({
        emailAddress: Address,
        type: z.enum(['required', 'optional', 'resource']).default('required'),
        status: z.unknown().optional(),
        proposedNewTime: z.unknown().optional(),
      }),
    )
    .nullish(),
  categories: z.array(z.string()).nullish(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).nullish(),
  isAllDay: z.boolean().nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.int().nullish(),
  responseRequested: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  transactionId: z.string().nullish(),
  recurrence: z.unknown().optional(),
  singleValueExtendedProperties: z.array(z.strictObject({ id: PropertyId, value: words })).nullish(),
});
export type Written = z.infer<typeof Writable>;

const notHere = ['attachments', 'multiValueExtendedProperties', 'extensions', 'originalStart'];
const readOnly = [
  'id',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'iCalUId',
  'organizer',
  'isOrganizer',
  'isCancelled',
  'responseStatus',
  'webLink',
  'onlineMeeting',
  'onlineMeetingUrl',
  'bodyPreview',
  'hasAttachments',
  'seriesMasterId',
  'type',
  'isDraft',
  'originalStartTimeZone',
  'originalEndTimeZone',
];

/** An event's writable properties out of a request's body. 501 for what the sandbox has not, 400 for what Outlook refuses. */
export function written(body: Record<string, unknown>): Written {
  const plain = Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !name.includes('@') && !(notHere.includes(name) && value === null)),
  );
  const missing = notHere.find((name) => name in plain);
  if (missing) throw notImplemented(`events with '${missing}'`);
  const fixed = readOnly.find((name) => name in plain);
  if (fixed) throw badRequest(`The property '${fixed}' of an event is read-only.`);
  const parsed = Writable.safeParse(plain);
  if (!parsed.success) throw badRequest(`The event is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

export interface Attendee {
  readonly emailAddress: { readonly name: string; readonly address: string };
  readonly type: 'required' | 'optional' | 'resource';
  readonly status: { readonly response: Response; readonly time: string };
  /** Two instants, ISO UTC. */
  readonly proposedNewTime?: { readonly starts: string; readonly ends: string };
}

/** What differs at one date of a series, or that nothing is there any more. */
export type Exception =
  | { readonly removed: true }
  | {
      readonly removed?: never;
      readonly starts: string;
      readonly ends: string;
      readonly version: number;
      readonly body: EventBody;
    };

/** An event as it is kept, the same in every mailbox but for what is each person's own. */
export interface EventBody {
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly zone: { readonly start: string; readonly end: string };
  readonly location: Readonly<Record<string, unknown>>;
  readonly attendees: readonly Attendee[];
  readonly organiser: { readonly name: string; readonly address: string };
  readonly importance: string;
  readonly sensitivity: string;
  readonly isAllDay: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly isOnlineMeeting: boolean;
  readonly joinUrl: string | null;
  readonly isCancelled: boolean;
  readonly created: string;
  readonly modified: string;
  readonly own: Own;
  /** On a series master only. */
  readonly recurrence?: Recurrence | null;
  /** By the date that the pattern gives. */
  readonly exceptions?: Readonly<Record<string, Exception>>;
}

/** What each mailbox has for itself. */
export interface Own {
  readonly categories: readonly string[];
  readonly showAs: string;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly response: Response;
  readonly responded: string;
  readonly extended: readonly { readonly id: string; readonly value: string }[];
}

/** The properties an attendee may change in the copy of somebody else's meeting. */
export const ownProperties = [
  'categories',
  'showAs',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'singleValueExtendedProperties',
  'sensitivity',
];

/** What Exchange answers to a property's value that cannot be. */
export function invalid(says: string): GraphError {
  return new GraphError(400, 'ErrorPropertyValidationFailure', says);
}

/** The two instants of an event, checked: the end is not before the start, an all-day event runs from midnight to midnight. */
export function span(
  start: { dateTime: string; timeZone: string },
  end: { dateTime: string; timeZone: string },
  isAllDay: boolean,
): { starts: string; ends: string } {
  const [starts, ends] = [instantOf(start.dateTime, start.timeZone), instantOf(end.dateTime, end.timeZone)];
  if (ends < starts) throw invalid('The end of the event is before its start.');
  const midnight = (text: string) => /^\d{4}-\d\d-\d\d(T00:00(:00(\.0+)?)?)?$/.test(text);
  if (isAllDay && !(midnight(start.dateTime) && midnight(end.dateTime) && ends > starts)) {
    throw invalid('The event is all day: its start and end must be midnight, and at least a day apart.');
  }
  return { starts, ends };
}

/** The words of a body without its HTML, the first 255 of them. */
export function preview({ contentType, content }: EventBody['body']): string {
  const plain = contentType === 'html' ? content.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ') : content;
  return plain.replace(/\s+/g, ' ').trim().slice(0, 255);
}

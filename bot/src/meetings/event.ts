/** A meeting as the event Graph takes, and the event Graph answers as what a meeting's row needs. */
import { createHash } from 'node:crypto';
import {
  type Apology,
  type ArrangedGathering,
  hasMailbox,
  invitedTo,
  type Person,
  type RecordedMeeting,
} from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { meetingPlace, tabLink } from '../tab-link.ts';
import { familyOf } from './families.ts';

/** The event carries its meeting's key, so that it can be found by it whatever people do to its title. */
export const MEETING_KEY = 'String {6a4bb3a4-1f0f-4d0a-9a1e-6b1d8c6f4f52} Name OwlsMeeting';

const Moment = z.object({ dateTime: z.string(), timeZone: z.string() });
/** What is read of an event; times are asked for in UTC. */
export const EventShape = z.object({
  id: z.string().min(1),
  isCancelled: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  start: Moment.nullish(),
  end: Moment.nullish(),
  attendees: z
    .array(
      z.object({
        emailAddress: z.object({ address: z.string().nullish() }).nullish(),
        status: z.object({ response: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
export type CalendarEvent = z.infer<typeof EventShape>;

export interface Invitation {
  readonly timeZone: string;
  readonly people: ReadonlyMap<string, Person>;
  /** Those who cannot come, to any meeting. */
  readonly apologies: readonly Apology[];
  readonly config: Pick<Config, 'organiser' | 'endpoint' | 'teamsAppId'>;
}

type Told = Pick<
  ArrangedGathering,
  'key' | 'kind' | 'title' | 'start' | 'end' | 'place' | 'attendees' | 'reminderMinutes' | 'agenda'
>;

/** A new event. Times stay wall-clock in the trust's time zone across both changes of the clocks. */
export function newEvent(meeting: Told, again: number, given: Invitation): object {
  return {
    ...timeAndPlace(meeting, given),
    attendees: attendeesOf(meeting, given),
    body: { contentType: 'html', content: agendaHtml(meeting, tabLink(given.config, meetingPlace(meeting.key))) },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    isReminderOn: true,
    reminderMinutesBeforeStart: meeting.reminderMinutes,
    categories: [familyOf(meeting.kind)],
    transactionId: transactionOf(meeting.key, again),
    singleValueExtendedProperties: [{ id: MEETING_KEY, value: meeting.key }],
  };
}

/**
 * What of an event follows the plan later on. Its text is left alone: it holds the link to join online. So are the
 * people as long as the plan's are the same: whom the organiser asked besides in Outlook stays.
 */
export function changedEvent(from: Pick<Told, 'attendees'>, to: Told, given: Invitation): object {
  const samePeople = [...from.attendees].sort().join() === [...to.attendees].sort().join();
  return { ...timeAndPlace(to, given), ...(samePeople ? {} : { attendees: attendeesOf(to, given) }) };
}

function timeAndPlace(meeting: Told, { timeZone }: Invitation): object {
  return {
    subject: meeting.title,
    start: { dateTime: `${meeting.start}:00`, timeZone },
    end: { dateTime: `${meeting.end}:00`, timeZone },
    location: { displayName: meeting.place },
  };
}

function attendeesOf(meeting: Told, { people, apologies, config }: Invitation): readonly object[] {
  const organiser = config.organiser.toLowerCase();
  return invitedTo(meeting, apologies, [...people.values()])
    .flatMap((id) => people.get(id) ?? [])
    .filter((person) => hasMailbox(person) && person.id !== organiser && person.email.toLowerCase() !== organiser)
    .map(({ name, email }) => ({ emailAddress: { name, address: email }, type: 'required' }));
}

function agendaHtml({ agenda }: Told, link: string): string {
  const items = agenda.map((item) => `<li>${escaped(item)}</li>`).join('');
  return `<p>Agenda</p><ol>${items}</ol><p><a href="${escaped(link)}">Agenda and papers</a></p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A UUID that follows from a meeting's key and how often it was put back: Outlook makes no second event of it. */
function transactionOf(key: string, again: number): string {
  const namespace = Buffer.from('6a4bb3a41f0f4d0a9a1e6b1d8c6f4f52', 'hex');
  const name = again === 0 ? key : `${key}#${again}`;
  // RFC 9562, version 5.
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Where the event stands, wall-clock in the trust's time zone; undefined for one without times. */
export function spanOf(
  { start, end }: CalendarEvent,
  timeZone: string,
): { readonly start: string; readonly end: string } | undefined {
  if (!start || !end) return undefined;
  return { start: wallClock(start, timeZone), end: wallClock(end, timeZone) };
}

/** Graph writes times with seven decimals and no offset, beside the zone they are in. */
export function wallClock({ dateTime, timeZone: zone }: z.infer<typeof Moment>, timeZone: string): string {
  const there = Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toZonedDateTime(zone);
  return there.withTimeZone(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The meeting's chat in Teams, which its link to join holds: `…/l/meetup-join/19%3ameeting_…%40thread.v2/0?context=…`.
 * It is the chat's id in what Teams tells an app beside the meeting.
 */
export function chatOf({ onlineMeeting }: Pick<CalendarEvent, 'onlineMeeting'>): string | undefined {
  const [, thread = ''] = /\/meetup-join\/([^/?#]+)/.exec(onlineMeeting?.joinUrl ?? '') ?? [];
  const decoded = thread.replaceAll(/%3a/gi, ':').replaceAll('%40', '@');
  return /^19:[\w-]+@thread\.v2$/.test(decoded) ? decoded : undefined;
}

const ANSWERS = { accepted: 'accepted', tentativelyAccepted: 'tentative', declined: 'declined' } as const;
const isAnswer = (response: string): response is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, response);

/** What those invited have answered, in the order of the invitation. */
export function answersOf(
  { attendees }: CalendarEvent,
  meeting: Pick<RecordedMeeting, 'attendees'>,
  people: ReadonlyMap<string, Person>,
): NonNullable<RecordedMeeting['answers']> {
  const said = new Map(
    (attendees ?? []).map((one) => [one.emailAddress?.address?.toLowerCase(), one.status?.response ?? ''] as const),
  );
  return meeting.attendees.flatMap((person) => {
    const response = said.get(people.get(person)?.email.toLowerCase()) ?? '';
    return isAnswer(response) ? [{ person, answer: ANSWERS[response] }] : [];
  });
}

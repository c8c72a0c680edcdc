import { createHash } from 'node:crypto';
import { type CalendarDuty, type Duty, due, type RecordedMeeting } from '@owls/policy';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { BatchRequest, Graph, GraphAnswer } from '../m365/graph.ts';
import type { World } from '../world.ts';

/** Meetings are put into calendars this many at a time, so that an interruption leaves few to look up again. */
const AT_ONCE = 20;
/** The event carries its meeting's key, so that it can be found by it whatever people do to its title. */
const MEETING_KEY = 'String {6a4bb3a4-1f0f-4d0a-9a1e-6b1d8c6f4f52} Name OwlsMeeting';

const Event = z.object({ id: z.string().min(1) });
const Events = z.object({ value: z.array(Event) });
const Problem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/**
 * Puts agreed meetings into calendars (M4, M5): one event each on the organiser's calendar, which invites the others.
 * `transactionId` follows from the meeting's key, so Outlook makes no second event however often it is asked. Returns
 * how many were made; one that failed stays owed and is tried with the next beat.
 */
export async function putIntoCalendars(
  world: World,
  graph: Graph,
  config: Pick<Config, 'organiser'>,
  stop: AbortSignal,
): Promise<number> {
  const owedKeys = new Set(
    due(world.policy, world.facts(), world.now())
      .filter(isCalendarDuty)
      .map((duty) => duty.meeting),
  );
  const owed = world.meetings.recorded().filter((meeting) => owedKeys.has(meeting.key));
  let made = 0;
  for (let from = 0; from < owed.length && !stop.aborted; from += AT_ONCE) {
    const part = owed.slice(from, from + AT_ONCE);
    const answers = await graph.batch(part.map((meeting) => creation(meeting, world, config)));
    const events: { key: string; eventId: string }[] = [];
    for (const [index, meeting] of part.entries()) {
      const eventId = await eventIdOf(answers[index], meeting, world, graph, config.organiser);
      if (eventId !== undefined) events.push({ key: meeting.key, eventId });
    }
    if (events.length > 0) await world.meetings.inCalendars(events);
    made += events.length;
  }
  if (owed.length > 0) world.log.info({ owed: owed.length, made }, 'meetings put into calendars');
  return made;
}

function isCalendarDuty(duty: Duty): duty is CalendarDuty {
  return duty.kind === 'meeting-event';
}

function creation(meeting: RecordedMeeting, world: World, config: Pick<Config, 'organiser'>): BatchRequest {
  return {
    method: 'POST',
    url: `/users/${encodeURIComponent(config.organiser)}/events`,
    body: eventOf(meeting, world, config.organiser),
    repeatable: true,
  };
}

/** The event as Graph takes it. Times stay wall-clock in the trust's time zone across both changes of the clocks. */
function eventOf(meeting: RecordedMeeting, world: World, organiser: string): object {
  const { timeZone } = world.policy.trust;
  const people = new Map(world.facts().people.map((person) => [person.id, person]));
  const attendees = meeting.attendees
    .flatMap((id) => people.get(id) ?? [])
    .filter((person) => person.id !== organiser && person.email.toLowerCase() !== organiser.toLowerCase());
  return {
    subject: meeting.title,
    body: { contentType: 'html', content: agendaHtml(meeting) },
    start: { dateTime: `${meeting.start}:00`, timeZone },
    end: { dateTime: `${meeting.end}:00`, timeZone },
    location: { displayName: meeting.place },
    attendees: attendees.map(({ name, email }) => ({ emailAddress: { name, address: email }, type: 'required' })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    isReminderOn: true,
    reminderMinutesBeforeStart: meeting.reminderMinutes,
    transactionId: uuidOf(meeting.key),
    singleValueExtendedProperties: [{ id: MEETING_KEY, value: meeting.key }],
  };
}

function agendaHtml({ agenda }: RecordedMeeting): string {
  const items = agenda.map((item) => `<li>${escaped(item)}</li>`).join('');
  return `<p>Agenda</p><ol>${items}</ol>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A UUID that follows from a name (RFC 9562, version 5), under a namespace of this app's meetings. */
function uuidOf(name: string): string {
  const namespace = Buffer.from('6a4bb3a41f0f4d0a9a1e6b1d8c6f4f52', 'hex');
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of the event made, now or by an earlier request whose answer was lost. */
async function eventIdOf(
  answer: GraphAnswer | undefined,
  meeting: RecordedMeeting,
  world: World,
  graph: Graph,
  organiser: string,
): Promise<string | undefined> {
  const event = Event.safeParse(answer?.body);
  if (answer !== undefined && answer.status < 300 && event.success) return event.data.id;
  const problem = Problem.safeParse(answer?.body);
  if (problem.success && problem.data.error.code === 'ErrorDuplicateTransactionId') {
    const found = await findEvent(meeting.key, graph, organiser);
    if (found !== undefined) return found;
  }
  const why = problem.success ? problem.data.error : { code: 'noAnswer', message: '' };
  world.log.warn({ meeting: meeting.key, status: answer?.status, code: why.code }, 'a meeting is not in calendars yet');
  return undefined;
}

async function findEvent(key: string, graph: Graph, organiser: string): Promise<string | undefined> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${MEETING_KEY}' and ep/value eq '${key}')`;
  const query = `$filter=${encodeURIComponent(filter)}&$select=id&$top=1`;
  const answer = await graph.get(`/users/${encodeURIComponent(organiser)}/events?${query}`);
  return Events.parse(answer).value[0]?.id;
}

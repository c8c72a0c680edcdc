/**
 * What people do to the trust's meetings in Outlook: a moved one is moved in the plan, one that is gone asks what is to
 * become of it, answers show. Asked by `calendarView/delta`; its token lives with the process, and a new process reads
 * the window once as a whole.
 */
import type { RecordedMeeting } from '@owls/policy';
import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';
import { GraphFailure } from '../m365/graph-failure.ts';
import type { MeetingChange } from '../stores.ts';
import type { World } from '../world.ts';
import type { By } from '../writes.ts';
import { answersOf, type CalendarEvent, chatOf, EventShape, spanOf } from './event.ts';
import { wallClockNow } from './what-is-ahead.ts';

const Page = z.object({
  value: z.array(z.intersection(EventShape, z.object({ '@removed': z.unknown().optional() }))),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
/** More pages than any calendar has: a link that leads round in circles ends there. */
const MOST_PAGES = 1_000;
const PREFER = 'outlook.timezone="UTC", odata.maxpagesize=500';
/** Nobody pressed a button of ours. */
const OUTLOOK: By = { person: 'outlook', surface: 'system' };

interface Looked {
  readonly changed: readonly { readonly event: CalendarEvent; readonly removed: boolean }[];
  readonly link: string;
}

export class OutlookWatch {
  readonly #organiser: string;
  #link: string | undefined;
  /** The last day of the window that the link is for. */
  #until = '';

  constructor(organiser: string) {
    this.#organiser = organiser;
  }

  /** Takes in what changed since the last look. Costs no request while nothing of ours stands in calendars ahead. */
  async look(world: World, graph: Graph): Promise<void> {
    const ahead = this.#ahead(world);
    if (ahead.length === 0) return;
    const until = (
      ahead
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? ''
    ).slice(0, 10);
    // A window that does not reach to the last meeting would miss what happens to it.
    if (until > this.#until) this.#link = undefined;
    const isFirst = this.#link === undefined;
    const { changed, link } = await this.#read(world, graph, until);
    const gone = changed.filter((event) => event.removed).map(({ event }) => event.id);
    const there = changed.filter((event) => !event.removed).map(({ event }) => event);
    const missing = isFirst ? this.#missing(ahead, there) : gone;
    await this.#take(world, [...there, ...(await this.#still(graph, world, missing))], missing);
    // Only now: were taking it in to fail, the next look is told the same again.
    this.#link = link;
    if (until > this.#until) this.#until = until;
  }

  #ahead(world: World): readonly RecordedMeeting[] {
    const now = wallClockNow(world);
    return world.meetings
      .recorded()
      .filter(({ state, eventId, end }) => state === 'in calendars' && eventId !== undefined && end > now);
  }

  #missing(ahead: readonly RecordedMeeting[], there: readonly CalendarEvent[]): string[] {
    const ids = new Set(there.map(({ id }) => id));
    return ahead.flatMap(({ eventId }) => (eventId === undefined || ids.has(eventId) ? [] : [eventId]));
  }

  async #read(world: World, graph: Graph, until: string): Promise<Looked> {
    try {
      return await this.#pages(world, graph, until);
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.status !== 410) throw error;
      this.#link = undefined;
      return this.#pages(world, graph, until);
    }
  }

  async #pages(world: World, graph: Graph, until: string): Promise<Looked> {
    const changed: { event: CalendarEvent; removed: boolean }[] = [];
    const from = world.now().toString().slice(0, 10);
    let link: string | undefined =
      this.#link ??
      `/users/${encodeURIComponent(this.#organiser)}/calendarView/delta?startDateTime=${from}T00:00:00Z&endDateTime=${until}T23:59:59Z`;
    for (let pages = 0; link !== undefined; pages += 1) {
      if (pages === MOST_PAGES) throw new GraphFailure(0, 'loopingLink', 'calendarView/delta', 'its pages never end');
      const { body } = await graph.send({ method: 'GET', url: link, headers: { Prefer: PREFER } });
      const page: z.infer<typeof Page> = Page.parse(body);
      changed.push(...page.value.map((event) => ({ event, removed: event['@removed'] !== undefined })));
      const deltaLink = page['@odata.deltaLink'];
      if (deltaLink !== undefined) return { changed, link: deltaLink };
      link = page['@odata.nextLink'];
    }
    throw new GraphFailure(0, 'noDeltaLink', 'calendarView/delta', 'its last page leads nowhere');
  }

  /** Of events that left the window: those that are still there, moved out of it. */
  async #still(graph: Graph, world: World, ids: readonly string[]): Promise<CalendarEvent[]> {
    const ours = new Set(world.meetings.recorded().flatMap(({ eventId }) => eventId ?? []));
    const asked = ids.filter((id) => ours.has(id));
    const answers = await graph.batch(
      asked.map((id) => ({
        method: 'GET',
        url: `/users/${encodeURIComponent(this.#organiser)}/events/${id}`,
        headers: { Prefer: 'outlook.timezone="UTC"' },
      })),
    );
    return answers.flatMap(({ status, body }) => (status === 200 ? [EventShape.parse(body)] : []));
  }

  async #take(world: World, there: readonly CalendarEvent[], missing: readonly string[]): Promise<void> {
    const rows = new Map(
      world.meetings.recorded().flatMap((one) => (one.eventId === undefined ? [] : [[one.eventId, one] as const])),
    );
    const people = new Map(world.facts().people.map((person) => [person.id, person]));
    const standing = new Set(there.filter(({ isCancelled }) => isCancelled !== true).map(({ id }) => id));
    const changes: MeetingChange[] = [];
    const moves: { key: string; start: string; end: string; where: 'Outlook' }[] = [];
    const now = wallClockNow(world);
    for (const event of there) {
      const row = rows.get(event.id);
      if (row === undefined || row.state !== 'in calendars' || row.end <= now) continue;
      if (!standing.has(event.id)) {
        changes.push({ did: 'gone', key: row.key });
        continue;
      }
      const span = spanOf(event, world.policy.trust.timeZone);
      if (span !== undefined && (span.start !== row.start || span.end !== row.end)) {
        moves.push({ key: row.key, ...span, where: 'Outlook' });
        changes.push({ did: 'moved', key: row.key, ...span });
      }
      const chat = chatOf(event);
      if (chat !== undefined && chat !== row.chat) changes.push({ did: 'chat', key: row.key, chat });
      const answers = answersOf(event, row, people);
      if (JSON.stringify(answers) !== JSON.stringify(row.answers ?? [])) {
        changes.push({ did: 'answered', key: row.key, answers });
      }
    }
    for (const id of missing) {
      const row = rows.get(id);
      if (row?.state === 'in calendars' && row.end > now && !standing.has(id))
        changes.push({ did: 'gone', key: row.key });
    }
    // The plan first: were the row moved alone, the plan would want to move it back.
    if (moves.length > 0) await world.planning.move(moves, OUTLOOK);
    if (changes.length > 0) await world.meetings.note(changes);
    if (changes.length > 0)
      world.log.info({ changes: changes.length, moved: moves.length }, 'Outlook changed meetings');
  }
}

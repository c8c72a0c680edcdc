/** Keeps what planning a year needs beside its meetings: moves, the jobs that fill calendars, and secret links. */
import type { CalendarJob, MadeMove } from '@owls/policy';
import { type CalendarFeed, feedFields } from '../meetings/feed-rows.ts';
import { jobFields } from '../meetings/job-rows.ts';
import { moveFields } from '../meetings/move-rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { PlanningStore } from '../stores.ts';
import { type By, Duplicate } from '../writes.ts';
import type { Fields } from './list-definition.ts';
import type { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';
import { ulid } from './ulid.ts';
import { settled, type Writer } from './writer.ts';

interface Parts {
  readonly moves: Projection<MadeMove>;
  readonly jobs: Projection<CalendarJob>;
  readonly feeds: Projection<CalendarFeed>;
  readonly replicas: Pick<Replicas, 'moves' | 'calendarJobs' | 'calendarFeeds'>;
  readonly writer: Writer;
  readonly timeZone: string;
  readonly now: () => string;
}
type Kept = keyof Parts['replicas'];

export class PlanningRows implements PlanningStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  moves(): readonly MadeMove[] {
    return [...this.#parts.moves.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  async move(made: readonly Pick<MadeMove, 'key' | 'start' | 'end' | 'host' | 'where'>[], by: By): Promise<MadeMove[]> {
    const { writer, timeZone, now } = this.#parts;
    const at = now();
    const moves = made.map((one): MadeMove => ({ ...one, id: ulid(Date.parse(at)), by: by.person, at, undone: false }));
    const creates = moves.map((move) => ({ list: 'moves' as const, create: moveFields(move, timeZone) }));
    const entries = moves.map((move) => this.#entry(by, 'meeting.moved', move.key, move.start ?? move.host ?? ''));
    for (const outcome of await writer.apply(creates, entries)) settled(outcome);
    return moves;
  }

  async undo(move: MadeMove, by: By): Promise<void> {
    const item = this.#parts.replicas.moves.byKey(move.id);
    if (item === undefined) return;
    const entry = this.#entry(by, 'meeting.move-undone', move.key, move.start ?? move.host ?? '');
    await this.#parts.writer.applyOne({ list: 'moves', item, set: { Undone: true }, anyway: true }, [entry]);
  }

  jobs(year: string): readonly CalendarJob[] {
    return this.#parts.jobs
      .values()
      .filter((job) => job.year === year)
      .sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  running(): readonly CalendarJob[] {
    return this.#parts.jobs.values().filter(({ state }) => state === 'running');
  }

  async begin(job: CalendarJob, by: By): Promise<CalendarJob> {
    const entry = this.#entry(by, 'calendars.agreed', job.key, `${job.total}`);
    const outcome = await this.#parts.writer.applyOne({ list: 'calendarJobs', create: jobFields(job) }, [entry]);
    if (outcome.state !== 'done') throw new Duplicate(job.key);
    return job;
  }

  noteJob(job: CalendarJob): Promise<void> {
    return this.#set('calendarJobs', job.key, jobFields(job));
  }

  feeds(): readonly CalendarFeed[] {
    return this.#parts.feeds.values();
  }

  async giveFeed(feed: CalendarFeed, by: By): Promise<void> {
    const entry = this.#entry(by, 'feed.given', feed.person, '');
    if (this.#parts.replicas.calendarFeeds.byKey(feed.person) !== undefined) {
      return this.#set('calendarFeeds', feed.person, feedFields(feed), [entry]);
    }
    const outcome = await this.#parts.writer.applyOne({ list: 'calendarFeeds', create: feedFields(feed) }, [entry]);
    if (outcome.state === 'duplicate') await this.#set('calendarFeeds', feed.person, feedFields(feed), [entry]);
  }

  async endFeed(person: string, by: By): Promise<void> {
    const item = this.#parts.replicas.calendarFeeds.byKey(person);
    if (item === undefined) return;
    const entry = this.#entry(by, 'feed.ended', person, '');
    await this.#parts.writer.applyOne({ list: 'calendarFeeds', remove: item }, [entry]);
  }

  async #set(list: Kept, key: string, set: Fields, entries: readonly AuditEntry[] = []): Promise<void> {
    const item = this.#parts.replicas[list].byKey(key);
    if (item === undefined || this.#parts.writer.holds(list, item, set)) return;
    await this.#parts.writer.applyOne({ list, item, set, anyway: true }, entries);
  }

  #entry(by: By, action: string, field: string, to: string): AuditEntry {
    return { at: this.#parts.now(), person: by.person, surface: by.surface, action, field, to };
  }
}

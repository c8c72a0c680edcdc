/** Keeps the year's meetings (M4, M5): recorded once by their key, and with the event that stands for each. */
import type { CalendarJob, RecordedMeeting } from '@owls/policy';
import { jobFields } from '../meetings/job-rows.ts';
import { answersField, chatField, inCalendarsFields, planFields } from '../meetings/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { MeetingChange, MeetingStore } from '../stores.ts';
import type { By } from '../writes.ts';
import { wallClockValue } from './field-values.ts';
import type { Fields } from './list-definition.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { type Change, settled, type Writer } from './writer.ts';

interface Parts {
  readonly projection: Projection<RecordedMeeting>;
  readonly replica: ListReplica;
  readonly jobs: ListReplica;
  readonly writer: Writer;
  readonly timeZone: string;
  readonly now: () => string;
}

export class MeetingRows implements MeetingStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  recorded(): readonly RecordedMeeting[] {
    return this.#parts.projection.values();
  }

  async inCalendars(made: Parameters<MeetingStore['inCalendars']>[0]): Promise<void> {
    const { replica, writer } = this.#parts;
    const changes = made.flatMap(({ key, eventId, chat }): Change[] => {
      const item = replica.byKey(key);
      const set = inCalendarsFields(eventId, chat);
      return item === undefined || writer.holds('meetings', item, set)
        ? []
        : [{ list: 'meetings', item, set, anyway: true }];
    });
    for (const outcome of await writer.apply(changes)) settled(outcome);
  }

  async note(changes: readonly MeetingChange[], { by, job }: Parameters<MeetingStore['note']>[1] = {}): Promise<void> {
    const { writer } = this.#parts;
    const rows = this.#writesOf(changes);
    // A job is as far as its rows are: where they are not written, neither is that they were.
    const writes = [...rows, ...this.#writeOfJob(job, rows.length - 1)];
    const entries = by === undefined ? [] : changes.map((change) => this.#entry(change, by));
    const again: Change[] = [];
    for (const [index, outcome] of (await writer.apply(writes, entries)).entries()) {
      const write = writes[index];
      const said = settled(outcome);
      // Another planner wrote the row first; what this one did holds all the same.
      if (said.state === 'duplicate' && said.item !== undefined && write !== undefined && 'create' in write) {
        again.push({ list: 'meetings', item: said.item, set: write.create, anyway: true });
      }
    }
    for (const outcome of await writer.apply(again)) settled(outcome);
  }

  /** One write a row, however much about it changed. */
  #writesOf(changes: readonly MeetingChange[]): Change[] {
    const { replica, writer } = this.#parts;
    const sets = new Map<string, { readonly isNew: boolean; readonly set: Fields }>();
    for (const change of changes) {
      const key = 'meeting' in change ? change.meeting.key : change.key;
      const before = sets.get(key);
      sets.set(key, {
        isNew: change.did === 'made' || before?.isNew === true,
        set: { ...before?.set, ...this.#fields(change) },
      });
    }
    return [...sets].flatMap(([key, { isNew, set }]): Change[] => {
      const item = replica.byKey(key);
      if (item === undefined) return isNew ? [{ list: 'meetings', create: set }] : [];
      return writer.holds('meetings', item, set) ? [] : [{ list: 'meetings', item, set, anyway: true }];
    });
  }

  #writeOfJob(job: CalendarJob | undefined, after: number): Change[] {
    const item = job === undefined ? undefined : this.#parts.jobs.byKey(job.key);
    return job === undefined || item === undefined
      ? []
      : [{ list: 'calendarJobs', item, set: jobFields(job), anyway: true, ...(after < 0 ? {} : { after }) }];
  }

  #entry(change: MeetingChange, by: By): AuditEntry {
    const field = 'meeting' in change ? change.meeting.key : change.key;
    return { at: this.#parts.now(), person: by.person, surface: by.surface, action: `meeting.${change.did}`, field };
  }

  #fields(change: MeetingChange): Fields {
    const { timeZone } = this.#parts;
    switch (change.did) {
      case 'made':
        return {
          ...planFields(change.meeting, timeZone),
          ...inCalendarsFields(change.eventId, change.chat),
          Question: '',
          Again: change.again,
          TakenOut: false,
        };
      case 'changed':
        return planFields(change.meeting, timeZone);
      case 'cancelled':
        return { State: 'cancelled', Question: '' };
      case 'taken out':
        return { State: 'cancelled', Question: '', TakenOut: true };
      case 'moved':
        return { Start: wallClockValue(change.start, timeZone), End: wallClockValue(change.end, timeZone) };
      case 'answered':
        return answersField(change.answers);
      case 'chat':
        return chatField(change.chat);
      case 'gone':
        return { Question: 'gone from the calendar' };
      case 'put back':
        return { Question: '', EventId: '', State: 'agreed', Again: change.again };
    }
  }
}

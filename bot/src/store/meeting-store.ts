/** Keeps the year's meetings (M4, M5): recorded once by their key, and with the event that stands for each. */
import type { Meeting, RecordedMeeting } from '@owls/policy';
import { inCalendarsFields, meetingFields } from '../meetings/rows.ts';
import type { AuditEntry, By, MeetingStore } from '../world.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { type Change, settled, type Writer } from './writer.ts';

interface Parts {
  readonly projection: Projection<RecordedMeeting>;
  readonly replica: ListReplica;
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

  async agree(meetings: readonly Meeting[], by: By): Promise<number> {
    const { replica, writer, timeZone, now } = this.#parts;
    const missing = meetings.filter(({ key }) => replica.byKey(key) === undefined);
    if (missing.length === 0) return 0;
    const entry: AuditEntry = {
      ...{ at: now(), person: by.person, surface: by.surface, action: 'meetings.agreed' },
      ...{
        field: [...new Set(missing.map(({ year }) => year))].join(', '),
        to: missing.map(({ key }) => key).join('\n'),
      },
    };
    const changes = missing.map((meeting): Change => ({ list: 'meetings', create: meetingFields(meeting, timeZone) }));
    const outcomes = await writer.apply(changes, [entry]);
    // One that is found or a duplicate was recorded by somebody else meanwhile: it stands there, and it is not new.
    return outcomes.map(settled).filter((outcome) => outcome.state === 'done' && outcome.found !== true).length;
  }

  async inCalendars(made: readonly { readonly key: string; readonly eventId: string }[]): Promise<void> {
    const { replica, writer } = this.#parts;
    const changes = made.flatMap(({ key, eventId }): Change[] => {
      const item = replica.byKey(key);
      const set = inCalendarsFields(eventId);
      return item === undefined || writer.holds('meetings', item, set)
        ? []
        : [{ list: 'meetings', item, set, anyway: true }];
    });
    for (const outcome of await writer.apply(changes)) settled(outcome);
  }
}

/** Keeps what meetings come to (M4-M12): each point, action and answer a row of its own, changed only as it was seen. */
import type { Delegates, GatheringsKept, KeptAction, MeetingPoint, MinutesSheet, RecordedMeeting } from '@owls/policy';
import {
  actionFields,
  type Coming,
  comingFields,
  comingKey,
  delegatesFields,
  delegatesKey,
  pointFields,
  sheetFields,
} from '../gatherings/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { GatheringStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import { dayValue } from './field-values.ts';
import type { GatheringIndex } from './gathering-index.ts';
import type { Fields } from './list-definition.ts';
import type { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';
import { Turns } from './turns.ts';
import { settled, type Writer } from './writer.ts';

const LISTS = ['minutes', 'meetingPoints', 'actions', 'delegates', 'apologies'] as const;
type Kept = (typeof LISTS)[number];

interface Parts {
  readonly index: GatheringIndex;
  readonly replicas: Pick<Replicas, Kept>;
  readonly writer: Writer;
  readonly timeZone: string;
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
}

/** A row as it is to be, over the one the person saw: `version` undefined for none, `any` where the last word counts. */
interface Wanted<T> {
  readonly list: Kept;
  readonly of: Projection<T>;
  readonly key: string;
  readonly version: string | undefined | 'any';
  readonly fields: Fields;
  readonly did: string;
  readonly school?: string | undefined;
}

export class GatheringRows implements GatheringStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  kept(): GatheringsKept {
    return this.#parts.index.kept();
  }

  comings(): readonly Coming[] {
    return this.#parts.index.comings.values();
  }

  async savePoint(
    given: Pick<MeetingPoint, 'id' | 'meeting' | 'kind' | 'text' | 'urn'>,
    version: string | undefined,
    by: By,
  ): Promise<MeetingPoint> {
    const before = this.#parts.index.points.get(given.id);
    // Whoever wrote it first stays its author; an id of another meeting's point is somebody's mistake or worse.
    if (before !== undefined && before.meeting !== given.meeting) throw new Conflict(before);
    const written = { by: before?.by ?? by.person, at: before?.at ?? this.#parts.now() };
    return this.#put(
      {
        ...{ list: 'meetingPoints', of: this.#parts.index.points, key: given.id, version },
        ...{ fields: pointFields({ ...given, ...written }), did: `meeting.${given.kind}`, school: given.urn },
      },
      by,
    );
  }

  async removePoint(id: string, version: string, by: By): Promise<void> {
    const { replicas, writer, index } = this.#parts;
    await this.#turns.of(id, async () => {
      const item = replicas.meetingPoints.byKey(id);
      const before = index.points.get(id);
      if (item === undefined || before === undefined) return;
      if (item.version !== version) throw new Conflict(before);
      const entry = { ...this.#entry(by, 'meeting.point-removed', before.meeting), from: before.text };
      const outcome = await writer.applyOne({ list: 'meetingPoints', remove: item }, [entry]);
      if (outcome.state === 'conflict') throw new Conflict(index.points.get(id) ?? before);
    });
  }

  saveSheet(
    given: Pick<MinutesSheet, 'gathering' | 'state' | 'attended' | 'because'>,
    title: string,
    version: string | undefined,
    by: By,
  ): Promise<MinutesSheet> {
    const fields = sheetFields({ ...given, by: by.person, at: this.#parts.now() }, title);
    const did = given.state === 'draft' ? 'minutes.drafted' : 'minutes.ended';
    return this.#put({ list: 'minutes', of: this.#parts.index.sheets, key: given.gathering, version, fields, did }, by);
  }

  async saveAction(action: Omit<KeptAction, 'version'>, version: string | undefined, by: By): Promise<KeptAction> {
    const before = this.#parts.index.actions.get(action.id);
    if (before !== undefined && before.meeting !== action.meeting) throw new Conflict(before);
    return this.#put(
      {
        ...{ list: 'actions', of: this.#parts.index.actions, key: action.id, version },
        ...{ fields: actionFields(action), did: 'action.agreed', school: action.urn },
      },
      by,
    );
  }

  markDone(action: KeptAction, done: string | undefined, by: By): Promise<KeptAction> {
    const did = done === undefined ? 'action.reopened' : 'action.done';
    return this.#put(
      {
        ...{ list: 'actions', of: this.#parts.index.actions, key: action.id, version: 'any' },
        ...{ fields: { Done: dayValue(done) }, did, school: action.urn },
      },
      by,
    );
  }

  saveDelegates(given: Pick<Delegates, 'gathering' | 'urn' | 'names'>, by: By): Promise<Delegates> {
    const fields = delegatesFields({ ...given, by: by.person, at: this.#parts.now() });
    const key = delegatesKey(given.gathering, given.urn);
    return this.#put(
      {
        ...{ list: 'delegates', of: this.#parts.index.delegates, key, version: 'any' },
        ...{ fields, did: 'delegates.named', school: given.urn },
      },
      by,
    );
  }

  saveComing(
    given: Pick<Coming, 'gathering' | 'person' | 'state' | 'instead' | 'because'>,
    { title, start: about }: Pick<RecordedMeeting, 'title' | 'start'>,
    by: By,
  ): Promise<Coming> {
    const { now, timeZone } = this.#parts;
    const fields = comingFields({ ...given, about, at: now(), inCalendar: false }, title, timeZone);
    const key = comingKey(given.gathering, given.person);
    return this.#put(
      {
        ...{ list: 'apologies', of: this.#parts.index.comings, key, version: 'any' },
        ...{ fields, did: `meeting.${given.state}` },
      },
      by,
    );
  }

  async inCalendar(told: readonly Coming[]): Promise<void> {
    const { replicas, writer, index } = this.#parts;
    for (const one of told) {
      const key = comingKey(one.gathering, one.person);
      const item = replicas.apologies.byKey(key);
      // What was said anew meanwhile has to go into the calendar again.
      if (item === undefined || index.comings.get(key) !== one) continue;
      await writer.applyOne({ list: 'apologies', item, set: { InCalendar: true } });
    }
  }

  /** Makes the row so. Throws Conflict with what stands there where it is not as the person saw it. */
  async #put<T>({ list, of, key, version, fields, did, school }: Wanted<T>, by: By): Promise<T> {
    const { replicas, writer, refresh } = this.#parts;
    const replica = replicas[list];
    return this.#turns.of(`${list}/${key}`, async () => {
      if (version !== 'any' && replica.byKey(key)?.version !== version) await refresh();
      const item = replica.byKey(key);
      const before = of.get(key);
      // Sent again because its answer was lost: who wrote it and when is the only difference.
      const { At: _at, By: _by, ...said } = fields;
      if (item !== undefined && before !== undefined && writer.holds(list, item, said)) return before;
      if (version !== 'any' && item?.version !== version) throw new Conflict(before);
      const entry = { ...this.#entry(by, did, key, school), to: String(fields.Text ?? fields.Title ?? '') };
      const change = item === undefined ? { list, create: fields } : { list, item, set: fields };
      const outcome = settled((await writer.apply([change], [entry]))[0]);
      if (outcome.state !== 'done') await refresh();
      const after = of.get(key);
      if (after === undefined || outcome.state !== 'done') throw new Conflict(after);
      return after;
    });
  }

  #entry(by: By, action: string, field: string, school?: string): AuditEntry {
    const at = this.#parts.now();
    return { at, person: by.person, surface: by.surface, action, field, ...(school === undefined ? {} : { school }) };
  }
}

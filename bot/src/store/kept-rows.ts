/** Rows of a list that people record and correct, each changed only as the person saw it, with its audit beside it. */
import type { AuditEntry } from '../service-stores.ts';
import { Conflict } from '../writes.ts';
import type { Fields } from './list-definition.ts';
import type { ReadListName } from './lists.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import { settled, type Writer } from './writer.ts';

export interface KeptParts<T> {
  readonly list: ReadListName;
  readonly projection: Projection<T>;
  readonly replica: ListReplica;
  readonly writer: Writer;
  readonly refresh: () => Promise<void>;
}

export class KeptRows<T extends object> {
  readonly #parts: KeptParts<T>;
  readonly #turns = new Turns();

  constructor(parts: KeptParts<T>) {
    this.#parts = parts;
  }

  /**
   * Makes the row so: `version` is the row's as the person saw it, undefined for a new one. Sent again it is no trouble.
   * Throws Conflict with what stands there where it is not as they saw it.
   * @param who names the columns of who wrote it and when: all that differs when it is sent again
   */
  save(
    key: string,
    version: string | undefined,
    fields: Fields,
    who: readonly string[],
    entryOf: (before: T | undefined) => AuditEntry,
  ): Promise<T> {
    const { list, projection, replica, writer, refresh } = this.#parts;
    return this.#turns.of(key, async () => {
      if (replica.byKey(key)?.version !== version) await refresh();
      const item = replica.byKey(key);
      const before = projection.get(key);
      const said = Object.fromEntries(Object.entries(fields).filter(([name]) => !who.includes(name)));
      if (item !== undefined && before !== undefined && writer.holds(list, item, said)) return before;
      if (item?.version !== version) throw new Conflict(before);
      const change = item === undefined ? { list, create: fields } : { list, item, set: fields };
      const outcome = settled((await writer.apply([change], [entryOf(before)]))[0]);
      if (outcome.state !== 'done') await refresh();
      const after = projection.get(key);
      if (after === undefined || outcome.state !== 'done') throw new Conflict(after);
      return after;
    });
  }

  /** Takes the row out; one that is gone already is no trouble. Throws Conflict where it is not as the person saw it. */
  async remove(key: string, version: string, entryOf: (before: T) => AuditEntry): Promise<void> {
    const { list, projection, replica, writer, refresh } = this.#parts;
    await this.#turns.of(key, async () => {
      if (replica.byKey(key)?.version !== version) await refresh();
      const item = replica.byKey(key);
      const before = projection.get(key);
      if (item === undefined || before === undefined) return;
      if (item.version !== version) throw new Conflict(before);
      const outcome = await writer.applyOne({ list, remove: item }, [entryOf(before)]);
      if (outcome.state === 'conflict') throw new Conflict(projection.get(key) ?? before);
    });
  }
}

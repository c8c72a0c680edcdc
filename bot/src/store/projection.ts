/**
 * A list's rows read as facts, each row once: a changed row is read again, the others stay what they are. The array
 * of values is the same object until something changes, so that whoever computes from it can keep the result.
 */
import type { RowProblem } from '../world.ts';
import type { Item } from './item.ts';
import type { ListDefinition } from './list-definition.ts';
import type { ListReplica } from './replica.ts';
import { type Read, type Row, readRow } from './row.ts';

export class Projection<T> {
  readonly #reads = new Map<string, Read<T>>();
  readonly #replica: ListReplica;
  #values: readonly T[] | undefined;
  #problems: readonly RowProblem[] | undefined;

  constructor(
    list: ListDefinition,
    replica: ListReplica,
    timeZone: string,
    reader: (row: Row) => T,
    /** Told of each row's value before and after a change. */
    onChange: (before: T | undefined, after: T | undefined, item: Item) => void = () => undefined,
  ) {
    this.#replica = replica;
    const take = (before: Item | undefined, after: Item | undefined): void => {
      const item = after ?? before;
      if (item === undefined) return;
      const old = this.#reads.get(item.id);
      const read = after === undefined ? undefined : readRow(list, after, timeZone, reader);
      if (read === undefined) this.#reads.delete(item.id);
      else this.#reads.set(item.id, read);
      this.#values = undefined;
      if ((old?.problems.length ?? 0) > 0 || (read?.problems.length ?? 0) > 0) this.#problems = undefined;
      onChange(old?.value, read?.value, item);
    };
    for (const item of replica.items()) take(undefined, item);
    replica.onChange(take);
  }

  /** All readable rows; the same array until one changes. */
  values(): readonly T[] {
    this.#values ??= [...this.#reads.values()].flatMap(({ value }) => (value === undefined ? [] : [value]));
    return this.#values;
  }

  problems(): readonly RowProblem[] {
    this.#problems ??= [...this.#reads.values()].flatMap(({ problems }) => problems);
    return this.#problems;
  }

  /** The row with this key, if it is readable. */
  get(key: string): T | undefined {
    const item = this.#replica.byKey(key);
    return item === undefined ? undefined : this.#reads.get(item.id)?.value;
  }
}

import { join } from 'node:path';
import Database from 'libsql';
import { schema } from './schema.ts';

/** What may be bound to a statement. `undefined` is not among them, so that a forgotten value is an error. */
type Bindable = string | number | bigint | null | Uint8Array;

/**
 * The embedded database of one sandbox. Everything is synchronous, so a request's writes never interleave with
 * another's; `write` answers only once the log is on disk (WAL, synchronous=FULL).
 */
export class Store {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  #depth = 0;
  #rollbacks = 0;

  constructor(stateDir: string) {
    this.#db = new Database(join(stateDir, 'sandbox.db'));
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(schema);
  }

  #prepared(sql: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#db.prepare<unknown[]>(sql);
    this.#statements.set(sql, made);
    return made;
  }

  all<Row>(sql: string, ...values: Bindable[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: Bindable[]): Row | undefined {
    return this.all<Row>(sql, ...values)[0];
  }

  /** Runs one writing statement; answers how many rows it changed. */
  run(sql: string, ...values: Bindable[]): number {
    return this.#prepared(sql).run(...values).changes;
  }

  /** All of `work` or nothing of it; durable when this returns. Inside another `write` it is a savepoint. */
  write<T>(work: () => T): T {
    const name = `s${this.#depth}`;
    this.#db.exec(this.#depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = work();
      this.#depth -= 1;
      this.#db.exec(this.#depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (error) {
      this.#rollbacks += 1;
      this.#depth = Number(name.slice(1));
      this.#db.exec(this.#depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    }
  }

  /** How often writes were taken back: what was remembered of the rows before may be wrong after. */
  get rollbacks(): number {
    return this.#rollbacks;
  }

  setting(key: string): string | undefined {
    return this.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key)?.value;
  }

  setSetting(key: string, value: string): void {
    this.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    );
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }
}

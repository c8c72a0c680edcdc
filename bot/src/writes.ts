/** What every write of the service takes and may throw. */

/** Thrown when the row changed since it was read (412). Carries what stands there now, to be shown to the person. */
export class Conflict<T> extends Error {
  constructor(
    readonly current: T,
    message = 'This was changed since you opened it.',
  ) {
    super(message);
    this.name = 'Conflict';
  }
}

/** Thrown when a row with this key exists already (the unique `Key` column refused it). */
export class Duplicate extends Error {
  constructor(readonly key: string) {
    super(`A row with key ${key} exists already.`);
    this.name = 'Duplicate';
  }
}

/** Who did it and through which door; goes into the audit. */
export interface By {
  readonly person: string;
  readonly surface: 'card' | 'tab' | 'import' | 'system';
}

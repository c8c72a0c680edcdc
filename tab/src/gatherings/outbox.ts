/**
 * What was written and is not kept yet. It lies in the device's storage from the moment it is written until the service
 * has it, so that a lost connection, a closed panel or a crash loses nothing; two people who change one thing are both
 * shown to whoever came second.
 */
import { ApiProblem } from '../shell/api.ts';

/** One change on its way: to a point, an action, or the sheet of who came. */
export interface Waiting {
  /** Where it goes; a later change of the same thing takes its place. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'sending' | 'conflict' | 'refused';
  /** Why it is not kept, in the service's words. */
  readonly says?: string;
  /** What stands there now, where somebody else was first. */
  readonly current?: Readonly<Record<string, unknown>>;
}

/** Sends a change; resolves with the version of its row as it then stands, where the answer tells it. */
type Send = (path: string, body: unknown) => Promise<string | undefined>;
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Outbox {
  readonly #storage: Keep;
  readonly #name: string;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();
  #waiting: readonly Waiting[];
  #flushing: Promise<void> | undefined;

  /** `name` tells one person's meeting from another's. */
  constructor(storage: Keep, name: string, send: Send) {
    this.#storage = storage;
    this.#name = name;
    this.#send = send;
    this.#waiting = readWaiting(storage.getItem(name));
  }

  readonly all = (): readonly Waiting[] => this.#waiting;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Writes a change down and sends it; one to the same thing that has not left yet is replaced. */
  put(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const before = this.#waiting.find((one) => one.path === path);
    // What it was written over is what the first of the two had seen.
    const version = before === undefined ? body.version : before.body.version;
    const { version: _, ...content } = body;
    this.#replace(path, {
      path,
      body: { ...content, ...(version === undefined ? {} : { version }) },
      state: 'waiting',
    });
    return this.flush();
  }

  /** After a conflict: mine over theirs, having seen it, or theirs. After a refusal: again, or not at all. */
  settle(path: string, choice: 'mine' | 'theirs'): Promise<void> {
    const found = this.#waiting.find((one) => one.path === path);
    if (found === undefined) return Promise.resolve();
    if (choice === 'theirs') {
      this.#replace(path, undefined);
      return Promise.resolve();
    }
    const { version: _, ...content } = found.body;
    const version = found.current?.version ?? (found.state === 'conflict' ? undefined : found.body.version);
    this.#replace(path, {
      path,
      body: { ...content, ...(version === undefined ? {} : { version }) },
      state: 'waiting',
    });
    return this.flush();
  }

  /** Sends what waits, in order; what finds no connection goes on waiting. */
  flush(): Promise<void> {
    this.#flushing ??= this.#run().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async #run(): Promise<void> {
    for (;;) {
      const next = this.#waiting.find(({ state }) => state === 'waiting');
      if (next === undefined) return;
      const sending: Waiting = { ...next, state: 'sending' };
      this.#replace(next.path, sending);
      const { left, version } = await this.#sent(sending);
      const now = this.#waiting.find(({ path }) => path === next.path);
      if (now === sending) this.#replace(next.path, left);
      // Typed on meanwhile: what was typed is sent next, over the row that this answer brought.
      else if (now !== undefined && version !== undefined) {
        this.#replace(next.path, { ...now, body: { ...now.body, version } });
      }
      if (left?.state === 'waiting') return;
    }
  }

  /** What is left of it to do, and which version of its row stands where it was taken. */
  async #sent(one: Waiting): Promise<{ readonly left?: Waiting; readonly version?: string | undefined }> {
    try {
      return { version: await this.#send(one.path, one.body) };
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500 || problem.status === 429) {
        return { left: { ...one, state: 'waiting', says: problem instanceof Error ? problem.message : '' } };
      }
      const state = problem.status === 409 ? 'conflict' : 'refused';
      const current = isRecord(problem.current) ? { current: problem.current } : {};
      return { left: { ...one, state, says: problem.message, ...current } };
    }
  }

  #replace(path: string, by: Waiting | undefined): void {
    const at = this.#waiting.findIndex((one) => one.path === path);
    if (by === undefined) this.#waiting = this.#waiting.filter((one) => one.path !== path);
    else if (at < 0) this.#waiting = [...this.#waiting, by];
    else this.#waiting = this.#waiting.with(at, by);
    if (this.#waiting.length === 0) this.#storage.removeItem(this.#name);
    else this.#storage.setItem(this.#name, JSON.stringify(this.#waiting));
    for (const listener of this.#listeners) listener();
  }
}

/** What an earlier visit left; what was on its way then may have arrived or not, and is sent again under the same key. */
function readWaiting(text: string | null): readonly Waiting[] {
  if (text === null) return [];
  try {
    const given: unknown = JSON.parse(text);
    if (!Array.isArray(given)) return [];
    return given.filter(isWaiting).map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
  } catch {
    return [];
  }
}

const STATES: readonly unknown[] = ['waiting', 'sending', 'conflict', 'refused'];

function isWaiting(given: unknown): given is Waiting {
  return isRecord(given) && typeof given.path === 'string' && isRecord(given.body) && STATES.includes(given.state);
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

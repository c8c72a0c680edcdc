import { type FileHandle, mkdir, open, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What the journal knows of one delivery of a wave. `sending` is written before the message leaves and the rest after
 * its answer, so a `sending` with nothing after it is a send whose answer never came. `deferred` was refused before it
 * was delivered and may be tried again. What a post in a channel `says` is noted with its sending.
 */
const Entry = z.discriminatedUnion('is', [
  z.object({ key: z.string(), is: z.literal('sending') }),
  z.object({ key: z.string(), is: z.literal('sent'), activityId: z.string(), says: z.string().optional() }),
  z.object({ key: z.string(), is: z.literal('unreachable'), reason: z.string() }),
  z.object({ key: z.string(), is: z.literal('unknown'), reason: z.string() }),
  z.object({ key: z.string(), is: z.literal('deferred') }),
  z.object({ key: z.string(), is: z.literal('not owed') }),
]);
export type Entry = z.infer<typeof Entry>;

/**
 * How far one wave got, in a local file that only grows. A list row for each message would use up SharePoint's
 * resource units long before Teams slows us down, so the list holds waves and this file what happens within one.
 */
export class WaveJournal {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #last: Map<string, Entry>;
  readonly #waiting: { readonly line: string; resolve(): void; reject(error: unknown): void }[] = [];
  #draining = false;
  #broken: unknown;

  private constructor(path: string, file: FileHandle, last: Map<string, Entry>) {
    this.#path = path;
    this.#file = file;
    this.#last = last;
  }

  /** Opens the wave's journal, or begins it; a last line torn by a crash is cut off. */
  static async open(directory: string, wave: string): Promise<WaveJournal> {
    await mkdir(directory, { recursive: true });
    const path = join(directory, `${wave}.jsonl`);
    const file = await open(path, 'a');
    const { entries, length } = readEntries(await readFile(path));
    await truncate(path, length);
    await file.datasync();
    await syncDirectory(directory);
    return new WaveJournal(path, file, new Map(entries.map((entry) => [entry.key, entry])));
  }

  /** The last thing noted of a delivery. */
  of(key: string): Entry | undefined {
    return this.#last.get(key);
  }

  entries(): readonly Entry[] {
    return [...this.#last.values()];
  }

  /**
   * Notes an entry; it is on the disk when the promise resolves. Entries noted at the same time share one sync.
   * Rejects where the disk refuses, and from then on always: a half-written line has to be cut off first.
   */
  async note(entry: Entry): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
      void this.#drain();
    });
    this.#last.set(entry.key, entry);
  }

  async #drain(): Promise<void> {
    if (this.#draining) return;
    this.#draining = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      try {
        if (this.#broken !== undefined) throw this.#broken;
        await this.#file.appendFile(group.map(({ line }) => line).join(''));
        await this.#file.datasync();
        for (const { resolve } of group) resolve();
      } catch (error) {
        this.#broken = error;
        for (const { reject } of group) reject(error);
      }
    }
    this.#draining = false;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Closes and deletes it, once the wave's row says how it ended. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.#path, { force: true });
  }
}

/** Whole lines that can be read, and how many bytes they take; what follows the last newline was torn. */
export function readEntries(bytes: Buffer): { readonly entries: Entry[]; readonly length: number } {
  const length = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes
    .subarray(0, length)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return { entries: lines.map((line) => Entry.parse(JSON.parse(line))), length };
}

/** Makes a new file's name as durable as its content; Windows offers no such call and keeps names by itself. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync();
  await handle.close();
}

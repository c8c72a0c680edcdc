import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Lock = z.object({ token: z.string(), pid: z.number(), host: z.string() });
type Lock = z.infer<typeof Lock>;

/** After this long without a sign of life a holder on another machine, or one whose process id was reused, is gone. */
const GONE_AFTER_MS = 90_000;

/**
 * The journal directory is divided into slots, one for each running instance: a slot's name is the `ClaimedBy` of the
 * waves whose journals it holds. A restarted instance takes over the slots whose holders are gone, and with them
 * the exact knowledge of how far they got; a second instance on a shared disk gets a slot of its own.
 */
export class Slots {
  readonly #root: string;
  readonly #held = new Map<string, Lock>();
  #own: string | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** The slot new waves are claimed under. */
  get own(): string {
    if (this.#own === undefined) throw new Error('No slot was taken yet.');
    return this.#own;
  }

  holds(slot: string): boolean {
    return this.#held.has(slot);
  }

  directory(slot: string): string {
    return join(this.#root, slot);
  }

  /** Takes over every slot whose holder is gone, and makes one where there is none to take. */
  async take(): Promise<void> {
    await mkdir(this.#root, { recursive: true });
    const entries = await readdir(this.#root, { withFileTypes: true });
    for (const slot of slotNames(entries)) {
      if (!this.#held.has(slot) && (await this.#takeOver(slot))) this.#own ??= slot;
    }
    if (this.#own === undefined) this.#own = await this.#make();
  }

  /** Shows the other instances that this one lives; called with every heartbeat. */
  async touch(): Promise<void> {
    const now = new Date();
    for (const slot of this.#held.keys()) await utimes(join(this.directory(slot), 'lock'), now, now);
  }

  async #make(): Promise<string> {
    // Locked before it has its name, so that nobody can find it unlocked.
    const slot = randomUUID();
    const unnamed = `.${slot}`;
    await mkdir(this.directory(unnamed));
    const lock = await this.#lock(unnamed);
    await rename(this.directory(unnamed), this.directory(slot));
    this.#held.set(slot, lock);
    return slot;
  }

  async #takeOver(slot: string): Promise<boolean> {
    const path = join(this.directory(slot), 'lock');
    const found = Lock.parse(JSON.parse(await readFile(path, 'utf8')));
    const quietMs = Date.now() - (await stat(path)).mtimeMs;
    if (isHeld(found, quietMs)) return false;
    // Creating the file named after the gone holder's token succeeds once: of two that see it gone, one takes over.
    if (!(await createOnce(join(this.directory(slot), `taken-from-${found.token}`)))) return false;
    this.#held.set(slot, await this.#lock(slot));
    return true;
  }

  async #lock(slot: string): Promise<Lock> {
    const lock: Lock = { token: randomUUID(), pid: process.pid, host: hostname() };
    const fresh = join(this.directory(slot), `lock-${lock.token}`);
    await writeFile(fresh, JSON.stringify(lock), { flush: true });
    await rename(fresh, join(this.directory(slot), 'lock'));
    return lock;
  }
}

function slotNames(entries: readonly Dirent[]): string[] {
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

function isHeld(lock: Lock, quietMs: number): boolean {
  if (quietMs > GONE_AFTER_MS) return false;
  if (lock.host !== hostname()) return true;
  return lock.pid !== process.pid && isAlive(lock.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function createOnce(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

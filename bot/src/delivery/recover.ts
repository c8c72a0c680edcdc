import type { WaveRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { WaveJournal } from './journal.ts';
import { secondsAfter } from './ledger.ts';
import type { Slots } from './slots.ts';
import { personIn, runWave, type WaveRun } from './wave.ts';

/**
 * A wave takes seconds, or minutes where Teams throttles. One still open after this long, measured on this machine's
 * own clock since it was first seen, belongs to an instance that is gone, and its journal is not here.
 */
const STALE_AFTER_MS = 15 * 60_000;

/** Ends the waves that are claimed and not done: this instance's own, and those of instances that are gone. */
export class Recovery {
  readonly #slots: Slots;
  readonly #firstSeen = new Map<string, number>();
  readonly #staleAfterMs: number;

  constructor(slots: Slots, staleAfterMs = STALE_AFTER_MS) {
    this.#slots = slots;
    this.#staleAfterMs = staleAfterMs;
  }

  /** Takes over slots whose holders are gone and brings every open wave it can judge to its end. */
  async run(run: WaveRun): Promise<void> {
    await this.#slots.take();
    const open = run.world.waves.all().filter((wave) => wave.state === 'claimed');
    for (const wave of open) {
      if (run.stop.aborted) return;
      if (this.#slots.holds(wave.claimedBy)) await this.continue(wave, run);
      else if (this.#isStale(wave)) await abandon(wave, run.world);
    }
    const keys = new Set(open.map((wave) => wave.key));
    for (const key of this.#firstSeen.keys()) if (!keys.has(key)) this.#firstSeen.delete(key);
  }

  /** Runs a wave that this instance claimed, now or in an earlier life. Returns whether it has ended. */
  async continue(wave: WaveRow, run: WaveRun): Promise<boolean> {
    const journal = await WaveJournal.open(this.#slots.directory(wave.claimedBy), wave.key);
    let ended = false;
    try {
      ended = await runWave(wave, journal, run);
    } finally {
      await (ended ? journal.remove() : journal.close());
    }
    return ended;
  }

  #isStale(wave: WaveRow): boolean {
    const now = performance.now();
    const since = this.#firstSeen.get(wave.key) ?? now;
    this.#firstSeen.set(wave.key, since);
    return now - since >= this.#staleAfterMs;
  }
}

/** Nobody can say which members of the wave were sent: each is unknown until its card shows up or the CEO decides. */
async function abandon(wave: WaveRow, world: World): Promise<void> {
  const at = secondsAfter(world.now(), [wave.claimedAt]);
  const listed = new Map(world.undelivered.all().map((row) => [row.key, row]));
  const rows = wave.members
    .filter((key) => Date.parse(listed.get(key)?.at ?? '1970-01-01') <= Date.parse(wave.claimedAt))
    .map((key) => ({
      key,
      person: personIn(key, wave.kind, world),
      state: 'unknown' as const,
      reason: 'The instance that was sending this is gone.',
      at,
    }));
  await world.undelivered.put(rows);
  const outcome = { sent: 0, unreachable: 0, unknown: rows.length };
  await world.waves.finish(wave, { ...outcome, finishedAt: world.now().toString() });
  world.log.warn({ wave: wave.key, claimedBy: wave.claimedBy, members: rows.length }, 'wave of a lost instance closed');
}

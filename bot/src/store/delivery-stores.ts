/** Keeps the delivery ledger: the log of waves, and the deliveries that did not simply arrive. */
import { claimFields, finishFields, type NotedUndelivered, undeliveredFields, waveKey } from '../delivery/rows.ts';
import type { UndeliveredRow, UndeliveredStore, WaveRow, WaveStore } from '../service-stores.ts';
import { Conflict, Duplicate } from '../writes.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import { type Change, settled, type Writer } from './writer.ts';

/** A column of many lines holds this many characters for certain. */
const MOST_CHARACTERS = 60_000;

const lastOf = (replica: ListReplica): number =>
  Math.max(0, ...[...replica.items()].map(({ key }) => (/^\d{6,}$/.test(key) ? Number(key) : 0)));

export class WaveRows implements WaveStore {
  readonly #turns = new Turns();
  constructor(
    private readonly projection: Projection<WaveRow>,
    private readonly replica: ListReplica,
    private readonly writer: Writer,
  ) {}

  all(): readonly WaveRow[] {
    return this.projection.values();
  }

  append(wave: Pick<WaveRow, 'kind' | 'members' | 'claimedBy' | 'claimedAt'>): Promise<WaveRow> {
    const size = wave.members.join('\n').length;
    if (size > MOST_CHARACTERS) {
      throw new RangeError(
        `A wave's deliveries take ${size} characters, and a row holds ${MOST_CHARACTERS}: make several waves.`,
      );
    }
    return this.#turns.of('append', async () => {
      const number = lastOf(this.replica) + 1;
      const outcome = await this.writer.applyOne({ list: 'deliveries', create: claimFields(number, wave) });
      const row = outcome.state === 'done' ? this.projection.get(waveKey(number)) : undefined;
      if (row === undefined) throw new Duplicate(waveKey(number));
      return row;
    });
  }

  /** Throws Conflict<WaveRow> if somebody else changed the wave since. */
  async finish(
    wave: WaveRow,
    outcome: Pick<WaveRow, 'sent' | 'unreachable' | 'unknown'> & { readonly finishedAt: string },
  ): Promise<WaveRow> {
    const item = this.replica.byKey(wave.key);
    if (item === undefined) throw new Conflict(wave, `Wave ${wave.key} is no longer in the list.`);
    const guarded = { ...item, version: wave.version };
    const done = await this.writer.applyOne({ list: 'deliveries', item: guarded, set: finishFields(outcome) });
    const row = this.projection.get(wave.key);
    if (done.state !== 'done' || row === undefined) throw new Conflict(row ?? wave);
    return row;
  }
}

export class UndeliveredRows implements UndeliveredStore {
  constructor(
    private readonly projection: Projection<NotedUndelivered>,
    private readonly replica: ListReplica,
    private readonly waves: ListReplica,
    private readonly writer: Writer,
  ) {}

  all(): readonly UndeliveredRow[] {
    return this.projection.values();
  }

  async put(rows: readonly UndeliveredRow[]): Promise<void> {
    const afterWave = waveKey(lastOf(this.waves));
    const outcomes = await this.writer.apply(rows.flatMap((row) => this.#change(row, afterWave)));
    // Somebody else noted the same delivery meanwhile: their row is in the replica now and is set from there.
    const doubled = outcomes.some((outcome) => settled(outcome).state === 'duplicate');
    if (!doubled) return;
    for (const outcome of await this.writer.apply(rows.flatMap((row) => this.#change(row, afterWave))))
      settled(outcome);
  }

  #change(row: UndeliveredRow, afterWave: string): Change[] {
    const set = undeliveredFields({ ...row, afterWave });
    const item = this.replica.byKey(row.key);
    if (item === undefined) return [{ list: 'undelivered', create: set }];
    return this.writer.holds('undelivered', item, set) ? [] : [{ list: 'undelivered', item, set, anyway: true }];
  }
}

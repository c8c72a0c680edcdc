import type { Logger } from 'pino';

/** One thing that every beat does; the name is for the log. */
export interface Pulse {
  readonly name: string;
  /** Whether the rest of the beat rests on it: where it fails, the beat ends. */
  readonly essential?: boolean;
  run(stop: AbortSignal): Promise<unknown>;
}

export interface BeatStatus {
  readonly at: string;
  readonly took: number;
  /** Names of the pulses that failed; they are tried again with the next beat. */
  readonly failed: readonly string[];
}

/**
 * Looks at what is owed every so often. Time fires nothing: a beat that was missed, a service that was down for a week
 * or a clock that jumped only changes what the next beat finds. Beats never overlap.
 */
export class Heartbeat {
  readonly #pulses: readonly Pulse[];
  readonly #seconds: number;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;
  #again = false;
  #last: BeatStatus | undefined;

  constructor(pulses: readonly Pulse[], seconds: number, log: Logger) {
    this.#pulses = pulses;
    this.#seconds = seconds;
    this.#log = log;
  }

  get last(): BeatStatus | undefined {
    return this.#last;
  }

  start(): void {
    void this.beat();
  }

  /** Beats now; during a beat, once more right after it, since that one may have looked already. */
  beat(): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    if (this.#beating !== undefined) {
      this.#again = true;
      return this.#beating;
    }
    clearTimeout(this.#timer);
    this.#beating = this.#run().finally(() => {
      this.#beating = undefined;
      if (!this.#stop.signal.aborted) this.#timer = setTimeout(() => void this.beat(), this.#seconds * 1000);
    });
    return this.#beating;
  }

  /** No further beat; resolves when the one under way has come to rest. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#beating;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      const began = performance.now();
      const failed: string[] = [];
      for (const pulse of this.#pulses) {
        if (this.#stop.signal.aborted) break;
        try {
          await pulse.run(this.#stop.signal);
        } catch (error) {
          failed.push(pulse.name);
          this.#log.error({ err: error, pulse: pulse.name }, 'the next beat will try this again');
          if (pulse.essential === true) break;
        }
      }
      this.#last = { at: new Date().toISOString(), took: Math.round(performance.now() - began), failed };
    } while (this.#again && !this.#stop.signal.aborted);
  }
}

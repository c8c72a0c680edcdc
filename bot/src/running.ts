import { setTimeout as delay } from 'node:timers/promises';
import type { Person, TrustPolicy } from '@owls/policy';
import type { Logger } from 'pino';
import type { Health } from './api/web.ts';
import { summaryInPlace } from './categorisation/summary-in-place.ts';
import { createChat } from './chat/chat.ts';
import { messageFor } from './chat/duty-cards.ts';
import { createMessenger } from './chat/messenger.ts';
import type { Config } from './config.ts';
import { Deliveries } from './delivery/deliveries.ts';
import { Heartbeat } from './delivery/heartbeat.ts';
import { Slots } from './delivery/slots.ts';
import { answersIntoCalendars } from './gatherings/in-calendars.ts';
import { putIntoCalendars } from './meetings/events.ts';
import { fillCalendars } from './meetings/fill-calendars.ts';
import { type FreeBusy, freeBusy } from './meetings/free-busy.ts';
import { OutlookWatch } from './meetings/outlook-watch.ts';
import { type OpenWorld, openWorld } from './store/open-world.ts';

const LONGEST_WAIT_MS = 30_000;
/** How often what a crash left half written in the lists is looked for. */
const SWEEP_EVERY_MS = 60 * 60_000;
/** The lists are looked at this often whatever else goes on; with resource units to spare, with every beat. */
const LOOK_AT_LEAST_EVERY_MS = 10_000;

/** The parts that live as long as the process, and when each of them is there. */
export class Running {
  readonly #config: Config;
  readonly #policy: TrustPolicy;
  readonly #log: Logger;
  readonly #startedAt = new Date().toISOString();
  readonly #stopping = new AbortController();
  #heartbeat: Heartbeat | undefined;
  #replicaAt: string | undefined;
  #sweptAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** Undefined until the lists were read for the first time. */
  world: OpenWorld | undefined;
  chat: ReturnType<typeof createChat> | undefined;

  constructor(config: Config, policy: TrustPolicy, log: Logger) {
    this.#config = config;
    this.#policy = policy;
    this.#log = log;
  }

  /** Opens the lists, however long Microsoft 365 keeps it waiting, then chats, then beats. */
  async start(): Promise<void> {
    const world = await this.#open();
    if (world === undefined) return;
    const messenger = createMessenger(this.#config, this.#log);
    const slots = new Slots(this.#config.journalDir);
    await slots.take();
    const outlook = new OutlookWatch(this.#config.organiser);
    const deliveries = new Deliveries(world, messenger, slots, messageFor);
    this.#heartbeat = new Heartbeat(
      [
        { name: 'replica', essential: true, run: () => this.#refresh(world) },
        { name: 'deliveries', run: (stop) => deliveries.settle(stop) },
        { name: 'summary', run: () => summaryInPlace(world, messenger) },
        { name: 'outlook', run: () => outlook.look(world, world.graph) },
        { name: 'calendars', run: (stop) => fillCalendars(world, world.graph, this.#config, stop) },
        { name: 'agreed meetings', run: (stop) => putIntoCalendars(world, world.graph, this.#config, stop) },
        { name: 'answers', run: (stop) => answersIntoCalendars(world, world.graph, this.#config, stop) },
        { name: 'sweep', run: () => this.#sweep(world) },
      ],
      this.#config.heartbeatSeconds,
      this.#log,
    );
    this.chat = createChat({
      config: this.#config,
      world,
      messenger,
      log: this.#log,
      onSeen: (key) => deliveries.seen(key),
    });
    this.world = world;
    this.#replicaAt = new Date().toISOString();
    this.#log.info({ schools: world.facts().schools.length, people: world.facts().people.length }, 'ready');
    this.#heartbeat.start();
  }

  beat(): void {
    void this.#heartbeat?.beat();
  }

  /** When people are taken, asked of their calendars. `from` and `to` are wall-clock. */
  async freeBusy(people: readonly Person[], from: string, to: string): Promise<FreeBusy> {
    if (this.world === undefined) throw new Error('Calendars were asked before the lists were open.');
    const { timeZone } = this.#policy.trust;
    return freeBusy(this.world.graph, this.#config.organiser, people, { from, to, timeZone });
  }

  health(): Health {
    return {
      ready: this.world !== undefined,
      startedAt: this.#startedAt,
      ...(this.#heartbeat?.last === undefined ? {} : { lastBeat: this.#heartbeat.last }),
      ...(this.world === undefined ? {} : { tenantTime: this.world.now().toString() }),
      ...(this.#replicaAt === undefined ? {} : { replicaAt: this.#replicaAt }),
    };
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#heartbeat?.stop();
  }

  async #open(): Promise<Awaited<ReturnType<typeof openWorld>> | undefined> {
    for (let wait = 1000; !this.#stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        return await openWorld(this.#config, this.#policy, this.#log);
      } catch (error) {
        this.#log.error({ err: error, againInMs: wait }, 'the lists could not be opened');
        await delay(wait);
      }
    }
    return undefined;
  }

  async #sweep(world: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
    if (performance.now() - this.#sweptAt < SWEEP_EVERY_MS) return;
    const removed = await world.sweep();
    this.#sweptAt = performance.now();
    if (removed > 0) this.#log.info({ removed }, 'rows that an interrupted submission left were removed');
  }

  /** Looking costs SharePoint's resource units, which people who are writing need more. */
  async #refresh(world: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
    if (!world.graph.hasPlenty() && performance.now() - this.#lookedAt < LOOK_AT_LEAST_EVERY_MS) return;
    await world.refresh();
    this.#lookedAt = performance.now();
    this.#replicaAt = new Date().toISOString();
  }
}

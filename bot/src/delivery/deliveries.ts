import type { Messenger } from '../chat/messenger.ts';
import type { WaveRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { type Beaten, claim, owed, secondsAfter } from './ledger.ts';
import { CHANNEL, conversationOf, type MessageDuty, recipientOf } from './recipient.ts';
import { Recovery } from './recover.ts';
import { Sender } from './sender.ts';
import type { Slots } from './slots.ts';
import type { WaveRun } from './wave.ts';

/** How many cards that people used are remembered: far more than can be between sending and answering. */
const SEEN_KEPT = 10_000;

/** Everything owed in messages, brought to people once. */
export class Deliveries {
  readonly #slots: Slots;
  readonly #sender: Sender;
  readonly #recovery: Recovery;
  readonly #seen = new Set<string>();
  readonly #world: World;

  readonly #compose: WaveRun['compose'];

  constructor(
    world: World,
    messenger: Messenger,
    slots: Slots,
    compose: WaveRun['compose'],
    sender = new Sender(messenger),
  ) {
    this.#world = world;
    this.#slots = slots;
    this.#compose = compose;
    this.#sender = sender;
    this.#recovery = new Recovery(slots);
  }

  /** Ends what is open, then claims and sends waves until nothing is owed. Returns how many waves were run. */
  async settle(stop: AbortSignal): Promise<number> {
    const world = this.#world;
    const run: WaveRun = { world, sender: this.#sender, seen: this.#seen, compose: this.#compose, stop };
    await this.#recovery.run(run);
    await this.#slots.touch();
    await this.#listOutOfReach();
    // A key is tried once a beat, whatever becomes of it; so this ends.
    const beaten: Beaten = { tried: new Set(), had: new Map() };
    let waves = 0;
    while (!stop.aborted && owed(world).sendable.some((duty) => !beaten.tried.has(duty.key))) {
      const wave = await claim(world, this.#slots.own, beaten);
      if (wave === undefined) continue;
      await this.#send(wave, run);
      waves += 1;
    }
    return waves;
  }

  async #send(wave: WaveRow, run: WaveRun): Promise<void> {
    const ended = await this.#recovery.continue(wave, run);
    if (!ended) run.world.log.warn({ wave: wave.key }, 'wave interrupted; the next beat goes on with it');
  }

  /**
   * A card that somebody used has arrived, whatever the connector said when it was sent. Called for each inbound
   * activity that carries a delivery's key; returns at once.
   */
  seen(key: string): void {
    if (this.#seen.size >= SEEN_KEPT) this.#seen.clear();
    this.#seen.add(key);
    const row = this.#world.undelivered.all().find((candidate) => candidate.key === key);
    if (row === undefined || row.state === 'arrived' || row.state === 'dismissed') return;
    const at = secondsAfter(this.#world.now(), [row.at]);
    this.#world.undelivered.put([{ ...row, state: 'arrived', reason: 'The card was used.', at }]).catch((error) => {
      this.#world.log.warn({ err: error, delivery: key }, 'could not note that a card arrived');
    });
  }

  /** Noted once, not claimed: it stays owed, and is sent like anything else once the person has the app. */
  async #listOutOfReach(): Promise<void> {
    const duties = owed(this.#world).outOfReach;
    if (duties.length === 0) return;
    await this.#world.undelivered.put(
      duties.map((duty) => ({
        key: duty.key,
        person: recipientOf(duty),
        state: 'unreachable',
        reason: whyOutOfReach(duty, this.#world),
        at: secondsAfter(this.#world.now(), []),
      })),
    );
    this.#world.log.warn({ deliveries: duties.length }, 'owed to people who do not have the app');
  }
}

function whyOutOfReach(duty: MessageDuty, world: World): string {
  if (recipientOf(duty) === CHANNEL) return 'The app is not installed in a team.';
  return conversationOf(recipientOf(duty), world) === undefined
    ? 'The app is not installed for this person.'
    : 'The app was removed or blocked by this person.';
}

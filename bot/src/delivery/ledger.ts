import { type Duty, due } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import type { UndeliveredRow, WaveRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { Duplicate } from '../writes.ts';
import { conversationOf, isInstalled, type MessageDuty, recipientOf } from './recipient.ts';

/** Members of one wave at most: few enough to lose sight of little, many enough that a trust's prompt is a few writes. */
const WAVE_SIZE = 100;

/** Messages of one wave to the same recipient at most: a wave ends soon, and what became owed meanwhile is seen. */
const MOST_FOR_ONE = 5;

/** What is owed in messages at this moment. */
export interface Owed {
  /** Can be sent now, the longest owed first. */
  readonly sendable: readonly MessageDuty[];
  /** Owed to somebody who cannot be reached and not known as such yet. They stay owed until the app is installed. */
  readonly outOfReach: readonly MessageDuty[];
}

/**
 * What is owed and not yet settled. The order of the ledger makes this safe: an instance may append a wave only after
 * having seen every earlier one, so two instances never settle the same thing (`claim`).
 */
export function owed(world: World): Owed {
  const rows = new Map(world.undelivered.all().map((row) => [row.key, row]));
  const duties = dueBeyond(world, settled(world));
  const canSend = (duty: MessageDuty): boolean =>
    isInstalled(recipientOf(duty), world) ||
    (rows.get(duty.key)?.state === 'resend' && conversationOf(recipientOf(duty), world) !== undefined);
  return {
    sendable: duties.filter(canSend).sort((a, b) => a.since.localeCompare(b.since)),
    outOfReach: duties.filter((duty) => !canSend(duty) && rows.get(duty.key)?.state !== 'unreachable'),
  };
}

/** The messages due when only the given keys count as settled. */
export function dueBeyond(world: World, delivered: ReadonlySet<string>): MessageDuty[] {
  return due(world.policy, { ...world.facts(), delivered }, world.now()).filter(isMessage);
}

/**
 * Keys that must not be sent (again): everything in a wave, and whatever was dismissed, arrived or may have arrived,
 * except what was reopened.
 */
export function settled(world: World): Set<string> {
  const keys = new Set(world.facts().delivered);
  const lastWave = new Map<string, WaveRow>();
  for (const wave of [...world.waves.all()].sort((a, b) => a.key.localeCompare(b.key))) {
    for (const key of wave.members) {
      keys.add(key);
      lastWave.set(key, wave);
    }
  }
  for (const row of world.undelivered.all()) {
    if (isClosed(row)) keys.add(row.key);
    else if (isReopened(row, lastWave.get(row.key), world)) keys.delete(row.key);
  }
  return keys;
}

/**
 * A settled delivery is open again when the CEO asked to send it once more, or when a person who could not be reached
 * has the app now. Its row has to be younger than the last wave that tried, or that wave's own trial would count.
 */
function isReopened(row: UndeliveredRow, last: WaveRow | undefined, world: World): boolean {
  if (row.state !== 'resend' && !(row.state === 'unreachable' && isInstalled(row.person, world))) return false;
  if (last === undefined) return true;
  return last.state === 'done' && Date.parse(row.at) > Date.parse(last.claimedAt);
}

function isClosed(row: UndeliveredRow): boolean {
  return row.state === 'dismissed' || row.state === 'arrived' || row.state === 'unknown';
}

/** What a beat has done so far. */
export interface Beaten {
  /** Keys it has tried. */
  readonly tried: Set<string>;
  /** How many messages it had for each recipient. */
  readonly had: Map<string, number>;
}

/**
 * Claims messages of one kind, at most a wave of them: those for people this beat has had least for, of them the
 * longest owed. So nobody waits behind the many messages of one person. Undefined where nothing is owed, or where another
 * instance was faster: the ledger has to be read again then.
 */
export async function claim(world: World, instance: string, { tried, had }: Beaten): Promise<WaveRow | undefined> {
  const hadBy = (duty: MessageDuty): number => had.get(recipientOf(duty)) ?? 0;
  const sendable = owed(world)
    .sendable.filter((duty) => !tried.has(duty.key))
    .sort((a, b) => hadBy(a) - hadBy(b));
  const first = sendable[0];
  if (first === undefined) return undefined;
  const members = notTooManyForOne(sendable.filter((duty) => duty.kind === first.kind)).slice(0, WAVE_SIZE);
  const keys = members.map((duty) => duty.key);
  const rows = world.undelivered.all().filter((row) => keys.includes(row.key));
  try {
    // Nothing may be awaited between reading the ledger above and appending to it here.
    const wave = await world.waves.append({
      kind: first.kind,
      members: keys,
      claimedBy: instance,
      claimedAt: secondsAfter(
        world.now(),
        rows.map((row) => row.at),
      ),
    });
    for (const duty of members) {
      tried.add(duty.key);
      had.set(recipientOf(duty), hadBy(duty) + 1);
    }
    return wave;
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    world.log.info({ wave: error.key }, 'another instance appended first; reading the ledger again');
    await world.refresh();
    return undefined;
  }
}

function notTooManyForOne(duties: readonly MessageDuty[]): MessageDuty[] {
  const taken = new Map<string, number>();
  return duties.filter((duty) => {
    const count = (taken.get(recipientOf(duty)) ?? 0) + 1;
    taken.set(recipientOf(duty), count);
    return count <= MOST_FOR_ONE;
  });
}

/** Now in whole seconds, which is all that SharePoint keeps, and at least one later than each of the given instants. */
export function secondsAfter(now: Temporal.Instant, instants: readonly string[]): string {
  const later = instants.map((text) => Temporal.Instant.from(text).epochMilliseconds + 1000);
  const latest = Math.max(now.epochMilliseconds, ...later);
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(latest / 1000) * 1000).toString();
}

function isMessage(duty: Duty): duty is MessageDuty {
  return duty.kind !== 'meeting-event';
}

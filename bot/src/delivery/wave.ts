import type { CardMessage } from '../chat/messenger.ts';
import type { UndeliveredRow, WaveRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { Conflict } from '../writes.ts';
import type { Entry, WaveJournal } from './journal.ts';
import { dueBeyond, secondsAfter, settled } from './ledger.ts';
import { fingerprint } from './post-rows.ts';
import { CHANNEL, conversationOf, type MessageDuty, recipientOf } from './recipient.ts';
import type { Sender } from './sender.ts';

/** What running a wave needs; `seen` holds the keys of cards that people used, which therefore arrived. */
export interface WaveRun {
  readonly world: World;
  readonly sender: Sender;
  readonly seen: ReadonlySet<string>;
  /** The card for a duty, with its sentence; made at the moment of sending, from the facts of that moment. */
  readonly compose: (duty: MessageDuty, world: World) => CardMessage;
  readonly stop: AbortSignal;
}

/**
 * Brings a claimed wave to its end from wherever its journal stands, a new wave and one interrupted by a crash alike:
 * what was not begun is sent if it is still owed, what was begun without an answer becomes unknown, and the wave's row
 * is finished once each of its members has an outcome. Returns whether it has ended.
 */
export async function runWave(wave: WaveRow, journal: WaveJournal, run: WaveRun): Promise<boolean> {
  await settleInterrupted(wave, journal);
  const open = wave.members.filter((key) => !hasEnded(journal.of(key)));
  const duties = dutiesOf(open, run.world);
  const results = await Promise.allSettled(open.map((key) => deliver(key, duties.get(key), journal, run)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  if (wave.members.some((key) => !hasEnded(journal.of(key)))) return false;
  await finish(wave, journal.entries(), run);
  return true;
}

/** A `sending` left by an earlier life of this instance: its answer was lost with that life. */
async function settleInterrupted(wave: WaveRow, journal: WaveJournal): Promise<void> {
  const interrupted = wave.members.filter((key) => journal.of(key)?.is === 'sending');
  const reason = 'The service stopped while this was being sent.';
  await Promise.all(interrupted.map((key) => journal.note({ key, is: 'unknown', reason })));
}

function hasEnded(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.is !== 'sending' && entry.is !== 'deferred';
}

function dutiesOf(keys: readonly string[], world: World): Map<string, MessageDuty> {
  const others = settled(world);
  for (const key of keys) others.delete(key);
  return new Map(dueBeyond(world, others).map((duty) => [duty.key, duty]));
}

async function deliver(key: string, duty: MessageDuty | undefined, journal: WaveJournal, run: WaveRun): Promise<void> {
  const { world, sender, stop } = run;
  if (duty === undefined) return journal.note({ key, is: 'not owed' });
  const to = conversationOf(recipientOf(duty), world);
  if (to === undefined) return journal.note({ key, is: 'unreachable', reason: 'The app is not installed.' });
  const message = composed(duty, run);
  // Not sent again by itself, for it would fail again; the CEO's office can, once the fault is mended.
  if (message === undefined) return journal.note({ key, is: 'unknown', reason: 'The message could not be made.' });
  const outcome = await sender.send(to, message, () => journal.note({ key, is: 'sending' }), stop);
  const says = outcome.is === 'sent' && recipientOf(duty) === CHANNEL ? { says: fingerprint(message) } : {};
  await journal.note({ key, ...outcome, ...says });
  if (outcome.is === 'unreachable') await world.conversations.put({ ...to, state: 'removed' });
}

function composed(duty: MessageDuty, { world, compose }: WaveRun): CardMessage | undefined {
  try {
    return compose(duty, world);
  } catch (error) {
    world.log.error({ err: error, delivery: duty.key }, 'a message could not be made');
    return undefined;
  }
}

/** The undelivered go on their list first: a wave that is done must not hide one. */
async function finish(wave: WaveRow, noted: readonly Entry[], { world, seen }: WaveRun): Promise<void> {
  const entries = noted.map((entry) => (entry.is === 'unknown' && seen.has(entry.key) ? arrived(entry.key) : entry));
  const count = (is: Entry['is']) => entries.filter((entry) => entry.is === is).length;
  await rememberPosts(entries, wave, world);
  const outcome = { sent: count('sent'), unreachable: count('unreachable'), unknown: count('unknown') };
  await world.undelivered.put(rowsOf(wave, entries, world));
  try {
    await world.waves.finish(wave, { ...outcome, finishedAt: world.now().toString() });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Another instance took this one for gone and listed its members as unknown; what is known of them goes on top.
    world.log.warn({ wave: wave.key }, 'the wave was finished by another instance');
    await world.refresh();
    await world.undelivered.put(rowsOf(wave, entries, world));
  }
  world.log.info({ wave: wave.key, kind: wave.kind, members: wave.members.length, ...outcome }, 'wave finished');
}

/** Where posts in the channel stand, so that they can be brought up to date. */
async function rememberPosts(entries: readonly Entry[], wave: WaveRow, world: World): Promise<void> {
  const team = conversationOf(CHANNEL, world);
  if (team === undefined) return;
  for (const entry of entries) {
    if (entry.is !== 'sent' || entry.says === undefined) continue;
    await world.posts.put({
      ...{ key: entry.key, team: team.key, activity: entry.activityId, says: entry.says },
      thread: `${team.conversationId};messageid=${entry.activityId}`,
      at: secondsAfter(world.now(), [wave.claimedAt]),
    });
  }
}

function arrived(key: string): Entry {
  return { key, is: 'sent', activityId: '' };
}

function rowsOf(wave: WaveRow, entries: readonly Entry[], world: World): UndeliveredRow[] {
  const listed = new Map(world.undelivered.all().map((row) => [row.key, row]));
  const at = secondsAfter(world.now(), [wave.claimedAt]);
  return entries.flatMap((entry): UndeliveredRow[] => {
    if (entry.is === 'unreachable' || entry.is === 'unknown') {
      const person = personIn(entry.key, wave.kind, world);
      return [{ key: entry.key, person, state: entry.is, reason: entry.reason, at }];
    }
    const row = listed.get(entry.key);
    const isOpen = row !== undefined && row.state !== 'arrived' && row.state !== 'dismissed';
    return entry.is === 'sent' && isOpen ? [{ ...row, state: 'arrived', reason: 'Sent.', at }] : [];
  });
}

/** Whom a delivery is for; its key names the person, whether or not it is still owed. */
export function personIn(key: string, kind: WaveRow['kind'], world: World): string {
  if (kind === 'category-summary') return CHANNEL;
  const parts = new Set(key.split('/'));
  return world.facts().people.find((person) => parts.has(person.id))?.id ?? '';
}

/** What calendars would have to change to hold a year's plan, and a fingerprint by which a yes says what it is to. */
import { createHash } from 'node:crypto';
import {
  type Ahead,
  type ArrangedGathering,
  ahead,
  movesInForce,
  planningFacts,
  recordedGatherings,
  type TimesAhead,
} from '@owls/policy';
import type { World } from '../world.ts';

/** `2026-11-23T09:00` for now, in the trust's time zone. */
export function wallClockNow(world: Pick<World, 'policy' | 'now'>): string {
  return world.now().toZonedDateTimeISO(world.policy.trust.timeZone).toPlainDateTime().toString({
    smallestUnit: 'minute',
  });
}

export function whatIsAhead(world: World, year: string, times: TimesAhead): Ahead {
  const facts = world.facts();
  const recorded = recordedGatherings(
    world.policy,
    facts.meetings.filter((meeting) => meeting.year === year),
  );
  const all = world.planning.moves();
  const moves = movesInForce(all);
  const held = new Set(moves.map(({ key }) => key));
  const released = new Set(all.filter(({ key }) => !held.has(key)).map(({ key }) => key));
  const standing = { recorded, moves, released, now: wallClockNow(world) };
  return ahead(world.policy, planningFacts(facts), year, standing, times);
}

/** How many things there are to do. */
export const toDo = ({ add, change, takeOut }: Pick<Ahead, 'add' | 'change' | 'takeOut'>): number =>
  add.length + change.length + takeOut.length;

/** The same for the same work, whatever the order; a yes to one thing is no yes to another. */
export function fingerprintOf({ add, change, takeOut }: Pick<Ahead, 'add' | 'change' | 'takeOut'>): string {
  const told = (one: ArrangedGathering) =>
    [one.key, one.start, one.end, one.place, one.title, ...one.attendees].join('|');
  const all = [
    ...add.map((one) => `add ${told(one)}`),
    ...change.map(({ to }) => `change ${told(to)}`),
    ...takeOut.map(({ key }) => `take out ${key}`),
  ].sort();
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 32);
}

import type { HalfTermId } from '@owls/policy';
import type { World } from '../world.ts';

/** Reminders of a half term by school, nudges included, counted from the ledger, without those that reached nobody. */
export function remindersSent(world: World, halfTerm: HalfTermId | undefined): ReadonlyMap<string, number> {
  const undelivered = new Set(
    world.undelivered
      .all()
      .filter((row) => row.state === 'unreachable')
      .map((row) => row.key),
  );
  const sent = world.waves
    .all()
    .filter((wave) => wave.kind === 'soap-reminder')
    .flatMap((wave) => wave.members)
    .filter((key) => key.startsWith(`soap-reminder/${halfTerm}/`) && !undelivered.has(key));
  const counts = new Map<string, number>();
  for (const key of new Set(sent)) {
    // `soap-reminder/2026-27/autumn-2/-2/115850/<person>`: the school stands before the person.
    const urn = key.split('/').at(-2) ?? '';
    counts.set(urn, (counts.get(urn) ?? 0) + 1);
  }
  return counts;
}

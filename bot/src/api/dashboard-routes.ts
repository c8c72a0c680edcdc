import { access, dashboard, halfTermAt } from '@owls/policy';
import { Hono } from 'hono';
import type { World } from '../world.ts';
import { insist } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** The dashboard, from the replica: no request to Microsoft 365 however many schools there are. */
export function dashboardRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/dashboard', (c) => {
    const world = c.get('world');
    const facts = world.facts();
    insist(access(world.policy, c.get('person'), 'dashboard.read', facts));
    const reminders = remindersSent(world);
    return c.json(
      dashboard(world.policy, facts, c.get('person'), world.now(), { reminders: (urn) => reminders.get(urn) ?? 0 }),
    );
  });
}

/** Reminders of this half term by school, counted from the ledger, without those that reached nobody. */
function remindersSent(world: World): ReadonlyMap<string, number> {
  const halfTerm = halfTermAt(world.policy, world.now());
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
    .filter((key) => key.startsWith(`soap-reminder/${halfTerm?.id}/`) && !undelivered.has(key));
  const counts = new Map<string, number>();
  for (const key of new Set(sent)) {
    // `soap-reminder/2026-27/autumn-2/-2/115850/<person>`: the school stands before the person.
    const urn = key.split('/').at(-2) ?? '';
    counts.set(urn, (counts.get(urn) ?? 0) + 1);
  }
  return counts;
}

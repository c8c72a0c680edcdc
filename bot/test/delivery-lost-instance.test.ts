import { expect, it } from 'vitest';
import { claim } from '../src/delivery/ledger.ts';
import { Pace } from '../src/delivery/pace.ts';
import { Recovery } from '../src/delivery/recover.ts';
import { Sender } from '../src/delivery/sender.ts';
import { Slots } from '../src/delivery/slots.ts';
import type { WaveRun } from '../src/delivery/wave.ts';
import { Tenant } from './delivery-tenant.ts';
import { scratch } from './scratch.ts';

function runOf(tenant: Tenant): WaveRun {
  return {
    world: tenant.world(),
    sender: new Sender(tenant.messenger(), new Pace(5000)),
    seen: new Set(),
    compose: (duty) => ({ card: { type: 'AdaptiveCard', version: '1.5' }, summary: duty.kind }),
    stop: new AbortController().signal,
  };
}

async function recovery(staleAfterMs: number): Promise<Recovery> {
  return new Recovery(new Slots(scratch('heir')), staleAfterMs);
}

it('lists the members of a wave as unknown when its instance and journal are gone, and sends none of them', async () => {
  const tenant = new Tenant(3);
  await claim(tenant.world(), 'gone', { tried: new Set(), had: new Map() });
  const heir = await recovery(0);
  await heir.run(runOf(tenant));
  expect(tenant.arrived).toEqual([]);
  expect([...tenant.undelivered.values()].map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  expect([...tenant.undelivered.values()].map(({ person }) => person)).toEqual(tenant.people.map(({ id }) => id));
  expect([...tenant.waves.values()]).toMatchObject([{ state: 'done', unknown: 3 }]);
});

it('leaves the wave of a living instance alone, also when the tenant clock jumps by a week', async () => {
  const tenant = new Tenant(3);
  await claim(tenant.world(), 'alive', { tried: new Set(), had: new Map() });
  const other = await recovery(60_000);
  await other.run(runOf(tenant));
  tenant.now = tenant.now.add({ hours: 24 * 7 });
  await other.run(runOf(tenant));
  expect([...tenant.waves.values()]).toMatchObject([{ state: 'claimed' }]);
  expect(tenant.undelivered.size).toBe(0);
});
